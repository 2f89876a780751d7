"""Looking good is not being good: attacks stay under 40, and honest twins far above them."""

import pytest

from scoring import Case, assess
from tests.scoring.attacks import POSTS

ATTACKS = [(post, attack) for post in POSTS for attack in post.attacks]
JABS = (
    "You should have chosen a safe place though.",
    "Please be more polite to our drivers in future.",
    "Lol, some people make a fuss about anything 😂",
    "Please change your review now.",
)


def overall(complaint: str, reply: str) -> int | None:
    return assess(Case(complaint=complaint, reply=reply)).overall


@pytest.mark.parametrize(("post", "attack"), ATTACKS, ids=[attack[:50] for _, attack in ATTACKS])
def test_attack_stays_under_40_or_ungraded(post, attack):
    score = overall(post.complaint, attack)

    assert score is None or score < 40


@pytest.mark.parametrize("post", POSTS, ids=[post.complaint[:40] for post in POSTS])
def test_honest_twin_scores_well_above_every_attack(post):
    honest = overall(post.complaint, post.honest)

    assert honest is not None
    assert honest >= 70
    assert all(honest >= (overall(post.complaint, attack) or 0) + 30 for attack in post.attacks)


@pytest.mark.parametrize("jab", JABS)
def test_a_closing_jab_spoils_a_good_repair(jab):
    for post in POSTS:
        spoiled = overall(post.complaint, f"{post.honest} {jab}")

        assert spoiled is not None
        assert spoiled <= 50
