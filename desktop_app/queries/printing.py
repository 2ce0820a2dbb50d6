"""What goes on paper, as plain details for the builders; which orders wait for paper; and the print log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import quote

from peewee import JOIN, fn

from desktop_app.domain.customers import Address, CustomerFields, CustomerId, full_name
from desktop_app.domain.kinds import OF_PRODUCTS
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.paper_extras import born
from desktop_app.domain.paper_settings import CARD_QR, MISSIONS, PARCEL_LABEL, PROMISES
from desktop_app.domain.people_dates import LeapRule, kept_near
from desktop_app.domain.printing import (
    ContactDetails,
    Kind,
    PaperDetails,
    PrintId,
    PrintRow,
    ShopDetails,
)
from desktop_app.domain.reaching import Standing
from desktop_app.domain.settings import (
    COUNTRY,
    LEAP_RULE,
    MISSED_DAYS,
    REGULAR_FROM,
    SHOP_ADDRESS,
    SHOP_COLOURS,
    SHOP_CONTACT,
    SHOP_LANGUAGE,
    SHOP_LINK,
    SHOP_LOGO,
    SHOP_NAME,
    SettingValues,
)
from desktop_app.domain.shop_colours import shop_colours
from desktop_app.domain.shop_words import parts_of
from desktop_app.domain.signatures import signature_key
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customers import FIELDS, PAPER_FIELDS, customer_fields, paper_customer
from desktop_app.queries.enclosures import waiting
from desktop_app.queries.listing import among, ids_in_order, unknown_last
from desktop_app.queries.orders import money
from desktop_app.queries.paper_lines import holds_told, line_details, paper_lines, told_products
from desktop_app.queries.pictures import picture
from desktop_app.queries.reaching import OPEN_COMPLAINTS, standings_of
from desktop_app.queries.settings import settings
from desktop_app.queries.signatures import signatures
from desktop_app.queries.standings import OPEN
from desktop_app.store.outcomes import outcome_from
from desktop_app.store.tables import ChangeTable, PrintItemTable, PrintTable
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O

_AT_ONCE = 500  # orders or customers fetched together


def parcel_details(shop: Shop, order_ids: Sequence[int]) -> list[PaperDetails]:
    """What the papers of these orders say, in the ids' order."""
    return list(stream_parcel_details(shop, order_ids))


def stream_parcel_details(shop: Shop, order_ids: Iterable[int]) -> Iterator[PaperDetails]:
    """The same a few hundred at a time, so that a run of any length needs no memory; ids that are gone are left out."""
    values, ids = settings(shop), iter(order_ids)
    while part := list(islice(ids, _AT_ONCE)):
        lines, enclosed = paper_lines(shop, part, values), waiting(shop, part)
        rows = {row[0]: row for row in shop.rows(_DETAILS.where(among(O.id, part)).tuples())}
        for order_id in part:
            if order_id in rows:
                paper = _details(rows[order_id], lines.get(order_id, ()), values)
                papers = enclosed.get(OrderId(order_id), ())
                yield replace(paper, enclosed=tuple(one.details for one in papers)) if papers else paper


def stream_people_details(shop: Shop, kind: Kind, customer_ids: Iterable[int]) -> Iterator[PaperDetails]:
    """What the papers of these customers say, without an order; on a contact sheet they stand together."""
    values, ids, today = settings(shop), iter(customer_ids), shop.today()
    while part := list(islice(ids, _AT_ONCE)):
        standings = standings_of(shop, part)
        rows = {row[0]: row for row in shop.rows(C.select(C.id, C.orders, *FIELDS).where(among(C.id, part)).tuples())}
        papers = [
            person_paper(CustomerId(row[0]), row[1], customer_fields(row[2:]), values, standing=standings[row[0]])
            for row in (rows[customer_id] for customer_id in part if customer_id in rows and customer_id in standings)
        ]
        if kind is Kind.CONTACTS:
            yield _sheet(papers, values)
        elif kind is Kind.BIRTHDAY:
            rule, behind = LeapRule(values[LEAP_RULE]), values[MISSED_DAYS]
            for paper in papers:
                yield born(paper, kept_near(paper.customer.birthday, today, rule, behind=behind))
        else:
            yield from papers


