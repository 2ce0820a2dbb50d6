"""What a complaint can be made good by: the offers with their costs and reasons, what was chosen, what is left."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, fn

from desktop_app.domain.complaints import ComplaintId, Severity, Verdict
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.money import Money, digits
from desktop_app.domain.order_money import refundable
from desktop_app.domain.orders import OrderFields, OrderId
from desktop_app.domain.resolution_book import Book, Facts, PageKey, proposed
from desktop_app.domain.resolution_settings import RESOLUTION_LIMIT
from desktop_app.domain.resolutions import Budget, Case, Deed, Offer, Proposed, Resolution, ResolutionId
from desktop_app.domain.settings import SHOP_CURRENCY, SHOP_LANGUAGE
from desktop_app.domain.vouchers import VoucherId
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.orders import money, order
from desktop_app.queries.settings import settings
from desktop_app.store.tables import BookPageTable as B
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ResolutionTable as R
from desktop_app.store.tables import VoucherTable as V


@dataclass(frozen=True, slots=True)
class ToMakeGood:
    """A complaint as whoever makes it good needs it; `language` is its customer's, else that of the cards."""

    complaint: ComplaintId
    facts: Facts
    case: Case
    article: str
    customer: CustomerId | None
    order: OrderId | None
    number: str
    language: Language


def to_make_good(shop: Shop, complaint_id: ComplaintId) -> ToMakeGood:
    """A complaint with the money of its order; raises NotFound."""
    asked = (
        K.select(
            K.kind, K.verdict, K.severity, K.article, K.product, K.customer, K.order,
            C.language, C.orders, O.number, O.first,
        )
        .join(C, JOIN.LEFT_OUTER, on=(K.customer == C.id))
        .join_from(K, O, JOIN.LEFT_OUTER, on=(K.order == O.id))
        .where(K.id == complaint_id)
    )  # fmt: skip
    row = shop.row(asked)
    if row is None:
        raise NotFound(msg("There is no complaint {id} in this shop. Check the number.", id=complaint_id))
    kind, verdict, severity, article, product, customer, order_id, spoken, orders, number, first = row
    values = settings(shop)
    fresh = bool(first) if order_id is not None else (orders or 0) <= 1
    facts = Facts(PageKey(kind, Verdict(verdict), not fresh), Severity(severity), _before(shop, complaint_id, customer))
    currency = values[SHOP_CURRENCY]
    case = Case(currency) if order_id is None else _case(order(shop, order_id).fields, article, product)
    return ToMakeGood(
        complaint_id, facts, case, article, customer, order_id, number or "",
        Language(spoken or values[SHOP_LANGUAGE]),
    )  # fmt: skip


def proposal(shop: Shop, complaint_id: ComplaintId) -> tuple[Proposed, ...]:
    """The offers of the book for a complaint, the most modest first, each with its cost and why; raises NotFound."""
    found = to_make_good(shop, complaint_id)
    return proposed(book(shop).page(found.facts.key), found.case, found.facts)


def book(shop: Shop) -> Book:
    """The resolution book: the shop's own pages over those that come with the program."""
    rows = shop.rows(B.select(B.kind, B.verdict, B.regular, B.offers).tuples())
    pages = {PageKey(kind, Verdict(verdict), bool(regular)): offers_from(text) for kind, verdict, regular, text in rows}
    return Book(pages)


def page_ids(shop: Shop) -> dict[PageKey, int]:
    """The ids of the shop's own pages."""
    rows = shop.rows(B.select(B.kind, B.verdict, B.regular, B.id).tuples())
    return {PageKey(kind, Verdict(verdict), bool(regular)): number for kind, verdict, regular, number in rows}


def resolutions(shop: Shop, complaint_id: ComplaintId) -> tuple[Resolution, ...]:
    """What was chosen for a complaint, in the order in which it was."""
    query = _RESOLUTION.where(R.complaint == complaint_id).order_by(R.id)
    return tuple(_resolution(row) for row in shop.rows(query.tuples()))


def resolution(shop: Shop, resolution_id: ResolutionId) -> Resolution:
    """One of them; raises NotFound."""
    row = shop.row(_RESOLUTION.where(R.id == resolution_id))
    if row is None:
        raise NotFound(msg("This resolution was taken back in the meantime. Look at the complaint again."))
    return _resolution(row)


def budget(shop: Shop, day: dt.date | None = None) -> Budget:
    """What making good cost in the month of a day, today's unless told, and what the owner set aside for a month."""
    values = settings(shop)
    currency = values[SHOP_CURRENCY]
    first = (day or shop.today()).replace(day=1)
    after = (first + dt.timedelta(days=32)).replace(day=1)
    spent = shop.value(
        R.select(fn.COALESCE(fn.SUM(R.cost_minor), 0)).where(
            R.chosen_on >= first, R.chosen_on < after, R.cost_currency == currency
        )
    )
    limit = values[RESOLUTION_LIMIT] * 10 ** digits(currency)
    return Budget(first, Money(int(spent), currency), Money(limit, currency))


def offers_text(offers: Sequence[Offer]) -> str:
    """The offers of a page as the book keeps them."""
    kept = [
        {
            "deed": one.deed.value,
            **({"percent": one.percent} if one.percent is not None else {}),
            **({"minor": one.amount.minor, "currency": one.amount.currency} if one.amount else {}),
        }
        for one in offers
    ]
    return json.dumps(kept)


def offers_from(text: str) -> tuple[Offer, ...]:
    """The offers of a page as the book kept them."""
    return tuple(
        Offer(
            Deed(one["deed"]),
            one.get("percent"),
            Money(one["minor"], one["currency"]) if "minor" in one else None,
        )
        for one in json.loads(text)
    )


def _before(shop: Shop, complaint_id: int, customer: int | None) -> int:
    """How many complaints of the same customer were found justified before this one."""
    if customer is None:
        return 0
    theirs = K.select(fn.COUNT(K.id)).where(K.customer == customer, K.verdict == Verdict.YES.value, K.id < complaint_id)
    return int(shop.value(theirs))


def _case(fields: OrderFields, article: str, product: int | None) -> Case:
    """The money of an order; that of the article where one of its lines is meant."""
    priced = [line for line in fields.lines if line.total is not None]
    meant = [line for line in priced if product is not None and line.product == product]
    meant = meant or [line for line in priced if article and line.name == article]
    goods = None
    if fields.total is not None:
        goods = Money(max(0, fields.total.minor - (fields.shipping.minor if fields.shipping else 0)), fields.currency)
    return Case(
        fields.currency, fields.total, refundable(fields), goods, fields.shipping, meant[0].total if meant else None
    )


_RESOLUTION = R.select(
    R.id, R.version, R.complaint, R.deed, R.percent, R.amount_minor, R.currency, R.cost_minor, R.cost_currency,
    R.words, R.chosen_at, R.by, R.done_at, R.voucher, V.code,
).join(V, JOIN.LEFT_OUTER, on=(R.voucher == V.id))  # fmt: skip


def _resolution(row: Sequence[Any]) -> Resolution:
    number, version, complaint, deed, percent, minor, currency, cost, cost_currency, words = row[:10]
    chosen_at, by, done_at, given, code = row[10:]
    return Resolution(
        ResolutionId(number),
        version,
        ComplaintId(complaint),
        Offer(Deed(deed), percent, money(minor, currency) if currency else None),
        Money(cost, cost_currency),
        words,
        chosen_at,
        by,
        done_at,
        VoucherId(given) if given is not None else None,
        code or "",
    )
