"""An answer to a complaint put into the outbox once, however often its button is pressed; another goes beside it."""

from __future__ import annotations

import dataclasses

from desktop_app.actions.outbox import Put, put
from desktop_app.domain.errors import Conflict
from desktop_app.domain.messages import STATE_NAMES, Draft, MessageState
from desktop_app.domain.text import clean_block
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.outbox import known_keys, message

_TRIES = 100  # answers begun at one point of a thread; nobody writes more
_GIVEN_UP = frozenset((MessageState.CANCELLED, MessageState.REFUSED))


def put_answer(shop: Shop, draft: Draft, *, actor: str) -> Put:
    """Puts an answer into the outbox; raises Invalid for what cannot go out, Conflict when the same waits there."""
    keys = [draft.key, *(f"{draft.key}.{n}" for n in range(2, _TRIES))]
    known = known_keys(shop, keys)
    for key in keys:
        if key not in known:
            return put(shop, [dataclasses.replace(draft, key=key)], actor=actor)
        before = message(shop, known[key])
        same = clean_block(before.draft.text) == clean_block(draft.text) and before.draft.means is draft.means
        if same and before.state not in _GIVEN_UP:
            raise Conflict(
                msg("This answer is in the outbox already: {state}. Look at it there.", state=STATE_NAMES[before.state])
            )  # fmt: skip
    raise Conflict(msg("Too many answers to this complaint wait in the outbox. Look at them first."))
