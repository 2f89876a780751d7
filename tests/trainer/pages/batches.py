"""Files that are uploaded to be scored."""

import io
import time

from tests.trainer.pages.visitor import Page, Visitor


def upload(visitor: Visitor, content: bytes, name: str = "replies.csv") -> Page:
    """Send a file from the page and return the page of its job."""
    form = visitor.get("/score").form("/score/file")
    return visitor.post("/score/file", form.fields | {"file": (io.BytesIO(content), name)})


def when_over(visitor: Visitor, path: str) -> Page:
    """Return the job's page once the job is over."""
    deadline = time.monotonic() + 20
    while "<progress" in (page := visitor.get(path)).text:
        assert time.monotonic() < deadline, "the job did not end within 20 seconds"
        time.sleep(0.05)
    return page
