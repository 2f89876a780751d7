"""The application on a fresh database, and someone who visits it."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.trainer.pages.visitor import Visitor
from trainer.app import create_app
from trainer.config import Settings
from trainer.jobs import Worker
from trainer.models import Model


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


@pytest.fixture
def stored(app: Flask) -> Callable[[type[Model]], int]:
    """Count rows of a model as another process would see them."""

    def count(model: type[Model]) -> int:
        local = app.extensions["poise"]
        with local.database.session_for(local.organisation_id) as session:
            return session.scalar(select(func.count(model.id))) or 0

    return count


@pytest.fixture
def worker(app: Flask, settings: Settings) -> Iterator[None]:
    """The thread that runs the server's jobs."""
    with Worker(app.extensions["poise"].database, settings):
        yield
