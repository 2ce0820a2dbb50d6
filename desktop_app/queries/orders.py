"""Orders, one whole or many as rows of a list, each with how it stands today."""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, SQL, Case, NodeList, Value, fn

from desktop_app.domain.customers import Address, CustomerId, display_name
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.keys import number_key
from desktop_app.domain.listing import OrderFilter, Sort
from desktop_app.domain.money import Money
from desktop_app.domain.orders import TO_PACK, Line, Order, OrderFields, OrderId, Status, Step
from desktop_app.domain.products import ProductId
from desktop_app.domain.promise import Promise, Reason, Standing
from desktop_app.domain.settings import REGULAR_FROM, SettingValues
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, ids_in_order, literals, off_index, unknown_last
from desktop_app.queries.matching import orders_matching
from desktop_app.queries.promise import Promises
from desktop_app.queries.settings import settings
from desktop_app.queries.standings import OPEN, STOCKED, promises_for, standing_condition
from desktop_app.store.claims import held, live
from desktop_app.store.tables import ClaimTable
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import StepTable as T

_SHOWN_LINES = 3
_ID = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in a list; `detail` names its first articles, `printed` says that both its papers were printed."""

    id: OrderId
    number: str
    customer_id: CustomerId | None
    customer: str
    detail: str
    status: Status
    paid: bool
    total: Money | None
    placed_on: dt.date | None
    ship_by: dt.date | None
    standing: Standing
    days_late: int  # working days
    first: bool
    regular: bool
    printed: bool
    lines: int
    carrier: str
    tracking: str
    source: str
    city: str
    country: str
    deliver_by: dt.date | None = None
    reasons: tuple[Reason, ...] = ()  # why the promise may not be kept
    gift: bool = False
    set_aside: str = ""  # why it cannot be packed now
    claimed_by: str = ""  # who is packing it now
    refunded: Money | None = None


def order(shop: Shop, order_id: OrderId) -> Order:
    """One order whole, with its lines; raises NotFound."""
    row = shop.row(O.select(*_WHOLE, _packer(shop)).join(C, JOIN.LEFT_OUTER).where(O.id == order_id))
    if row is None:
        raise NotFound(msg("There is no order {id} in this shop. Check the number.", id=order_id))
    lines = shop.rows(L.select(*_LINE).where(L.order == order_id).order_by(L.position).tuples())
    steps = shop.rows(T.select(T.status, T.at, T.by).where(T.order == order_id).order_by(T.id).tuples())
    return _whole(row, lines, steps)


def order_by_number(shop: Shop, number: str) -> Order:
    """The order a number belongs to, however it is typed; “etsy:E-1” where several shops gave it out."""
    order_id = orders_by_numbers(shop, [number]).get(number)
    if order_id is None:
        raise NotFound(msg("There is no order {number} in this shop. Check the number.", number=shorten(number)))
    return order(shop, order_id)


def orders_by_numbers(shop: Shop, numbers: Sequence[str]) -> dict[str, OrderId]:
    """The ids of the orders these numbers belong to; raises Invalid at one that several shops gave out.

    Numbers that nothing has are left out. A shop made anew gave its own out twice: those are told by “id:7”.
    """
    wanted = {number: (None, number_key(clean(number))) for number in numbers}
    found = _numbered(shop, wanted)
    told = {number: number.partition(":") for number in numbers if number not in found and ":" in number}
    found |= _numbered(shop, {text: (source, number_key(rest)) for text, (source, _, rest) in told.items()})
    ids = {text: int(rest) for text, (word, _, rest) in told.items() if word == "id" and _ID.fullmatch(rest)}
    there = {row[0] for row in shop.rows(O.select(O.id).where(O.id.in_(list(ids.values()))).tuples())} if ids else ()
    return {text: OrderId(order_id) for text, order_id in ids.items() if order_id in there} | found


def _numbered(shop: Shop, wanted: Mapping[str, tuple[str | None, str]]) -> dict[str, OrderId]:
    """By each text the one order of a source (None is any) with a number's key."""
    keys = list({key for _, key in wanted.values() if key})
    there: dict[str, list[tuple[OrderId, str]]] = {}
    for key, order_id, source in shop.rows(
        O.select(O.number_key, O.id, O.source).where(O.number_key.in_(keys)).tuples()
    ):
        there.setdefault(key, []).append((OrderId(order_id), source))
    found: dict[str, OrderId] = {}
    for text, (source, key) in wanted.items():
        mine = [one for one in there.get(key, ()) if source is None or one[1].casefold() == clean(source).casefold()]
        if len(mine) > 1:
            apart = len({source for _, source in mine}) == len(mine)
            choices = shorten(", ".join(sorted(f"{one[1]}:{clean(text)}" if apart else f"id:{one[0]}" for one in mine)))
            said = msg(
                "Several orders have the number {number}. Write which one: {choices}.",
                number=shorten(text),
                choices=choices,
            )
            raise Invalid("number", said)
        if mine:
            found[text] = mine[0][0]
    return found


