"""Neutral filler moves no score: true sentences beside the point, before, in or after a reply.

A sentence counts as neutral under a complaint when it shares no content word with it. Twelve
rated replies, from poor to good, are padded with each sentence in turn, at the start, in the middle
or at the end. Nothing may rise, and nothing may fall by more than three points.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from scoring import Assessment, Case, assess
from scoring.reading import is_content, stem
from scoring.text import Text, words

RATED = Path(__file__).resolve().parents[1] / "data" / "rated_replies.jsonl"
RATED_ROWS = [json.loads(line) for line in RATED.read_text(encoding="utf-8").splitlines()]
ROWS = sorted(RATED_ROWS, key=lambda row: (row["panel"]["overall"], row["id"]))[3::6]
"""Twelve replies, evenly from the worst to the best by the panel's marks."""

FILLERS = {
    "our firm": (
        "Our office is on the second floor.",
        "Our company was founded in 1994.",
        "We are a family firm with about forty staff.",
        "The car park has sixty spaces.",
        "Just so you know, our service centre is in Leeds.",
        "We use blue envelopes.",
    ),
    "hours": (
        "We open at nine tomorrow.",
        "The canteen opens at noon.",
        "Our office hours are Monday to Friday, nine to five.",
        "We will be closed on Monday for the bank holiday.",
        "The store will reopen at 9am.",
        "We're open until ten tonight and again from nine tomorrow.",
    ),
    "presence": (
        "I'll be here all day.",
        "I'm on shift until six.",
        "I'm sat at my desk right now.",
        "I've worked here for four years.",
        "I'm part of the social media team and I work weekdays.",
        "My screen is rather wide.",
    ),
    "pleasantries": (
        "Wishing you a pleasant day.",
        "Good to hear from you.",
        "Best wishes from all of us.",
        "It is always nice to hear from people.",
        "Nice to meet you on here.",
        "How are you today?",
    ),
    "app and site": (
        "Our app has a help section under settings.",
        "You can follow us on Instagram as well.",
        "Our website lists all the branches.",
        "The app works on phones and tablets.",
        "There is a search box at the top of the page.",
        "You can also read our blog.",
    ),
    "facts": (
        "Last year we handled 40,000 messages.",
        "There are 52 weeks in a year.",
        "The average order weighs two kilos.",
        "Our vans do about 200 miles a day.",
        "It takes about three weeks to train a new starter.",
        "There are two lifts in the lobby.",
    ),
    "small talk": (
        "It is sunny outside.",
        "It is Tuesday today.",
        "The radio is playing in the corner.",
        "It has rained here since breakfast.",
        "The weather has been mild this week.",
        "Christmas will be here before we know it.",
    ),
    "our doings": (
        "We've painted the staff room this week.",
        "I'm making a cup of tea now.",
        "I've watered the plants on the sill.",
        "We have ordered new chairs for the meeting room.",
        "We moved our desks round on Monday.",
        "I'll be taking my break at one.",
    ),
    "corporate": (
        "We work with partners across the country.",
        "We run training days for staff twice a year.",
        "Our board meets every quarter.",
        "The brand was refreshed in 2021.",
        "Our business is organised in four regions.",
        "We have a customer charter.",
    ),
    "this page": (
        "This is our public page.",
        "Posts on this page are shown in order of time.",
        "I have read your post.",
        "You've reached our social media team.",
        "Your message is in our inbox.",
        "There are many posts on this page.",
    ),
    "how things go": (
        "Parcels are scanned at each stop on the way.",
        "Each customer has an account with a number.",
        "Tickets can be paper or on a phone.",
        "A receipt shows the date, the time and the amount.",
        "Bookings come in by phone, in the app and in person.",
        "Staff wear a badge with a name on it.",
    ),
    "idle talk to them": (
        "You may have seen our new logo.",
        "You can find us on the High Street.",
        "You are one of our customers.",
        "You will have noticed that it is nearly summer.",
        "You may like to know that we have a new shop in York.",
        "You can reach our shop by bus or on foot.",
    ),
}
SCORES = ("empathy", "ownership", "helpfulness", "voice", "channel_fit", "overall")
MOST_LOST = 3
"""Points that a neutral sentence may take off: the rubric's own limit for padding."""


@cache
def scored(complaint: str, reply: str, channel: str) -> Assessment:
    """Return the assessment of a reply; the bare ones are needed once for each filler."""
    return assess(Case(complaint=complaint, reply=reply, channel=channel))


def gains(row: dict[str, str], padded: str) -> dict[str, int]:
    """Return how far each score rises with the padding; less defensiveness is a gain."""
    bare = scored(row["complaint"], row["reply"], row["channel"])
    more = scored(row["complaint"], padded, row["channel"])
    found = {name: (more.score(name) or 0) - (bare.score(name) or 0) for name in SCORES}
    lost = (bare.score("defensiveness") or 0) - (more.score("defensiveness") or 0)
    return {**found, "defensiveness": lost}


def padded(reply: str, filler: str, turn: int) -> str:
    """Return the reply with a filler before it, in its middle or after it."""
    text = Text(reply)
    middle = text.sentences[len(text.sentences) // 2]
    place = text.typed_span(middle.start, middle.end)[0]
    return (
        f"{filler} {reply}",
        f"{reply[:place]}{filler} {reply[place:]}",
        f"{reply}\n{filler}",
    )[turn % 3]


def is_neutral(filler: str, complaint: str) -> bool:
    """Say whether a filler shares no content word with the complaint."""
    theirs = {stem(word) for word in words(complaint)}
    return not any(is_content(word) and stem(word) in theirs for word in words(filler))


def moved(kind: str) -> list[tuple[str, str, str, int]]:
    """Return each score that fillers of a kind move: row, filler, score, and by how much."""
    found = []
    for place, row in enumerate(ROWS):
        for turn, filler in enumerate(FILLERS[kind]):
            if is_neutral(filler, row["complaint"]):
                more = gains(row, padded(row["reply"], filler, place + turn))
                found += [(row["id"], filler, name, gain) for name, gain in more.items() if gain]
    return found


@pytest.mark.parametrize("kind", FILLERS)
def test_neutral_filler_raises_nothing_and_takes_next_to_nothing(kind):
    changes = moved(kind)

    assert not [change for change in changes if change[3] > 0]
    assert not [change for change in changes if change[3] < -MOST_LOST]


def test_the_replies_run_from_poor_to_good():
    marks = [row["panel"]["overall"] for row in ROWS]

    assert len(ROWS) == 12
    assert min(marks) < 15
    assert max(marks) > 60


def test_ten_fillers_together_raise_no_total():
    ten = " ".join(texts[0] for texts in list(FILLERS.values())[:10])
    raised = [
        row["id"]
        for row in ROWS
        if is_neutral(ten, row["complaint"]) and gains(row, f"{row['reply']}\n{ten}")["overall"] > 0
    ]

    assert not raised
