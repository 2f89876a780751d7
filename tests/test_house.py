"""Guards of the house: its layout, its walls, its locks, and what its pages of words promise."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repository import ROOT, python_files, texts, tracked_files
from trainer.config import settings_table

TOP_LEVEL = re.compile(
    r"scoring|scenarios|trainer|templates|tests|wsgi\.py|pyproject\.toml|README\.md|LICENSE"
    r"|Makefile|requirements[\w-]*\.txt|package(-lock)?\.json|\..+"
)

# Each is written in two halves, so that this file does not hold what it forbids.
FORBIDDEN = {
    "a machine's path": r"(?<![\w.)}])/(?:wo" + r"rk|tm" + r"p|root|home/\w+)/",
    "a folder outside the repository": r"(?<![\w-])sha" + r"red/",
    "a registry's host": r"pyp" + r"i\.org|pythonhos" + r"ted|npm" + r"js\.org|deb\.deb" + r"ian",
    "a task note": r"\bTO" + r"DO\b|\bFIX" + r"ME\b|\bXX" + r"X\b",
}

OUR_PACKAGES = {"scoring", "scenarios", "trainer"}
LOADED_BY_NAME = {"psycopg"}  # SQLAlchemy imports the driver that an address names.

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_top_level_holds_only_what_the_design_names():
    found = {path.parts[0] for path in tracked_files()}

    strangers = {name for name in found if not TOP_LEVEL.fullmatch(name)}

    assert not strangers


@pytest.mark.parametrize("what", FORBIDDEN)
def test_repository_never_names(what):
    pattern = re.compile(FORBIDDEN[what])

    found = [
        f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for path, text in texts()
        for match in pattern.finditer(text)
    ]

    assert not found


@pytest.mark.parametrize(
    ("lock", "extra"), [("requirements.txt", None), ("requirements-test.txt", "test")]
)
def test_lock_pins_every_dependency_of_the_project_with_a_hash(lock, extra):
    declared = [Requirement(text) for text in PROJECT["dependencies"]]
    if extra:
        declared += [Requirement(text) for text in PROJECT["optional-dependencies"][extra]]

    pins = _pins(lock)

    astray = [
        f"{each}: {pins.get(canonicalize_name(each.name), 'missing')}; run `make lock`"
        for each in declared
        if pins.get(canonicalize_name(each.name), "") not in each.specifier
    ]
    assert not astray


def test_project_declares_exactly_what_it_imports():
    provided_by = packages_distributions()
    imported = {
        canonicalize_name(provider)
        for name in _imported_packages() - sys.stdlib_module_names - OUR_PACKAGES
        for provider in provided_by.get(name, [name])
    }
    declared = {canonicalize_name(Requirement(text).name) for text in PROJECT["dependencies"]}

    assert imported == declared - LOADED_BY_NAME


def test_tests_run_on_the_versions_that_run_in_earnest():
    served, tested = _pins("requirements.txt"), _pins("requirements-test.txt")

    assert served.items() <= tested.items()


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.txt")))
def test_lock_holds_hashed_pins_and_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]

    unhashed = [entry for entry in entries if "--hash=sha256:" not in entry]

    assert entries
    assert not unhashed
    assert "://" not in text


def test_core_reads_no_clock():
    found = [
        f"{path}:{call.lineno}: {call.func.attr}()"
        for path, call in _method_calls("scoring", "scenarios")
        if call.func.attr in {"now", "utcnow", "today"}
    ]

    assert not found


def test_scenarios_draw_only_from_a_generator_of_their_own():
    """`random.Random(seed)` repeats; `random.choice` and `Random()` share or invent their state."""
    found = [
        f"{path}:{call.lineno}: random.{call.func.attr}"
        for path, call in _method_calls("scenarios")
        if isinstance(call.func.value, ast.Name)
        and call.func.value.id == "random"
        and (call.func.attr != "Random" or not call.args)
    ]

    assert not found


def test_only_the_configuration_reads_the_environment():
    pattern = re.compile(r"os\.(environ|getenv)|from os import .*(environ|getenv)")

    found = [
        str(path)
        for path in python_files("scoring", "scenarios", "trainer")
        if path != Path("trainer/config.py")
        and pattern.search((ROOT / path).read_text(encoding="utf-8"))
    ]

    assert not found


def test_modules_are_named_for_what_they_hold():
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}

    found = [str(path) for path in python_files("scoring", "scenarios", "trainer", "tests")]

    assert not [path for path in found if vague & set(Path(path).with_suffix("").parts)]


def test_core_is_used_by_its_public_names():
    """Everything else inside `scoring` and `scenarios` may change without a word to the others."""
    public = {"scoring", "scenarios", "scenarios.library"}
    trespasses = [
        f"{path}:{node.lineno}: {name}"
        for path in python_files("scenarios", "trainer")
        for node, name in _imports(path)
        if name.partition(".")[0] in {"scoring", "scenarios"} - {path.parts[0]}
        and name not in public
    ]

    assert not trespasses


def test_no_test_is_skipped_or_expected_to_fail():
    pattern = re.compile(r"\b(?:mark\.(?:skip|skipif|xfail)|pytest\.(?:skip|xfail|importorskip))\b")

    found = [
        str(path)
        for path in python_files("tests")
        if path.name != Path(__file__).name
        and pattern.search((ROOT / path).read_text(encoding="utf-8"))
    ]

    assert not found


def test_readme_names_only_make_targets_that_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", readme))

    assert {"run", "test"} <= named <= targets


def test_readme_calls_python_where_its_packages_are():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    calls = re.findall(r"(\S*\bpython)\s+tests/\S+", readme)

    assert calls
    assert set(calls) == {"`.venv/bin/python"}


def test_readme_lists_every_setting_as_the_code_has_it():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.partition("\n## Settings\n")[2].partition("\n## ")[0]

    listed = re.findall(r"^\| `(.*?)` \| (.*?) ?\| (.*?) \|$", section, re.MULTILINE)

    assert listed == list(settings_table())


def test_readme_maps_every_folder():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    folders = {path.parts[0] for path in tracked_files() if len(path.parts) > 1}

    missing = {name for name in folders if f"| `{name}/` |" not in readme}

    assert not missing


def _pins(lock: str) -> dict[str, str]:
    """Return the version that a lock pins for each package, by canonical name."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def _imported_packages() -> set[str]:
    """Return the first name of every absolute import in the shipped code."""
    return {
        name.partition(".")[0] for path in python_files(*OUR_PACKAGES) for _, name in _imports(path)
    }


def _imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Yield each absolute import of a file, with the module that it names."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node, node.module


def _method_calls(*folders: str) -> Iterator[tuple[Path, ast.Call]]:
    """Yield each call of the form `something.name(...)` below these folders."""
    for path in python_files(*folders):
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield path, node
