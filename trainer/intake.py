"""What comes from outside, made fit to be kept: text without what no database takes, and keys."""

from trainer.errors import InputError

KEY_LENGTH = range(8, 65)
"""Characters of the key that makes a form count once."""


def clean(text: str) -> str:
    """Return the text without what no keyboard types and no database keeps.

    NUL characters go; halves of a broken emoji become the replacement character. Everything else
    stays as typed, and spans of the assessment index into what is returned.
    """
    whole = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return whole.replace("\x00", "")


def check_key(key: str) -> None:
    """Raise InputError if this can't be what a form of ours carries."""
    if len(key) not in KEY_LENGTH or not (key.isascii() and key.isprintable()):
        limits = f"{KEY_LENGTH[0]} to {KEY_LENGTH[-1]} plain characters"
        raise InputError("key", key, f"reload the page, which makes one of {limits}")
