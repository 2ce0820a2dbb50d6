"""What a message is about, as plain facts of the records; its fields and conditions take their values from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.domain.customers import Gender, display_name
from desktop_app.domain.grammar import Case
from desktop_app.domain.greetings import called, gender, joint_greeting, joint_names
from desktop_app.domain.message_fields import MessageFact, MessageField
from desktop_app.domain.message_wording import Told
from desktop_app.domain.money import Money
from desktop_app.domain.name_cases import called_in, name_in
from desktop_app.domain.named import Named
from desktop_app.domain.references import Reference, counted
from desktop_app.domain.text import clean, clean_block
from desktop_app.i18n import Language, Words

_DAY = {Language.EN: "EEEE, d MMMM", Language.RU: "d MMMM", Language.LV: "d. MMMM"}


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """An order as messages speak of it; `new_day` and `arrives` are what can be promised now."""

    number: str
    placed_on: dt.date | None = None
    total: Money | None = None
    items: tuple[str, ...] = ()
    pieces: int = 0
    carrier: str = ""
    tracking: str = ""
    link: str = ""
    ship_by: dt.date | None = None
    deliver_by: dt.date | None = None
    new_day: dt.date | None = None
    arrives: dt.date | None = None
    refunded: Money | None = None
    short: tuple[str, ...] = ()  # the articles that are out of stock
    first: bool = False
    posted: bool = False


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """A complaint as its answer speaks of it; `offer` is what the shop does about it, as it goes on after a colon."""

    received_on: dt.date | None = None
    article: str = ""
    offer: str = ""
    decided: bool = False  # what the shop does about it, be it nothing but an apology
    promised_on: dt.date | None = None
    public: bool = False  # answered where everybody can read it
    answered: bool = False
    voucher_code: str = ""
    voucher_worth: Money | int | str = ""  # an amount, a percentage, or words
    voucher_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RenewalFacts:
    """A renewal as its notice speaks of it."""

    what: str
    due_on: dt.date
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class DayFacts:
    """Somebody's day: `about` are those to whom the reader is asked to pass a wish on."""

    title: str = ""
    about: tuple[Named, ...] = ()
    belated: bool = False


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: the shop and a person of it."""

    shop: str = ""
    contact: str = ""
    link: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Everything a message may speak of; what it has nothing to do with stays None."""

    readers: tuple[Named, ...]
    sender: Sender = field(default_factory=Sender)
    order: OrderFacts | None = None
    complaint: ComplaintFacts | None = None
    renewal: RenewalFacts | None = None
    day: DayFacts | None = None
    regular: bool = False


def told(occasion: Occasion, words: Words) -> Told:
    """What each field says of an occasion, by the `words` of its reader."""
    values = _reader(occasion, words) | _sender(occasion.sender)
    if occasion.order is not None:
        values |= _order(occasion.order, words)
    if occasion.complaint is not None:
        values |= _complaint(occasion.complaint, words)
    if occasion.renewal is not None:
        values |= _renewal(occasion.renewal, words)
    if occasion.day is not None:
        values[MessageField.DAY_TITLE] = occasion.day.title
        values[MessageField.DAY_NAMES] = joint_names(occasion.day.about, words.language, Case.DATIVE)

    def value(reference: Reference[MessageField]) -> str:
        if reference.case is not None:
            return _in_case(reference.field, reference.case, occasion.readers, words.language)
        found = clean_block(values.get(reference.field, ""))
        if reference.forms:
            return counted(int(found), reference.forms, words.language) if found else ""
        return found

    return value


def facts_of(occasion: Occasion, *, short: bool) -> frozenset[MessageFact]:
    """The conditions that hold; `short` is for a text message or a messenger."""
    order, complaint, day = occasion.order, occasion.complaint, occasion.day
    sexes = {gender(one) for one in occasion.readers}
    holds = {
        MessageFact.SHORT: short,
        MessageFact.FIRST: order is not None and order.first,
        MessageFact.REGULAR: occasion.regular,
        MessageFact.NAMED: any(called(one, Language.EN) for one in occasion.readers),
        MessageFact.FEMALE: sexes == {Gender.FEMALE},
        MessageFact.MALE: sexes == {Gender.MALE},
        MessageFact.ORDER: order is not None,
        MessageFact.POSTED: order is not None and order.posted,
        MessageFact.PUBLIC: complaint is not None and complaint.public,
        MessageFact.AGAIN: complaint is not None and complaint.answered,
        MessageFact.OFFER: complaint is not None and complaint.decided,
        MessageFact.BELATED: day is not None and day.belated,
        MessageFact.PASS_ON: day is not None and bool(day.about),
        MessageFact.CONTACT: bool(occasion.sender.contact),
    }
    return frozenset(fact for fact, held in holds.items() if held)


