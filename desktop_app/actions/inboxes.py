"""The places where complaints arrive: added, edited, removed, and noted as looked into."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.meanwhile import or_changed_meanwhile
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.inboxes import Inbox, InboxFields, InboxId, checked_inbox
from desktop_app.domain.keys import name_key
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.inboxes import inbox, inbox_named, inboxes
from desktop_app.store.tables import InboxTable

_TOPICS = (Topic.COMPLAINTS,)


def add_inbox(shop: Shop, fields: InboxFields, *, actor: str) -> tuple[InboxId, Changes]:
    """Keeps a new inbox; raises Invalid at a field, also when there is one of this name."""
    tidy = checked_inbox(fields)
    with shop.change(msg("Add inbox {name}", name=shorten(tidy.name)), actor=actor, topics=_TOPICS) as change:
        _check_name_is_free(shop, tidy.name, None)
        kept = InboxId(change.insert(InboxTable, _columns(tidy)))
    return kept, change.changes


def edit_inbox(shop: Shop, inbox_id: InboxId, version: int, fields: InboxFields, *, actor: str) -> Changes:
    """Keeps an inbox's new fields; Invalid at a field, Conflict when it was changed since `version` was read."""
    tidy, name = checked_inbox(fields), shorten(inbox(shop, inbox_id).fields.name)
    with shop.change(msg("Edit inbox {name}", name=name), actor=actor, topics=_TOPICS) as change:
        _check_name_is_free(shop, tidy.name, inbox_id)
        now = inbox(shop, inbox_id)
        with or_changed_meanwhile(shop, name, version=now.version, actor=actor):
            change.update(InboxTable, inbox_id, version=version, values=_columns(tidy))
    return change.changes


def remove_inboxes(shop: Shop, inbox_ids: Sequence[InboxId], *, actor: str) -> Changes:
    """Removes inboxes; complaints that came in there stay."""
    found = _found(shop, inbox_ids)
    title = nmsg("Remove {n} inbox", "Remove {n} inboxes", n=len(found))
    if len(found) == 1:
        title = msg("Remove inbox {name}", name=shorten(found[0].fields.name))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.delete(InboxTable, [one.id for one in found])
    return change.changes


def look_into(shop: Shop, inbox_ids: Sequence[InboxId], *, actor: str) -> Changes:
    """Notes that somebody looked into these inboxes just now; raises NotFound when none of them is there."""
    found = _found(shop, inbox_ids)
    if not found:
        raise NotFound(msg("This inbox is no longer in the shop. Look at the list again."))
    title = nmsg("Looked into {n} inbox", "Looked into {n} inboxes", n=len(found))
    if len(found) == 1:
        title = msg("Looked into inbox {name}", name=shorten(found[0].fields.name))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        at = shop.now().isoformat(timespec="seconds")
        rows = [(at, actor) for _ in found]
        change.update_many(InboxTable, [one.id for one in found], ("checked_at", "checked_by"), rows)
    return change.changes


def _found(shop: Shop, wanted: Sequence[InboxId]) -> list[Inbox]:
    ids = set(wanted)
    return [one for one in inboxes(shop) if one.id in ids]


def _columns(fields: InboxFields) -> dict[str, object]:
    return {
        "name": fields.name,
        "name_key": name_key(fields.name),
        "source": fields.source.value,
        "link": fields.link,
        "every_hours": fields.every_hours,
    }


def _check_name_is_free(shop: Shop, name: str, own: InboxId | None) -> None:
    try:
        holder = inbox_named(shop, name)
    except NotFound:
        return
    if holder.id != own:
        raise Invalid(
            "name", msg("There is an inbox “{name}” already. Choose another name.", name=shorten(holder.fields.name))
        )
