"""The reference in the README is the schema's own. To write it anew:

.venv/bin/python -m tests.scenarios.test_reference
"""

from pathlib import Path

import pytest

from scenarios import Scenario, json_schema
from scenarios import reference as written
from scenarios.guards import NUMBER_WORDS

README = Path(__file__).parents[2] / "scenarios" / "README.md"
MARK = "do not edit below. -->\n\n"


def test_readme_holds_the_reference_of_the_format():
    text = README.read_text(encoding="utf-8")

    assert text.partition(MARK)[2] == written.reference(), "run the command at the top of this file"


def test_readme_names_every_word_of_a_guard():
    words = README.read_text(encoding="utf-8").partition("## Guards")[2].partition("## ")[0]

    assert all(word in words for word in NUMBER_WORDS)


def fields(schema):
    for part in (schema, *schema["$defs"].values()):
        yield from part.get("properties", {}).items()


def test_schema_explains_every_field_to_the_author():
    schema = json_schema()

    assert schema["$id"] == "urn:poise:scenario:format:1"
    silent = [name for name, field in fields(schema) if not field.get("description")]
    untitled = [name for name, field in fields(schema) if not field.get("title")]
    assert (silent, untitled) == ([], [])


@pytest.mark.parametrize("part", ["Beat", "Ending", "Silence", "GuardedWay"])
def test_schema_explains_every_part(part):
    assert json_schema()["$defs"][part]["description"]


def test_schema_and_models_name_the_same_fields():
    assert set(json_schema()["properties"]) == set(Scenario.model_fields)


if __name__ == "__main__":
    above, mark, _ = README.read_text(encoding="utf-8").partition(MARK)
    README.write_text(above + mark + written.reference(), encoding="utf-8")
