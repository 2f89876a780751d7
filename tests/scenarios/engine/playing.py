"""The scenario that the engine's tests play, and short ways to play it."""

import yaml

from scenarios import replay
from tests.scenarios.builders import SCENARIO, make_version

VERSION = make_version()
SEED = 7

CHIMES = [
    {"by": "@priya_s", "after": 3, "says": ["Same here.", "Me too.", "And me."]},
    {"by": "@priya_s", "after": 8, "says": ["Still nothing?"]},
]


def play(*events, until=None):
    last = events[-1].minute if events else 0.0
    return replay(VERSION, SEED, events, last if until is None else until)


def make_version_with(beat, **fields):
    """The scenario with fields of one beat replaced."""
    beats = yaml.safe_load(SCENARIO)["beats"]
    return make_version(
        beats=[each | (fields if each["id"] == beat else {}) for each in beats],
    )


def texts(state):
    return [post.text for post in state.posts]


def kinds(state):
    return [post.author.kind for post in state.posts]
