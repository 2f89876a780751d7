"""Stopping the server as a terminal does: every process of it hears the signal at once."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.trainer.running import serving, started
from trainer.config import load_settings

pytestmark = pytest.mark.slow

LONGEST = 60
"""Seconds; far more than a stop takes, and less than for ever."""


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(signal.SIGINT, id="Ctrl-C"),
        pytest.param(signal.SIGTERM, id="a service that is stopped"),
        pytest.param(signal.SIGHUP, id="the terminal is closed"),
    ],
)
def test_server_ends_at_a_signal_to_all_its_processes(tmp_path, number):
    with serving(load_settings(home=tmp_path / "home")) as server:
        os.killpg(server.process.pid, number)

        assert server.process.wait(LONGEST) == 0


def test_server_ends_at_ctrl_c_while_it_is_still_starting(tmp_path):
    with started(load_settings(home=tmp_path / "home")) as process:
        wait_for_child(process)

        os.killpg(process.pid, signal.SIGINT)

        assert process.wait(LONGEST) == 0
        assert "http://" not in process.stdout.read()


def wait_for_child(process: "subprocess.Popen[str]") -> None:
    """Return once the process has forked the one that answers requests."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 60
    while not children.read_text():
        assert time.monotonic() < deadline, "the server started nothing within a minute"
        time.sleep(0.005)
