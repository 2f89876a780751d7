"""`poise score` and `poise score-file`, as a shell would call them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMPLAINT = "My parcel is three days late and it's my son's birthday today."
REPLY = "I'm sorry the parcel missed your son's birthday. I'm calling the depot now. ^Jo"
CODE = "from trainer.cli import main; main()"


def poise(*arguments: str, feed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", CODE, *arguments]
    return subprocess.run(command, input=feed, capture_output=True, check=False, timeout=60)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    good = {"id": "a", "complaint": COMPLAINT, "reply": REPLY}
    lines = [json.dumps(good), "{broken", json.dumps(good | {"id": "b"})]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_score_prints_scores_and_the_words_behind_them():
    done = poise("score", "--complaint", COMPLAINT, "--reply", REPLY, "--minutes", "60")

    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "of 100" in shown
    assert "Defensiveness" in shown
    assert "lower is better" in shown
    assert "80" in shown  # speed at the target


def test_score_as_json_is_one_object_with_spans_into_the_reply():
    done = poise("score", "--complaint", COMPLAINT, "--reply", REPLY, "--json")

    card = json.loads(done.stdout)
    assert card["graded"] is True
    assert card["speed"] is None
    assert all(REPLY[move["start"] : move["end"]].strip() for move in card["moves"])


def test_score_takes_the_words_of_the_rubric():
    done = poise(
        *("score", "--complaint", COMPLAINT, "--reply", REPLY, "--minutes", "1440", "--json"),
        *("--channel", "review", "--severity", "p3", "--fault", "not_ours"),
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["speed"] == 80  # a review site's target is a day


@pytest.mark.parametrize(
    ("option", "value", "named"),
    [
        pytest.param("--minutes", "-1", "minutes is -1", id="minutes below 0"),
        pytest.param("--minutes", "soon", "soon", id="minutes in words"),
        pytest.param("--channel", "fax", "fax", id="unknown channel"),
    ],
)
def test_score_names_a_bad_option(option, value, named):
    done = poise("score", "--complaint", "a", "--reply", "b", option, value)

    assert done.returncode == 2
    assert named in done.stderr.decode()


def test_score_file_writes_results_and_names_the_rejected_line(rows: Path, tmp_path: Path):
    out = tmp_path / "out.jsonl"

    done = poise("score-file", str(rows), "--out", str(out))

    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    rejects = (tmp_path / "out.jsonl.rejects.jsonl").read_text(encoding="utf-8")
    assert done.returncode == 1
    assert [record["id"] for record in records] == ["a", "b"]
    assert json.loads(rejects)["line"] == 2
    assert done.stdout == b""


def test_score_file_without_out_answers_on_standard_output(rows: Path):
    done = poise("score-file", str(rows))

    assert len(done.stdout.splitlines()) == 2
    assert Path(f"{rows}.rejects.jsonl").exists()


def test_score_file_reads_a_pipe_and_names_rejects_on_standard_error(rows: Path):
    done = poise("score-file", "-", feed=rows.read_bytes())

    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert '"line": 2' in done.stderr.decode()


def test_score_file_leaves_no_rejects_file_when_there_are_none(rows: Path, tmp_path: Path):
    stale = tmp_path / "in.jsonl.rejects.jsonl"
    stale.write_text("from before\n", encoding="utf-8")
    rows.write_text(rows.read_text(encoding="utf-8").replace("{broken\n", ""), encoding="utf-8")

    done = poise("score-file", str(rows))

    assert done.returncode == 0
    assert not stale.exists()


def test_score_file_that_cannot_run_says_why_and_keeps_an_earlier_result(tmp_path: Path):
    source, out = tmp_path / "in.csv", tmp_path / "out.jsonl"
    source.write_text("a,b\n1,2\n", encoding="utf-8")
    out.write_text("earlier\n", encoding="utf-8")

    done = poise("score-file", str(source), "--out", str(out))

    assert done.returncode == 2
    assert "lacks id, complaint, reply" in done.stderr.decode()
    assert out.read_text(encoding="utf-8") == "earlier\n"


def test_score_file_names_a_missing_file_and_refuses_to_overwrite_its_input(rows: Path):
    missing = poise("score-file", "nowhere.jsonl")
    onto_itself = poise("score-file", str(rows), "--out", str(rows))

    assert missing.returncode == onto_itself.returncode == 2
    assert "nowhere.jsonl" in missing.stderr.decode()
    assert "is the input itself" in onto_itself.stderr.decode()


def test_score_file_writes_to_a_device_as_it_stands(rows: Path, tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        done = poise("score-file", str(rows), "--out", str(pipe))
        shown, _ = reader.communicate(timeout=30)

    assert pipe.is_fifo()
    assert len(shown.splitlines()) == 2
    assert '"line": 2' in done.stderr.decode()


def test_score_file_follows_a_link_to_its_file(rows: Path, tmp_path: Path):
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.touch()
    link.symlink_to(target)

    poise("score-file", str(rows), "--out", str(link))

    assert link.is_symlink()
    assert len(target.read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize("suffix", [".rejects.jsonl", ".part", ".rejects.jsonl.part"])
def test_score_file_never_overwrites_an_input_that_has_the_name_of_an_output(
    rows: Path, tmp_path: Path, suffix: str
):
    source = tmp_path / f"out.jsonl{suffix}"
    source.write_bytes(rows.read_bytes())

    done = poise(
        "score-file", str(source), "--format", "jsonl", "--out", str(tmp_path / "out.jsonl")
    )

    assert done.returncode == 2
    assert "is the input itself" in done.stderr.decode()
    assert source.read_bytes() == rows.read_bytes()


def test_score_file_that_cannot_run_keeps_the_rejects_of_before(tmp_path: Path):
    source, before = tmp_path / "in.csv", tmp_path / "in.csv.rejects.jsonl"
    source.write_text("a,b\n", encoding="utf-8")
    before.write_text("earlier\n", encoding="utf-8")

    done = poise("score-file", str(source))

    assert done.returncode == 2
    assert before.read_text(encoding="utf-8") == "earlier\n"


def test_score_file_ends_quietly_when_its_reader_has_seen_enough(tmp_path: Path):
    row = {"id": "a", "complaint": COMPLAINT, "reply": REPLY}
    source = tmp_path / "in.jsonl"
    source.write_text((json.dumps(row) + "\n") * 200, encoding="utf-8")
    command = f'"{sys.executable}" -c "{CODE}" score-file "{source}" | head -1'

    done = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)

    assert len(done.stdout.splitlines()) == 1
    assert b"Broken pipe" not in done.stderr


MEMORY = """
import io, json, resource, sys
from trainer.scorefile import FileFormat, score_file

