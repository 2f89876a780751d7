"""Files of replies in, records and rejects out."""

import io
import json
from collections.abc import Iterable

import pytest

from trainer.scorefile import BadRow, FileFormat, ScoreFileError, guess_format, score_file

GOOD = {
    "id": "r1",
    "complaint": "My parcel is three days late and it's my son's birthday today.",
    "reply": "I'm sorry the parcel missed your son's birthday. I'm calling the depot now. ^Jo",
}

KEYS = [
    "id",
    "graded",
    "reason",
    "overall",
    "speed",
    "empathy",
    "ownership",
    "defensiveness",
    "helpfulness",
    "voice",
    "gratitude",
    "channel_fit",
    "bound_by",
    "moves",
    "rubric",
    "scorer",
]


def run(data: bytes, file_format: FileFormat) -> tuple[list[dict[str, object]], list[BadRow]]:
    results, rejects = io.StringIO(), list[BadRow]()
    source = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]  # a raw stream in memory
    score_file(source, file_format, results, rejects.append)
    return [json.loads(line) for line in results.getvalue().splitlines()], rejects


def jsonl(rows: Iterable[object]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_a_row_out_has_the_published_keys_in_order():
    records, _ = run(jsonl([GOOD]), FileFormat.JSONL)

    assert list(records[0]) == KEYS
    assert records[0]["speed"] is None
    assert set(records[0]["moves"][0]) == {"name", "start", "end", "strength"}


def test_minutes_give_a_speed():
    records, _ = run(jsonl([GOOD | {"minutes": 60}]), FileFormat.JSONL)

    assert records[0]["speed"] == 80


def test_unknown_columns_change_nothing():
    plain, _ = run(jsonl([GOOD]), FileFormat.JSONL)
    extra, _ = run(jsonl([GOOD | {"agent": "Jo", "panel": {"overall": 3}}]), FileFormat.JSONL)

    assert plain == extra


def test_csv_and_jsonl_of_one_row_agree():
    text = f'id,complaint,reply,minutes,channel\r\nr1,"{GOOD["complaint"]}","{GOOD["reply"]}",,\r\n'

    from_csv, rejects = run(text.encode(), FileFormat.CSV)
    from_jsonl, _ = run(jsonl([GOOD]), FileFormat.JSONL)

    assert from_csv == from_jsonl
    assert rejects == []


@pytest.mark.parametrize(
    ("row", "named"),
    [
        pytest.param({"id": "1", "complaint": "x"}, "reply is missing", id="no reply"),
        pytest.param(GOOD | {"id": None}, "id is missing", id="null id"),
        pytest.param(GOOD | {"id": 1.5}, "id is 1.5", id="fractional id"),
        pytest.param(GOOD | {"minutes": "soon"}, "minutes is 'soon'", id="minutes in words"),
        pytest.param(GOOD | {"minutes": -1}, "minutes is -1", id="minutes below 0"),
        pytest.param(GOOD | {"minutes": True}, "minutes is True", id="minutes a truth value"),
        pytest.param(GOOD | {"channel": "fax"}, "channel is 'fax'", id="unknown channel"),
        pytest.param(GOOD | {"severity": "P9"}, "severity is 'P9'", id="unknown severity"),
        pytest.param(GOOD | {"fault": 3}, "fault is 3", id="fault a number"),
        pytest.param(GOOD | {"reply": ["a"]}, "reply is ['a']", id="reply a list"),
        pytest.param(GOOD | {"reply": "\ud800"}, "lone surrogate", id="half a character"),
        pytest.param(["not", "an", "object"], "holds a list", id="a list"),
        pytest.param(7, "holds a number", id="a number"),
        pytest.param("words", "holds a text", id="a text"),
        pytest.param(None, "holds null", id="null"),
    ],
)
def test_a_bad_row_is_rejected_by_name_and_the_rest_goes_on(row, named):
    records, rejects = run(jsonl([GOOD, row, GOOD | {"id": "r3"}]), FileFormat.JSONL)

    assert [record["id"] for record in records] == ["r1", "r3"]
    assert [bad.line for bad in rejects] == [2]
    assert named in rejects[0].reason


def test_broken_json_and_broken_bytes_are_rejected_with_their_lines():
    data = b'{"id": \n' + jsonl([GOOD]) + b'{"id": "\xff"}\n\n' + jsonl([GOOD | {"id": 9}])

    records, rejects = run(data, FileFormat.JSONL)

    assert [record["id"] for record in records] == ["r1", 9]
    assert [bad.line for bad in rejects] == [1, 3]


def test_a_number_of_thousands_of_digits_rejects_its_row_alone():
    data = b'{"id": 1, "agent": ' + b"9" * 5_000 + b"}\n" + jsonl([GOOD])

    records, rejects = run(data, FileFormat.JSONL)

    assert [record["id"] for record in records] == ["r1"]
    assert [bad.line for bad in rejects] == [1]


def test_csv_lines_are_counted_through_quoted_new_lines():
    text = 'id,complaint,reply\n1,"two\nlines",ok thanks\n2,a,b,c\n3,\xff,d\n'

    records, rejects = run(text.encode("latin-1"), FileFormat.CSV)

    assert [record["id"] for record in records] == ["1"]
    assert [bad.line for bad in rejects] == [4, 5]
    assert "4 cells for 3 columns" in rejects[0].reason
    assert "complaint is not UTF-8" in rejects[1].reason


def test_a_row_longer_than_the_limit_is_rejected_and_the_next_is_read():
    data = jsonl([GOOD | {"reply": "a" * 5_000_000}, GOOD])

    records, rejects = run(data, FileFormat.JSONL)

    assert [record["id"] for record in records] == ["r1"]
    assert "longer than 4,000,000 bytes" in rejects[0].reason


def test_an_empty_reply_is_ungraded_with_a_reason_and_no_made_up_score():
    records, rejects = run(jsonl([GOOD | {"reply": "  "}]), FileFormat.JSONL)

    assert rejects == []
    assert records[0]["graded"] is False
    assert records[0]["reason"]
    assert [records[0][key] for key in KEYS[3:13]] == [None] * 10


@pytest.mark.parametrize(
    ("data", "named"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"id,complaint,reply\n\n\n", "holds no rows", id="a header alone"),
        pytest.param(b"\n", "lacks id, complaint, reply", id="a blank line"),
        pytest.param(b"a,b\n1,2\n", "found: a, b", id="other columns"),
        pytest.param(b"id,complaint,reply,reply\n", "names reply twice", id="a column twice"),
        pytest.param("id,reply\n".encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param("id,reply\n".encode("utf-16-le"), "UTF-16", id="UTF-16 without its mark"),
        pytest.param("id,reply\n".encode("utf-32-be"), "UTF-16", id="four bytes a letter"),
        pytest.param(b"a" * 5_000_000, "longer than 4,000,000 bytes", id="a header without end"),
        pytest.param(b"PK\x03\x04rest", "spreadsheet", id="a spreadsheet"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data, named):
    with pytest.raises(ScoreFileError, match=named):
        run(data, FileFormat.CSV)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"\n \n", "holds no rows", id="blank lines"),
        pytest.param(b"[" + jsonl([GOOD])[:-1] + b"]", "one JSON list", id="a list on one line"),
        pytest.param(json.dumps([GOOD], indent=1).encode(), "one JSON list", id="a list"),
        pytest.param(json.dumps(GOOD, indent=1).encode(), "over several lines", id="laid out"),
        pytest.param(jsonl([GOOD]).decode().encode("utf-16"), "UTF-16", id="UTF-16"),
    ],
)
def test_jsonl_that_cannot_be_read_says_why(data, named):
    with pytest.raises(ScoreFileError, match=named):
        run(data, FileFormat.JSONL)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("header", ["id complaint reply", "Reply ID Complaint Agent"])
