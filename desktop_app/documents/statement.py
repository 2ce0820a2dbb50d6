"""The statement of one person: all that a shop knows about them, part by part, in their language; render/ prints it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.documents import statement_complaints as said
from desktop_app.documents import statement_rows as put
from desktop_app.documents.flowing import WIDTH, Cell, Row, flow
from desktop_app.documents.model import Composer, Placed
from desktop_app.documents.wording import on_paper
from desktop_app.domain.addresses import address_lines
from desktop_app.domain.consents import PURPOSE_NAMES
from desktop_app.domain.customers import (
    CHANNEL_NAMES,
    NUMBERS,
    SWITCHES,
    TEXTS,
    Address,
    ContactKind,
    CustomerFields,
)
from desktop_app.domain.kinds import KIND_NAMES
from desktop_app.domain.money import Money
from desktop_app.domain.orders import STATUS_LABELS, Order
from desktop_app.domain.own_files import CUSTOMER_HEADINGS
from desktop_app.domain.people import DAY_NAMES, RELATION_NAMES, DayState, Relative, SpecialDay
from desktop_app.domain.renewals import period
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.domain.statements import Statement
from desktop_app.i18n import Words

_LANGUAGES = dict(SHOP_LANGUAGE.choices)
_USUAL = CustomerFields()


def statement_pages(made: Statement, words: Words, faces: Composer) -> list[list[Placed]]:
    """The pages of the statement, in the language of `words`."""
    name = on_paper(made.title)
    left = put.joined([name, on_paper(made.shop.name), words.date(made.made_on)])

    def foot(page: int, pages: int) -> Row:
        return put.foot(left, words("Page {page} of {pages}", page=page, pages=pages))

    return flow(list(_rows(made, words)), faces, foot)


def _rows(made: Statement, words: Words) -> Iterator[Row]:
    yield from _head(made, words)
    yield from _person(made, words)
    for title, rows in (
        (words("Further ways"), _contacts(made, words)),
        (words("People around"), _people(made, words)),
        (words("Days kept each year"), _days(made, words)),
        (words("Consents"), _consents(made, words)),
        (words("Orders"), _orders(made, words)),
        (words("Papers printed"), _prints(made, words)),
        (words("Congratulations"), _congratulations(made, words)),
        (words("Complaints and reviews"), said.complaints(made, words)),
        (words("Vouchers"), said.vouchers(made, words)),
        (words("Messages"), said.messages(made, words)),
        (words("Renewals"), _renewals(made, words)),
        (words("Notes"), _notes(made, words)),
        (words("Changes"), _changes(made, words)),
    ):
        first = next(rows, None)
        if first is not None:
            yield put.heading(title)
            yield first
            yield from rows


def _head(made: Statement, words: Words) -> Iterator[Row]:
    shop = made.shop
    yield from put.plain(shop.name or words("The shop"), put.STRONG)
    lines = [line for line in shop.address.splitlines() if line != shop.name]
    yield from put.plain(put.joined([", ".join(lines), shop.contact]), put.SMALL, gap=0.8)
    title = words("What we keep about you")
    yield Row((Cell(title, 0, WIDTH, put.TITLE),), gap=12)
    about = words("Everything this shop has on record about {name}, as of {day}.", name=on_paper(made.title) or "–",
                  day=made.made_on)  # fmt: skip
    yield from put.plain(about, gap=3.5)


def _person(made: Statement, words: Words) -> Iterator[Row]:
    customer, of = made.customer, made.customer.fields
    yield put.heading(words("Person"))
    channel = words.say(CHANNEL_NAMES[of.channel]) if of.channel else ""
    for label, value in (
        *((words.say(CUSTOMER_HEADINGS[name]), getattr(of, name)) for name in TEXTS if name != "note"),
        (words("How you are addressed"), made.forms.opening or made.forms.called),
        (words("Language of cards"), words.say(_LANGUAGES[of.language.value]) if of.language else ""),
        (words("Address"), _address(of.address, words)),
        (words("Wishes to hear by"), channel),
        (words("Birthday"), put.day_text(words, of.birthday) if of.birthday else ""),
        (words("Congratulated"), "" if of.congratulate else words("No")),
        *((words.say(CUSTOMER_HEADINGS[name]), _said(of, name, words)) for name in SWITCHES if name != "congratulate"),
        *((words.say(CUSTOMER_HEADINGS[name]), _counted(of, name, words)) for name in NUMBERS),
        (words("Tags"), ", ".join(of.tags)),
        (words("Interests"), ", ".join(of.interests)),
        (words("Note"), of.note),
        (words("Orders"), words.count(customer.orders)),
        (words("First order"), words.date(customer.first_order_on) if customer.first_order_on else ""),
        (words("Latest order"), words.date(customer.last_order_on) if customer.last_order_on else ""),
        (words("Spent"), _money(customer.spent, words)),
        (words("Number in this shop"), str(customer.id)),
    ):
        yield from put.pair(label, value)


def _said(of: CustomerFields, name: str, words: Words) -> str:
    """Yes or no, where it is not as with everybody."""
    value = getattr(of, name)
    return "" if value == getattr(_USUAL, name) else words("Yes") if value else words("No")


def _counted(of: CustomerFields, name: str, words: Words) -> str:
    value = getattr(of, name)
    return "" if value is None else words.count(value)


def _contacts(made: Statement, words: Words) -> Iterator[Row]:
    names = {
        ContactKind.EMAIL: words("E-mail"),
        ContactKind.PHONE: words("Phone"),
        ContactKind.MESSENGER: words("Messenger"),
    }
    for one in made.customer.fields.contacts:
        yield from put.pair(names[one.kind], put.joined([one.value, one.label]))
    for place in made.customer.fields.addresses:
        yield from put.pair(place.label or words("Address"), _address(place.address, words))


def _people(made: Statement, words: Words) -> Iterator[Row]:
    for one in made.relatives:
        of = one.fields
        relation = of.relation_words or words.say(RELATION_NAMES[of.relation])
        days = ", ".join(_day(day, words) for day in of.days)
        more = [words("Deceased") if of.deceased else "", "" if of.congratulate else words("Not congratulated")]
        yield from put.dated(relation, _name(one), [days, *more, of.note])
    for other in made.related_to:
        relation = other.relation_words or words.say(RELATION_NAMES[other.relation])
        yield from put.dated(relation, words("You stand so around another customer."))


def _days(made: Statement, words: Words) -> Iterator[Row]:
    for kept in made.days:
        title = kept.day.title or words.say(DAY_NAMES[kept.day.kind])
        yield from put.pair(title, put.day_text(words, kept.day.date))


def _consents(made: Statement, words: Words) -> Iterator[Row]:
    for consent in made.consents:
        of = consent.fields
        given = words.date(of.given_on, "medium") if of.given_on else ""
        until = words("withdrawn on {day}", day=of.withdrawn_on) if of.withdrawn_on else ""
        yield from put.dated(given, words.say(PURPOSE_NAMES[of.what]), [put.joined([of.source, until]), of.note])


def _orders(made: Statement, words: Words) -> Iterator[Row]:
    for order in made.orders:
        yield from _order(order, words)


def _order(order: Order, words: Words) -> Iterator[Row]:
    of = order.fields
    placed = words.date(of.placed_on) if of.placed_on else ""
    head = put.joined([words("Order {number}", number=of.number), placed, words.say(STATUS_LABELS[of.status])])
    yield put.order_head(head, _money(of.total, words), articles=len(of.lines))
    for line in of.lines:
        name = put.joined([line.name or line.sku or "–", line.sku if line.name else ""])
        back = words("came back: {n}", n=line.returned) if line.returned else ""
        yield put.article(f"{line.quantity}\u00a0×", put.joined([name, back]), _money(line.total, words))
    for label, amount in (
        (words("Delivery"), of.shipping),
        (words("Discount"), of.discount),
        (words("Refunded"), of.refunded),
    ):
        if amount and amount.minor:
            yield put.article("", label, _money(amount, words))
    yield from put.beneath(_address(of.ship_to, words).replace("\n", ", "))
    yield from put.beneath(put.joined([of.carrier, of.tracking]))
    for remark in (of.note, of.packer_note, of.note_to, order.set_aside):
        yield from put.beneath(remark)


def _prints(made: Statement, words: Words) -> Iterator[Row]:
    for one in made.prints:
        order = words("Order {number}", number=one.order) if one.order else ""
        yield from put.dated(put.stamp(words, one.at), put.joined([words.say(KIND_NAMES[one.kind]), order]))


def _congratulations(made: Statement, words: Words) -> Iterator[Row]:
    for one in made.congratulations:
        what = put.joined([one.title or words.say(DAY_NAMES[one.kind]), made.name_of(one.relative)])
        state = words("not this year") if one.state is DayState.NOT_THIS_YEAR else ""
        yield from put.dated(words.date(one.kept_on, "medium"), what, [state])


def _notes(made: Statement, words: Words) -> Iterator[Row]:
    for note in made.notes:
        yield from put.dated(put.stamp(words, note.at), note.text)


def _renewals(made: Statement, words: Words) -> Iterator[Row]:
    for one in made.renewals:
        amount = one.fields.amount
        what = put.joined([
            one.fields.what, words.say(period(one.fields.every_months)),
            words.money(amount.amount, amount.currency) if amount else "",
        ])  # fmt: skip
        paid = words("last paid on {day}", day=words.date(one.paid_on, "medium")) if one.paid_on else ""
        due = words("due on {day}", day=words.date(one.next_on, "medium")) if one.fields.active else words("resting")
        yield from put.dated("", what, [put.joined([due, paid]), one.fields.note])


def _changes(made: Statement, words: Words) -> Iterator[Row]:
    for one in made.changes:
        yield from put.dated(put.stamp(words, one.at), words.say(one.title))


def _name(one: Relative) -> str:
    return one.name or "–"


def _day(day: SpecialDay, words: Words) -> str:
    return f"{day.title or words.say(DAY_NAMES[day.kind])}: {put.day_text(words, day.date)}"


def _address(address: Address, words: Words) -> str:
    country = words.country(address.country) if address.country else ""
    return "\n".join(line for line in (address.name, *address_lines(address, country)) if line)


def _money(money: Money | None, words: Words) -> str:
    if money is None:
        return ""
    return words.money(money.amount, money.currency) if money.currency else str(money.amount)
