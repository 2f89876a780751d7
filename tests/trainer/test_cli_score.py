"""`poise score` and `poise score-file`, as a shell would call them."""

import json
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


def test_score_file_stays_small_on_a_long_file():
    code = (
        "import resource, io, sys\n"
        "from trainer.scorefile import score_file, FileFormat\n"
        "from pathlib import Path\n"
        "class Rows(io.RawIOBase):\n"
        "    left = 4000\n"
        "    def readable(self): return True\n"
        "    def readinto(self, into):\n"
        "        if not self.left: return 0\n"
        "        self.left -= 1\n"
        '        line = b\'{"id": 1, "complaint": "late", "reply": ""}\\n\'\n'
        "        into[:len(line)] = line\n"
        "        return len(line)\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "sink = open('/dev/null', 'w')\n"
        "few = Rows(); few.left = 50\n"
        "score_file(io.BufferedReader(few), FileFormat.JSONL, sink, print)\n"
        "before = peak()\n"
        "summary = score_file(io.BufferedReader(Rows()), FileFormat.JSONL, sink, print)\n"
        "assert summary.rows == 4000, summary\n"
        "print(peak() - before)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=120, text=True
    )

    assert int(done.stdout) < 8_000  # kilobytes
