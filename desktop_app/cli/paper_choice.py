"""Whose papers `cordial print` makes: orders, customers, a day or what waits, as details that come one by one."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from desktop_app.cli.values import money
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.kinds import FOR_ORDERS, FOR_PEOPLE, FOR_SHOP, Kind
from desktop_app.domain.listing import ListKind, OrderFilter, Sort
from desktop_app.domain.orders import OrderId
from desktop_app.domain.paper_extras import PaperExtras, with_extras
from desktop_app.domain.print_run import Remark, Severity
from desktop_app.domain.printed_before import PrintedBefore
from desktop_app.domain.printing import PaperDetails
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.domain.text import shorten
from desktop_app.domain.views import View
from desktop_app.i18n import Language, Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.congratulating import birthday_cards, unprinted_birthdays
from desktop_app.queries.customer_list import customer_rows
from desktop_app.queries.day_people import stream_day_details
from desktop_app.queries.lists import LISTS
from desktop_app.queries.orders import order_ids, orders_by_numbers
from desktop_app.queries.printed_before import printed_before
from desktop_app.queries.printing import (
    latest_orders,
    shop_paper,
    stream_parcel_details,
    stream_people_details,
    unprinted_orders,
)
from desktop_app.queries.settings import settings
from desktop_app.queries.views import view_named


@dataclass(frozen=True, slots=True)
class Chosen:
    """The records of a run, how many they are, what was named but is not there, and what was printed before."""

    papers: Iterable[PaperDetails]
    total: int
    unknown: Sequence[Remark] = ()
    before: PrintedBefore = PrintedBefore()


def chosen(shop: Shop, kind: Kind, words: argparse.Namespace) -> Chosen:
    """The records to print, with what was said for all of them; raises Invalid for words that cannot be."""
    extras = _extras(shop, words)
    if kind in FOR_SHOP:
        extras.check(1, today=shop.today())
        language = Language(words.language) if words.language else None
        return Chosen(with_extras(kind, [shop_paper(shop, kind, language)], extras), 1)
    if kind is Kind.BIRTHDAY and (words.unprinted or words.for_date):
        cards = unprinted_birthdays(shop) if words.unprinted else birthday_cards(shop, words.for_date)
        extras.check(len(cards), today=shop.today())
        before = printed_before(shop, customers={card[0].customer for card in cards})
        return Chosen(with_extras(kind, stream_day_details(shop, cards), extras), len(cards), before=before)
    orders, customers, unknown = _ids(shop, kind, words)
    total = 1 if kind is Kind.CONTACTS else len(orders) + len(customers)
    extras.check(total, today=shop.today())
    before = printed_before(shop, orders=orders, customers=customers)
    return Chosen(with_extras(kind, _papers(shop, kind, orders, customers), extras), total, unknown, before)


def _papers(
    shop: Shop, kind: Kind, orders: Sequence[OrderId], customers: Sequence[CustomerId]
) -> Iterator[PaperDetails]:
    if orders:
        yield from stream_parcel_details(shop, orders)
    if customers:
        yield from stream_people_details(shop, kind, customers)


def _ids(
    shop: Shop, kind: Kind, words: argparse.Namespace
) -> tuple[Sequence[OrderId], Sequence[CustomerId], list[Remark]]:
    """The orders or the customers asked for, and what is not there."""
    view = _segment(shop, words.segment) if words.segment else None
    if words.customers or (view and view.page is ListKind.CUSTOMERS):
        return _by_customers(shop, kind, _shown(shop, view) if view else words.customers)
    orders, unknown = ([OrderId(one) for one in _shown(shop, view)], []) if view else _by_orders(shop, kind, words)
    if kind in FOR_PEOPLE:
        found = {paper.customer_id: None for paper in stream_parcel_details(shop, orders) if paper.customer_id}
        return (), list(found), unknown
    return orders, (), unknown


def _segment(shop: Shop, name: str) -> View:
    """The view of orders that is called so, else that of customers; raises NotFound."""
    for page in (ListKind.ORDERS, ListKind.CUSTOMERS):
        with suppress(NotFound):
            return view_named(shop, page, name)
    raise NotFound(msg("There is no view “{name}” of orders or of customers. Check the name.", name=shorten(name)))


def _shown(shop: Shop, view: View) -> Sequence[int]:
    """The records a view shows, in its order."""
    return list(LISTS[view.page].ids(shop, view.content.filter, view.content.sort))


def _by_orders(shop: Shop, kind: Kind, words: argparse.Namespace) -> tuple[list[OrderId], list[Remark]]:
    if words.unprinted:
        return unprinted_orders(shop, kind), []
    if words.for_date:
        wanted = OrderFilter(to_pack=True, ship_by=words.for_date)
        return [OrderId(number) for number in order_ids(shop, wanted, Sort("number"))], []
    found = orders_by_numbers(shop, words.orders)
    missing = [number for number in dict.fromkeys(words.orders) if number not in found]
    return list(dict.fromkeys(found[number] for number in words.orders if number in found)), [
        _unknown(number, msg("There is no order {number} in this shop. Check the number.", number=number))
        for number in missing
    ]


def _by_customers(
    shop: Shop, kind: Kind, asked: Sequence[int]
) -> tuple[Sequence[OrderId], Sequence[CustomerId], list[Remark]]:
    ids = [CustomerId(number) for number in dict.fromkeys(asked)]
    if kind not in FOR_ORDERS:
        there = {row.id for row in customer_rows(shop, ids)}
        gone = [
            _unknown(str(one), msg("There is no customer {id} in this shop. Check the number.", id=one))
            for one in ids
            if one not in there
        ]
        return (), [one for one in ids if one in there], gone
    newest = latest_orders(shop, ids)
    without = [
        _unknown(str(one), msg("Customer {id} has no order to print a card for.", id=one))
        for one in ids
        if one not in newest
    ]
    return [newest[one] for one in ids if one in newest], (), without


def _extras(shop: Shop, words: argparse.Namespace) -> PaperExtras:
    return PaperExtras(
        codes=tuple(words.code),
        worth=money("worth", words.worth, settings(shop)[SHOP_CURRENCY]) if words.worth else None,
        percent=words.percent,
        what=words.what,
        promised=words.promised,
        until=words.until,
        gift=words.gift,
        warranty_months=words.warranty,
        link=words.link,
    )


def _unknown(title: str, message: Message) -> Remark:
    return Remark(0, "", title, Severity.STOP, message)
