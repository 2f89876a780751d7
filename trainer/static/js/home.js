// Home keeps up with the run that is open: its clock may run on, and a desk that was left only a
// moment ago may still be about to stop it. Without script, home is right whenever it is loaded.
(() => {
  "use strict";

  const SOON = 100; // ms: as a rule, the desk's last word has come by then
  const LATER = 10_000; // ms: looks grow rarer, up to this
  const panel = () => document.querySelector("#go[data-live]");
  let gap = SOON;
  let next = 0;

  function look() {
    clearTimeout(next);
    if (document.hidden || !panel()) return;
    htmx.ajax("GET", panel().dataset.live, { source: "#go", swap: "none" }).finally(plan);
  }

  function plan() {
    clearTimeout(next);
    if (!panel()?.dataset.running) return;
    next = setTimeout(look, gap);
    gap = Math.min(2 * gap, LATER);
  }

  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  window.addEventListener("pageshow", (event) => { if (event.persisted) look(); });
  plan();
})();
