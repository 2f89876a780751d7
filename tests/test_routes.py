"""Guard of the addresses: one that people bookmarked or that a form posts to never vanishes."""

import re

from tests.repository import ROOT

LIST = ROOT / "tests" / "routes.txt"


def test_routes_are_those_of_the_list(plain_app):
    """A new address joins `tests/routes.txt`; one that leaves it needs a redirect and a reason."""
    found = {
        f"{method} {rule.rule}"
        for rule in plain_app.url_map.iter_rules()
        for method in rule.methods or ()
        if method not in {"HEAD", "OPTIONS"}
    }

    listed = set(LIST.read_text(encoding="utf-8").splitlines())

    assert found == listed


def test_the_list_is_sorted_by_address_and_holds_nothing_twice():
    lines = LIST.read_text(encoding="utf-8").splitlines()

    assert lines == sorted(set(lines), key=lambda line: tuple(reversed(line.split(" ", 1))))


def test_every_id_in_an_address_is_opaque(plain_app):
    """A counting number in an address tells a stranger how many rows there are, and which."""
    counted = [
        rule.rule
        for rule in plain_app.url_map.iter_rules()
        if re.search(r"<(?:int|float):", rule.rule)
    ]

    assert not counted
