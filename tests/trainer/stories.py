"""A short scenario for tests, and what to answer in it."""

from scenarios.library import Source

LATE = """\
format: 1
title: The chair that came late
summary: A chair is three days late.
industry: retail
channel: x
severity: P3
difficulty: 1
fault: ours
emotion_need: 0.8
brand: {name: Oakhurst, handle: "@oakhurst", signature: "^Jo"}
customer: {name: Sam Rowe, handle: "@samrowe", followers: 80, about: "Needs the chair by Friday."}
voice: Warm and plain.
starts_at: "13:00"
facts: [{label: Chair, text: "At the depot; it can leave tomorrow."}]
offers: [{action: "Delivery tomorrow before noon", within: 1440}]
parts: ["Where is the chair?"]
opening: late
beats:
  - id: late
    turn: first
    says: ["@oakhurst my chair is three days late and nobody answers. Where is it?"]
    silence: {after: 60, go: louder}
    next:
      - {when: "overall >= 100 and minutes < 1", go: never, after: 4}
      - {go: louder, after: 4}
    ungraded: {go: louder, after: 2}
    deleted: {go: louder, after: 1}
  - id: louder
    says: ["Still waiting, @oakhurst. What happens now?"]
    silence: {after: 120, go: gone}
    next:
      - {go: thanks, after: 6}
    ungraded: {go: gone, after: 2}
    deleted: {go: gone, after: 1}
endings:
  - {id: never, outcome: recovered, title: "A perfect answer", text: "Nothing missing."}
  - {id: thanks, outcome: settled, title: "Sam has an answer", text: "The chair is on its way."}
  - {id: gone, outcome: lost, title: "Sam left", text: "Sam bought a chair elsewhere."}
"""

GOOD = (
    "Three days late and no word from us, Sam: I'm sorry, that is our fault. "
    "Your chair is at our depot. I've booked it for tomorrow before noon, "
    "and I'll post here at 18:00. ^Jo"
)
SOURCE = Source(slug="late-chair", text=LATE)
EDITED = Source(slug="late-chair", text=LATE.replace("three days late", "four days late"))
BROKEN = Source(slug="broken", text="format: 1\ntitle: Nothing else\n")
