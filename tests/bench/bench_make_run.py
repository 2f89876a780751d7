"""Times `make run` from a clean clone to its first page, cold and warm.

    .venv/bin/python tests/bench/bench_make_run.py            # caches as they are
    .venv/bin/python tests/bench/bench_make_run.py --empty    # empty download caches: a new machine

Clones the last commit of this repository into a scratch folder; keeps nothing.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 600.0  # seconds; a run that takes longer has failed


def main() -> int:
    """Print the seconds of a first and of a second `make run`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--empty", action="store_true", help="begin with empty download caches")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="poise-bench-") as scratch:
        clone = Path(scratch, "poise")
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        environment = _environment(Path(scratch), empty=options.empty)
        for name in ("cold", "warm"):
            print(f"{name}: {_seconds_to_first_page(clone, environment):.1f} s", flush=True)
    return 0


def _environment(scratch: Path, *, empty: bool) -> dict[str, str]:
    """Return an environment with a data folder of its own and, if asked, caches of its own."""
    own = {"POISE_HOME": str(scratch / "home")}
    if empty:
        own |= {
            "PIP_CACHE_DIR": str(scratch / "pip"),
            "UV_CACHE_DIR": str(scratch / "uv"),
            "npm_config_cache": str(scratch / "npm"),
        }
    return os.environ | own


def _seconds_to_first_page(clone: Path, environment: dict[str, str]) -> float:
    """Start `make run`, wait until the home page answers 200, stop it; return the seconds."""
    port = _free_port()
    started = time.perf_counter()
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=clone,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not _answers(port):
            if process.poll() is not None or time.perf_counter() - started > LONGEST:
                sys.exit(f"make run did not serve a page (exit status {process.returncode})")
            time.sleep(0.02)
        return time.perf_counter() - started
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as response:
            return response.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    raise SystemExit(main())
