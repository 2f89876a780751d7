"""Shape and length of what the practice pages take; no database and no rule of the game."""

from wtforms import BooleanField, FloatField, Form, IntegerField, StringField, TextAreaField
from wtforms.validators import (
    AnyOf,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
    ValidationError,
)

from scoring import Channel
from trainer.practice.limits import REASON_LENGTH
from trainer.practice.words import NETWORKS, Network

KEY = Length(min=8, max=64, message="This form is incomplete. Reload the page and send it again.")
DELETE = "delete"
HOLD = "hold"
HOLD_MINUTES = 20
PRIVATE = NETWORKS[Channel.DIRECT]


def as_typed(text: str | None) -> str:
    """Return the text with the line ends a person typed: browsers send CRLF for each."""
    return (text or "").replace("\r\n", "\n")


def without_nul(_form: Form, field: TextAreaField) -> None:
    """Refuse the one character that no database keeps."""
    if "\x00" in (field.data or ""):
        raise ValidationError("There is a NUL character in it, which can’t be kept. Take it out.")


class StartForm(Form):
    """Start a scenario."""

    slug = StringField(validators=[InputRequired(), Length(max=80), Regexp(r"[a-z0-9-]+\Z")])
    timed = StringField(default="yes", validators=[AnyOf(("yes", "no"))])
    parent = StringField(validators=[Optional(), Regexp(r"[A-Za-z0-9]{22}\Z")])
    key = StringField(validators=[InputRequired(), KEY])


class ActionForm(Form):
    """What the trainee does next, and the words."""

    action = StringField(
        validators=[
            AnyOf(
                ("reply", "private", "hold", "delete"),
                message="Choose what to do: reply, message, hold or delete.",
            )
        ]
    )
    text = TextAreaField(filters=[as_typed], validators=[without_nul])
    due_in = FloatField(
        default=HOLD_MINUTES,
        validators=[
            Optional(),
            NumberRange(min=1, max=1440, message="Say when you’ll be back: 1 to 1440 minutes."),
        ],
    )
    confirm = BooleanField()
    refresh = BooleanField()
    seen = IntegerField(validators=[Optional(), NumberRange(min=0, max=1_000_000)])
    key = StringField(validators=[InputRequired(), KEY])

    def fits(self, public: Network) -> bool:
        """Return whether the form can be sent; where it can't, its fields say why.

        `public` is the thread's network; a private message has a private message's length.
        """
        network = PRIVATE if self.action.data == "private" else public
        if not self.validate():
            return False
        if self.action.data == DELETE:
            return True
        text = self.text.data or ""
        if not text.strip():
            self.text.errors = ["There’s nothing in the box yet. Write something first."]
        elif len(text) > network.limit:
            over = len(text) - network.limit
            self.text.errors = [f"{over:,} over. {network.name} stops at {network.limit:,}."]
        elif self.action.data == HOLD and self.due_in.data is None:
            self.due_in.errors = ["Say in how many minutes you’ll be back."]
        return not (self.text.errors or self.due_in.errors)


class ClockForm(Form):
    """Pause the run's clock or let it go on; carries the composer along, unread."""

    rate = FloatField(validators=[AnyOf((0, 1, 5, 20))])
    text = TextAreaField(filters=[as_typed])
    key = StringField(validators=[InputRequired(), KEY])


class FinishForm(Form):
    """End the run here."""

    key = StringField(validators=[InputRequired(), KEY])


class DisputeForm(Form):
    """An objection to one score or one highlighted part."""

    event = StringField(validators=[InputRequired(), Regexp(r"[0-9]{1,9}\Z")])
    target = StringField(validators=[InputRequired(message="Choose what you disagree with.")])
    reason = TextAreaField(
        filters=[as_typed],
        validators=[
            InputRequired(message="Say why, in a sentence or two."),
            Length(
                min=REASON_LENGTH[0],
                max=REASON_LENGTH[-1],
                message=f"{REASON_LENGTH[0]} to {REASON_LENGTH[-1]:,} characters, please.",
            ),
            without_nul,
        ],
    )
    key = StringField(validators=[InputRequired(), KEY])

    @property
    def event_seq(self) -> int:
        """The number of the reply that the objection is about."""
        return int(self.event.data or 0)
