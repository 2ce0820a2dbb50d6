"""Messages in the threads of complaints: what an answer answers, and which stand in their thread already."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.messages import KeptMessage, MessageId
from desktop_app.queries import Shop


def answered_by(shop: Shop, kept: KeptMessage) -> tuple[str, ...]:
    """The e-mails' own ids in the thread of the complaint a message is about, the oldest first."""
    if kept.draft.complaint is None:
        return ()
    first = shop.sql("SELECT source_key FROM complaint WHERE id = ?", (kept.draft.complaint,))
    words = shop.sql(
        "SELECT CASE WHEN w.source_key <> '' THEN w.source_key ELSE coalesce(m.message_id, '') END"
        " FROM complaint_word w LEFT JOIN message m ON m.id = w.message_id"
        " WHERE w.complaint_id = ? ORDER BY w.id",
        (kept.draft.complaint,),
    )
    found = dict.fromkeys(key for (key,) in (*first, *words) if key and key != kept.message_id)
    return tuple(found)


def in_thread(shop: Shop, ids: Sequence[MessageId]) -> set[MessageId]:
    """Those of these messages that stand in the thread of a complaint already."""
    listed = ",".join(str(int(number)) for number in ids) or "NULL"
    found = shop.sql(f"SELECT message_id FROM complaint_word WHERE message_id IN ({listed})")
    return {MessageId(number) for (number,) in found}
