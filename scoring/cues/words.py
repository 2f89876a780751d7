"""A reply's words with what the cues of action ask of them: stops, capitals, sentences."""

import re

from scoring.reading import Reading

_BREAK = re.compile(r"[.!?…;:()\n]|\s-+\s")


class Words:
    """The reply's words by index.

    `stops[i]` says whether a sentence or a part of one ends after word i, `capitals[i]` whether
    it is typed with a capital, `sentence[i]` where its sentence begins.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.folded = reading.reply.folded
        self.tokens = reading.reply.tokens
        self.stops = [self._stops(index) for index in range(len(self.tokens))]
        self.capitals = [self._is_capital(index) for index in range(len(self.tokens))]
        self.sentence = self._sentences()

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> str:
        """Return the folded word, or an empty string past the end."""
        return self.tokens[index].text if index < len(self.tokens) else ""

    def opens(self, index: int) -> bool:
        """Say whether a word is the first of its sentence or follows a comma."""
        return self.sentence[index] == index or self.comma_after(index - 1)

    def comma_after(self, index: int) -> bool:
        """Say whether a comma stands right after a word."""
        return self.folded.startswith(",", self.tokens[index].end)

    def is_quoted(self, index: int) -> bool:
        """Say whether a quotation mark stands right before a word."""
        before = self.tokens[index].start - 1
        return before >= 0 and self.folded[before] in "'\""

    def _stops(self, index: int) -> bool:
        if index + 1 >= len(self.tokens):
            return True
        gap = self.folded[self.tokens[index].end : self.tokens[index + 1].start]
        return gap != " " and _BREAK.search(gap) is not None

    def _is_capital(self, index: int) -> bool:
        token = self.tokens[index]
        first, _ = self.reading.reply.typed_span(token.start, token.end)
        typed = self.reading.reply.typed
        return typed[first].isupper() and not typed[first : first + 2].isupper()

    def _sentences(self) -> list[int]:
        starts: list[int] = []
        current = 0
        for index in range(len(self.tokens)):
            starts.append(current)
            if self.stops[index]:
                current = index + 1
        return starts
