"""Somebody else's run is not found, whatever is asked of it."""

import pytest

from tests.trainer.factories import NOON, make_member, make_playbook
from tests.trainer.practice.practising import object_to, send, start
from trainer.errors import NotFoundError, ScenarioUnknownError
from trainer.practice import clocking, queries, services


def test_somebody_elses_run_is_not_found_whatever_is_asked(
    session, other_session, alice, bob, story
):
    run = start(session, alice)
    send(session, alice, run)
    carol = make_member(session)

    for own, member in ((session, carol), (other_session, bob)):
        who = {"member": member, "run_id": run.public_id}
        assert queries.run_of(own, **who) is None
        assert queries.view_of(own, **who, now=NOON) is None
        with pytest.raises(NotFoundError):
            send(own, member, run)
        with pytest.raises(NotFoundError):
            clocking.set_clock(own, **who, rate=0, now=NOON, key="clock-key")
        with pytest.raises(NotFoundError):
            services.finish_run(own, **who, key="finish-key", now=NOON)
        with pytest.raises(NotFoundError):
            object_to(own, member, run)
    assert queries.disputes(other_session) == ()


def test_another_organisation_has_no_scenario_of_ours(other_session, bob, story):
    make_playbook(other_session)

    with pytest.raises(ScenarioUnknownError):
        start(other_session, bob)
    assert queries.scenario_cards(other_session, member=bob).cards == ()
