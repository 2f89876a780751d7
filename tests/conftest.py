"""What every room's tests share: Hypothesis's profile, and the application with nothing set."""

from collections.abc import Iterator

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings

# CI and everyday machines are slow at times: a deadline would measure them, not the code.
settings.register_profile(
    "poise", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("poise")


@pytest.fixture(scope="session")
def plain_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Yield the application with nothing set but a home folder: what the guards look at."""
    from trainer.app import create_app

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POISE_HOME", str(tmp_path_factory.mktemp("home")))
        yield create_app()