def by_day(words: Words, day: dt.date | None) -> str:
    """A day as it stands after “by”: Russian has its month in the genitive already, Latvian wants the dative."""
    return _latvian(words, day, lambda said: f"{said[:-2]}im" if said.endswith("is") else f"{said[:-1]}am")


def on_day(words: Words, day: dt.date | None) -> str:
    """A day as it stands after “on”, without its weekday; Latvian says it in the locative."""
    if day is not None and words.language is Language.EN:
        return words.date(day, "d MMMM")
    return _latvian(words, day, lambda said: f"{said[:-2]}ī" if said.endswith("is") else f"{said[:-1]}ā")


def _latvian(words: Words, day: dt.date | None, ending: Callable[[str], str]) -> str:
    said = words.date(day, _DAY[words.language]) if day is not None else ""
    return ending(said) if said and words.language is Language.LV else said


def _reader(occasion: Occasion, words: Words) -> dict[MessageField, str]:
    people = occasion.readers
    return {
        MessageField.CUSTOMER_GREETING: joint_greeting(people, words.language),
        MessageField.CUSTOMER_CALLED: joint_names(people, words.language),
        MessageField.CUSTOMER_NAME: ", ".join(filter(None, (display_name(one.given, one.family) for one in people))),
    }


def _sender(sender: Sender) -> dict[MessageField, str]:
    return {
        MessageField.PERSON: sender.person,
        MessageField.SIGNATURE: "\n".join(line for line in (sender.person, sender.shop) if line),
        MessageField.SHOP_NAME: sender.shop,
        MessageField.SHOP_CONTACT: sender.contact,
        MessageField.SHOP_LINK: sender.link,
    }


def _order(order: OrderFacts, words: Words) -> dict[MessageField, str]:
    return {
        MessageField.ORDER_NUMBER: clean(order.number),
        MessageField.ORDER_DATE: words.date(order.placed_on) if order.placed_on else "",
        MessageField.ORDER_TOTAL: _money(order.total, words),
        MessageField.ORDER_ITEM: order.items[0] if order.items else "",
        MessageField.ORDER_COUNT: str(order.pieces or ""),
        MessageField.ORDER_CARRIER: order.carrier,
        MessageField.ORDER_TRACKING: order.tracking,
        MessageField.ORDER_LINK: order.link,
        MessageField.ORDER_PROMISED: by_day(words, order.ship_by),
        MessageField.ORDER_PROMISED_THERE: by_day(words, order.deliver_by),
        MessageField.ORDER_NEW_DAY: by_day(words, order.new_day),
        MessageField.ORDER_ARRIVES: by_day(words, order.arrives),
        MessageField.ORDER_REFUND: _money(order.refunded, words),
        MessageField.ARTICLE: ", ".join(order.short),
    }


def _complaint(complaint: ComplaintFacts, words: Words) -> dict[MessageField, str]:
    return {
        MessageField.ARTICLE: complaint.article,
        MessageField.COMPLAINT_DATE: on_day(words, complaint.received_on),
        MessageField.COMPLAINT_OFFER: complaint.offer.rstrip(" ."),
        MessageField.COMPLAINT_BY: by_day(words, complaint.promised_on),
        MessageField.VOUCHER_CODE: complaint.voucher_code,
        MessageField.VOUCHER_WORTH: _worth(complaint.voucher_worth, words),
        MessageField.VOUCHER_UNTIL: _until(complaint.voucher_until, words),
    }


def _renewal(renewal: RenewalFacts, words: Words) -> dict[MessageField, str]:
    return {
        MessageField.RENEWAL_WHAT: renewal.what,
        MessageField.RENEWAL_AMOUNT: _money(renewal.amount, words),
        MessageField.RENEWAL_DATE: by_day(words, renewal.due_on),
    }


def _worth(worth: Money | int | str, words: Words) -> str:
    if isinstance(worth, int):
        return f"{worth}%" if words.language is Language.EN else f"{worth}\u00a0%"
    return worth if isinstance(worth, str) else _money(worth, words)


def _until(day: dt.date | None, words: Words) -> str:
    """A last day as it stands after “until”: Latvian writes figures there."""
    if day is None:
        return ""
    return words.date(day, "dd.MM.y.") if words.language is Language.LV else words.date(day)


def _money(amount: Money | None, words: Words) -> str:
    return words.money(amount.amount, amount.currency) if amount is not None else ""


def _in_case(name: MessageField, case: Case, people: tuple[Named, ...], language: Language) -> str:
    if name is MessageField.CUSTOMER_CALLED:
        return called_in(people[0], case, language) if len(people) == 1 else joint_names(people, language, case)
    return ", ".join(filter(None, (name_in(one, case, language) for one in people)))
