"""How many working hours the shop gives itself for complaints of a kind; what is open is counted anew at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.actions.complaint_deadlines import renew_open_deadlines
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import Severity
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.terms import LONGEST_TERM, OTHERS, Term
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.deadlines import term_rows
from desktop_app.store.tables import ComplaintTermTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def set_terms(shop: Shop, kind: str, terms: Mapping[Severity, Term | None], *, actor: str) -> Changes:
    """Keeps the terms of a kind ("" for all that have none of their own) at some severities; None takes one away.

    Raises Invalid, at the severity and the half of the term ("high.solve_hours"), for what is no term; NotFound.
    """
    for severity, term in terms.items():
        _check(severity, term)
    with shop.change(_title(shop, kind), actor=actor, topics=(Topic.COMPLAINTS,)) as change:
        if write_terms(shop, change, kind, terms):
            renew_open_deadlines(shop, change)
    return change.changes


def write_terms(shop: Shop, change: Change, kind: str, terms: Mapping[Severity, Term | None]) -> bool:
    """Writes terms that were checked, inside a running change; whether any is another one now."""
    kept = term_rows(shop)
    moved = False
    for severity, term in terms.items():
        row, was = kept.get((kind, severity), (0, None))
        if term == was:
            continue
        moved = True
        if term is None:
            change.delete(ComplaintTermTable, [row])
            continue
        values = {"answer_hours": term.answer_hours, "solve_hours": term.solve_hours}
        if was is None:
            change.insert(ComplaintTermTable, {"kind": kind, "severity": severity.value, **values})
        else:
            change.update(ComplaintTermTable, row, version=None, values=values)
    return moved


def _title(shop: Shop, kind: str) -> Message:
    if kind == OTHERS:
        return msg("Change the deadlines of complaints")
    name = kind_names(shop).get(kind)
    if name is None:
        raise NotFound(msg("There is no kind of complaint “{kind}”. Look at the list of kinds.", kind=kind))
    return msg("Change the deadlines of “{kind}”", kind=name)


def _check(severity: Severity, term: Term | None) -> None:
    if term is None:
        return
    for half, hours in (("answer_hours", term.answer_hours), ("solve_hours", term.solve_hours)):
        if not 1 <= hours <= LONGEST_TERM:
            said = msg("A deadline is a number of working hours from 1 to {n}.", n=LONGEST_TERM)
            raise Invalid(f"{severity.value}.{half}", said)
    if term.solve_hours < term.answer_hours:
        raise Invalid(f"{severity.value}.solve_hours", msg("Nothing is solved before it is answered. Give it longer."))
