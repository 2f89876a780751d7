"""The WSGI entry point, for servers that want a module: `granian --interface wsgi wsgi:app`."""

from trainer.app import create_app

app = create_app()
