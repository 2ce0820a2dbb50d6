"""Pictures that came with a complaint: checked before they are unpacked, and kept apart from the shop's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.actions.pictures import checked_picture
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_pictures import complaint_of_picture, complaint_picture, picture_marks
from desktop_app.queries.complaints import complaint
from desktop_app.store.durable import durable_write
from desktop_app.store.tables import ComplaintFileTable, ComplaintTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

MOST_PICTURES = 20  # of one complaint
_LONGEST_NAME = 100
_TOPICS = (Topic.COMPLAINTS,)


def checked_pictures(files: Sequence[tuple[str, bytes]]) -> list[dict[str, Any]]:
    """Pictures by name and content as columns of their table; raises Invalid, naming the one that cannot be kept.

    Unpacking takes its time: call it before the change begins.
    """
    found = []
    for name, content in files:
        try:
            checked = checked_picture(content)
        except Invalid as error:
            said = msg("“{file}”: {reason}", file=shorten(name), reason=error.message)
            raise Invalid("pictures", said if name else error.message) from None
        found.append({**checked, "name": clean(name)[:_LONGEST_NAME]})
    return found


def add_pictures(shop: Shop, change: Change, complaint_id: ComplaintId, checked: Sequence[dict[str, Any]]) -> None:
    """Keeps checked pictures with a complaint, inside a change; one it has already is passed over.

    Raises Invalid at "pictures" where there would be too many.
    """
    if not checked:  # as of most rows of a file
        return
    known = picture_marks(shop, complaint_id)
    new = {one["sha256"]: one for one in reversed(checked) if one["sha256"] not in known}
    if len(known) + len(new) > MOST_PICTURES:
        raise Invalid(
            "pictures", msg("At most {n} pictures can be kept with one complaint. Choose fewer.", n=MOST_PICTURES)
        )
    for one in reversed(new.values()):
        change.insert(ComplaintFileTable, {"complaint": complaint_id, **one})


def attach_pictures(
    shop: Shop, complaint_id: ComplaintId, files: Sequence[tuple[str, bytes]], *, actor: str
) -> Changes:
    """Keeps more pictures with a complaint; raises Invalid at "pictures" and NotFound."""
    checked = checked_pictures(files)
    complaint(shop, complaint_id)
    title = nmsg("{n} picture for complaint {id}", "{n} pictures for complaint {id}", n=len(checked), id=complaint_id)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(ComplaintTable, complaint_id)
        add_pictures(shop, change, complaint_id, checked)
    return change.changes


def save_picture(shop: Shop, file_id: int, *, to: Path) -> None:
    """Writes a picture that came with a complaint to a file; raises NotFound and StoreUnavailable."""
    durable_write(to, complaint_picture(shop, file_id))


def remove_picture(shop: Shop, file_id: int, *, actor: str) -> Changes:
    """Takes a picture away from its complaint; Undo brings it back; raises NotFound."""
    complaint_id = complaint_of_picture(shop, file_id)
    with shop.change(msg("Remove a picture of complaint {id}", id=complaint_id), actor=actor, topics=_TOPICS) as change:
        change.touch(ComplaintTable, complaint_id)
        change.delete(ComplaintFileTable, [file_id])
    return change.changes
