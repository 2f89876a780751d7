"""From a case to its assessment: detect, score each dimension, take the lowest ceiling."""

from collections.abc import Iterable, Iterator
from functools import cache

from scoring.assessment import Assessment, Ceiling, Dimension, ungraded
from scoring.case import Action, Case, Flag
from scoring.cues.removal import states_reason
from scoring.detector import Detection, Detector
from scoring.need import Need, settled
from scoring.rubric import CURRENT, load
from scoring.rubric.channel_fit import channel_fit
from scoring.rubric.defensiveness import cue_defensiveness, defensiveness
from scoring.rubric.empathy import empathy
from scoring.rubric.gates import gates
from scoring.rubric.gratitude import gratitude
from scoring.rubric.helpfulness import helpfulness
from scoring.rubric.overall import Scores, Setting, ceilings, total
from scoring.rubric.ownership import ownership
from scoring.rubric.speed import speed, wait_share
from scoring.rubric.voice import voice

REMOVALS = frozenset({Action.DELETE, Action.HIDE, Action.BLOCK})

REMOVABLE = frozenset({Flag.TROLL, Flag.ABUSIVE, Flag.PII})
"""Hate, threats, spam or someone else's data: such a post may go, if the reply says why."""

_ACTION_SCORER = "actions"


@cache
def default_detector() -> Detector:
    """Return the offline detector, made once a process."""
    from scoring.cues.detector import CueDetector  # Here, because the cues import this package.

    return CueDetector()


def assess(case: Case, detector: Detector | None = None) -> Assessment:
    """Return the assessment of one reply; the same case always gives the same answer.

    A reply that can't be graded (no words, another language, an unsure detector)
    gives `graded=False` with the reason, never a made-up 0. Taking a post down is
    gate K1, unless the case's flags allow it and a sentence of the reply tells that it
    was done and why; then that reply is graded as any other. A reply that can't be
    graded has told nobody why, so beside a removal it is K1 too.
    """
    if case.action in REMOVALS and not _may_remove(case):
        return _removed(case)
    if case.action is Action.NONE:
        return _silent(case)
    reader = detector or default_detector()
    detection = reader.detect(case)
    if detection.abstained is not None:
        if case.action in REMOVALS:
            return _removed(case)
        return ungraded(detection.abstained, rubric=CURRENT, scorer=reader.version)
    return _graded(case, detection, reader.version)


def assess_many(cases: Iterable[Case], detector: Detector | None = None) -> Iterator[Assessment]:
    """Yield one assessment a case, in order; no case sees its neighbours."""
    reader = detector or default_detector()
    for case in cases:
        yield assess(case, reader)


def _may_remove(case: Case) -> bool:
    return bool(REMOVABLE & case.flags) and states_reason(case.reply)


def _graded(case: Case, detection: Detection, scorer: str) -> Assessment:
    moves = detection.moves
    setting = _setting(case, detection)
    owned = Dimension(value=None) if setting.is_courtesy else ownership(moves, case)
    defended = Dimension(value=None) if setting.is_courtesy else defensiveness(moves, case.flags)
    felt, helped = empathy(moves, case), helpfulness(moves, case)
    sounded, fitted = voice(moves, case), channel_fit(moves, case)
    thanked = gratitude(moves, case, is_due=setting.is_praise)
    scores = Scores(
        S=speed(case),
        E=felt.value or 0,
        O=owned.value,
        D=defended.value,
        H=helped.value or 0,
        V=sounded.value or 0,
        C=fitted.value or 0,
        G=thanked.value or 0,
    )
    candidates = ceilings(scores, setting, gates(moves, case))
    return Assessment(
        graded=True,
        reason=None,
        overall=total(candidates),
        speed=scores.S,
        empathy=felt,
        ownership=owned,
        defensiveness=defended,
        helpfulness=helped,
        voice=sounded,
        gratitude=thanked,
        channel_fit=fitted,
        bound_by=candidates[0].rule,
        ceilings=candidates,
        moves=moves,
        rubric=CURRENT,
        scorer=scorer,
    )


def _setting(case: Case, detection: Detection) -> Setting:
    need = settled(
        case,
        Need(
            emotion=detection.emotion_need,
            is_praise=detection.is_praise,
            is_question=detection.is_question,
        ),
    )
    return Setting(
        turn=case.turn,
        emotion_need=need.emotion,
        cue_defensiveness=cue_defensiveness(detection.moves, case.flags),
        is_praise=need.is_praise,
        is_question=need.is_question,
    )


def _removed(case: Case) -> Assessment:
    """Hiding, deleting or blocking: gate K1, with every dimension at its worst."""
    floor = Dimension(value=0, limit="The post was taken down instead of answered.")
    return Assessment(
        graded=True,
        reason=None,
        overall=0,
        speed=speed(case),
        empathy=floor,
        ownership=floor,
        defensiveness=Dimension(value=100, limit=floor.limit),
        helpfulness=floor,
        voice=floor,
        gratitude=floor,
        channel_fit=floor,
        bound_by="K1",
        ceilings=(Ceiling(rule="K1", value=load().gates["K1"]),),
        moves=(),
        rubric=CURRENT,
        scorer=_ACTION_SCORER,
    )


def _silent(case: Case) -> Assessment:
    """No reply: gate K10 once the target has passed, otherwise nothing to grade yet."""
    if Flag.TROLL in case.flags:
        return ungraded(
            "Nobody is owed an answer to a troll.", rubric=CURRENT, scorer=_ACTION_SCORER
        )
    share = wait_share(case)
    if share is None or share < 1:
        return ungraded(
            "No reply was sent, and its target time had not passed.",
            rubric=CURRENT,
            scorer=_ACTION_SCORER,
        )
    floor = Dimension(value=0, limit="Nobody answered.")
    return Assessment(
        graded=True,
        reason=None,
        overall=0,
        speed=0,
        empathy=floor,
        ownership=floor,
        defensiveness=Dimension(value=0),
        helpfulness=floor,
        voice=floor,
        gratitude=floor,
        channel_fit=floor,
        bound_by="K10",
        ceilings=(Ceiling(rule="K10", value=load().gates["K10"]),),
        moves=(),
        rubric=CURRENT,
        scorer=_ACTION_SCORER,
    )
