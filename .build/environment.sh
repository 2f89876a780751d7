#!/bin/sh
# Brings .venv up to date: `sh .build/environment.sh run`, or `test` for the test tools too.
#
# Needs nothing but Python 3.11 or newer with its venv module. Every package comes from a hashed
# lock and is checked against it. A step is skipped when the files it depends on have not changed
# since it last succeeded, so the second run costs a fraction of a second.
set -eu

cd "$(dirname "$0")/.."
here=$(pwd -P)
wants=${1:?say what for: run or test}
venv=.venv
python=$venv/bin/python

say() { printf '==> %s\n' "$*"; }

stop() {
    printf '\nPoise needs one more thing before it can start.\n%s\n' "$*" >&2
    exit 1
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

version_of() { "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null; }

# Prints the first Python on PATH that can make an environment, or stops with what is missing.
find_python() {
    too_old="" bare=""
    for name in ${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14 python}; do
        path=$(command -v "$name") || continue
        version=$(version_of "$path") || continue
        if ! is_new_enough "$path"; then
            too_old="$too_old $path ($version)"
        elif ! "$path" -c 'import ensurepip, venv' 2>/dev/null; then
            bare="$path ($version)"
        else
            echo "$path"
            return
        fi
    done
    if [ -n "$bare" ]; then
        stop "$bare has no venv module. On Debian and Ubuntu: sudo apt-get install python3-venv"
    fi
    stop "Python 3.11 or newer is not on PATH. Found:${too_old:- none}." \
        "Install one, or name it: make run PYTHON=/path/to/python3.11"
}

# True for an environment that works and was made in this folder: its scripts hold the full path.
is_usable() {
    [ -x "$python" ] && is_new_enough "$python" &&
        { ! grep -q '^command = ' $venv/pyvenv.cfg || grep -qF " $here/$venv" $venv/pyvenv.cfg; }
}

make_environment() {
    if [ -f $venv/.done-uv ] && is_usable; then
        return
    elif is_usable && "$python" -m pip --version >/dev/null 2>&1; then
        say "1/4 Using the environment in $venv"
        return
    fi
    chosen=$(find_python)
    say "1/4 Making $venv with Python $(version_of "$chosen")"
    "$chosen" -m venv --clear $venv
}

# step NAME "WHAT IT DEPENDS ON" "WORDS" COMMAND...: runs the command unless it has been done.
step() {
    stamp=$venv/.done-$1
    # shellcheck disable=SC2086 # A list of files, split on purpose.
    wanted=$(cat $2 | cksum)
    words=$3
    shift 3
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
        return
    fi
    say "$words"
    "$@"
    printf '%s\n' "$wanted" >"$stamp"
}

install() { "$venv/bin/uv" pip install --python "$python" "$@"; }

case $wants in
run) lock=requirements.txt ;;
test) lock=requirements-test.txt ;;
*) stop "There is no environment for '$wants'; say run or test." ;;
esac

make_environment
step uv requirements-uv.txt "2/4 Installing uv, which installs the rest" \
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r requirements-uv.txt
step "packages-$wants" $lock "3/4 Installing packages, each checked against its hash" \
    install --require-hashes -r $lock

# The build fetches the front-end files too, so a missing folder means that it has to run again.
[ -f trainer/static/vendor/.stamp ] || rm -f $venv/.done-poise
step poise "pyproject.toml package-lock.json requirements-build.txt .build/hatch_build.py" \
    "4/4 Installing Poise and its front-end files" \
    install --no-deps --reinstall-package poise --build-constraints requirements-build.txt -e .
