"""Whatever is given is loaded, or refused with problems."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.scenarios.builders import SCENARIO
from tests.scenarios.loading.problems import is_loaded_or_explained


@given(st.text(max_size=300))
def test_any_text_is_loaded_or_refused_with_problems(text):
    for each in (text, f"format: 1\n{text}", SCENARIO.replace("A parcel", text, 1)):
        assert is_loaded_or_explained(each)


scraps = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5) | st.just("late"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "go", "when", "says", "next", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(yaml.safe_load(SCENARIO))), scraps)
def test_any_value_in_any_field_is_loaded_or_refused_with_problems(field, value):
    data = yaml.safe_load(SCENARIO)
    data[field] = value

    assert is_loaded_or_explained(yaml.safe_dump(data, allow_unicode=True))
