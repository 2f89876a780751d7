"""What a stranger gets from `pip install poise`: everything the application reads, and no more."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from tests.repository import ROOT, tracked_files

pytestmark = pytest.mark.slow

# Served from the wheel alone: the pages, what they load, and the library that they list.
VISIT = """
import trainer
from trainer.app import create_app

client = create_app().test_client()
print(trainer.__file__)
for address in ("/", "/practise", "/static/vendor/htmx.min.js", "/healthz"):
    print(client.get(address, base_url="http://127.0.0.1:5000").status_code)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from the tracked files alone, as a clean clone would."""
    clone = tmp_path_factory.mktemp("clone")
    for path in tracked_files():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, clone / path)
    _uv("build", "--wheel", "--build-constraints", "requirements-build.txt", cwd=clone)
    [built] = (clone / "dist").glob("*.whl")
    return built


def test_wheel_holds_the_packages_their_data_and_the_templates(wheel: Path):
    expected = {
        path.as_posix() if path.parts[0] != "templates" else f"trainer/{path.as_posix()}"
        for path in tracked_files()
        if path.parts[0] in {"scoring", "scenarios", "trainer", "templates"}
    }

    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert expected <= held
    assert held - expected == {
        "trainer/static/vendor/htmx.min.js",
        "trainer/static/vendor/htmx.LICENSE.txt",
    }


def test_wheel_says_what_it_needs_and_under_which_licence(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        names = {PurePosixPath(name).name: name for name in archive.namelist()}
        metadata = archive.read(names["METADATA"]).decode()
        scripts = archive.read(names["entry_points.txt"]).decode()

    assert "License-Expression: MIT\n" in metadata
    assert "Requires-Python: >=3.11\n" in metadata
    assert "poise = trainer.cli:main" in scripts


def test_wheel_serves_its_pages_with_no_repository_beside_it(wheel: Path, tmp_path: Path):
    _uv("pip", "install", "--no-deps", "--target", str(tmp_path / "site"), str(wheel), cwd=tmp_path)

    visit = subprocess.run(
        [sys.executable, "-c", VISIT],
        cwd=tmp_path,
        env=os.environ
        | {"PYTHONPATH": str(tmp_path / "site"), "POISE_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert visit.returncode == 0, visit.stderr
    package, *statuses = visit.stdout.split()
    assert Path(package).is_relative_to(tmp_path)
    assert statuses == ["200", "200", "200", "200"]


def _uv(*arguments: str, cwd: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("uv"), *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
