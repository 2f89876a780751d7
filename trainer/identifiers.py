"""Opaque identifiers: nothing can be guessed or counted from an address."""

import re
import secrets
import string

PUBLIC_ID_LENGTH = 22
"""Characters of a public id: 62^22 values, about 131 bits."""

_ALPHABET = string.ascii_letters + string.digits
_PUBLIC_ID = re.compile(rf"[A-Za-z0-9]{{{PUBLIC_ID_LENGTH}}}")


def new_public_id() -> str:
    """Return 22 random letters and digits; none needs escaping in an address or a shell."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(PUBLIC_ID_LENGTH))


def is_public_id(text: str) -> bool:
    """Return whether `new_public_id` could have made this."""
    return _PUBLIC_ID.fullmatch(text) is not None
