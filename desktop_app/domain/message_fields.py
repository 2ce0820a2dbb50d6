"""The fields and conditions a message may use, with names and samples for people: the one list of them.

domain/message_wording reads them in a text, domain/occasions says what each holds for a record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.messages import MessageKind
from desktop_app.domain.references import Vocabulary
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Message, msg


class MessageField(StrEnum):
    """What a message may name in braces; days stand as they do after “by” (не позднее, līdz)."""

    CUSTOMER_GREETING = "customer.greeting"  # the whole opening line in the reader's language
    CUSTOMER_CALLED = "customer.called"
    CUSTOMER_NAME = "customer.name"
    ORDER_NUMBER = "order.number"
    ORDER_DATE = "order.date"
    ORDER_TOTAL = "order.total"
    ORDER_ITEM = "order.item"
    ORDER_COUNT = "order.count"
    ORDER_CARRIER = "order.carrier"
    ORDER_TRACKING = "order.tracking"
    ORDER_LINK = "order.link"  # where the parcel is followed
    ORDER_PROMISED = "order.promised"
    ORDER_PROMISED_THERE = "order.promised-there"
    ORDER_NEW_DAY = "order.new-day"
    ORDER_ARRIVES = "order.arrives"
    ORDER_REFUND = "order.refund"
    ARTICLE = "article"  # the one complained of, or out of stock; several with commas
    COMPLAINT_DATE = "complaint.date"
    COMPLAINT_OFFER = "complaint.offer"  # what the shop does to make it good, as a whole sentence
    COMPLAINT_BY = "complaint.by"  # the day it is promised by
    VOUCHER_CODE = "voucher.code"
    VOUCHER_WORTH = "voucher.worth"
    VOUCHER_UNTIL = "voucher.until"
    RENEWAL_WHAT = "renewal.what"
    RENEWAL_AMOUNT = "renewal.amount"
    RENEWAL_DATE = "renewal.date"
    DAY_TITLE = "day.title"
    DAY_NAMES = "day.names"  # to whom a wish is passed on
    PERSON = "person"  # who writes
    SIGNATURE = "signature"  # the person and the shop, a line each
    SHOP_NAME = "shop.name"
    SHOP_CONTACT = "shop.contact"
    SHOP_LINK = "shop.link"


class MessageFact(StrEnum):
    """What a part of a message may ask for; written [if first: …] or [if !first: …]."""

    SHORT = "short"  # it goes as a text message or in a messenger: few words
    FIRST = "first"
    REGULAR = "regular"
    NAMED = "named"
    FEMALE = "female"
    MALE = "male"
    ORDER = "order"
    POSTED = "posted"  # the order has left
    PUBLIC = "public"  # everybody can read it: no order numbers
    AGAIN = "again"  # we answered them before
    OFFER = "offer"  # it is chosen how the shop makes it good
    BELATED = "belated"
    PASS_ON = "pass-on"
    CONTACT = "contact"


_CASED = frozenset((MessageField.CUSTOMER_CALLED, MessageField.CUSTOMER_NAME))
_COUNTED = frozenset((MessageField.ORDER_COUNT,))
MESSAGE_FIELDS = Vocabulary(MessageField, cased=_CASED, counted=_COUNTED)

FACTS: Mapping[MessageFact, tuple[Message, Message]] = {  # said when it must hold, and when it must not
    MessageFact.SHORT: (
        msg("Only in a text message or a messenger"), msg("Not in a text message or a messenger"),
    ),
    MessageFact.FIRST: (msg("Only for a first order"), msg("Not for a first order")),
    MessageFact.REGULAR: (msg("Only for a regular customer"), msg("Not for a regular customer")),
    MessageFact.NAMED: (msg("Only if the name is known"), msg("Only if the name is not known")),
    MessageFact.FEMALE: (msg("Only for a woman"), msg("Not for a woman")),
    MessageFact.MALE: (msg("Only for a man"), msg("Not for a man")),
    MessageFact.ORDER: (msg("Only if it is for an order"), msg("Only if it is for no order")),
    MessageFact.POSTED: (msg("Only if the order has left"), msg("Only if the order has not left yet")),
    MessageFact.PUBLIC: (msg("Only if everybody can read it"), msg("Not if everybody can read it")),
    MessageFact.AGAIN: (msg("Only if we answered before"), msg("Only if it is our first answer")),
    MessageFact.OFFER: (
        msg("Only if it is chosen how we make it good"), msg("Only if that is not chosen yet"),
    ),
    MessageFact.BELATED: (msg("Only if the day has passed"), msg("Only if the day has not passed")),
    MessageFact.PASS_ON: (
        msg("Only for somebody around the customer"), msg("Not for somebody around the customer"),
    ),
    MessageFact.CONTACT: (msg("Only if the shop has a contact"), msg("Only if the shop has no contact")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MessageFieldInfo:
    """One thing to write between braces: what it is called, and how it may come out in each language."""

    field: MessageField
    label: Message
    samples: Mapping[Language, str]

    @property
    def written(self) -> str:
        """The field as a text has it."""
        return "{" + self.field.value + "}"


def _field(field: MessageField, label: Message, en: str, ru: str = "", lv: str = "") -> MessageFieldInfo:
    return MessageFieldInfo(field, label, {Language.EN: en, Language.RU: ru or en, Language.LV: lv or en})


FIELDS: Sequence[MessageFieldInfo] = (
    _field(MessageField.CUSTOMER_GREETING, msg("Greeting"), "Dear Anna,", "Дорогая Анна,", "Mīļā Anna,"),
    _field(MessageField.CUSTOMER_CALLED, msg("Given name, as one calls it"), "Anna", "Анна", "Anna"),
    _field(MessageField.CUSTOMER_NAME, msg("Whole name"), "Anna Smith", "Анна Ёлкина", "Anna Ozoliņa"),
    _field(MessageField.ORDER_NUMBER, msg("Order number"), "1007"),
    _field(MessageField.ORDER_DATE, msg("Date of the order"), "5 March 2026", "5 марта 2026 г.", "2026. gada 5. marts"),
    _field(MessageField.ORDER_TOTAL, msg("Total of the order"), "€42.00", "42,00 €", "42,00 €"),
    _field(MessageField.ORDER_ITEM, msg("First article of the order"), "Linen scarf", "Льняной шарф", "Lina šalle"),
    _field(MessageField.ORDER_COUNT, msg("Number of pieces"), "3"),
    _field(MessageField.ORDER_CARRIER, msg("Carrier"), "Omniva"),
    _field(MessageField.ORDER_TRACKING, msg("Tracking number"), "CE123456789LV"),
    _field(MessageField.ORDER_LINK, msg("Where the parcel is followed"), "https://track.example/CE123456789LV"),
    _field(
        MessageField.ORDER_PROMISED, msg("Day promised for posting, after “by”"), "Thursday, 19 November",
        "19 ноября", "19. novembrim",
    ),
    _field(
        MessageField.ORDER_PROMISED_THERE, msg("Day promised for delivery, after “by”"), "Friday, 20 November",
        "20 ноября", "20. novembrim",
    ),
    _field(
        MessageField.ORDER_NEW_DAY, msg("Day it will be posted, after “by”"), "Monday, 23 November", "23 ноября",
        "23. novembrim",
    ),
    _field(
        MessageField.ORDER_ARRIVES, msg("Day it should arrive, after “by”"), "Tuesday, 1 December", "1 декабря",
        "1. decembrim",
    ),
    _field(MessageField.ORDER_REFUND, msg("Money returned"), "€12.50", "12,50 €", "12,50 €"),
    _field(MessageField.ARTICLE, msg("Article in question"), "Linen scarf", "Льняной шарф", "Lina šalle"),
    _field(MessageField.COMPLAINT_DATE, msg("Day they wrote, after “on”"), "17 November", "17 ноября", "17. novembrī"),
    _field(
        MessageField.COMPLAINT_OFFER, msg("How we make it good"), "we send you a new mug",
        "отправим вам новую кружку", "nosūtīsim jums jaunu krūzi",
    ),
    _field(
        MessageField.COMPLAINT_BY, msg("Day we promised an answer by"), "Wednesday, 25 November", "25 ноября",
        "25. novembrim",
    ),
    _field(MessageField.VOUCHER_CODE, msg("Code of the voucher"), "TEA4U7"),
    _field(MessageField.VOUCHER_WORTH, msg("What the voucher is worth"), "€10", "10 €", "10 €"),
    _field(MessageField.VOUCHER_UNTIL, msg("Last day of the voucher"), "31 May 2027", "31 мая 2027 г.", "31.05.2027."),
    _field(MessageField.RENEWAL_WHAT, msg("What is renewed"), "Tea of the month", "Чай месяца", "Mēneša tēja"),
    _field(MessageField.RENEWAL_AMOUNT, msg("Amount to pay"), "€18.00", "18,00 €", "18,00 €"),
    _field(
        MessageField.RENEWAL_DATE, msg("Day it is due, after “by”"), "Monday, 30 November", "30 ноября",
        "30. novembrim",
    ),
    _field(
        MessageField.DAY_TITLE, msg("Name of the day"), "Ten years of the shop", "Десять лет магазину",
        "Veikala desmitgade",
    ),
    _field(MessageField.DAY_NAMES, msg("To whom it is passed on"), "Toms", "Томасу", "Tomam"),
    _field(MessageField.PERSON, msg("Who writes"), "Inese", "Инесе", "Inese"),
    _field(
        MessageField.SIGNATURE, msg("Signature: who writes, and the shop"), "Inese\nMazais veikals",
        "Инесе\nMazais veikals",
    ),
    _field(MessageField.SHOP_NAME, msg("Shop name"), "Mazais veikals"),
    _field(MessageField.SHOP_CONTACT, msg("Contact of the shop"), "+371 20000000"),
    _field(MessageField.SHOP_LINK, msg("Web address of the shop"), "https://shop.example"),
)  # fmt: skip

_ORDER, _COMPLAINT = frozenset(("order", "article")), frozenset(("order", "article", "complaint", "voucher"))
_SOURCES: Mapping[MessageKind, frozenset[str]] = {  # beside the reader and the shop; of all others it is the order
    MessageKind.COMPLAINT: _COMPLAINT,
    MessageKind.READY: _COMPLAINT,
    MessageKind.RENEWAL: frozenset(("renewal",)),
    MessageKind.GREETING: frozenset(("day",)),
    MessageKind.FREE: frozenset(),
}
_ANYWHERE = frozenset(("customer", "shop", "person", "signature"))
_FACTS: Mapping[MessageFact, frozenset[str]] = {
    MessageFact.FIRST: _ORDER,
    MessageFact.ORDER: _COMPLAINT,
    MessageFact.POSTED: _COMPLAINT,
    MessageFact.PUBLIC: frozenset(("complaint",)),
    MessageFact.AGAIN: frozenset(("complaint",)),
    MessageFact.OFFER: frozenset(("complaint",)),
    MessageFact.BELATED: frozenset(("day",)),
    MessageFact.PASS_ON: frozenset(("day",)),
}


def fields_for(kind: MessageKind) -> list[MessageFieldInfo]:
    """The fields that can say something in a message of a kind."""
    known = _ANYWHERE | _SOURCES.get(kind, _ORDER)
    return [info for info in FIELDS if info.field.value.partition(".")[0] in known]


def facts_for(kind: MessageKind) -> list[MessageFact]:
    """The conditions that can differ among the messages of a kind."""
    known = _SOURCES.get(kind, _ORDER)
    return [fact for fact in MessageFact if not _FACTS.get(fact) or not known.isdisjoint(_FACTS[fact])]
