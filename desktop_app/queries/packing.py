"""The packing bench: the queue, one parcel as a packer may see it, and the checklist; no contact, no spending."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from peewee import JOIN, SQL, fn

from desktop_app.domain.customers import display_name
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.keys import number_key
from desktop_app.domain.orders import TO_PACK, OrderId, Status
from desktop_app.domain.packing import (
    Needs,
    PackingStep,
    PackingStepId,
    Parcel,
    ParcelLine,
    needed,
    scan_key,
    ticked,
    ticks_from,
)
from desktop_app.domain.products import ProductId
from desktop_app.domain.promise import Promise, Standing
from desktop_app.domain.settings import (
    COUNTRY,
    PACK_UNPAID,
    REGULAR_FROM,
    SHOP_LANGUAGE,
    SHOP_LINK,
    SettingValues,
)
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import waiting
from desktop_app.queries.listing import among, unknown_last
from desktop_app.queries.promise import Promises
from desktop_app.queries.settings import setting, settings
from desktop_app.queries.standings import OPEN
from desktop_app.store.claims import held
from desktop_app.store.tables import ClaimTable as K
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import PackingStepTable as Q
from desktop_app.store.tables import ProductTable as P
from desktop_app.store.tables import ProductTextTable as X
from desktop_app.store.tables import StepTable as T

_STEPS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One order that waits to be packed; `shelf` is the first place the packer walks to, `claimed_by` who has it."""

    id: OrderId
    number: str
    name: str
    ship_by: dt.date | None
    standing: Standing
    days_late: int
    shelf: str
    lines: int
    claimed_by: str = ""


@dataclass(frozen=True, slots=True)
class QueueCount:
    """How much of the day's work is left, and how much is done."""

    left: int
    packed_today: int


def queue(shop: Shop, *, limit: int = 200) -> list[QueueRow]:
    """The orders to pack in the benches' order: by promise, then by shelf; those being packed say by whom."""
    values = settings(shop)
    columns = (O.id, O.number, O.ship_by, O.status, O.paid, O.line_count, *_NAME)
    waiting = O.select(*columns).join(C, JOIN.LEFT_OUTER).where(*_waiting(values)).order_by(*_WALK).limit(limit)
    rows = shop.rows(waiting.tuples())
    shelves, holders = _shelves(shop, [row[0] for row in rows]), held(shop)
    promises = Promises(shop.today(), values)
    found = []
    for order_id, number, ship_by, status, paid, lines, *named in rows:
        stood = promises.stand(Promise(Status(status), bool(paid), ship_by))
        shelf, holder = shelves.get(order_id, ""), holders.get(order_id, "")
        name, how = _name(named), (stood.standing, stood.late)
        found.append(QueueRow(order_id, number, name, ship_by, *how, shelf, lines, holder))
    return found


def queue_count(shop: Shop) -> QueueCount:
    """How many orders wait for any bench, and how many were packed today."""
    left = shop.value(O.select(fn.COUNT(O.id)).where(*_waiting(settings(shop))))
    return QueueCount(int(left), _packed_on(shop, shop.today()))


def parcel(shop: Shop, order_id: OrderId, *, language: Language | None = None) -> Parcel:
    """One order as the bench shows it, its articles named in the packer's `language`, with what was checked so far.

    Raises NotFound.
    """
    row = shop.row(_PARCEL.where(O.id == order_id))
    if row is None:
        raise NotFound(msg("There is no order {id} in this shop. Check the number.", id=order_id))
    values = settings(shop)
    number, version, status, paid, ship_by, first, gift, note, packer_note, carrier, tracking, aside = row[:12]
    orders, extra_care, spoken, ticks, street, city, country, home = row[16:]
    stood = Promises(shop.today(), values).stand(Promise(Status(status), bool(paid), ship_by))
    kept = ticks_from(ticks or "")
    lines = ticked(_lines(shop, order_id, language), kept)
    to = (country if street or city else home) or ""
    traits = {
        Needs.FRAGILE: any(line.fragile for line in lines),
        Needs.GIFT: bool(gift),
        Needs.FIRST: bool(first),
        Needs.ABROAD: bool(to and values[COUNTRY]) and to.upper() != values[COUNTRY],
        Needs.EXTRA_CARE: bool(extra_care),
    }
    return Parcel(
        order=order_id,
        version=version,
        number=number,
        name=_name(row[12:16]),
        standing=stood.standing,
        days_late=stood.late,
        ship_by=ship_by,
        language=Language(spoken or values[SHOP_LANGUAGE]),
        lines=lines,
        steps=needed(checklist(shop), [trait for trait, there in traits.items() if there]),
        first=bool(first),
        regular=(orders or 0) >= values[REGULAR_FROM],
        extra_care=bool(extra_care),
        gift=bool(gift),
        note=note,
        packer_note=packer_note,
        carrier=carrier,
        tracking=tracking,
        set_aside=aside,
        paid=bool(paid),
        enclosed=tuple(one.kind for one in waiting(shop, [order_id]).get(order_id, ())),
        steps_done=kept.steps,
    )


def parcel_lines(shop: Shop, order_id: OrderId) -> tuple[ParcelLine, ...]:
    """The articles of an order as they are scanned, named in the shop's own words."""
    return tuple(_lines(shop, order_id, None))


