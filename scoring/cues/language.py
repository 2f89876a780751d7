"""When not to grade: no words, too long, another language, gibberish, the complaint sent back."""

import re
import unicodedata
from functools import cache

from scoring import lexicons
from scoring.reading import Reading
from scoring.text import Text

LONGEST_REPLY = 10_000
"""Characters of the longest reply that is graded; no network takes a public one as long."""

_LETTERS_READ = 2_000
"""Characters looked at to tell the script."""

_FEW = 4
"""Words; below this a text is too short to tell its language by its small words."""

_ENGLISH_SHARE = 0.12
"""English text has far more small words than this, in every dialect of the rated replies."""

_MASH = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{4,}|asdf|qwer|zxcv|hjkl|dfgh|fghj|jkl;")
_VOWEL = re.compile(r"[aeiouy]")


def abstention(reading: Reading) -> str | None:
    """Return in plain words why the reply can't be graded, or None when it can."""
    typed, words = reading.case.reply, reading.reply.words
    if len(typed) > LONGEST_REPLY:
        longest = f"up to {LONGEST_REPLY:,} can be graded"
        return f"The reply is {len(typed):,} characters long; {longest}."
    if not any(character.isalpha() for word in words for character in word):
        return "The reply holds no words."
    if len(words) >= _FEW and words == reading.complaint.words:
        return "The reply repeats the complaint word for word."
    if _other_script(typed) or _other_language(words, _accented(typed)):
        return "The reply doesn't seem to be in English; only English can be graded for now."
    if _gibberish(words):
        return "The reply doesn't hold words that can be read."
    return None


def _other_script(typed: str) -> bool:
    letters = [c for c in typed[:_LETTERS_READ] if c.isalpha()]
    foreign = sum(1 for c in letters if not _is_latin(c))
    return foreign > len(letters) / 2


@cache
def _is_latin(letter: str) -> bool:
    return "LATIN" in unicodedata.name(unicodedata.normalize("NFKC", letter)[0], "")


def _accented(typed: str) -> int:
    """Count words with letters that English doesn't use."""
    return sum(1 for word in typed.split() if any(c.isalpha() and c > "\x7f" for c in word))


def _other_language(words: tuple[str, ...], accented: int) -> bool:
    english = sum(1 for word in words if word in _english())
    foreign = accented + sum(1 for word in words if word in _foreign())
    if len(words) < _FEW:
        return english == 0 and foreign >= 2
    return foreign > english and (english < _ENGLISH_SHARE * len(words) or foreign > 2 * english)


def _gibberish(words: tuple[str, ...]) -> bool:
    if any(word in _english() for word in words):
        return False
    odd = sum(1 for w in words if len(w) > 3 and (_MASH.search(w) or not _VOWEL.search(w)))
    return odd > len(words) / 2


@cache
def _english() -> frozenset[str]:
    return lexicons.load("stopwords") | lexicons.load("care_words")


@cache
def _foreign() -> frozenset[str]:
    listed = (Text(line).words for line in lexicons.load("foreign_words"))
    return frozenset(word for line in listed for word in line) - _english()
