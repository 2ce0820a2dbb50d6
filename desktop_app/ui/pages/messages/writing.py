"""Writing to somebody from their record: the message as proposed, to be read, changed, sent or opened."""

from __future__ import annotations

import uuid
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Conflict
from desktop_app.domain.message_steps import NEWS
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import MESSAGE_NAMES, MessageId, MessageKind
from desktop_app.domain.orders import OrderId
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.drafts import order_drafts, person_proposal
from desktop_app.queries.orders import order
from desktop_app.queries.outbox import known_keys, message
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.messages.lookup import Item
from desktop_app.ui.pages.messages.read_dialog import read_message
from desktop_app.ui.widgets.more_button import Entry


def news_entries(desk: Desk, parent: QWidget, number: int) -> list[Entry]:
    """What may be written of an order, as entries of a menu."""
    words, of = desk.words, OrderId(number)
    own = (words("Own words or a ready answer…"), partial(write_of, desk, parent, of))
    news = [(words.say(MESSAGE_NAMES[kind]), partial(write_about, desk, parent, of, kind)) for kind in NEWS]
    return [own, None, *news]


def write_about(desk: Desk, parent: QWidget, number: OrderId, kind: MessageKind) -> None:
    """Open the message of a kind about an order: the one there is, else as it is proposed now."""
    desk.work.ask(
        _about, number, kind, desk.settings.who, then=partial(_show, desk, parent), failed=desk.tell, owner=parent
    )


def write_to(desk: Desk, parent: QWidget, customer: CustomerId) -> None:
    """Begin a message of one's own to a customer, with the greeting and the signature there already."""
    desk.work.ask(_to, customer, desk.settings.who, then=partial(_show, desk, parent), failed=desk.tell, owner=parent)


def write_of(desk: Desk, parent: QWidget, number: OrderId) -> None:
    """Begin a message of one's own about an order."""
    desk.work.ask(_of, number, desk.settings.who, then=partial(_show, desk, parent), failed=desk.tell, owner=parent)


def _to(shop: Shop, customer: CustomerId, person: str, about: OrderId | None = None) -> Item:
    text = TextKey(MessageKind.FREE)
    return person_proposal(shop, customer, text, key=f"free:{uuid.uuid4()}", order=about, person=person).draft


def _of(shop: Shop, number: OrderId, person: str) -> Item:
    whose = order(shop, number).fields.customer
    if whose is None:
        raise Conflict(msg("Nobody is known to write to about this order. Give it a customer first."))
    return _to(shop, whose, person, number)


def _about(shop: Shop, number: OrderId, kind: MessageKind, person: str) -> Item:
    drafts = order_drafts(shop, [number], kind, person=person)
    if not drafts:
        raise Conflict(msg("Nobody can be written to about this order: its customer has died."))
    known = known_keys(shop, [drafts[0].key]).get(drafts[0].key)
    return message(shop, known) if known is not None else drafts[0]


def _show(desk: Desk, parent: QWidget, item: Item) -> None:
    dialog = read_message(desk, parent, item)
    dialog.to_send.connect(lambda number: _send(desk, MessageId(number)))


def _send(desk: Desk, number: MessageId) -> None:
    """It goes from the Messages page, which shows how far it is."""
    desk.navigate("messages", send=int(number))
