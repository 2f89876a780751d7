"""Practising: runs, what the member does in them, and what is shown of them."""
