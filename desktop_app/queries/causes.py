"""Causes of complaints with what was changed because of them."""

from __future__ import annotations

from collections.abc import Sequence

from peewee import fn

from desktop_app.domain.causes import Cause, Remedy, RemedyFields, RemedyId
from desktop_app.domain.complaints import MEDIOCRE, CauseId, State
from desktop_app.domain.errors import NotFound
from desktop_app.domain.keys import name_key
from desktop_app.domain.text import fold, shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among
from desktop_app.store.tables import CauseTable as U
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import RemedyTable as R

COUNTS = K.rating.is_null() | (K.rating <= MEDIOCRE)  # praise is no complaint


def causes(shop: Shop, ids: Sequence[int] | None = None) -> list[Cause]:
    """The causes the shop knows, or those of these ids, by their names, in three statements."""
    named = U.select(U.id, U.version, U.name)
    rows = shop.rows((named if ids is None else named.where(among(U.id, ids))).tuples())
    opened = fn.SUM((K.state != State.SOLVED.value).cast("integer"))
    query = K.select(K.cause, fn.COUNT(K.id), opened, fn.MAX(K.received_on)).where(K.cause.is_null(False), COUNTS)
    used = {row[0]: row[1:] for row in shop.rows(query.group_by(K.cause).tuples())}
    made, found = remedies(shop), []
    for number, version, name in rows:
        complaints, open_, last_on = used.get(number, (0, 0, None))
        one = CauseId(number)
        found.append(Cause(one, version, name, complaints, open_, last_on, made.get(one, ())))
    return sorted(found, key=lambda one: (fold(one.name), one.id))


def cause(shop: Shop, cause_id: CauseId) -> Cause:
    """One cause; raises NotFound."""
    found = causes(shop, [cause_id])
    if not found:
        raise NotFound(msg("There is no cause {id} in this shop. Check the number.", id=cause_id))
    return found[0]


def cause_named(shop: Shop, name: str) -> CauseId | None:
    """The cause of this name, however it is written."""
    found = shop.value(U.select(U.id).where(U.name_key == name_key(name)))
    return CauseId(found) if found is not None else None


def cause_known(shop: Shop, name: str) -> Cause:
    """The cause of this name; raises NotFound that names it."""
    found = cause_named(shop, name)
    if found is None:
        raise NotFound(msg("There is no cause “{name}”. Look at the list of causes.", name=shorten(name)))
    return cause(shop, found)


def remedies(shop: Shop) -> dict[CauseId, tuple[Remedy, ...]]:
    """What was changed because of each cause, the last change first."""
    found: dict[CauseId, tuple[Remedy, ...]] = {}
    query = R.select(R.id, R.version, R.cause, R.text, R.changed_on, R.by).order_by(R.changed_on.desc(), R.id.desc())
    for number, version, whose, text, day, by in shop.rows(query.tuples()):
        one = Remedy(RemedyId(number), version, CauseId(whose), RemedyFields(text, day), by)
        found[one.cause] = (*found.get(one.cause, ()), one)
    return found


def remedy(shop: Shop, remedy_id: RemedyId) -> Remedy:
    """One change; raises NotFound."""
    for found in remedies(shop).values():
        for one in found:
            if one.id == remedy_id:
                return one
    raise NotFound(msg("There is no change {id} in this shop. Check the number.", id=remedy_id))