def test_table_is_read_however_its_cells_are_parted_and_its_columns_are_spelt(delimiter, header):
    names = header.split()
    cells = [
        {"id": "r1", "complaint": "Late, again", "reply": "Sorry, Kit; I'll ring"}.get(
            name.lower(), "x"
        )
        for name in names
    ]
    lines = [names, [f'"{cell}"' for cell in cells]]

    records, rejects = run(
        "\n".join(delimiter.join(line) for line in lines).encode(), FileFormat.CSV
    )

    assert rejects == []
    assert [record["id"] for record in records] == ["r1"]


def test_quote_that_never_ends_is_named_where_it_begins():
    data = b'id,complaint,reply\n1,Late,Sorry\n2,"Late,Sorry\n3,Late,Sorry\n'

    records, rejects = run(data, FileFormat.CSV)

    assert [record["id"] for record in records] == ["1"]
    assert [bad.line for bad in rejects] == [3]
    assert "a quote that begins here never ends" in rejects[0].reason


def test_a_single_quote_mark_inside_a_text_is_a_mark():
    records, rejects = run(b'id,complaint,reply\n1,a 12" pan,Sorry\n', FileFormat.CSV)

    assert [record["id"] for record in records] == ["1"]
    assert rejects == []


def test_json_mistake_is_named_by_its_place_in_the_line():
    _, rejects = run(b'{"id": 1, oops}\n' + jsonl([GOOD]), FileFormat.JSONL)

    assert "at character 11)" in rejects[0].reason
    assert "line 1" not in rejects[0].reason


def test_a_byte_order_mark_is_passed_over():
    records, _ = run(b"\xef\xbb\xbf" + jsonl([GOOD]), FileFormat.JSONL)

    assert records[0]["id"] == "r1"


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        pytest.param("a.csv", b"{", FileFormat.CSV, id="name wins"),
        pytest.param("a.JSONL", b"id,", FileFormat.JSONL, id="case is ignored"),
        pytest.param("-", b' {"id"', FileFormat.JSONL, id="a pipe with an object"),
        pytest.param("-", b"id,complaint", FileFormat.CSV, id="a pipe with a header"),
    ],
)
def test_the_format_is_guessed(name, head, expected):
    assert guess_format(name, head) is expected
