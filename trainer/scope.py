"""The one place where rows are kept apart by organisation, and history is kept from changing.

A session is bound to an organisation by `session.info["organisation_id"]`. Without it, it can
read and add organisations and nothing else. Every statement given to a session passes
`_scope_statement`, which refuses one that names no model, and every row that is written passes
`_check_rows`. What is asked of a session's bare connection passes neither, so a test sees to it
that only `begin_writing` takes one, for the lock.
"""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import (
    ORMExecuteState,
    Session,
    UOWTransaction,
    attributes,
    with_loader_criteria,
)

from trainer.errors import AppendOnlyError, ScopeError
from trainer.models import AppendOnly, Model, Organisation, Scoped

ORGANISATION = "organisation_id"


class ScopedSession(Session):
    """A session of one organisation, or of none."""

    @property
    def organisation_id(self) -> int | None:
        """The organisation that this session sees; None sees organisations only."""
        found: int | None = self.info.get(ORGANISATION)
        return found

    def bulk_save_objects(self, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002 - refused whatever it is given
        """Refuse: legacy bulk writes pass no event, so nothing could check their organisation."""
        raise ScopeError("legacy bulk writes can't be scoped: use session.add_all()")

    bulk_insert_mappings = bulk_save_objects
    bulk_update_mappings = bulk_save_objects


def _scope_statement(state: ORMExecuteState) -> None:
    """Filter a statement by the session's organisation, or refuse it."""
    mappers = state.all_mappers
    if not state.is_orm_statement or not mappers:
        raise ScopeError("this statement selects no model: ask for models and their columns")
    kinds = [mapper.class_ for mapper in mappers]
    if state.is_insert:
        raise ScopeError("insert statements aren't scoped: use session.add() or add_all()")
    if state.is_update or state.is_delete:
        _refuse_changing_history(kinds)
    _add_criteria(state, _organisation_for(state.session, kinds))


def _organisation_for(session: Session, kinds: list[type[Any]]) -> int | None:
    organisation_id: int | None = session.info.get(ORGANISATION)
    scoped = sorted(kind.__name__ for kind in kinds if issubclass(kind, Scoped))
    if organisation_id is None and scoped:
        raise ScopeError(f"{scoped[0]} belongs to an organisation: use session_for()")
    return organisation_id


def _add_criteria(state: ORMExecuteState, organisation_id: int | None) -> None:
    if organisation_id is None:
        # Whatever else the statement reaches, through a subquery say, matches nothing.
        criteria = with_loader_criteria(
            Scoped, lambda kind: kind.organisation_id.is_(None), include_aliases=True
        )
        state.statement = state.statement.options(criteria)
        return
    state.statement = state.statement.options(
        with_loader_criteria(
            Scoped, lambda kind: kind.organisation_id == organisation_id, include_aliases=True
        ),
        with_loader_criteria(
            Organisation, lambda kind: kind.id == organisation_id, include_aliases=True
        ),
    )


def _refuse_changing_history(kinds: list[type[Any]]) -> None:
    for kind in kinds:
        if issubclass(kind, AppendOnly):
            raise AppendOnlyError(str(inspect(kind).local_table))


def _check_rows(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Stamp new rows, and refuse to write history again or another organisation's row."""
    for row in session.new:
        if isinstance(row, Scoped):
            _stamp(session, row)
    for row in session.dirty:
        if session.is_modified(row):
            _check_change(session, row)
    for row in session.deleted:
        _check_change(session, row)


def _stamp(session: Session, row: Scoped) -> None:
    organisation_id = _organisation_for(session, [type(row)])
    if not row.organisation_id:
        row.organisation_id = organisation_id
    if row.organisation_id != organisation_id:
        raise ScopeError(f"this {type(row).__name__} belongs to another organisation")


def _check_change(session: Session, row: Model) -> None:
    if isinstance(row, AppendOnly):
        raise AppendOnlyError(str(inspect(type(row)).local_table))
    if not isinstance(row, Scoped):
        return
    organisation_id = _organisation_for(session, [type(row)])
    was = attributes.get_history(row, ORGANISATION).deleted
    if row.organisation_id != organisation_id or was:
        raise ScopeError(f"this {type(row).__name__} belongs to another organisation")


event.listen(ScopedSession, "do_orm_execute", _scope_statement)
event.listen(ScopedSession, "before_flush", _check_rows)
