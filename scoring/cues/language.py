"""When not to grade: no words, another language, the complaint sent back."""

from scoring.reading import Reading


def abstention(reading: Reading) -> str | None:
    """Return in plain words why the reply can't be graded, or None when it can."""
    if not reading.reply.words:
        return "The reply holds no words."
    if reading.reply.words == reading.complaint.words:
        return "The reply repeats the complaint word for word."
    return None
