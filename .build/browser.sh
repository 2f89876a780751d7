#!/bin/sh
# Makes sure that the browser tests can run: a Chromium on PATH, else Debian's, else a clear stop.
#
# Playwright drives it with a program that needs libatomic, which a small Debian leaves out.
set -eu

cd "$(dirname "$0")/.."

# tests/browser/chromium.py looks for the same, in the same order.
has_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v $name >/dev/null; then
            return 0
        fi
    done
    return 1
}

needed=""
has_browser || needed="chromium fonts-noto-color-emoji"
.venv/bin/playwright --version >/dev/null 2>&1 || needed="$needed libatomic1"
needed=${needed# }
if [ -z "$needed" ]; then
    exit 0
fi

if ! command -v apt-get >/dev/null; then
    echo "The browser tests need Chromium on PATH, and libatomic: Debian calls them $needed." \
        "Install what is missing and run 'make test' again." >&2
    exit 1
elif [ "$(id -u)" -eq 0 ]; then
    root=""
elif sudo -n true 2>/dev/null; then
    root="sudo -n env DEBIAN_FRONTEND=noninteractive" # sudo drops what is exported here.
else
    echo "The browser tests need $needed. Install with this command, then run 'make test' again:
    sudo apt-get install --no-install-recommends $needed" >&2
    exit 1
fi

echo "==> Installing $needed for the browser tests"
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -qq
# shellcheck disable=SC2086 # Both are lists of words, split on purpose.
$root apt-get install -y -qq --no-install-recommends $needed >/dev/null
