"""What the two commands say when this machine lacks something: a person must know what to do."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.chromium import NAMES, path_of_chromium
from tests.repository import ROOT

TOOLS = ("sh", "cat", "cksum", "dirname", "grep", "id")

TOO_OLD = """#!/bin/sh
case "$2" in
*python_version*) echo 3.9.2 ;;
*) exit 1 ;;
esac
"""

WITHOUT_VENV = """#!/bin/sh
case "$2" in
*python_version*) echo 3.11.2 ;;
*ensurepip*) exit 1 ;;
esac
"""


class Machine:
    """A machine with a few tools on PATH and nothing else; `log` is what its fakes were told."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "bin"
        self.path.mkdir(parents=True)
        self.checkout = folder / "poise"
        shutil.copytree(ROOT / ".build", self.checkout / ".build")
        self.log = folder / "log"
        for tool in TOOLS:
            self.path.joinpath(tool).symlink_to(shutil.which(tool) or tool)

    def add(self, name: str, script: str) -> None:
        """Put a program on this machine's PATH, in place of one of the same name."""
        self._write(self.path / name, script)

    def add_playwright(self, *, works: bool) -> None:
        """Put Playwright into the environment; without libatomic it can't even start."""
        self._write(
            self.checkout / ".venv" / "bin" / "playwright",
            f"#!/bin/sh\nexit {0 if works else 127}\n",
        )

    def _write(self, program: Path, script: str) -> None:
        program.parent.mkdir(parents=True, exist_ok=True)
        program.unlink(missing_ok=True)
        program.write_text(script)
        program.chmod(0o755)

    def add_recorder(self, name: str) -> None:
        """Put a program on PATH that only notes how it was called."""
        self.add(name, f'#!/bin/sh\necho "{name} $*" >>"{self.log}"\n')

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.path / "sh", self.checkout / ".build" / script, *arguments],
            env={"PATH": str(self.path)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_run_names_the_python_that_is_too_old(machine: Machine):
    machine.add("python3", TOO_OLD)

    done = machine.run("environment.sh", "run")

    assert done.returncode == 1
    assert "Python 3.11 or newer is not on PATH" in done.stderr
    assert f"{machine.path}/python3 (3.9.2)" in done.stderr


def test_run_takes_a_newer_python_that_stands_behind_an_old_one(machine: Machine):
    machine.add("python3", TOO_OLD)
    machine.add_recorder("python3.12")

    machine.run("environment.sh", "run")

    assert "python3.12 -m venv" in machine.log.read_text()


def test_run_names_the_package_that_brings_the_venv_module(machine: Machine):
    machine.add("python3", WITHOUT_VENV)

    done = machine.run("environment.sh", "run")

    assert done.returncode == 1
    assert "python3 (3.11.2) has no venv module" in done.stderr
    assert "apt-get install python3-venv" in done.stderr


def test_run_says_so_when_there_is_no_python(machine: Machine):
    done = machine.run("environment.sh", "run")

    assert done.returncode == 1
    assert "Found: none" in done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_browser_on_path_is_enough(machine: Machine, monkeypatch, name: str):
    machine.add_playwright(works=True)
    machine.add_recorder(name)
    machine.add_recorder("apt-get")

    done = machine.run("browser.sh")

    assert done.returncode == 0
    assert not machine.log.exists()
    monkeypatch.setenv("PATH", str(machine.path))
    assert path_of_chromium() == str(machine.path / name)


def test_browser_tests_know_every_browser_that_is_let_pass():
    script = (ROOT / ".build" / "browser.sh").read_text(encoding="utf-8")

    accepted = re.search(r"for name in (.*); do", script)

    assert accepted
    assert tuple(accepted[1].split()) == NAMES


def test_browser_is_looked_for_before_the_long_checks():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    needed = re.search(r"^test: (.*)$", makefile, re.MULTILINE)

    assert needed
    assert needed[1].split() == ["environment", "browser", "lint"]


def test_browser_is_installed_by_root(machine: Machine):
    machine.add_playwright(works=True)
    machine.add("id", "#!/bin/sh\necho 0\n")
    machine.add_recorder("apt-get")

    done = machine.run("browser.sh")

    assert done.returncode == 0
    update, install = machine.log.read_text().splitlines()
    assert update.startswith("apt-get update")
    assert install.startswith("apt-get install")
    assert "chromium" in install


def test_browser_is_installed_through_sudo_that_asks_nothing(machine: Machine):
    machine.add_playwright(works=True)
    machine.add("id", "#!/bin/sh\necho 1000\n")
    machine.add_recorder("apt-get")
    machine.add_recorder("sudo")

    done = machine.run("browser.sh")

    assert done.returncode == 0
    assert "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install" in machine.log.read_text()


def test_browser_stops_and_names_the_command_where_it_may_not_install(machine: Machine):
    machine.add_playwright(works=True)
    machine.add("id", "#!/bin/sh\necho 1000\n")
    machine.add_recorder("apt-get")

    done = machine.run("browser.sh")

    assert done.returncode == 1
    assert "sudo apt-get install --no-install-recommends chromium" in done.stderr
    assert not machine.log.exists()


def test_what_playwright_lacks_is_installed_beside_a_browser_that_is_there(machine: Machine):
    machine.add("id", "#!/bin/sh\necho 0\n")
    machine.add_recorder("chromium")
    machine.add_recorder("apt-get")
    machine.add_playwright(works=False)

    done = machine.run("browser.sh")

    assert done.returncode == 0
    assert machine.log.read_text().endswith("--no-install-recommends libatomic1\n")


def test_browser_stops_where_there_is_no_apt(machine: Machine):
    done = machine.run("browser.sh")

    assert done.returncode == 1
    assert "need Chromium on PATH" in done.stderr
