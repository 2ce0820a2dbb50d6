"""`cordial list messages`: the outbox, the newest first, with how far each message is known to have come."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.cli.output import Context, Listed
from desktop_app.domain.errors import Invalid
from desktop_app.domain.messages import MEANS_NAMES, MESSAGE_NAMES, STATE_NAMES, KeptMessage, MessageState, OutboxFilter
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.outbox import message_ids, message_rows


def listed_messages(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    """The messages of some states, or all of them."""
    states = frozenset(map(_state, words.status))
    rows = message_rows(shop, message_ids(shop, OutboxFilter(states=states), limit=words.limit))
    said = context.words.say
    cells: list[Sequence[str]] = [
        (
            str(one.id),
            one.created_at[:16].replace("T", " "),
            said(STATE_NAMES[one.state]),
            said(MEANS_NAMES[one.draft.means]),
            said(MESSAGE_NAMES[one.draft.kind]),
            one.draft.to_name or one.draft.address,
            said(one.reason) if one.reason else one.draft.subject or shorten(one.draft.text, 60),
        )
        for one in rows
    ]
    return [message_object(one) for one in rows], cells


def message_object(one: KeptMessage) -> dict[str, object]:
    """A message for machines."""
    draft = one.draft
    return {
        "id": one.id, "key": draft.key, "kind": draft.kind, "means": draft.means, "status": one.state,
        "reason": one.reason, "customer": draft.customer, "order": draft.order, "complaint": draft.complaint,
        "name": draft.to_name, "address": draft.address, "subject": draft.subject, "text": draft.text,
        "language": draft.language, "created_at": one.created_at, "told_at": one.told_at, "tries": one.tries,
        "by": one.by,
    }  # fmt: skip


def _state(typed: str) -> MessageState:
    try:
        return MessageState(typed)
    except ValueError:
        known = ", ".join(one.value for one in MessageState)
        said = msg("“{value}” is no state of a message. There are: {known}.", value=shorten(typed), known=known)
        raise Invalid("status", said) from None
