"""Which browser the tests drive: the machine's own Chromium, whatever its package calls it."""

import shutil

# `.build/browser.sh` looks for the same, in the same order.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def path_of_chromium() -> str | None:
    """Return the path of the first Chromium on PATH; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)
