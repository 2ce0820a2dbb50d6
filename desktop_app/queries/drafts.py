"""Messages as they are proposed: a text of the shop put into words for one complaint, order, renewal, day or person.

The outbox (actions/outbox) keeps and sends what comes out here; until then a person may change every word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerFields, CustomerId, display_name
from desktop_app.domain.errors import Invalid
from desktop_app.domain.message_texts import Composed, TextKey, complaint_texts, compose, text_and_general
from desktop_app.domain.messages import MESSAGE_NAMES, Draft, Means, MessageKind
from desktop_app.domain.occasions import DayFacts, Occasion, RenewalFacts, Sender
from desktop_app.domain.orders import OrderId
from desktop_app.domain.reaching import Standing, message_hindrance
from desktop_app.domain.settings import REGULAR_FROM, SHOP_CONTACT, SHOP_LANGUAGE, SHOP_LINK, SHOP_NAME
from desktop_app.domain.ways import SHORT, address_by, ways_to
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_facts import ComplaintAbout, complaint_about
from desktop_app.queries.customers import FIELDS, customer, customer_fields
from desktop_app.queries.day_people import stream_day_details
from desktop_app.queries.day_rows import DayRow
from desktop_app.queries.listing import among, in_parts
from desktop_app.queries.message_texts import texts
from desktop_app.queries.order_facts import OrderAbout, orders_about
from desktop_app.queries.orders import money
from desktop_app.queries.settings import settings
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import RenewalTable as R

_ORDER_KEYS = {  # what the message of a kind is about; of all others it is the step the order went
    MessageKind.DELAY: "delay:{order}:{ship_by}",
    MessageKind.OUT_OF_STOCK: "stock:{order}",
    MessageKind.REVIEW_REQUEST: "review:{order}",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A message as proposed; `empty` are the fields whose emptiness took a line away, `ways` those there are."""

    draft: Draft
    empty: tuple[str, ...] = ()
    ways: tuple[Means, ...] = (Means.COPY,)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a message."""

    fields: CustomerFields
    customer: CustomerId | None = None
    language: Language | None = None  # another than their own

    @property
    def name(self) -> str:
        """The name to show in the list of messages."""
        one = self.fields
        return display_name(one.given, one.family, one.company) or one.address.name


class Composer:
    """Puts the texts of a shop into words, as written by one person; asks for texts and settings once."""

    def __init__(self, shop: Shop, *, person: str = "") -> None:
        self.shop, self.values, self.texts = shop, settings(shop), texts(shop)
        self.sender = Sender(
            self.values[SHOP_NAME], self.values[SHOP_CONTACT], self.values[SHOP_LINK], person
        )  # fmt: skip

    def composed(self, keys: Sequence[TextKey], reader: Reader, occasion: Occasion, *, short: bool = False) -> Composed:
        """The first of these texts there is in the reader's language, put into words; raises NotFound."""
        language = reader.language or reader.fields.language or Language(self.values[SHOP_LANGUAGE])
        return compose(self.texts.best(keys, language), replace(occasion, sender=self.sender), short=short)

    def proposal(
        self, keys: Sequence[TextKey], reader: Reader, occasion: Occasion, *, key: str, means: Means | None = None
    ) -> Proposal:
        """A message to somebody, by the way they wish where none is named."""
        ways = ways_to(reader.fields)
        way = means or ways[0]
        said = self.composed(keys, reader, occasion, short=way in SHORT)
        draft = Draft(
            key=key,
            kind=keys[0].kind,
            means=way,
            address=address_by(reader.fields, way),
            text=said.text,
            subject=said.subject,
            language=said.language,
            to_name=reader.name,
            customer=reader.customer,
        )
        return Proposal(draft, said.empty, ways)


def order_drafts(shop: Shop, order_ids: Iterable[int], kind: MessageKind, *, person: str = "") -> list[Draft]:
    """A message of a kind for each of these orders, in their order; those gone and those who died are left out."""
    return list(order_drafts_of(Composer(shop, person=person), order_ids, kind))


def order_drafts_of(composer: Composer, order_ids: Iterable[int], kind: MessageKind) -> Iterator[Draft]:
    """The same by a composer that is there already."""
    wanted = list(order_ids)
    found = orders_about(composer.shop, wanted, composer.values)
    for order_id in wanted:
        about = found.get(OrderId(order_id))
        if about is not None and not about.reader.deceased:
            yield order_proposal(composer, about, kind).draft


def order_proposal(composer: Composer, about: OrderAbout, kind: MessageKind, *, means: Means | None = None) -> Proposal:
    """A message of a kind about one order."""
    pattern = _ORDER_KEYS.get(kind, "order:{order}:{kind}")
    key = pattern.format(order=about.id, ship_by=about.facts.ship_by or "", kind=kind.value)
    reader = Reader(about.reader, about.customer)
    made = composer.proposal((TextKey(kind),), reader, order_occasion(about), key=key, means=means)
    return replace(made, draft=replace(made.draft, order=about.id))


