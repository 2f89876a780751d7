"""Shape and length of what the scoring pages take."""

from wtforms import FileField, FloatField, Form, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from scoring import Case, Channel, Fault, Severity
from trainer.practice.words import FAULTS, NETWORKS, URGENCIES

LONGEST = 20_000
_KEY = Length(min=8, max=64, message="This form is incomplete. Reload the page and send it again.")
_TOO_LONG = f"{LONGEST:,} characters at most. Shorten it, or send it in a file."


def _as_typed(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").replace("\x00", "")


class PairForm(Form):
    """One complaint and its answer, with what is known about them."""

    complaint = TextAreaField(
        "The complaint",
        filters=[_as_typed],
        validators=[
            InputRequired(message="Paste what the customer wrote."),
            Length(max=LONGEST, message=_TOO_LONG),
        ],
    )
    reply = TextAreaField(
        "The reply",
        filters=[_as_typed],
        validators=[
            InputRequired(message="Paste what was answered."),
            Length(max=LONGEST, message=_TOO_LONG),
        ],
    )
    minutes = FloatField(
        "Minutes until it was answered",
        validators=[
            Optional(),
            NumberRange(min=0, max=1_000_000, message="Give minutes from 0, or leave it empty."),
        ],
    )
    channel = SelectField(
        "Where", choices=[(each.value, NETWORKS[each].name) for each in Channel], default="x"
    )
    severity = SelectField(
        "How urgent",
        choices=[(each.value, URGENCIES[each].label) for each in Severity],
        default="P3",
    )
    fault = SelectField(
        "Whose failure",
        choices=[(each.value, FAULTS[each]) for each in Fault],
        default="unclear",
    )

    def case(self) -> Case:
        """Return the case to score."""
        return Case(
            complaint=self.complaint.data or "",
            reply=self.reply.data or "",
            minutes=self.minutes.data,
            channel=self.channel.data,
            severity=self.severity.data,
            fault=self.fault.data,
        )


class UploadForm(Form):
    """A file of replies."""

    file = FileField("CSV or JSONL", validators=[InputRequired(message="Choose a file first.")])
    key = StringField(validators=[InputRequired(), _KEY])
