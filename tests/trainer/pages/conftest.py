"""The application on a fresh database, and someone who visits it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.trainer.pages.visitor import Visitor
from trainer.app import create_app
from trainer.config import Settings


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The application as `poise serve` makes it."""
    made = create_app(settings)
    made.testing = True
    # A test wants the page that a person would get, not the exception behind it.
    made.config["PROPAGATE_EXCEPTIONS"] = False
    yield made
    made.extensions["poise"].database.close()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Someone at this machine, with a browser without script."""
    return Visitor(client=app.test_client())