def order_occasion(about: OrderAbout) -> Occasion:
    """What a message about an order speaks of."""
    return Occasion((about.reader,), order=about.facts, regular=about.regular)


def complaint_occasion(about: ComplaintAbout, *, means: Means) -> Occasion:
    """What the answer to a complaint speaks of; copied from where everybody writes, everybody reads it."""
    return Occasion(
        (about.reader,),
        order=about.order.facts if about.order else None,
        complaint=replace(about.facts, public=about.public and means is Means.COPY),
        regular=about.regular,
    )


def complaint_proposal(
    shop: Shop,
    complaint_id: ComplaintId,
    *,
    text: TextKey | None = None,
    means: Means | None = None,
    language: Language | None = None,
    person: str = "",
) -> Proposal:
    """The answer to a complaint: by the text that suits it, or another (a ready answer) named; raises NotFound.

    A text that greets or asks for something is no answer: Invalid, for as an answer it would pass while they wait.
    """
    if text is not None and message_hindrance(text.kind, Standing(open_complaints=1)) is not None:
        said = msg("“{text}” answers no complaint. Choose another text.", text=MESSAGE_NAMES[text.kind])
        raise Invalid("text", said)
    composer = Composer(shop, person=person)
    about = complaint_about(shop, complaint_id, composer.values, language=language)
    keys = text_and_general(text) if text is not None else complaint_texts(about.fields)
    way = means or about.means
    occasion = complaint_occasion(about, means=way)
    key = f"complaint:{complaint_id}:{about.words}"
    made = composer.proposal(keys, Reader(about.reader, about.customer, language), occasion, key=key, means=way)
    kept = replace(
        made.draft, kind=MessageKind.COMPLAINT, order=about.order.id if about.order else None, complaint=complaint_id
    )
    return replace(made, draft=kept)


def renewal_drafts(shop: Shop, renewal_ids: Iterable[int], *, person: str = "") -> list[Draft]:
    """The notice of each of these renewals, in their order; those gone and those who died are left out."""
    composer, wanted = Composer(shop, person=person), list(renewal_ids)
    drafts: list[Draft] = []
    for part in in_parts(wanted):
        columns = (R.id, R.customer, R.what, R.next_on, R.amount_minor, R.currency, C.orders)
        query = R.select(*columns, *FIELDS).join(C).where(among(R.id, part))
        rows = {row[0]: row for row in shop.rows(query.tuples())}
        for number in part:
            if number not in rows:
                continue
            _, customer_id, what, next_on, minor, currency, orders, *row = rows[number]
            fields = customer_fields(row)
            facts = RenewalFacts(what, next_on, money(minor, currency) if currency else None)
            occasion = Occasion((fields,), renewal=facts, regular=orders >= composer.values[REGULAR_FROM])
            if not fields.deceased:
                reader, key = Reader(fields, CustomerId(customer_id)), f"renewal:{number}:{next_on}"
                made = composer.proposal((TextKey(MessageKind.RENEWAL),), reader, occasion, key=key)
                drafts.append(made.draft)
    return drafts


def day_proposal(shop: Shop, row: DayRow, *, person: str = "", means: Means | None = None) -> Proposal | None:
    """The wish for somebody's day: to themselves, or for the customer to pass on; None when its people are gone."""
    composer = Composer(shop, person=person)
    owner = customer(shop, row.customer_id)
    for paper in stream_day_details(shop, [row.keys]):
        people = paper.together or (paper.customer,)
        language = paper.language if row.own else owner.fields.language or paper.language
        day = DayFacts(row.title, () if row.own else people, row.days_until < 0)
        regular = owner.orders >= composer.values[REGULAR_FROM]
        occasion = Occasion(people if row.own else (owner.fields,), day=day, regular=regular)
        first = row.people[0].relative or 0
        key = f"day:{row.customer_id}:{first}:{row.kind.value}:{row.kept_on}"
        reader = Reader(owner.fields, row.customer_id, language)
        text = TextKey(MessageKind.GREETING, row.kind.value)
        return composer.proposal((text,), reader, occasion, key=key, means=means)
    return None


def person_proposal(
    shop: Shop,
    customer_id: CustomerId,
    text: TextKey,
    *,
    key: str,
    order: OrderId | None = None,
    means: Means | None = None,
    person: str = "",
) -> Proposal:
    """Any other text to a customer, perhaps about an order: a ready answer, or one begun by hand; raises NotFound."""
    composer, owner = Composer(shop, person=person), customer(shop, customer_id)
    about = orders_about(shop, [order], composer.values).get(order) if order is not None else None
    regular = owner.orders >= composer.values[REGULAR_FROM]
    occasion = Occasion((owner.fields,), order=about.facts if about else None, regular=regular)
    made = composer.proposal((text,), Reader(owner.fields, customer_id), occasion, key=key, means=means)
    return replace(made, draft=replace(made.draft, order=about.id if about else None))
