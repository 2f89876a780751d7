"""What the fields of every form share: keys, line ends, and the one character that is refused."""

from wtforms import Form, StringField
from wtforms.validators import Length, ValidationError

from trainer.intake import KEY_LENGTH

INCOMPLETE = "This form is incomplete. Reload the page and send it again."
KEY = Length(min=KEY_LENGTH[0], max=KEY_LENGTH[-1], message=INCOMPLETE)


def as_typed(text: str | None) -> str:
    """Return the text with the line ends a person typed: browsers send CRLF for each."""
    return (text or "").replace("\r\n", "\n")


def without_nul(_form: Form, field: StringField) -> None:
    """Refuse the one character that no database keeps."""
    if "\x00" in (field.data or ""):
        raise ValidationError("There is a NUL character in it, which can’t be kept. Take it out.")
