"""Guards of the style sheets and the icons: nothing in them that no page uses."""

import re
from collections.abc import Iterable, Iterator

from tests.repository import ROOT, tracked_files

HOLE = "\0"
"""Stands where a template puts a value into a class name, as in `dial--{{ tone }}`."""

CLASSES = re.compile(
    r"""\bclass="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)"|_class\ %\}(.*?)\{%""", re.VERBOSE
)
ICON = re.compile(r'<symbol id="i-([\w-]+)"')
WORD = re.compile(r"""["']([\w-]+)["']""")
ICON_CALL = re.compile(r"""(?:\bicon\(["']|#i-)([\w-]+)""")


def read(*suffixes: str, below: Iterable[str]) -> str:
    """Return the text of the tracked files of a kind below these folders, comments left out."""
    found = [
        (ROOT / path).read_text(encoding="utf-8")
        for path in tracked_files()
        if path.suffix in suffixes and path.as_posix().startswith(tuple(below))
    ]
    return re.sub(r"/\*.*?\*/|\{#.*?#\}", "", "\n".join(found), flags=re.DOTALL)


TEMPLATES = read(".html", below=["templates/"])
SHEETS = read(".css", below=["trainer/static/css/"])
SCRIPTS = read(".js", below=["trainer/static/js/"])
ICONS = read(".svg", below=["trainer/static/img/icons"])
CODE = read(".py", below=["trainer/", "scoring/", "scenarios/"])

QUOTED = frozenset(WORD.findall(TEMPLATES + SCRIPTS + CODE))
"""Every word that stands in quotes: what a name may be put together from."""


def test_every_class_that_a_sheet_styles_is_on_a_page():
    styled = {
        name for each in selectors(SHEETS) for name in re.findall(r"\.(-?[a-zA-Z][\w-]*)", each)
    }

    written = {name for name in classes() if HOLE not in name}
    built = [re.escape(name).replace(HOLE, r"([\w-]+)") for name in classes() if HOLE in name]
    scripted = set(re.findall(r"""classList\.\w+\(["']([\w-]+)""", SCRIPTS))

    assert len(styled) > 100
    assert not {
        name for name in styled - written - scripted if not any(_fits(name, each) for each in built)
    }


def test_every_element_that_a_sheet_styles_is_on_a_page():
    """The reset of all elements apart: it says how a page begins, whatever will stand on it."""
    sheets = SHEETS.replace(read(".css", below=["trainer/static/css/base.css"]), "")
    bare = [re.sub(r"[.#][\w-]+|\[[^\]]*\]|::?[\w-]+", " ", each) for each in selectors(sheets)]
    styled = {name for each in bare for name in re.findall(r"[a-z][a-z0-9]*", each)}

    written = set(re.findall(r"<([a-z][a-z0-9]*)", TEMPLATES))

    assert len(sheets) < len(SHEETS)
    assert styled
    assert styled <= written


def test_every_attribute_that_a_sheet_asks_for_is_set():
    asked = {name for each in selectors(SHEETS) for name in re.findall(r"\[([\w-]+)", each)}

    asked_of = {name for name in asked if not re.search(rf"\b{name}\b", TEMPLATES)}

    assert asked
    assert not {name for name in asked_of if _as_dataset(name) not in SCRIPTS}


def test_every_token_is_used():
    defined = set(re.findall(r"(?<=[\s;{])(--[\w-]+)\s*:", SHEETS))
    used = set(re.findall(r"var\((--[\w-]+)", SHEETS))

    assert defined == used


def test_every_icon_is_used_and_every_used_one_is_drawn():
    drawn = set(ICON.findall(ICONS))
    called = set(ICON_CALL.findall(TEMPLATES))
    given = set(WORD.findall(TEMPLATES + read(".py", below=["trainer/"])))

    assert called <= drawn
    assert drawn <= called | given


def selectors(sheets: str) -> Iterator[str]:
    """Yield what stands before each block of declarations, without quoted values."""
    for found in re.finditer(r"([^{};]+)\{", sheets):
        selector = re.sub(r"\"[^\"]*\"", "", found[1]).strip()
        is_frame = selector in {"from", "to"} or selector.endswith("%")
        if not selector.startswith("@") and not is_frame:
            yield selector


def classes() -> Iterator[str]:
    """Yield each class of the templates; a value that is put in is a `HOLE`."""
    for quoted, block in CLASSES.findall(TEMPLATES):
        plain = re.sub(r"\{%.*?%\}", " ", quoted or block)
        yield from re.sub(r"\{\{(.*?)\}\}", _alternatives, plain).split()


def _alternatives(expression: re.Match[str]) -> str:
    """Return the class names that an expression may give: `' tag--' ~ tone` is one with a hole."""
    texts = re.findall(r"""(["'])(.*?)\1\s*(~?)""", expression[1])
    names = " ".join(f"{text}{HOLE if joined else ''}" for _, text, joined in texts)
    begins_anew = any(text.startswith(" ") for _, text, _ in texts)
    return f" {names} " if begins_anew else f"{HOLE} {names} "


def _fits(name: str, pattern: str) -> bool:
    """Return whether a class can come of a name with a hole: by a quoted word, or a number."""
    found = re.fullmatch(pattern, name)
    return found is not None and all(word in QUOTED or word.isdigit() for word in found.groups())


def _as_dataset(attribute: str) -> str:
    """Return the name of a data attribute as scripts write it: `data-on` is `.dataset.on`."""
    first, *others = attribute.removeprefix("data-").split("-")
    return f".dataset.{first}{''.join(map(str.capitalize, others))}"
