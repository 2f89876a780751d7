"""The `poise` command: serve, play, score."""

from trainer.cli.main import main

__all__ = ["main"]
