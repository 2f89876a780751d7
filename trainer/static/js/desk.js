// The living desk: a clock that runs, a draft that survives, a thread that answers when it should.
// Everything here sits on forms that work without it. The server's clock decides; this one shows it.
(() => {
  "use strict";

  const IDLE_GAP = 10_000; // ms: someone who only watches asks for at most one fragment in this time
  const one = (selector) => document.querySelector(selector);
  const kept = new Map(); // Without storage, what is written lasts as long as the page.
  const stored = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name);
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch {
      if (value === undefined) return kept.get(name) ?? null;
      kept.set(name, value);
    }
    return null;
  };

  /* ---------------------------------------------------------------- the clock */

  let read = 0; // performance.now() when the deck was last read
  let due = 0; // timer of the next fragment
  let asked = -Infinity; // when a fragment was last asked for while idle
  let held = false; // true while we could not reach the server

  let frozen = null; // the minute at which the page was left, until the server says how it went on
  const deck = () => one("#deck");
  const number = (name) => Number(deck().dataset[name] || 0);
  const runs = () => deck().dataset.timed && !deck().dataset.over;

  // A fast clock slows down by itself where the thread changes, however late we hear of it.
  function minuteNow() {
    if (held) return number("minute");
    if (frozen !== null) return frozen;
    const gone = performance.now() - read;
    const due = deck().dataset.due;
    const fast = due === "" ? gone : Math.min(gone, Number(due));
    const rate = number("rate");
    return number("minute") + (fast * rate + (gone - fast) * Math.min(rate, number("writing"))) / 60_000;
  }

  const two = (value) => String(value).padStart(2, "0");

  function readDeck() {
    read = performance.now();
    frozen = null;
    clearTimeout(due);
    if (runs() && deck().dataset.due !== "") {
      const wait = Math.max(Number(deck().dataset.due) + 60, asked + IDLE_GAP - performance.now(), 0);
      due = setTimeout(askNow, wait);
    }
  }

  function askNow() {
    if (document.hidden) return;
    asked = performance.now();
    const stage = one("#composer")?.dataset.stage ?? "";
    htmx.ajax("GET", `${deck().dataset.live}?stage=${encodeURIComponent(stage)}`, { source: "#deck", swap: "none" });
  }

  function tick() {
    if (!runs()) return;
    const minute = minuteNow();
    const whole = number("starts") + Math.floor(minute);
    const label = `${two(Math.floor(whole / 60) % 24)}:${two(whole % 60)}`;
    const shown = one("[data-clock]");
    if (shown.textContent !== label) shown.textContent = label;
    tickRing(minute - number("minute"));
  }

  // The same ring as the server draws, moved on by the minutes since.
  function tickRing(gone) {
    const box = one("[data-ring]");
    if (!box || box.dataset.waited === "") return;
    const waited = Number(box.dataset.waited) + gone;
    const target = Number(box.dataset.target);
    const left = target - waited;
    const [amount, unit] = short(Math.abs(left));
    const ring = box.querySelector(".ring");
    ring.classList.toggle("ring--late", left < 0);
    ring.classList.toggle("ring--soon", left >= 0 && waited >= 0.8 * target);
    ring.querySelector(".ring__run").setAttribute("stroke-dasharray", `${Math.min(100, 100 * waited / target).toFixed(1)} 100`);
    ring.querySelector(".ring__num").textContent = left < 0 ? `+${amount}` : amount;
    ring.querySelector(".ring__unit").textContent = unit;
    const says = `${amount} ${unit} ${left < 0 ? "late" : "left"}`;
    ring.setAttribute("aria-label", says);
    const words = box.querySelector("[data-ring-says]");
    if (words && words.textContent !== says) words.textContent = says;
  }

  function short(minutes) {
    if (minutes < 100) return [String(Math.floor(minutes)), "min"];
    const hours = minutes / 60;
    return [hours < 10 ? hours.toFixed(1).replace(".0", "") : hours.toFixed(0), "h"];
  }

  /* ------------------------------------------------- how fast it runs, and when */

  // Slow while somebody waits, and while there are words in the box that has the focus. How fast
  // it may go is the server's word: fast is only for a time when nobody waits.
  const writing = () => document.activeElement?.id === "reply" && box().value !== "";
  const wanted = () => (writing() ? number("writing") : number("waiting"));
  let rateTimer = 0;

  function setRate(rate) {
    clearTimeout(rateTimer);
    rateTimer = 0;
    if (runs() && !document.hidden && rate !== number("rate")) askClock(rate, "");
  }

  const askClock = (rate, move) =>
    htmx.ajax("POST", deck().dataset.clockUrl, { source: "#deck", swap: "none", values: clockForm(rate, move) });

  // Requests can overtake each other, and those of the page that was here before. So each says
  // which page asks and in what order, and whether somebody has come to look at it or has left.
  const page = newKey();
  let said = 0;
  const clockForm = (rate, move) => ({ rate, move, page, number: ++said, key: newKey(), csrf_token: deck().dataset.csrf });

  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // Focus moves from the box to a button and back within a blink; only a rest counts.
  function focusMoved() {
    clearTimeout(rateTimer);
    rateTimer = 0;
    if (!runs() || number("rate") === 0) return;
    rateTimer = setTimeout(() => { rateTimer = 0; if (number("rate") !== 0) setRate(wanted()); }, 350);
  }

  // The first letter slows a fast clock; the ones after it must not put that off.
  const typed = () => { if (!rateTimer) focusMoved(); };

  // Leaving or hiding the page stops the clock; opening it or coming back starts it again, unless
  // it was paused by hand. The page says so even where its clock runs: the word of one that was
  // left just before may still be on its way.
  let coming = false; // true from that word until the server's answer to it

  function leave() {
    clearTimeout(rateTimer);
    rateTimer = 0;
    if (!runs() || (number("rate") === 0 && !coming)) return;
    coming = false;
    frozen = minuteNow();
    deck().dataset.rate = "0";
    deck().dataset.away = "yes";
    navigator.sendBeacon(deck().dataset.clockUrl, new URLSearchParams(clockForm(0, "away")));
  }

  function comeBack() {
    if (document.hidden || !runs() || (number("rate") === 0 && !deck().dataset.away)) return;
    coming = true;
    askClock(wanted(), "back").finally(() => { coming = false; });
  }

  /* ----------------------------------------------------------- what is written */

  const box = () => one("#reply");
  const draftName = () => one("#composer").dataset.draft;
  const acts = () => [...document.querySelectorAll("#acts input")];

  // A draft is what was written, and what was to be done with it: what was meant for one person
  // must not come back as a public reply.
  function keepDraft() {
    if (!box()) return;
    const action = acts().find((act) => act.checked)?.value ?? "";
    const usual = acts().find((act) => !act.disabled)?.value ?? "";
    const promise = one("#promise")?.checked ?? false;
    const isEmpty = box().value === "" && action === usual && !promise;
    const draft = { text: box().value, action, promise, due: one("#due_in").value };
    stored(draftName(), isEmpty ? null : JSON.stringify(draft));
  }

  function keptDraft() {
    try { return JSON.parse(stored(draftName())); } catch { return null; }
  }

  function restoreDraft() {
    const draft = keptDraft();
    if (one("#unsent")) showUnsent(draft);
    if (!box()) return;
    if (!box().value && draft) fill(draft);
    count();
  }

  function fill(draft) {
    box().value = draft.text;
    const act = acts().find((each) => each.value === draft.action && !each.disabled);
    if (act) act.checked = true;
    if (one("#promise")) one("#promise").checked = draft.promise;
    one("#due_in").value = draft.due;
  }

  // Once a thread is over nothing can be sent; what was being written can still be read and copied.
  function showUnsent(draft) {
    const shown = one("#unsent");
    if (!shown.value) shown.value = draft?.text ?? "";
    shown.parentElement.hidden = shown.value === "";
  }

  function count() {
    const left = one("[data-left]");
    if (!box() || !left) return;
    const limit = Number(box().dataset.limit);
    const used = [...box().value].length;
    const rest = limit - used;
    const words = rest < 0 ? `${-rest} over` : `${rest} left`;
    if (left.textContent !== words) left.textContent = words;
    one("[data-ring-count]").setAttribute("stroke-dasharray", `${Math.min(100, used / limit * 100)} 100`);
    one("#count").dataset.state = rest < 0 ? "over" : rest <= 20 ? "near" : "";
  }

  const isComposer = (event) => event.detail.ctx?.sourceElement?.id === "composer";

  function failed(event) {
    const status = event.detail.ctx?.response?.status ?? 0;
    if ([409, 422].includes(status)) return; // The form came back with the reason.
    if (!isComposer(event)) { hold(status); return; }
    keepDraft();
    const notice = one("[data-failed]");
    const reasons = [...notice.querySelectorAll("[data-status]")];
    const fitting = reasons.find((each) => each.dataset.status === String(status)) ?? reasons[0];
    for (const each of reasons) each.hidden = each !== fitting;
    notice.hidden = false;
    notice.setAttribute("role", "alert");
  }

  // The server can't be reached, or won't hear us: the shown clock stands still and we ask again later.
  function hold(status) {
    held = true;
    one("[data-rate-says]").textContent = status === 400 ? "Out of date; reload the page" : "Can’t reach Poise; keep writing";
    clearTimeout(due);
    due = setTimeout(askNow, IDLE_GAP);
  }

  /* ------------------------------------------------------------------- wiring */

  function swapped(event) {
    held = false;
    readDeck();
    restoreDraft();
    showNewest();
    if (isComposer(event)) focusNext();
    focusMoved(); // Somebody may have begun or ceased to wait.
    if (deck().dataset.away && !coming) comeBack(); // Another page of this run was left, and this one was not.
  }

  // The button that was pressed went with the old form, and the focus with it. A box that gets it
  // on a touch screen would bring the keyboard up over the thread.
  function focusNext() {
    if (document.activeElement?.isConnected && document.activeElement !== document.body) return;
    const wrong = one('#composer [aria-invalid="true"]');
    const next = wrong ?? (matchMedia("(hover: none)").matches ? null : box());
    (next ?? one("#notes")).focus({ preventScroll: true });
  }

  let newest = "";
  function showNewest() {
    const last = one("#posts > li:last-child");
    if (!last || last.id === newest) return;
    const isFirst = newest === "";
    newest = last.id;
    const feed = last.closest(".feed");
    if (feed.scrollHeight > feed.clientHeight) feed.scrollTop = feed.scrollHeight;
    if (isFirst) return;
    last.classList.add("post--new");
    if (matchMedia("(max-width: 47.99rem)").matches) last.scrollIntoView({ block: "start" });
  }

  document.addEventListener("htmx:after:swap", swapped);
  document.addEventListener("htmx:response:error", failed);
  document.addEventListener("htmx:error", failed);
  document.addEventListener("htmx:after:request", (event) => {
    const ctx = event.detail.ctx;
    if (!isComposer(event)) return;
    asked = -Infinity; // After an act, the answer is asked for the moment it falls due.
    if (ctx.response.status < 300) stored(draftName(), null);
  });
  document.addEventListener("input", (event) => {
    if (!event.target.closest("#composer")) return;
    keepDraft();
    if (event.target === box()) { count(); typed(); }
  });
  document.addEventListener("focusin", focusMoved);
  document.addEventListener("focusout", focusMoved);
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : comeBack()));
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", (event) => { if (event.persisted) comeBack(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#pause");
    if (!button) return;
    event.preventDefault();
    setRate(number("rate") === 0 ? wanted() : 0);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === box()) {
      event.preventDefault();
      one("#composer").requestSubmit(one("#send"));
    }
  });

  // On a narrow screen the facts fold away until they are asked for.
  const fold = one(".facts__fold");
  if (fold && matchMedia("(max-width: 75rem)").matches) fold.open = false;

  readDeck();
  restoreDraft();
  showNewest();
  setInterval(tick, 1000);
  comeBack();
  focusMoved();
})();
