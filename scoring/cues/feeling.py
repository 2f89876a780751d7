"""Feelings: named in own words for this person, or the stock phrases that stand in for them."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import Phrase, phrase
from scoring.reading import Reading
from scoring.text import Span

_HARD = (
    r"awful|horrible|horrid|horrendous|terrible|terrifying|terrified|frightening|frightened|"
    r"scary|scared|miserable|misery|maddening|infuriating|humiliating|humiliated|humiliation|"
    r"heartbreaking|heart-breaking|upsetting|exhausting|rotten|grim|cruel|cruelty|unkind|shocking|shameful|"
    r"degrading|painful|lonely|gutting|dreadful|nightmare|worrying|worried|distressing|embarrassing|"
    r"disgusting|unbearable|bleak|brutal|rough|galling|absurd|ridiculous|insulting|daft|dismal|"
    r"ghastly|wretched|sickening|alarming|unsettling|hurtful|demeaning|bitter|cold comfort|"
    r"a lot to carry|no joke|no fun|heavy|hard"
)
_SITUATION = phrase(
    "names_feeling",
    0.6,
    rf"(?:that|it|this|which|what you \w+|to (?:be|have|find|see|hear|lose|wait)[^.!?,]{{0,50}}) "
    rf"(?:must(?:'ve| have)? (?:be|been|felt|feel)|sounds?|is|was|would be|'s|feels?) "
    rf"(?:\w+ ){{0,3}}(?:{_HARD}|frustrating|infuriating|stressful|disappointing|unfair|sad)",
    rf"(?:{_HARD})(?: \w+){{0,4}} (?:for (?:you|him|her|them|your|anyone|anybody|any)|to (?:go through|come home|read|find|have))",
    rf"(?:what|such) an? (?:\w+ ){{0,2}}(?:{_HARD}|day|night|week|mess|shame|let-?down|wait|way to)(?: \w+)?",
    r"(?:no|small|little) wonder(?: \w+){0,4}",
    r"(?:of course|naturally|quite rightly|rightly) (?:you|he|she|they)(?:'re| are|'d| would| were)? ?\w*",
    r"(?:i|we)(?:'d| would) (?:be|have been|feel|want|hate) (?:\w+ )?(?:\w+)(?: too)?",
    r"(?:i|we) (?:can )?(?:see|imagine|picture) (?:why|how|you|what|him|her|them)(?: \w+){1,6}",
    r"hard (?:to|for (?:you|him|her)) (?:\w+ ?){1,5}",
    r"how (?:frightened|scared|upset|worried|angry|shaken|awful|horrible|frightening|scary|lonely)(?: \w+){0,5}",
)
_OWN = phrase(
    "names_feeling",
    0.7,
    r"(?:i'm|i am|we're|we are|am|was|were|felt|feel)? ?(?:so |very |truly |really |deeply |properly |just )?"
    r"(?:ashamed|gutted|embarrassed|heartbroken|appalled|horrified|mortified by|shaken|dismayed|saddened|"
    r"relieved|(?:very |so |really |that )glad|thankful) (?:for|to|of|by|that|you|he|she|they|it|we|your|at|everyone|no one|nobody|both)(?: \w+){0,6}",
    r"(?:it )?(?:made (?:me|us)|i|we) (?:wince|winced|flinch(?:ed)?|wept|went cold)(?: \w+){0,3}",
    r"made (?:me|us|you|him|her) (?:cry|angry|sad|feel \w+)",
)
_LOSS = phrase(
    "names_feeling",
    0.65,
    r"(?:sorry|condolences|sympathy|sorrow)[^.!?]{0,25} (?:loss|passing|bereavement|death)",
    r"sorry (?:about|for) your (?:mum|mother|mam|dad|father|husband|wife|son|daughter|sister|brother|baby|"
    r"nan|gran|grandmother|grandad|grandfather|friend|dog|cat|boy|girl|family|uncle|aunt|leg|hand|arm|eye|back)",
)
_WISH = phrase(
    "names_feeling",
    0.4,
    r"(?:hope|hoping|wish|wishing|trust) (?:\w+ ){0,4}(?:well|better|speedy|quick|recover\w*|heal\w*|okay|ok|safe|"
    r"alright|all right|comfortable|on the mend|warm|dry)(?: \w+){0,3}",
    r"(?:get|feel) (?:well|better) soon",
    r"(?:glad|relieved|thankful|thank god|thank goodness|good that) (?:\w+ ){0,4}(?:safe|ok|okay|unhurt|home|well|fine|alright|caught it)",
)
JOY = phrase(
    "courtesy",
    0.7,
    r"(?:made|making|make) (?:my|our|his|her|their|everyone's|the (?:team|whole|kitchen|crew|office)(?:'s)?)(?: \w+){0,4} (?:day|week|morning|shift|year|month)",
    r"(?:congratulations|congrats|well done|bravo|hooray|good for you|many happy returns|happy birthday)(?: \w+){0,5}",
    r"(?:grinn?\w*|beam\w*|smil\w*|blush\w*|chuffed|delighted|over the moon|thrilled|proud)(?: \w+){0,4}",
    r"(?:welcome|see) (?:you|your|both|all)(?: \w+){1,5}",
    r"(?:i|we)(?:'ve|'ll| have| will)? (?:read|pass(?:ed)?|show(?:ed|n)?|tell|told|pinn?ed|shar(?:e|ed)|print(?:ed)?) (?:\w+ ){0,6}(?:out|aloud|on|to (?:him|her|them|the)|him|her|them)",
    r"(?:love|loved|lovely|wonderful|a joy|a pleasure|our pleasure|cheers|enjoy)(?: \w+){0,4}",
    r"(?:glad|happy|pleased|delighted) (?:to|you|that|it|we|he|she|they)(?: \w+){0,5}",
    r"thank(?:s| you)(?: \w+){0,5}",
)
_CANNED = phrase(
    "canned_empathy",
    0.7,
    r"(?:i|we|we'd|i'd) (?:can |do |fully |totally |completely |truly |really |certainly |absolutely |can certainly |"
    r"can fully |can totally )*(?:understand|appreciate|recogni[sz]e|get|sympathi[sz]e|empathi[sz]e|acknowledge|realise|realize)"
    r" (?:with )?(?:how |that |your |why |you're |this |it |the )(?:\w+ ){0,6}(?:frustrat\w+|concern\w*|disappoint\w+|"
    r"inconvenien\w+|upset\w*|annoy\w+|stress\w*|difficult\w*|worr\w+|feelings?|situation|distress\w*|important)",
    r"(?:i|we) hear you",
    r"(?:i|we) (?:truly |really |deeply |genuinely )?care(?: \w+)?(?: about| for| deeply)",
    r"(?:this|that|it) (?:can|may|might) be (?:\w+ )?(?:frustrat\w+|disappoint\w+|difficult|stress\w+|upsetting|worrying)",
    r"your (?:\w+ )?(?:satisfaction|feelings?|concerns?|comfort|happiness|feedback|experience|comments?|safety|wellbeing|frustration)"
    r"(?: and \w+)? (?:is|are|matters?|means?)(?: \w+){0,3}",
    r"(?:thoughts? and prayers|heartfelt|warm hugs?|sending (?:you )?(?:\w+ )?(?:love|hugs|strength|thoughts|vibes|positive)|we feel you|feel your pain|in our thoughts)",
    r"you(?:'re| are) (?:not alone|valued|important|heard|family|part of our)(?: \w+){0,3}",
    r"(?:here for you|stand with (?:you|all)|walk (?:with|beside) you|with you every step|hold(?:ing)? space|with (?:warmth|heart|love|care|compassion|gentle)|"
    r"from the heart|compassion|empathy|empathise|empathize|in your shoes|your journey|your pain|every (?:single )?customer)",
    r"rest assured|be assured|(?:please )?know that we|bear with us|bearing with us|your patience",
)
_SAME = phrase(
    "same_experience",
    0.8,
    r"(?:i|we) (?:know|understand) exactly (?:how|what)(?: \w+){0,4}",
    r"(?:we've|we have|i've|i have) (?:all )?(?:been there|felt (?:the same|that|this))(?: \w+){0,3}",
    r"(?:the )?same (?:thing )?happened to (?:me|us)(?: \w+){0,4}",
    r"as an? (?:fellow )?(?:mum|mother|dad|father|parent|mom|customer|traveller|traveler|dog owner|pet owner) (?:myself|too|i)\b",
    r"(?:i'm|i am) an? (?:mum|mother|dad|father|parent|mom) (?:myself|too)",
)
_FEELINGS: tuple[Phrase, ...] = (_SITUATION, _OWN, _LOSS, _WISH)


def find(reading: Reading) -> Iterator[Move]:
    """Yield named feelings and wishes, stock phrases, and claims of the same experience."""
    text = reading.reply
    for item in _FEELINGS:
        for match in item.pattern.finditer(text.folded):
            stretch = Span(*match.span())
            weight = reading.weight_in(text.sentence_at(stretch.start))
            strength = item.strength * (0.6 + 0.2 * min(2.0, weight))
            yield reading.move(item.name, stretch.start, stretch.end, strength)
    for item in (_CANNED, _SAME):
        for match in item.pattern.finditer(text.folded):
            yield reading.move(item.name, *match.span(), item.strength)
