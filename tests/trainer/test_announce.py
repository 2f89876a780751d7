"""The address is told when it can be opened, and not before."""

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.trainer.running import Connection, serving
from trainer.cli.announce import announce_when_up
from trainer.config import load_settings


class Answering(BaseHTTPRequestHandler):
    """Answers everything, as a server does that has just come up or has trouble."""

    status = 200

    def do_GET(self):
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


class InTrouble(Answering):
    status = 503


@contextmanager
def listening(bound: socket.socket, handler: type[Answering]):
    """Answer on a socket that is bound already."""
    server = HTTPServer(bound.getsockname(), handler, bind_and_activate=False)
    server.socket.close()
    server.socket = bound
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield
    server.shutdown()
    thread.join()


@pytest.mark.parametrize("handler", [Answering, InTrouble])
def test_address_is_told_once_somebody_answers_there(capsys, handler):
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]

        telling = announce_when_up("127.0.0.1", port)
        telling.join(0.3)
        before = capsys.readouterr().out
        with listening(bound, handler):
            telling.join(10)

    assert before == ""
    assert capsys.readouterr().out == f"Poise is at http://127.0.0.1:{port}  (Ctrl-C stops it)\n"


@pytest.mark.slow
def test_server_answers_the_first_request_to_the_address_that_it_tells(tmp_path):
    with serving(load_settings(home=tmp_path / "home")) as server:
        page = Connection(address=server.address).get("/")

    assert page.status == 200
