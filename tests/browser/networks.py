"""One short scenario for each kind of network that the library may come to use."""

from dataclasses import dataclass

from scenarios.library import Source

_TEXT = """\
format: 1
title: {title}
summary: Someone waits for an answer on another kind of network.
industry: {industry}
channel: {channel}
severity: P3
difficulty: 1
fault: ours
emotion_need: 0.6
brand: {{name: {brand}, handle: "{handle}"}}
customer: {{name: {customer}, handle: "{customer_handle}", about: "A regular for two years."}}
bystanders: [{{name: Priya S, handle: "@priya_s"}}]
starts_at: "13:05"
start: {{anger: {anger}, trust: 50, trust_before: 70, sentiment: -10}}
facts: [{facts}]
offers: [{{action: "{offer}", within: 1440}}]
parts: ["What happens now?"]
opening: first
beats:
  - id: first
    turn: first
    says: ["{says}"]
    silence: {{after: 3000, go: gone}}
    next: [{{go: second, after: 3}}]
    ungraded: {{go: second, after: 2}}
    deleted: {{go: gone, after: 1}}
  - id: second
    says: ["{again}"]
    silence: {{after: 3000, go: gone}}
    next: [{{go: gone, after: 3}}]
    ungraded: {{go: gone, after: 2}}
    deleted: {{go: gone, after: 1}}
endings:
  - {{id: gone, outcome: settled, title: "It is settled", text: "They stay."}}
"""


@dataclass(frozen=True, kw_only=True)
class Network:
    """A scenario on one network, and an answer to it."""

    channel: str
    source: Source
    reply: str


def _network(channel: str, reply: str, **fields: str | int) -> Network:
    slug = f"on-{channel}"
    text = _TEXT.format(channel=channel, **fields)
    return Network(channel=channel, source=Source(slug=slug, text=text), reply=reply)


REVIEW = _network(
    "review",
    "Two hours is far too long with two hungry children, Tomas, and I'm sorry. We were two cooks "
    "short and told nobody. I'm taking the starters off your bill today. Hana, manager",
    title="Two hours for a pizza",
    industry="restaurants",
    brand="Il Forno",
    handle="@ilforno",
    customer="Tomas Brandt",
    customer_handle="@tomasb",
    anger=62,
    facts='{label: Kitchen, text: "Two cooks were ill on Friday."}',
    offer="Starters refunded",
    says="Booked for 18:30, sat down on time, and the children got their pizza at 20:25. Nobody "
    "said a word to us. The pizza was good. I will not find that out again.",
    again="Thank you for answering. So the kitchen was short and you still took bookings?",
)
APPSTORE = _network(
    "appstore",
    "Losing three weeks of runs is on us, Mel: 4.12 drops the history when it syncs. I've asked "
    "for your backup to be put back, and 4.12.1 with the repair is out on Thursday. Ife",
    title="The update that ate my runs",
    industry="software",
    brand="Stride",
    handle="@stride",
    customer="mel_runs",
    customer_handle="@mel_runs",
    anger=48,
    facts='{label: Version, text: "4.12"}, {label: Repair, text: "4.12.1 is out on Thursday."}',
    offer="History put back from the backup",
    says="Updated last night. Three weeks of runs are gone, ten days before my first half "
    "marathon. It was the best app I had.",
    again="Thursday is late, but at least someone read this. How do I get the backup?",
)
DIRECT = _network(
    "direct",
    "That's a long night with no heating and a baby, Noor, and I'm sorry. I've moved you to the "
    "8 o'clock slot tomorrow; Dev rings you before he sets off. Lee",
    title="No heating, and a baby",
    industry="energy",
    brand="Warmly",
    handle="@warmly",
    customer="Noor Aziz",
    customer_handle="@noor.az",
    anger=58,
    facts='{label: Engineer, text: "Dev, free at 8 tomorrow."}',
    offer="Engineer at 8 tomorrow",
    says="Hi, your engineer didn't come today and it's 11 degrees in here. We have a four month "
    "old. When is somebody coming?",
    again="ok. and if he doesn't come at 8?",
)
INSTAGRAM = _network(
    "instagram",
    "@lou.bakes, the lid should never come off in the post and I'm sorry it took your cake stand "
    "with it. A new one leaves today by courier, no need to send pieces back. Kim",
    title="The cake stand in pieces",
    industry="retail",
    brand="Clay & Co",
    handle="@clayandco",
    customer="Lou Ferreira",
    customer_handle="@lou.bakes",
    anger=45,
    facts='{label: Stand, text: "Broken lid on a batch of 40."}',
    offer="A new stand by courier",
    says="So excited for this and it came in about nine pieces 💔 wedding cake is on Saturday",
    again="oh wow, thank you. Saturday morning at the latest, please?",
)
NETWORKS = (REVIEW, APPSTORE, DIRECT, INSTAGRAM)
