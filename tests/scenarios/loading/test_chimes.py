"""Who may chime in, and how often."""

import pytest
import yaml

from tests.scenarios.builders import SCENARIO
from tests.scenarios.loading.problems import only_problem_of, problems_of


@pytest.mark.parametrize(
    ("chime", "message", "fix"),
    [
        pytest.param(
            {"by": "@pria_s", "after": 3, "says": ["Hm."]},
            "Nobody here is called @pria_s.",
            "Did you mean @priya_s?",
            id="misspelt",
        ),
        pytest.param(
            {"by": "@samkowalski", "after": 3, "says": ["Hm."]},
            "@samkowalski is no bystander.",
            "Use one of @priya_s.",
            id="the customer",
        ),
        pytest.param(
            {"by": "priya", "after": 3, "says": ["Hm."]},
            '"priya" can\'t be used for by.',
            "Start it with @, then letters, digits, _ or dots: @tallowandpine.",
            id="no handle",
        ),
        pytest.param(
            {"by": "@priya_s", "says": ["Hm."], "likes": 3},
            "There is no field likes here.",
            "Known here: by, after, says.",
            id="a field too many",
        ),
        pytest.param({"by": "@priya_s", "after": 1}, "says is missing.", "Add it: ", id="silent"),
    ],
)
@pytest.mark.parametrize("place", ["beats", "endings"])
def test_chime_is_by_a_bystander_of_the_scenario(place, chime, message, fix):
    data = yaml.safe_load(SCENARIO)
    data[place][0]["chimes"] = [chime]

    problem = problems_of(yaml.safe_dump(data, sort_keys=False))[0]

    assert problem.path.startswith(f"{place}[0].chimes[0]")
    assert problem.message == message
    assert problem.fix.startswith(fix)


def test_chimes_need_bystanders_and_are_at_most_six():
    data = yaml.safe_load(SCENARIO)
    data["endings"][0]["chimes"] = [{"by": "@priya_s", "says": ["Hm."]} for _ in range(7)]
    many = only_problem_of(yaml.safe_dump(data, sort_keys=False))
    del data["endings"][0]["chimes"][1:]
    del data["bystanders"], data["beats"][4]["speaker"]
    alone = only_problem_of(yaml.safe_dump(data, sort_keys=False))

    assert many.message == "chimes has 7 items; 6 is the most."
    assert (alone.message, alone.fix) == (
        "Nobody here is called @priya_s.",
        "Add them under `bystanders`.",
    )