def orders_of(shop: Shop, customers: Sequence[int]) -> dict[CustomerId, int]:
    """How many orders each of these customers has, cancelled ones included; those without are left out."""
    if not customers:
        return {}
    query = O.select(O.customer, fn.COUNT(O.id)).where(among(O.customer, customers)).group_by(O.customer)
    return {CustomerId(customer): count for customer, count in shop.rows(query.tuples())}


def order_ids(
    shop: Shop,
    wanted: OrderFilter = OrderFilter(),
    sort: Sort = Sort("placed", descending=True),
    *,
    limit: int | None = None,
) -> array[int]:
    """The ids of all orders a list shows, in its order, in one statement."""
    query = O.select(O.id)
    if sort.key == "customer":
        query = query.join(C, JOIN.LEFT_OUTER)
    conditions = list(_conditions(shop, wanted))
    if conditions:
        query = query.where(*conditions)
    return ids_in_order(shop, query.order_by(*_order(shop, sort, bool(conditions))), limit)


def order_rows(
    shop: Shop, ids: Sequence[int], *, values: SettingValues | None = None, promises: Promises | None = None
) -> list[OrderRow]:
    """The orders of these ids, in the ids' order; those that are gone are left out.

    `values`, and `promises` with carriers and stock, save asking for them.
    """
    if not ids:
        return []
    values = values or settings(shop)
    query = O.select(*_SUMMARY, _ARTICLES, _packer(shop)).join(C, JOIN.LEFT_OUTER)
    rows = shop.rows(query.where(among(O.id, ids)).tuples())
    waiting = [row for row in rows if row[10] in TO_PACK and row[15] is not None]
    promises = promises or promises_for(
        shop, values, delivering=any(row[25] for row in waiting), stocked=any(row[26] for row in waiting)
    )
    found = {row[0]: _row(row, promises, values[REGULAR_FROM]) for row in rows}
    return [found[order_id] for order_id in ids if order_id in found]


_SUMMARY = (
    O.id, O.number, O.customer, C.given, C.family, C.company, C.email, C.phone, C.orders, O.to_name, O.status, O.paid,
    O.currency, O.total_minor, O.placed_on, O.ship_by, O.first, O.thank_you_printed, O.insert_printed, O.line_count,
    O.carrier, O.tracking, O.source, O.to_city, O.to_country, O.deliver_by, STOCKED,
    O.gift, O.set_aside, O.refunded_minor,
)  # fmt: skip
_BETWEEN, _AFTER = "\x1f", "\x1e"  # a quantity and its name, one article and the next: no name has either
_ARTICLE = L.quantity.cast("text").concat(_BETWEEN).concat(L.name)
_ARTICLES = L.select(fn.STRING_AGG(_ARTICLE, NodeList((Value(_AFTER), SQL("ORDER BY"), L.position)))).where(
    L.order == O.id, L.position <= _SHOWN_LINES
)
_WHOLE = (
    O.id, O.version, C.given, C.family, C.company, C.email, C.phone, O.first, O.thank_you_printed, O.insert_printed,
    O.packed_by, O.number, O.customer, O.source, O.placed_at, O.status, O.paid, O.currency, O.total_minor,
    O.shipping_minor, O.discount_minor, O.refunded_minor, O.ship_by, O.carrier, O.tracking, O.to_name, O.to_street,
    O.to_city, O.to_region, O.to_postcode, O.to_country, O.note, O.packer_note, O.deliver_by, O.note_to, O.gift,
    O.set_aside,
)  # fmt: skip
_LINE = (L.name, L.quantity, L.sku, L.unit_minor, L.total_minor, L.product, L.discount_minor, L.returned, L.version)


