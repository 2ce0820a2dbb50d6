"""The shop's inboxes: where complaints arrive, and which of them somebody is to look into."""

from __future__ import annotations

from desktop_app.domain.complaints import Source
from desktop_app.domain.errors import NotFound
from desktop_app.domain.inbox_looks import InboxRow, sorted_by_need, standing_of
from desktop_app.domain.inboxes import Inbox, InboxFields, InboxId
from desktop_app.domain.keys import name_key
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.deadlines import hours_of
from desktop_app.store.tables import InboxTable as I

_COLUMNS = (I.id, I.version, I.name, I.source, I.link, I.every_hours, I.checked_at, I.checked_by)


def inboxes(shop: Shop) -> list[Inbox]:
    """All inboxes, by name."""
    return [_inbox(*row) for row in shop.rows(I.select(*_COLUMNS).order_by(I.name_key).tuples())]


def inbox(shop: Shop, inbox_id: InboxId) -> Inbox:
    """One inbox; raises NotFound."""
    row = shop.row(I.select(*_COLUMNS).where(I.id == inbox_id))
    if row is None:
        raise NotFound(msg("This inbox is no longer in the shop. Look at the list again."))
    return _inbox(*row)


def inbox_named(shop: Shop, name: str) -> Inbox:
    """The inbox of this name, however it is written; raises NotFound."""
    row = shop.row(I.select(*_COLUMNS).where(I.name_key == name_key(name)))
    if row is None:
        raise NotFound(msg("There is no inbox “{name}” in this shop. Check the name.", name=shorten(clean(name))))
    return _inbox(*row)


def inbox_rows(shop: Shop) -> list[InboxRow]:
    """All inboxes at this look at the clock, those first that wait longest for somebody to look."""
    found = inboxes(shop)
    if not found:
        return []
    hours, now = hours_of(shop), shop.now()
    return sorted_by_need([standing_of(one, now, hours) for one in found])


def _inbox(
    number: int, version: int, name: str, source: str, link: str, every: int, checked_at: str, checked_by: str
) -> Inbox:
    return Inbox(InboxId(number), version, InboxFields(name, Source(source), link, every), checked_at, checked_by)
