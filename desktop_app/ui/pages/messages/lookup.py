"""What the Messages page asks for in one go: what is due, what waits, what needs somebody, what has gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.actions.mail_settings import mail_of
from desktop_app.domain.messages import Draft, KeptMessage, Means, MessageState, OutboxFilter
from desktop_app.domain.text import fold
from desktop_app.queries import Shop
from desktop_app.queries.due_messages import due_drafts
from desktop_app.queries.outbox import message_counts, message_ids, message_rows

S = MessageState
WAITING = frozenset({S.WAITING, S.SENDING})
TROUBLED = frozenset({S.REFUSED, S.UNKNOWN, S.HELD})
GONE = frozenset({S.HANDED, S.OPENED, S.SAVED, S.CANCELLED})
_MOST = 2_000  # of those that wait or need somebody

Item = Draft | KeptMessage


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The page's answer; `gone` are the latest only, `gone_count` all of them."""

    due: tuple[Draft, ...] = ()
    waiting: tuple[KeptMessage, ...] = ()
    troubled: tuple[KeptMessage, ...] = ()
    gone: tuple[KeptMessage, ...] = ()
    gone_count: int = 0
    mail_ready: bool = False
    sought: str = field(default="", compare=False)

    @property
    def by_mail(self) -> tuple[Item, ...]:
        """What the program sends: what was written already first."""
        return tuple(one for one in self._waits if draft_of(one).means is Means.EMAIL)

    @property
    def by_hand(self) -> tuple[Item, ...]:
        """What a person opens in another program and sends from there."""
        return tuple(one for one in self._waits if draft_of(one).means is not Means.EMAIL)

    @property
    def _waits(self) -> list[Item]:
        return [*self.waiting, *self.due]

    @property
    def any(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.due or self.waiting or self.troubled or self.gone_count)


def outgoing(shop: Shop, *, person: str = "", text: str = "", gone: int = 20) -> Outgoing:
    """Everything the page shows; with `text` only what it is found in, and at most so many of what has gone."""
    due = due_drafts(shop, person=person)
    counts = message_counts(shop)
    found = _ids(shop, GONE, text, gone)
    return Outgoing(
        due=tuple(draft for draft in due if _sought(draft, text)),
        waiting=_rows(shop, WAITING, text),
        troubled=_rows(shop, TROUBLED, text),
        gone=tuple(message_rows(shop, found)),
        gone_count=sum(count for state, count in counts.items() if state in GONE),
        mail_ready=mail_of(shop).ready,
        sought=text,
    )


def draft_of(item: Item) -> Draft:
    """The words of what is due or kept."""
    return item.draft if isinstance(item, KeptMessage) else item


def _rows(shop: Shop, states: frozenset[MessageState], text: str) -> tuple[KeptMessage, ...]:
    return tuple(message_rows(shop, _ids(shop, states, text, _MOST)))


def _ids(shop: Shop, states: frozenset[MessageState], text: str, limit: int) -> Sequence[int]:
    return message_ids(shop, OutboxFilter(states=states, text=text), limit=limit)


def _sought(draft: Draft, text: str) -> bool:
    wanted = fold(text.strip())
    return not wanted or any(wanted in fold(part) for part in (draft.to_name, draft.address, draft.subject, draft.text))