def order_by_number(shop: Shop, text: str) -> OrderId:
    """The order whose number, or the code on whose papers, was scanned or typed; of several the one to be packed.

    Raises NotFound where none bears it, Invalid where several shops gave the number out and it cannot be told which.
    """
    number = _scanned(clean(text), setting(shop, SHOP_LINK).strip())
    if not number:
        raise Invalid("number", msg("Scan or type the number of an order."))
    rows = shop.rows(O.select(O.id, O.status, O.source).where(O.number_key == number_key(number), O.number_key != ""))
    waiting = [row for row in rows if row[1] in TO_PACK]
    found = waiting if len(waiting) == 1 else rows
    if not found:
        raise NotFound(msg("There is no order {number} in this shop. Check the number.", number=shorten(number)))
    if len(found) > 1:
        sources = shorten(", ".join(sorted({row[2] for row in found if row[2]})))
        raise Invalid(
            "number",
            msg(
                "Several orders have the number {number} ({sources}). Open the right one from the queue.",
                number=shorten(number),
                sources=sources,
            ),
        )
    return OrderId(found[0][0])


def checklist(shop: Shop) -> tuple[PackingStep, ...]:
    """The owner's checklist in its order."""
    rows = shop.rows(Q.select(Q.id, Q.texts, Q.needs).order_by(Q.position, Q.id).tuples())
    return tuple(_step(*row) for row in rows)


_NAME = (O.to_name, C.given, C.family, C.company)
_WALK = (unknown_last(O.ship_by, False), O.shelf_key, O.id)
_PARCEL = (
    O.select(
        O.number, O.version, O.status, O.paid, O.ship_by, O.first, O.gift, O.note, O.packer_note, O.carrier, O.tracking,
        O.set_aside, *_NAME, C.orders, C.extra_care, C.language, K.ticks, O.to_street, O.to_city, O.to_country,
        C.country,
    )
    .join(C, JOIN.LEFT_OUTER)
    .join(K, JOIN.LEFT_OUTER, on=(K.order == O.id))
)  # fmt: skip
_LINE = (L.position, L.name, L.quantity, L.sku, P.id, P.sku, P.barcode, P.shelf, P.fragile, P.picture, P.name)


def _waiting(values: SettingValues) -> list[Any]:
    conditions = [OPEN, O.set_aside == SQL("''")]
    return conditions if values[PACK_UNPAID] else [*conditions, O.paid]


def _lines(shop: Shop, order_id: int, language: Language | None) -> list[ParcelLine]:
    query = L.select(*_LINE, X.name).join(P, JOIN.LEFT_OUTER)
    query = query.join(X, JOIN.LEFT_OUTER, on=(X.product == P.id) & (X.language == (language or "")))
    return [_line(*row) for row in shop.rows(query.where(L.order == order_id).order_by(L.position).tuples())]


def _line(
    position: int, name: str, quantity: int, sku: str, product: int | None, code: str | None, barcode: str | None,
    shelf: str | None, fragile: bool | None, picture: int | None, called: str | None, said: str | None,
) -> ParcelLine:  # fmt: skip
    codes = (scan_key(each) for each in (barcode, code, sku) if each)
    return ParcelLine(
        position,
        said or called or name,
        quantity,
        sku or code or "",
        barcode or "",
        shelf or "",
        bool(fragile),
        ProductId(product) if product is not None else None,
        picture,
        codes=tuple(dict.fromkeys(codes)),
    )


def _shelves(shop: Shop, ids: Sequence[int]) -> dict[int, str]:
    """The first place each of these orders leads to, as it is written on the shelf."""
    query = L.select(L.order, P.shelf, P.shelf_key).join(P).where(among(L.order, ids), P.shelf_key != "")
    first: dict[int, tuple[str, str]] = {}
    for order_id, shelf, key in shop.rows(query.tuples()):
        first[order_id] = min(first.get(order_id, (key, shelf)), (key, shelf))
    return {order_id: shelf for order_id, (_, shelf) in first.items()}


def _packed_on(shop: Shop, day: dt.date) -> int:
    """How many orders were packed on a day, the present one or the last, and not taken back; the newest steps tell."""
    text, last, packed, back = day.isoformat(), 0, set[int](), set[int]()
    while True:
        steps = T.select(T.id, T.order, T.status, T.at).order_by(T.id.desc()).limit(_STEPS_AT_ONCE)
        rows = shop.rows((steps.where(T.id < last) if last else steps).tuples())
        for _, order_id, status, at in rows:
            if at[:10] == text and status == Status.PACKED.value and order_id not in back:
                packed.add(order_id)
            elif status in TO_PACK and order_id not in packed:
                back.add(order_id)
        if len(rows) < _STEPS_AT_ONCE or rows[-1][3][:10] < text:
            return len(packed)
        last = rows[-1][0]


def _name(named: Sequence[str | None]) -> str:
    to, given, family, company = named
    return to or display_name(given or "", family or "", company or "")


def _scanned(text: str, link: str) -> str:
    """The number in what a scanner read off a card of ours, where it may stand in the shop's own address."""
    before, there, after = link.partition("{number}")
    if there and text.startswith(before) and text.endswith(after) and len(text) > len(before) + len(after):
        return unquote(text[len(before) : len(text) - len(after)])
    return text


def _step(number: int, texts: str, needs: str) -> PackingStep:
    kept = json.loads(texts)
    spoken = tuple((language, kept[language.value]) for language in Language if kept.get(language.value))
    return PackingStep(spoken, Needs(needs), PackingStepId(number))