def money(minor: int | None, currency: str) -> Money | None:
    """An amount as kept, None where none was given."""
    return None if minor is None else Money(minor, currency)


def _conditions(shop: Shop, wanted: OrderFilter) -> Iterable[Any]:
    if wanted.text.strip():
        yield orders_matching(shop, wanted.text)
    if wanted.status:
        yield O.status.in_(literals(wanted.status))
    if wanted.to_pack or wanted.unprinted or wanted.set_aside:  # what went on is not set aside any more
        yield OPEN
    if wanted.late or wanted.due or wanted.at_risk:
        yield standing_condition(shop, late=wanted.late, due=wanted.due, at_risk=wanted.at_risk)
    if wanted.unprinted:
        yield ~(O.thank_you_printed & O.insert_printed)
    if wanted.set_aside:
        yield O.set_aside != SQL("''")
    if wanted.claimed:
        yield among(O.id, held(shop))
    if wanted.unpaid:
        yield ~O.paid & O.status.not_in(literals(_OVER))
    if wanted.gift:
        yield O.gift
    for column, text in ((O.carrier, wanted.carrier), (O.to_country, wanted.country), (O.source, wanted.source)):
        if text:
            yield (column == text) | (fn.LOWER(column) == text.lower())
    if wanted.ship_by is not None:
        yield O.ship_by == wanted.ship_by
    if wanted.customer is not None:
        yield O.customer == wanted.customer
    if wanted.placed_from is not None:
        yield O.placed_on >= wanted.placed_from
    if wanted.placed_to is not None:
        yield O.placed_on <= wanted.placed_to


def _packer(shop: Shop) -> Any:
    """Who is packing an order at a bench now."""
    return _CLAIM.select(_CLAIM.packer).where(_CLAIM.order == O.id, SQL(live(shop.engine, "claim")))


_CLAIM = ClaimTable.alias("claim")
_OVER = (Status.CANCELLED, Status.RETURNED)  # nobody waits for their money any more
_COLUMNS = {
    "promise": O.ship_by, "reasons": O.ship_by, "deliver": O.deliver_by, "total": O.total_minor, "gift": O.gift,
    "refunded": O.refunded_minor, "lines": O.line_count, "articles": O.line_count, "first": O.first, "paid": O.paid,
}  # fmt: skip
_TEXTS = {
    "carrier": O.carrier, "tracking": O.tracking, "source": O.source, "town": O.to_city, "country": O.to_country,
    "set_aside": O.set_aside,
}  # fmt: skip


def _order(shop: Shop, sort: Sort, narrowed: bool) -> list[Any]:
    down = sort.descending
    if sort.key == "number":  # shorter numbers are smaller: 999 before 1000
        terms: list[Any] = [fn.LENGTH(O.number_key), O.number_key]
    elif sort.key == "customer":
        return [unknown_last(C.sort_key, down), O.id.desc()]
    elif sort.key == "status":
        terms = [Case(O.status, [(status.value, place) for place, status in enumerate(Status)], 99)]
    elif sort.key == "payment":  # not paid, paid, given back in part or all
        back = fn.COALESCE(O.refunded_minor, 0)
        terms = [Case(None, [(back == 0, O.paid.cast("integer")), (back < O.total_minor, 2)], 3)]
    elif sort.key == "printed":
        terms = [O.thank_you_printed, O.insert_printed]
    elif sort.key == "claimed_by":
        return [unknown_last(off_index(_packer(shop)), down), O.id.desc() if down else O.id]
    elif sort.key in _TEXTS:
        return [unknown_last(fn.NULLIF(_TEXTS[sort.key], SQL("''")), down), O.id.desc() if down else O.id]
    else:
        column = _COLUMNS.get(sort.key, O.placed_on)
        return [unknown_last(off_index(column) if narrowed else column, down), O.id.desc() if down else O.id]
    return [*(term.desc() if down else term.asc() for term in terms), O.id.desc() if down else O.id]