def person_paper(
    customer_id: CustomerId, orders: int, customer: CustomerFields, values: SettingValues, *, standing: Standing
) -> PaperDetails:
    """What a paper of a customer says that is for none of their orders."""
    return PaperDetails(
        order=None,
        number="",
        language=customer.language or Language(values[SHOP_LANGUAGE]),
        customer=customer,
        customer_id=customer_id,
        regular=orders >= values[REGULAR_FROM],
        qr=_shop_code(values),
        address=customer.address,
        abroad=_abroad(customer.address, values),
        standing=standing,
    )


def shop_paper(shop: Shop, kind: Kind, language: Language | None = None) -> PaperDetails:
    """The one record of a paper that is about the shop: its promise or its mission, in its own language or another."""
    values = settings(shop)
    spoken = language or Language(values[SHOP_LANGUAGE])
    words = (MISSIONS if kind is Kind.MISSION else PROMISES)[spoken]
    return PaperDetails(
        None, "", spoken, CustomerFields(), None, qr=_shop_code(values), parts=tuple(parts_of(values[words])),
        standing=Standing(),
    )  # fmt: skip


def unprinted_orders(shop: Shop, kind: Kind = Kind.PARCEL) -> list[OrderId]:
    """The orders waiting to be packed that lack this paper (a parcel: card or insert), the soonest promised first."""
    missing = {
        Kind.THANK_YOU: ~O.thank_you_printed,
        Kind.PACKING_INSERT: ~O.insert_printed,
        Kind.PARCEL: ~(O.thank_you_printed & O.insert_printed),
    }
    item = PrintItemTable
    never = ~fn.EXISTS(item.select(item.id).where(item.order == O.id, item.kind == kind.value))
    query = O.select(O.id).where(OPEN, missing.get(kind, never)).order_by(unknown_last(O.ship_by, False), O.id)
    if kind in OF_PRODUCTS:  # of the others there is nothing to print
        query = query.where(holds_told(kind))
    return list(map(OrderId, ids_in_order(shop, query)))


def latest_orders(shop: Shop, customers: Sequence[int]) -> dict[CustomerId, OrderId]:
    """The newest order of each of these customers that was not cancelled; customers without one are left out."""
    if not customers:
        return {}
    place = fn.ROW_NUMBER().over(partition_by=[O.customer], order_by=[unknown_last(O.placed_on, True), O.id.desc()])
    wanted = among(O.customer, customers) & (O.status != Status.CANCELLED.value)
    ranked = (
        O.select(O.customer.alias("customer"), O.id.alias("id"), place.alias("place")).where(wanted).alias("ranked")
    )
    query = O.select(ranked.c.customer, ranked.c.id).from_(ranked).where(ranked.c.place == 1)
    return {CustomerId(customer): OrderId(order_id) for customer, order_id in shop.rows(query.tuples())}


def shop_details(shop: Shop) -> ShopDetails:
    """The shop as its papers show it."""
    values = settings(shop)
    logo = values[SHOP_LOGO]
    return ShopDetails(
        values[SHOP_NAME],
        values[SHOP_CONTACT],
        values[SHOP_LINK],
        picture(shop, logo) if logo else b"",
        values[SHOP_ADDRESS],
        colours=shop_colours(values[SHOP_COLOURS]),
        signatures={signature_key(one.person): one.picture for one in signatures(shop)},
    )


