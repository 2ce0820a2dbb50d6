"""What a message about a complaint does once it went out: its words stand in the complaint's thread, once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.actions.complaint_words import note_word
from desktop_app.domain.complaints import Way
from desktop_app.domain.errors import NotFound
from desktop_app.domain.messages import KeptMessage
from desktop_app.queries import Shop
from desktop_app.queries.outbox_threads import in_thread

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def told(shop: Shop, change: Change, messages: Sequence[KeptMessage]) -> None:
    """Puts those about a complaint into its thread, inside the change that notes that they went or were opened."""
    about = [one for one in messages if one.draft.complaint is not None]
    there = in_thread(shop, [one.id for one in about])
    for one in about:
        draft = one.draft
        if one.id in there or draft.complaint is None:
            continue
        try:
            note_word(
                shop, change, draft.complaint, way=Way.OUT, text=draft.text, subject=draft.subject,
                channel=draft.means.value, message=one.id, by=one.by,
            )  # fmt: skip
        except NotFound:  # the complaint was removed meanwhile: that the message went is kept all the same
            continue