class Rows(io.RawIOBase):
    def __init__(self, count, kind):
        self.left, self.kind, self.rest, self.begun = count, kind, b"", False

    def readable(self):
        return True

    def row(self):
        number = self.left
        word = f"w{number}x" * 1200
        reply = f"Sorry {word}, I will ring you about parcel {number} today."
        if self.kind == "csv":
            return f'{number},"My parcel {number} is late",{reply.replace(",", "")}\\n'.encode()
        fields = {"id": number, "complaint": f"My parcel {number} is late", "reply": reply}
        return (json.dumps(fields) + "\\n").encode()

    def readinto(self, into):
        if not self.rest and self.left:
            self.left -= 1
            self.rest = self.row()
            if self.kind == "csv" and not self.begun:
                self.begun, self.rest = True, b"id,complaint,reply\\n" + self.rest
        size = min(len(into), len(self.rest))
        into[:size], self.rest = self.rest[:size], self.rest[size:]
        return size

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

def run(count, kind):
    sink = open("/dev/null", "w")
    summary = score_file(
        io.BufferedReader(Rows(count, kind)), FileFormat(kind), sink, lambda bad: None
    )
    assert summary.graded > count / 2, summary

for kind in ("jsonl", "csv"):
    run(20, kind)
before = peak()
run(110, "jsonl")
run(20, "csv")
print(peak() - before)
"""


def test_score_file_takes_no_more_memory_for_more_rows():
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], capture_output=True, check=False, timeout=120, text=True
    )

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 4_000  # kilobytes; the rows differ in every word


def test_a_csv_line_without_an_end_is_never_held_whole():
    code = (
        "import io, resource\n"
        "from trainer.scorefile import FileFormat, score_file\n"
        "class Endless(io.RawIOBase):\n"
        "    left = 60_000_000\n"
        "    head = b'id,complaint,reply\\n'\n"
        "    def readable(self): return True\n"
        "    def readinto(self, into):\n"
        "        if self.head:\n"
        "            data, self.head = self.head, b''\n"
        "        else:\n"
        "            data = b'a' * min(len(into), self.left)\n"
        "            self.left -= len(data)\n"
        "        into[:len(data)] = data\n"
        "        return len(data)\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak(); bad = []\n"
        "score_file(io.BufferedReader(Endless()), FileFormat.CSV, io.StringIO(), bad.append)\n"
        "assert len(bad) == 1 and 'longer than' in bad[0].reason, bad\n"
        "print(peak() - before)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=60, text=True
    )

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 30_000  # kilobytes of a 60 MB line
