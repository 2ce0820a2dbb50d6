"""Messages to customers: what they are for, how they go, and how far each is known to have come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Message, msg

if TYPE_CHECKING:  # a print run asks which messages there are, and of complaints nothing
    from desktop_app.domain.complaints import ComplaintId

MessageId = NewType("MessageId", int)


class MessageKind(StrEnum):
    """What a message is for; each has its texts, and says in domain/reaching what may stand in its way."""

    COMPLAINT = "complaint"  # an answer to a complaint or review
    READY = "ready"  # a ready answer to a common question
    PAID = "paid"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    DELAY = "delay"
    OUT_OF_STOCK = "out-of-stock"
    REVIEW_REQUEST = "review-request"
    RENEWAL = "renewal"
    GREETING = "greeting"  # for a birthday or another day
    FREE = "free"  # written by hand


MESSAGE_NAMES: Mapping[MessageKind, Message] = {
    MessageKind.COMPLAINT: msg("Answer to a complaint"),
    MessageKind.READY: msg("Ready answer"),
    MessageKind.PAID: msg("Payment received"),
    MessageKind.PACKED: msg("Order packed"),
    MessageKind.SHIPPED: msg("Order posted"),
    MessageKind.DELIVERED: msg("Order delivered"),
    MessageKind.CANCELLED: msg("Order cancelled"),
    MessageKind.REFUNDED: msg("Money returned"),
    MessageKind.DELAY: msg("Order comes later"),
    MessageKind.OUT_OF_STOCK: msg("Article out of stock"),
    MessageKind.REVIEW_REQUEST: msg("Asking for a review"),
    MessageKind.RENEWAL: msg("Renewal coming due"),
    MessageKind.GREETING: msg("Congratulation"),
    MessageKind.FREE: msg("Message"),
}


class Means(StrEnum):
    """By what a message goes: e-mail is sent by the program, all others are opened for a person to send."""

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    VIBER = "viber"
    TELEGRAM = "telegram"
    COPY = "copy"  # pasted by hand where the customer is: a marketplace, a network


MEANS_NAMES: Mapping[Means, Message] = {
    Means.EMAIL: msg("E-mail"),
    Means.SMS: msg("Text message"),
    Means.WHATSAPP: msg("WhatsApp"),
    Means.VIBER: msg("Viber"),
    Means.TELEGRAM: msg("Telegram"),
    Means.COPY: msg("Copied text"),
}


class MessageState(StrEnum):
    """How far a message is known to have come, and no further than is known."""

    WAITING = "waiting"  # to be sent, or to be opened by a person
    SENDING = "sending"  # its words are on their way to the server: should we die now, nobody knows
    HANDED = "handed"  # the server took it; whether it was read nobody knows
    OPENED = "opened"  # shown ready in another program, or copied; whether it was sent nobody knows
    SAVED = "saved"  # written into a folder as a file, for trying
    REFUSED = "refused"
    UNKNOWN = "unknown"  # the connection broke or the program died when the server had it in hand
    HELD = "held"  # may not go: no consent, an open complaint …
    CANCELLED = "cancelled"  # by a person


STATE_NAMES: Mapping[MessageState, Message] = {
    MessageState.WAITING: msg("To send"),
    MessageState.SENDING: msg("Being sent"),
    MessageState.HANDED: msg("Handed to the server"),
    MessageState.OPENED: msg("Opened to send"),
    MessageState.SAVED: msg("Saved as a file"),
    MessageState.REFUSED: msg("Not accepted"),
    MessageState.UNKNOWN: msg("Not known whether it went"),
    MessageState.HELD: msg("Held back"),
    MessageState.CANCELLED: msg("Not sent, by choice"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A message as written, before it is kept; `key` says what it is about and keeps it from being sent twice.

    `address` is an e-mail address or a telephone number, "" for Means.COPY.
    """

    key: str
    kind: MessageKind
    means: Means
    address: str
    text: str
    subject: str = ""
    language: Language = Language.EN
    to_name: str = ""
    customer: CustomerId | None = None
    order: OrderId | None = None
    complaint: ComplaintId | None = None


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """A message as the outbox has it."""

    id: MessageId
    draft: Draft
    state: MessageState
    reason: Message | None = None
    created_at: str = ""
    by: str = ""
    told_at: str = ""  # when the state was last learnt
    tries: int = 0
    message_id: str = ""  # the e-mail's own, once it began to be sent


@dataclass(frozen=True, slots=True)
class OutboxFilter:
    """Which messages a list shows; what is empty narrows nothing, the rest must all hold."""

    states: frozenset[MessageState] = frozenset()
    kinds: frozenset[MessageKind] = frozenset()
    means: frozenset[Means] = frozenset()
    customer: CustomerId | None = None
    order: OrderId | None = None
    complaint: ComplaintId | None = None
    text: str = ""  # in the name, address, subject or text, in any case