def _articles(told: str | None) -> str:
    pairs = (article.split(_BETWEEN, 1) for article in told.split(_AFTER)) if told else ()
    return ", ".join(f"{quantity} × {name}" if quantity != "1" else name for quantity, name in pairs)


def _row(row: Sequence[Any], promises: Promises, regular_from: int) -> OrderRow:
    status, paid, promised, deliver_by = Status(row[10]), bool(row[11]), row[15], row[25]
    transit = promises.transits.days(row[20], row[24]) if deliver_by else None
    stood = promises.stand(Promise(status, paid, promised, deliver_by, transit, row[0] in promises.short))
    return OrderRow(
        id=OrderId(row[0]),
        number=row[1],
        customer_id=row[2],
        customer=display_name(row[3] or "", row[4] or "", row[5] or "", email=row[6] or "", phone=row[7] or "")
        or row[9],
        detail=_articles(row[30]) + (f" +{row[19] - _SHOWN_LINES}" if row[19] > _SHOWN_LINES else ""),
        status=status,
        paid=paid,
        total=money(row[13], row[12]),
        placed_on=row[14],
        ship_by=promised,
        standing=stood.standing,
        days_late=stood.late,
        first=bool(row[16]),
        regular=(row[8] or 0) >= regular_from,
        printed=bool(row[17] and row[18]),
        lines=row[19],
        carrier=row[20],
        tracking=row[21],
        source=row[22],
        city=row[23],
        country=row[24],
        deliver_by=deliver_by,
        reasons=stood.reasons,
        gift=bool(row[27]),
        set_aside=row[28],
        claimed_by=row[31] or "",
        refunded=money(row[29], row[12]),
    )


def _whole(row: Sequence[Any], lines: Sequence[Sequence[Any]], steps: Sequence[Sequence[Any]]) -> Order:
    order_id, version, given, family, company, email, phone, first, thank_you, insert, packed_by = row[:11]
    number, customer, source, placed_at, status, paid, currency, total, shipping, discount, refunded = row[11:22]
    fields = OrderFields(
        number=number,
        customer=customer,
        source=source,
        placed_at=placed_at,
        status=Status(status),
        paid=bool(paid),
        currency=currency,
        total=money(total, currency),
        shipping=money(shipping, currency),
        discount=money(discount, currency),
        refunded=money(refunded, currency),
        ship_by=row[22],
        carrier=row[23],
        tracking=row[24],
        ship_to=Address(*row[25:31]),
        note=row[31],
        packer_note=row[32],
        deliver_by=row[33],
        note_to=row[34],
        gift=bool(row[35]),
        lines=tuple(_line(line, currency) for line in lines),
    )
    name = display_name(given or "", family or "", company or "", email=email or "", phone=phone or "")
    version = max([version, *(line[-1] for line in lines)])  # lines are the order's own: a stale form sees them
    return Order(
        OrderId(order_id),
        version,
        fields,
        customer_name=name or row[25],
        first=bool(first),
        printed=bool(thank_you and insert),
        packed_by=packed_by,
        set_aside=row[36],
        steps=tuple(Step(Status(status), at, by) for status, at, by in steps),
        claimed_by=row[37] or "",
    )


def _line(row: Sequence[Any], currency: str) -> Line:
    name, quantity, sku, unit, total, product, discount, returned = row[:8]
    kept = ProductId(product) if product is not None else None
    return Line(
        name,
        quantity,
        sku,
        money(unit, currency),
        money(total, currency),
        kept,
        discount=money(discount, currency),
        returned=returned,
    )
