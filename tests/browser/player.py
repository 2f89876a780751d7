"""Someone who plays a scenario in a browser."""

from playwright.sync_api import Page, expect

PARCEL = "late-birthday-parcel"
GOOD = (
    "Adaeze, our driver left her costume at the wrong door, and I'm sorry: she's six today and "
    "you're the one left explaining it. I've put the same green dragon on a bike from Castlegate. "
    "It's with you by 14:30. ^Jo"
)
BAD = (
    "We're sorry if you were inconvenienced, but our records show it was delivered. "
    "As per our policy please DM us your order number. ^Jo"
)


def start(page: Page, slug: str = PARCEL, *, timed: bool = False) -> None:
    """Start a scenario from the library; its desk is there, and its script at work."""
    page.goto("/practise")
    card = page.locator(".scard", has=page.locator(f'input[name="slug"][value="{slug}"]'))
    card.locator(f'button[value="{"yes" if timed else "no"}"]').click()
    expect(page.locator("#composer")).to_be_visible()
    page.wait_for_load_state()


def send(page: Page, text: str) -> None:
    """Write a reply and send it; wait until it stands in the thread."""
    count = page.locator("#posts > .post--brand").count()
    page.locator("#reply").fill(text)
    page.locator("#send").click()
    expect(page.locator("#posts > .post--brand")).to_have_count(count + 1)


def play_to_the_end(page: Page, text: str) -> None:
    """Answer every post with the same words until the thread is over."""
    for _ in range(8):
        if page.locator("#send").count() == 0:
            break
        send(page, text)
    expect(page.locator("#deck-debrief")).to_be_visible()
