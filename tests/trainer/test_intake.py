import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import InputError
from trainer.intake import check_key, clean


@given(st.text(st.characters(codec=None)))
def test_clean_text_can_be_kept_and_cleaning_again_changes_nothing(text):
    kept = clean(text)

    assert "\x00" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert clean(kept) == kept


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_whatever_a_keyboard_types_stays_as_it_is(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    "key", ["", "short", "k" * 65, "key\x00key\x00", "schlüssel-1", "a key\n" * 2]
)
def test_key_that_no_form_carries_is_refused(key):
    with pytest.raises(InputError, match="reload the page"):
        check_key(key)


def test_key_of_a_form_passes():
    check_key("czvPuLLz5RCIV49op0y1MA")