def print_rows(shop: Shop, limit: int = 200, *, design: str = "") -> list[PrintRow]:
    """The print log, newest first; a run is undone when the change that logged it was taken back.

    With `design` it is all runs in which the design of that key was printed, in whatever version.
    """
    p, change = PrintTable, ChangeTable
    query = (
        p.select(p.id, p.at, p.kind, p.stock, p.by, p.cards, p.sheets, change.undone_by, p.printer, p.outcome, p.design)
        .join(change, JOIN.LEFT_OUTER, on=(change.id == p.version))
        .order_by(p.id.desc())
    )
    query = query.where(p.design.contains(design)) if design else query.limit(limit)
    return [
        PrintRow(
            PrintId(run_id),
            at,
            Kind(kind),
            stock,
            by,
            cards,
            sheets,
            undone is not None,
            printer,
            outcome_from(outcome),
        )
        for run_id, at, kind, stock, by, cards, sheets, undone, printer, outcome, named in shop.rows(query.tuples())
        if not design or design in (name.partition("@")[0] for name in named.split())
    ]


_OWN = (
    O.id, O.number, O.customer, O.currency, O.total_minor, O.placed_on, O.first, C.orders,
    O.to_name, O.to_street, O.to_city, O.to_region, O.to_postcode, O.to_country, O.note_to, O.gift, OPEN_COMPLAINTS,
)  # fmt: skip
_DETAILS = O.select(*_OWN, *PAPER_FIELDS).join(C, JOIN.LEFT_OUTER)  # no more than whoever packs may read


def _details(row: Sequence[Any], lines: Sequence[Sequence[Any]], values: SettingValues) -> PaperDetails:
    order_id, number, customer_id, currency, total, placed_on, first, orders = row[:8]
    sent_to = Address(*row[8:14])
    # An order without a customer is still somebody's: the name on the parcel.
    note, present, complaints = row[14:17]
    customer = paper_customer(row[17:]) if customer_id is not None else CustomerFields(given=sent_to.name)
    address = sent_to if sent_to.street or sent_to.city else customer.address
    return PaperDetails(
        order=OrderId(order_id),
        number=number,
        language=customer.language or Language(values[SHOP_LANGUAGE]),
        customer=customer,
        customer_id=customer_id,
        lines=tuple(line_details(line, currency, priced=not present) for line in lines),
        total=None if present else money(total, currency),  # whoever gets a present is not told its price
        note=note,
        placed_on=placed_on,
        first=bool(first),
        regular=(orders or 0) >= values[REGULAR_FROM],
        qr=_qr(number, values) if values[CARD_QR] else "",
        address=address,
        abroad=_abroad(address, values),
        labelled=values[PARCEL_LABEL] and bool(address.street or address.city or address.postcode),
        products=told_products(lines),
        standing=Standing(open_complaints=complaints),  # all that whoever packs may know
    )


def _sheet(papers: Sequence[PaperDetails], values: SettingValues) -> PaperDetails:
    """A contact sheet of these people, in the shop's language: it stays in the shop."""
    people = tuple(_contact(paper.customer, abroad=paper.abroad) for paper in papers)
    language = Language(values[SHOP_LANGUAGE])
    return PaperDetails(None, "", language, CustomerFields(), None, people=people, standing=Standing())


def _contact(person: CustomerFields, *, abroad: bool) -> ContactDetails:
    return ContactDetails(full_name(person), person.phone, person.email, person.address, person.note, abroad)


def _abroad(address: Address, values: SettingValues) -> bool:
    home = values[COUNTRY]
    return bool(home and address.country) and address.country.upper() != home


def _shop_code(values: SettingValues) -> str:
    """The shop's address where it needs no order to lead somewhere, and codes are wished."""
    link = values[SHOP_LINK].strip()
    return link if values[CARD_QR] and "{number}" not in link else ""


def _qr(number: str, values: SettingValues) -> str:
    """The shop's address, with the order's number where it says {number}; without an address the number itself."""
    link = values[SHOP_LINK].strip()
    return link.replace("{number}", quote(number, safe="")) if link else number
