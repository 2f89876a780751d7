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
from trainer.errors import InputError
from trainer.fields import INCOMPLETE, KEY, as_typed, without_nul
from trainer.practice.limits import MOST_WORDS, PROMISING, reason_problem
from trainer.practice.pace import RATES
from trainer.practice.presence import Move, PageWord
from trainer.practice.words import NETWORKS, Network

DELETE = "delete"
HOLD = "hold"
HOLD_MINUTES = 20
LONGEST_PROMISE = 1440
PRIVATE = NETWORKS[Channel.DIRECT]


def in_words(form: Form, field: TextAreaField) -> None:
    """Refuse a reason that is blank or too long, by the name that the page gives it."""
    without_nul(form, field)
    if (problem := reason_problem(field.label.text, field.data or "")) is not None:
        raise ValidationError(problem)


def where_promised(form: "ActionForm", field: FloatField) -> None:
    """Refuse a time that is none, where one is promised; elsewhere nobody reads the box."""
    field.errors = []
    if not form.promises_time:
        return
    if field.data is None or not 1 <= field.data <= LONGEST_PROMISE:
        raise ValidationError(f"Say in how many minutes you’ll be back: 1 to {LONGEST_PROMISE:,}.")


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
    promise = BooleanField()
    due_in = FloatField(default=HOLD_MINUTES, validators=[where_promised])
    confirm = BooleanField()
    post = StringField(validators=[Optional(), Length(max=40)])
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
        return not self.text.errors

    @property
    def asks_again(self) -> bool:
        """Whether this needs a second yes: it deletes, and nobody said yes to that."""
        return self.action.data == DELETE and not self.confirm.data

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the fields that nobody types into."""
        is_whole = not (self.key.errors or self.seen.errors or self.post.errors)
        return () if is_whole else (INCOMPLETE,)

    @property
    def promises_time(self) -> bool:
        """Whether the words say when somebody will be back: a holding reply's always do."""
        can_promise = self.action.data in PROMISING and self.promise.data
        return self.action.data == HOLD or can_promise

    @property
    def due_shown(self) -> str:
        """What stands in the box for the time: what was typed, whatever it is."""
        return self.due_in.raw_data[0] if self.due_in.raw_data else str(HOLD_MINUTES)

    @property
    def promised_in(self) -> float | None:
        """In how many simulated minutes somebody will be back, or None: nobody said."""
        return self.due_in.data if self.promises_time else None


class ClockForm(Form):
    """Pause the run's clock or let it go on; carries the composer along, unread.

    A page with script names itself and says when it comes and goes.
    """

    rate = FloatField(validators=[AnyOf(RATES)])
    page = StringField(validators=[Optional(), KEY])
    number = IntegerField(default=0, validators=[Optional(), NumberRange(1, MOST_WORDS)])
    move = StringField(default="", validators=[AnyOf([each.value for each in Move])])
    text = TextAreaField(filters=[as_typed])
    key = StringField(validators=[InputRequired(), KEY])

    @property
    def word(self) -> PageWord | None:
        """What the page said of itself, or None."""
        if not self.page.data:
            return None
        move = Move(self.move.data or "")
        return PageWord(page=self.page.data, number=self.number.data or 0, move=move)


class FinishForm(Form):
    """End the run here."""

    key = StringField(validators=[InputRequired(), KEY])


class DisputeForm(Form):
    """An objection to one score or one highlighted part."""

    event = StringField(
        validators=[
            InputRequired(message="Choose the reply again."),
            Regexp(r"[0-9]{1,9}\Z", message="Choose the reply again."),
        ]
    )
    target = StringField(validators=[InputRequired(message="Choose what you disagree with.")])
    reason = TextAreaField("Why?", filters=[as_typed], validators=[in_words])
    key = StringField(validators=[InputRequired(message=INCOMPLETE), KEY])

    @property
    def event_seq(self) -> int:
        """The number of the reply that the objection is about."""
        return int(self.event.data or 0)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the fields that nobody types into."""
        found = (*self.event.errors, *self.target.errors, *self.key.errors)
        return tuple(dict.fromkeys(map(str, found)))

    def refuse(self, error: InputError) -> None:
        """Say why the objection was not stored; what was typed stays in its box."""
        field = {"reason": self.reason, "key": self.key}.get(error.field, self.target)
        field.errors = [*field.errors, f"{error.fix[:1].upper()}{error.fix[1:]}."]


class AnswerForm(Form):
    """A trainer's answer to an objection. `show` is the part of the queue to go back to."""

    verdict = StringField(
        validators=[AnyOf(("agree", "stands"), message="Choose one: you agree, or it stands.")]
    )
    note = TextAreaField("A short note", filters=[as_typed], validators=[in_words])
    seen = IntegerField(default=0, validators=[Optional(), NumberRange(min=0, max=1_000_000)])
    show = StringField(default="open", validators=[AnyOf(("open", "answered", "all"))])
    key = StringField(validators=[InputRequired(message=INCOMPLETE), KEY])
