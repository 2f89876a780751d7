"""What `poise score-file` says when it can't run: the field, the value and the fix."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CODE = "from trainer.cli import main; main()"
ROW = json.dumps({"id": "a", "complaint": "It is late.", "reply": "I'll ring you by 5."}) + "\n"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text(ROW * 3, encoding="utf-8")
    return path


def started(*arguments: str, **options: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", CODE, "score-file", *arguments]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **options)


def told(*arguments: str, **options: object) -> tuple[int, str]:
    """Run it; return its exit status and what it said on standard error."""
    with started(*arguments, **options) as process:
        _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    return process.returncode, said


def test_out_that_is_a_folder_is_named(rows, tmp_path):
    status, said = told(str(rows), "--out", str(tmp_path))

    assert status == 2
    assert f"--out is {str(tmp_path)!r}, a folder; name a file in it" in said


def test_out_in_a_folder_that_is_not_there_is_named(rows, tmp_path):
    status, said = told(str(rows), "--out", str(tmp_path / "no" / "out.jsonl"))

    assert status == 2
    assert f"there is no folder {tmp_path}/no; make it first" in said


@pytest.mark.parametrize(
    ("name", "why"),
    [
        pytest.param("nowhere.jsonl", "No such file or directory", id="nothing there"),
        pytest.param(".", "Is a directory", id="a folder"),
    ],
)
def test_input_that_cannot_be_opened_is_named_with_the_fix(name, why):
    assert told(name) == (
        2,
        f"poise score-file: IN is {name!r} ({why}); name a file, or - for a pipe\n",
    )


@pytest.mark.parametrize("is_named", [True, False], ids=["--out", "standard output"])
def test_full_disk_is_told_in_words(rows, is_named):
    with Path("/dev/full").open("w") as full:
        status, said = told(str(rows), *(["--out", "/dev/full"] if is_named else []), stdout=full)

    assert status == 2
    assert "the results can't be written (No space left on device); make room" in said
    assert ("--out is '/dev/full'" if is_named else "standard output") in said


def test_closed_standard_output_is_told_in_words(rows):
    command = f'"{sys.executable}" -c "{CODE}" score-file "{rows}" >&-'

    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)

    assert done.returncode == 2
    assert done.stderr == ("poise score-file: standard output is closed; name a file with --out\n")


def test_ctrl_c_stops_at_once_and_leaves_an_earlier_result(rows, tmp_path):
    rows.write_text(ROW * 100_000, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    out.write_text("earlier\n", encoding="utf-8")

    with started(str(rows), "--out", str(out)) as process:
        wait_for_file(tmp_path / "out.jsonl.part", process)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)

    assert process.returncode == 130
    assert said == f"poise score-file: stopped; {out} stays as it was\n"
    assert out.read_text(encoding="utf-8") == "earlier\n"
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out.jsonl"}


def wait_for_file(path: Path, process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + 60
    while not (path.exists() and path.stat().st_size):
        assert process.poll() is None, "it ended before it wrote anything"
        assert time.monotonic() < deadline, "it wrote nothing within a minute"
        time.sleep(0.01)


def test_run_ends_with_what_the_scores_come_to(rows):
    status, said = told(str(rows), stdout=subprocess.DEVNULL)

    assert status == 0
    assert said.startswith("3 rows, 3 graded; mean total ")
    assert ", median " in said


def test_whoever_types_the_rows_is_told_how_to_end():
    ours, theirs = pty.openpty()

    with started("-", stdin=theirs, stdout=subprocess.DEVNULL) as process:
        os.write(ours, ROW.encode() + b"\x04")
        _, said = process.communicate(timeout=60)

    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0
    assert "Ctrl-D on an empty line ends it" in said
    assert "1 rows, 1 graded" in said
