"""Results as a table that a spreadsheet may open."""

import csv
import io
import itertools
import json

import pytest

from scoring import Case, assess
from trainer.scorefile.records import record
from trainer.scorefile.spreadsheet import COLUMNS, csv_chunks

REPLY = "Sorry, Kit, that's our mistake. I'll ring you by 5 today. ^Jo"
CARD = assess(Case(complaint="It's late, and broken.", reply=REPLY, minutes=12))


def line_of(identifier: object = "r1", card=CARD) -> str:
    return json.dumps(record(identifier, card)) + "\n"


def table(*lines: str) -> list[dict[str, str]]:
    text = "".join(csv_chunks(lines))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_table_has_the_fields_of_the_json_in_their_order():
    assert list(table(line_of())[0]) == list(json.loads(line_of())) == list(COLUMNS)


def test_cells_hold_what_the_json_holds():
    (row,) = table(line_of())

    stored = json.loads(line_of())
    assert (row["graded"], row["reason"]) == ("true", "")
    assert int(row["overall"]) == stored["overall"]
    assert json.loads(row["moves"]) == stored["moves"]
    assert row["rubric"] == stored["rubric"]


def test_unscored_is_empty_and_never_0():
    card = assess(Case(complaint="Late.", reply=""))

    (row,) = table(line_of("a", card))

    assert row["graded"] == "false"
    assert row["reason"]
    assert (row["overall"], row["empathy"], row["bound_by"], row["moves"]) == ("", "", "", "[]")


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x.example","open")',
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1＋1",
    ],
)
def test_formula_is_shown_and_not_run(text):
    (row,) = table(line_of(text))

    assert row["id"] == f"'{text}"


@pytest.mark.parametrize("identifier", ["a=b", "12", "7-1", "", "=", -4, 12])
def test_only_what_begins_like_a_formula_is_changed(identifier):
    (row,) = table(line_of(identifier))

    shown = "'=" if identifier == "=" else str(identifier)
    assert row["id"] == shown


def test_quotes_commas_and_new_lines_stay_in_their_cell():
    (row,) = table(line_of('say "hi",\nthen go'))

    assert row["id"] == 'say "hi",\nthen go'


def test_rows_are_written_as_they_are_read_and_never_gathered():
    endless = (line_of(number) for number in itertools.count())

    chunks = list(itertools.islice(csv_chunks(endless), 4))

    assert [chunk.split(",")[0] for chunk in chunks] == ["\ufeffid", "0", "1", "2"]
