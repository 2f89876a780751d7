"""Voice cues: a person who greets, speaks plainly, says one thing of this post, and signs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from scoring.assessment import Move
from scoring.case import Case, Channel, Flag, Severity
from scoring.cues import naming
from scoring.cues.bearing import bears_on_post, speaks_for_this
from scoring.cues.once import gathered, sound
from scoring.cues.phrases import matches
from scoring.cues.ties import bearing, is_idle_at
from scoring.cues.wordings import pattern, wordings
from scoring.reading import Detail, Reading
from scoring.text import Span, Token

_DETAILS_SHOWN = 4
_PLAIN_WORDS = 22
_PLAIN = 0.4
_SHOUTED_WORDS = 3
_AS_I, _AS_WE = 1.0, 0.6
_GENERAL_WORD = 0.5
_CALM = 40
_ONCE = frozenset({"first_person", "concrete_detail", "plain_words"})

# Words that a reader of the channel takes in without opening anything.
_FITTING_WORDS = {
    Channel.X: 55,
    Channel.FACEBOOK: 110,
    Channel.INSTAGRAM: 80,
    Channel.REVIEW: 130,
    Channel.APPSTORE: 90,
    Channel.DIRECT: 130,
}


def find(reading: Reading) -> Iterator[Move]:
    """Yield the voice moves of a reply."""
    yield from naming.find(reading)
    yield from gathered(sound(reading, _heard(reading)), _ONCE)
    if _may_joke(reading.case):
        yield from matches(reading, wordings("humour"))


def _heard(reading: Reading) -> Iterator[Move]:
    yield from _first_person(reading)
    for detail in _heaviest(reading):
        token = detail.token
        yield reading.move("concrete_detail", token.start, token.end, detail.weight)
    yield from _plain(reading)
    yield from _stock(reading)
    yield from _shouting(reading)
    yield from _length(reading)


def _first_person(reading: Reading) -> Iterator[Move]:
    """Yield where I or we are said, over the clause, in a sentence about this post."""
    text = reading.reply
    spoken = _spoken_for_this(reading)
    for name, strength in (("first_person_i", _AS_I), ("first_person_we", _AS_WE)):
        for found in pattern(name).finditer(text.folded):
            if text.sentence_at(found.start()) in spoken:
                end = max(found.end(), text.clause_at(found.start()).end)
                yield reading.move("first_person", found.start(), end, strength)
                break


def _spoken_for_this(reading: Reading) -> frozenset[Span]:
    return frozenset(span for span in reading.reply.sentences if speaks_for_this(reading, span))


def _heaviest(reading: Reading) -> list[Detail]:
    """Return the details that show most, each stem once, in the order of the reply."""
    once = {detail.stem: detail for detail in reversed(reading.details)}
    shown = sorted(once.values(), key=lambda item: (-item.weight, item.token.start))
    return sorted(shown[:_DETAILS_SHOWN], key=lambda item: item.token.start)


def _plain(reading: Reading) -> Iterator[Move]:
    """Yield the sentences on this post that one breath can hold and that no template wrote.

    One word alone, such as a signature, is no sentence.
    """
    text = reading.reply
    for sentence in text.sentences:
        if not (reading.weight_in(sentence) or bears_on_post(reading, sentence)):
            continue
        words = text.part(sentence)
        stock = any(item.pattern.search(words) for item in wordings("template"))
        if not stock and 1 < len(words.split()) <= _PLAIN_WORDS:
            yield reading.move("plain_words", sentence.start, sentence.end, _PLAIN)


def _stock(reading: Reading) -> Iterator[Move]:
    """Yield stock phrases; one that only a general word makes ("all customers") needs the post."""
    for move in matches(reading, wordings("template")):
        if move.strength > _GENERAL_WORD or not is_idle_at(reading, move.start):
            yield move


def _shouting(reading: Reading) -> Iterator[Move]:
    run: list[Token] = []
    for token in reading.reply.tokens:
        if _is_shouted(reading, token):
            run.append(token)
            continue
        yield from _shout(reading, run)
        run = []
    yield from _shout(reading, run)


def _shout(reading: Reading, run: list[Token]) -> Iterator[Move]:
    if len(run) >= _SHOUTED_WORDS:
        yield reading.move("shouting", run[0].start, run[-1].end)


def _is_shouted(reading: Reading, token: Token) -> bool:
    start, end = reading.reply.typed_span(token.start, token.end)
    typed = reading.reply.typed[start:end]
    return len(typed) > 1 and typed.isalpha() and typed.isupper()


def _length(reading: Reading) -> Iterator[Move]:
    """Yield the words on this post beyond what the channel holds, as one stretch."""
    sentences = bearing(reading)
    tokens = [token for token in reading.reply.tokens if _is_in(sentences, token)]
    fitting = _FITTING_WORDS[reading.case.channel]
    if len(tokens) > fitting:
        over = min(1.0, (len(tokens) - fitting) / fitting)
        yield reading.move("runs_long", tokens[fitting].start, tokens[-1].end, over)


def _is_in(sentences: Sequence[Span], token: Token) -> bool:
    place = bisect_right(sentences, token.start, key=lambda span: span.start) - 1
    return place >= 0 and token.start < sentences[place].end


def _may_joke(case: Case) -> bool:
    """Say whether RUBRIC 2.5 leaves room for humour: the brand's switch, no harm, little anger."""
    harmless = not case.flags & {Flag.INJURY, Flag.SAFETY, Flag.VULNERABLE, Flag.LEGAL}
    calm = case.anger is not None and case.anger < _CALM
    mild = case.severity in {Severity.P3, Severity.P4}
    joked = pattern("customer_jokes").search(case.complaint.lower()) is not None
    return case.playful_brand and harmless and mild and (calm or joked)
