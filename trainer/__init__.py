"""The Flask application: people, runs, pages, jobs and the command line."""
