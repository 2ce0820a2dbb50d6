"""The cards of the Messages page: what is sent by e-mail, what is opened by hand, what needs somebody, what went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop_app.domain.messages import KeptMessage, Means, MessageState
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.messages.lookup import Item, Outgoing, draft_of
from desktop_app.ui.pages.messages.wording import gone_text, message_detail, message_title, state_tag, trouble_text
from desktop_app.ui.pages.today.cards import invitation
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.task_row import TaskRow

SHOWN = 50  # rows of a card; the others go with them all the same

Deed = Callable[[KeptMessage], object]


@dataclass(frozen=True, slots=True)
class Calls:
    """What a card may ask of its page."""

    read: Callable[[Item], object]
    open: Callable[[Item], object]
    tick: Callable[[Item, bool], object]
    again: Deed
    arrived: Deed
    leave: Deed
    more: Callable[[], object]


def mail_card(desk: Desk, items: Sequence[Item], unticked: frozenset[str], calls: Calls) -> Card:
    """What the program sends; each has a box, and all are ticked until somebody says otherwise."""
    words = desk.words
    card = Card(words("By e-mail"), words("sent by the program, when you say so"))
    for item in items[:SHOWN]:
        draft = draft_of(item)
        box = CheckInput(desk.theme)
        box.setAccessibleName(words("Send {message}", message=message_title(words, draft)))
        box.setChecked(draft.key not in unticked)
        box.edited.connect(partial(_tick, item, box, calls))
        card.add_row(_row(desk, item, calls, lead=box))
    _add_hidden(desk, card, items)
    return card


def hand_card(desk: Desk, items: Sequence[Item], calls: Calls) -> Card:
    """What a person opens in another program, or copies, and sends from there."""
    words = desk.words
    card = Card(words("By hand"), words("opened ready in another program: you send it there"))
    for item in items[:SHOWN]:
        card.add_row(_row(desk, item, calls))
    _add_hidden(desk, card, items)
    return card


def trouble_card(desk: Desk, rows: Sequence[KeptMessage], calls: Calls) -> Card:
    """What did not go: why, and what can be done about it."""
    words = desk.words
    card = Card(words("Needs you"), words.n("{n} message", "{n} messages", len(rows)))
    for kept in rows[:SHOWN]:
        row = DetailRow(
            desk.theme, message_title(words, kept.draft), trouble_text(words, kept), tag=state_tag(words, kept),
            deeds=_ways_out(desk, kept, calls),
        )
        row.opened.connect(partial(calls.read, kept))
        card.add_row(row)
    _add_hidden(desk, card, rows)
    return card


def gone_card(desk: Desk, now: Outgoing, calls: Calls) -> Card:
    """What has gone, the latest first, with how far it is known to have come."""
    words, today = desk.words, desk.today()
    card = Card(words("Gone"), words("newest first") if now.gone else "")
    for kept in now.gone:
        row = TaskRow(
            desk.theme, message_title(words, kept.draft), gone_text(words, kept, today), tag=state_tag(words, kept),
            buttons=((words("Read"), partial(calls.read, kept)),),
        )
        row.opened.connect(partial(calls.read, kept))
        card.add_row(row)
    if not now.gone:
        card.add_note(words("Nothing yet. What goes out is kept here with its words."))
    elif not now.sought and now.gone_count > len(now.gone):
        card.add_row(invitation("", (words("Show more"), calls.more)))
    return card


def _tick(item: Item, box: CheckInput, calls: Calls) -> None:
    calls.tick(item, bool(box.value()))


def _row(desk: Desk, item: Item, calls: Calls, *, lead: CheckInput | None = None) -> TaskRow:
    words, draft = desk.words, draft_of(item)
    read = (words("Read"), lambda: calls.read(item))
    copied = draft.means is Means.COPY
    by_hand = (words("Copy") if copied else words("Open"), lambda: calls.open(item))
    under_way = isinstance(item, KeptMessage) and item.state is MessageState.SENDING
    row = TaskRow(
        desk.theme, message_title(words, draft), message_detail(words, draft), lead=lead,
        tag=(words("Being sent"), Tone.MUTED) if under_way else _delayed(desk, item),
        buttons=(read,) if draft.means is Means.EMAIL else (by_hand, read),
    )
    row.opened.connect(lambda: calls.read(item))
    return row


def _delayed(desk: Desk, item: Item) -> tuple[str, Tone] | None:
    """That the server put a message off, which is tried again by itself when mail is sent."""
    if isinstance(item, KeptMessage) and item.reason is not None:
        return desk.words("Put off by the server"), Tone.WARN
    return None


def _ways_out(desk: Desk, kept: KeptMessage, calls: Calls) -> tuple[tuple[str, Callable[[], object]], ...]:
    words = desk.words
    again = (words("Send again"), lambda: calls.again(kept))
    read = (words("Put it right"), lambda: calls.read(kept))
    leave = (words("Do not send"), lambda: calls.leave(kept))
    if kept.state is MessageState.UNKNOWN:
        return ((words("It arrived"), lambda: calls.arrived(kept)), again, (words("Read"), read[1]))
    return (read, leave) if kept.state is MessageState.REFUSED else (again, leave, (words("Read"), read[1]))


def _add_hidden(desk: Desk, card: Card, items: Sequence[object]) -> None:
    if len(items) > SHOWN:
        card.add_note(desk.words.n("and {n} more", "and {n} more", len(items) - SHOWN))
