"""Guards of the templates: nothing unused, nothing inline, nothing from another host."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined, meta, nodes

from tests.repository import ROOT, python_files, tracked_files

NAMES = tuple(
    path.relative_to("templates").as_posix()
    for path in tracked_files()
    if path.parts[0] == "templates"
)
PAGES = tuple(name for name in NAMES if name.endswith(".html"))
FRAGMENTS = tuple(name for name in PAGES if Path(name).name.startswith("_"))
COMPONENTS = tuple(name for name in PAGES if name.startswith("components/"))

# What the content security policy `default-src 'self'` would stop, and what would ask another host.
STOPPED_BY_POLICY = {
    "an inline style": r"""\sstyle\s*=\s*["'{]|<style\b""",
    "an inline script": r"<script\b(?![^>]*\bsrc\s*=)",
    "an inline handler": r"""\son[a-z]+\s*=\s*["'{]|\shx-on\b|javascript:""",
    "an evaluated value": r"""hx-(?:vals|headers)\s*=\s*["'](?:js|javascript):""",
    "another host": r"""<(?:img|script|link|iframe|source|form)\b[^>]*["'](?:https?:)?//""",
}


@pytest.fixture(scope="module")
def environment(plain_app) -> Environment:
    return plain_app.jinja_env


def test_there_are_templates():
    assert "base.html" in PAGES
    assert FRAGMENTS


@pytest.mark.parametrize("name", PAGES)
def test_template_compiles(environment, name):
    assert environment.get_template(name).name == name


def test_a_missing_variable_is_an_error(environment):
    assert issubclass(environment.undefined, StrictUndefined)


@pytest.mark.parametrize("name", PAGES)
def test_template_uses_every_macro_it_imports(environment, name):
    tree = environment.parse(_source(name))

    imported = {
        alias
        for node in tree.find_all(nodes.FromImport)
        for each in node.names
        for alias in [each[1] if isinstance(each, tuple) else each]
    } | {node.target for node in tree.find_all(nodes.Import)}
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}

    assert imported <= used


@pytest.mark.parametrize("name", FRAGMENTS)
def test_fragment_begins_by_naming_what_it_needs(plain_app, environment, name):
    opening = re.match(r"\{#-?\s*Fragment\. Needs: ([^.]*)\.", _source(name))
    assert opening, "the first line must read {#- Fragment. Needs: a, b. ... -#}"

    named = set(re.findall(r"\w+", opening.group(1)))
    tree = environment.parse(_source(name))
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    needed = meta.find_undeclared_variables(tree) - own

    assert needed <= named | _given_to_every_template(plain_app)


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_holds_the_macro_that_it_is_named_for(environment, name):
    tree = environment.parse(_source(name))

    macros = {macro.name for macro in tree.find_all(nodes.Macro)}

    assert Path(name).stem in macros
    assert _source(name).startswith("{#")


@pytest.mark.parametrize("name", PAGES)
def test_template_holds_nothing_that_the_policy_stops(name):
    source = re.sub(r"\{#.*?#\}", "", _source(name), flags=re.DOTALL)

    found = {
        what: match.group()
        for what, pattern in STOPPED_BY_POLICY.items()
        if (match := re.search(pattern, source, re.IGNORECASE))
    }

    assert not found


@pytest.mark.parametrize("name", PAGES)
def test_every_form_that_posts_carries_a_token(name):
    forms = re.findall(r"<form\b.*?</form>", _source(name), re.DOTALL | re.IGNORECASE)
    posts = [
        form for form in forms if re.search(r"""method\s*=\s*["']?post""", form, re.IGNORECASE)
    ]

    bare = [form[:80] for form in posts if not re.search("csrf_token|hidden_tag", form)]

    assert not bare


def test_every_template_is_used():
    code = "".join((ROOT / path).read_text(encoding="utf-8") for path in python_files("trainer"))
    mentions = code + "".join(_source(name) for name in PAGES)

    unused = [name for name in NAMES if not re.search(rf"""["']{re.escape(name)}["']""", mentions)]

    assert not unused


def test_every_filter_of_ours_is_used(environment):
    trees = [environment.parse(_source(name)) for name in PAGES]
    used = {node.name for tree in trees for node in tree.find_all(nodes.Filter)}

    ours = {
        name
        for name, function in environment.filters.items()
        if getattr(function, "__module__", "").startswith("trainer")
    }

    assert ours
    assert ours <= used


@pytest.mark.parametrize("name", PAGES)
def test_every_static_file_that_a_template_names_exists(name):
    named = re.findall(r"""\bstatic_url\(\s*["']([^"']+)["']""", _source(name))

    missing = [each for each in named if not (ROOT / "trainer/static" / each).is_file()]

    assert not missing


def test_every_file_that_the_first_page_loads_is_served(plain_app):
    client = plain_app.test_client()
    page = client.get("/", base_url="http://127.0.0.1:5000")

    loaded = re.findall(r"""<(?:link|script|img)\b[^>]*?(?:href|src)="([^"#]+)""", page.text)
    answers = {each: client.get(each, base_url="http://127.0.0.1:5000") for each in loaded}

    assert any(".css" in each for each in loaded)
    assert {each: answer.status_code for each, answer in answers.items()} == dict.fromkeys(
        loaded, 200
    )
    for answer in answers.values():
        answer.close()


def test_style_sheets_ask_no_other_host():
    sheets = [path for path in tracked_files() if path.suffix == ".css"]

    found = [
        str(path)
        for path in sheets
        if re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", (ROOT / path).read_text("utf-8"))
    ]

    assert sheets
    assert not found


def _source(name: str) -> str:
    return (ROOT / "templates" / name).read_text(encoding="utf-8")


def _given_to_every_template(app) -> set[str]:
    """Return the names that Jinja, Flask and our context processors add to each template."""
    with app.test_request_context("/"):
        added = {name for each in app.template_context_processors[None] for name in each()}
    return added | set(app.jinja_env.globals)
