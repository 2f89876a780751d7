#!/bin/sh
# Makes sure that the browser tests have a Chromium: one on PATH, else Debian's, else a clear stop.
set -eu

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v $name >/dev/null; then
        exit 0
    fi
done

packages="chromium fonts-noto-color-emoji"
if ! command -v apt-get >/dev/null; then
    echo "The browser tests need Chromium on PATH. Install it and run 'make test' again." >&2
    exit 1
elif [ "$(id -u)" -eq 0 ]; then
    root=""
elif sudo -n true 2>/dev/null; then
    root="sudo -n"
else
    echo "The browser tests need Chromium. Install it with this command, then run 'make test' again:
    sudo apt-get install --no-install-recommends $packages" >&2
    exit 1
fi

echo "==> Installing Chromium for the browser tests"
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -qq
# shellcheck disable=SC2086 # Both are lists of words, split on purpose.
$root apt-get install -y -qq --no-install-recommends $packages >/dev/null
