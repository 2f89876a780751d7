"""Shape and length of what the scoring pages take."""

from dataclasses import dataclass

from wtforms import FileField, FloatField, Form, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length, ValidationError

from scoring import LONGEST_REPLY, Case, Channel, Fault, Severity
from trainer.fields import INCOMPLETE, KEY, as_typed, without_nul
from trainer.practice.words import FAULTS, NETWORKS, URGENCIES

LONGEST_WAIT = 1_000_000
"""Minutes of the longest wait that a pasted pair may have had."""

_FITS = Length(max=LONGEST_REPLY, message=f"{LONGEST_REPLY:,} characters at most. Shorten it.")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value of a closed set, and the words for it."""

    value: str
    label: str


CHANNELS = tuple(Choice(value=each, label=NETWORKS[each].name) for each in Channel)
SEVERITIES = tuple(Choice(value=each, label=URGENCIES[each].label) for each in Severity)
FAILURES = tuple(Choice(value=each, label=FAULTS[each]) for each in Fault)


def _one_of(choices: tuple[Choice, ...]) -> AnyOf:
    return AnyOf([each.value for each in choices], message="Choose one of the list.")


def minutes_or_none(_form: Form, field: FloatField) -> None:
    """Refuse what is no length of time, in words of our own; an empty box is not timed."""
    field.errors = []
    if not "".join(field.raw_data or ()).strip():
        return
    if field.data is None or not 0 <= field.data <= LONGEST_WAIT:
        raise ValidationError(f"Give minutes from 0 to {LONGEST_WAIT:,}, or leave it empty.")


class PairForm(Form):
    """One complaint and its answer, with what is known about them."""

    complaint = TextAreaField(
        "The complaint",
        filters=[as_typed],
        validators=[
            InputRequired(message="Paste what the customer wrote."),
            _FITS,
            without_nul,
        ],
    )
    reply = TextAreaField(
        "The reply",
        filters=[as_typed],
        validators=[
            InputRequired(message="Paste what was answered."),
            _FITS,
            without_nul,
        ],
    )
    minutes = FloatField(
        "Minutes until it was answered",
        validators=[minutes_or_none],
    )
    channel = StringField("Where", default=Channel.X, validators=[_one_of(CHANNELS)])
    severity = StringField("How urgent", default=Severity.P3, validators=[_one_of(SEVERITIES)])
    fault = StringField("Whose failure", default=Fault.UNCLEAR, validators=[_one_of(FAILURES)])

    @property
    def choices(self) -> tuple[tuple[StringField, tuple[Choice, ...]], ...]:
        """The fields with a closed set of values, each with what can be chosen."""
        return (
            (self.channel, CHANNELS),
            (self.severity, SEVERITIES),
            (self.fault, FAILURES),
        )

    @property
    def minutes_shown(self) -> str:
        """What stands in the box for the minutes: what was typed, whatever it is."""
        return "".join(self.minutes.raw_data or ())

    def case(self) -> Case:
        """Return the case to score."""
        return Case(
            complaint=self.complaint.data or "",
            reply=self.reply.data or "",
            minutes=self.minutes.data,
            channel=Channel(self.channel.data or Channel.X),
            severity=Severity(self.severity.data or Severity.P3),
            fault=Fault(self.fault.data or Fault.UNCLEAR),
        )


class UploadForm(Form):
    """A file of replies."""

    file = FileField("CSV or JSONL", validators=[InputRequired(message="Choose a file first.")])
    key = StringField(validators=[InputRequired(message=INCOMPLETE), KEY])
