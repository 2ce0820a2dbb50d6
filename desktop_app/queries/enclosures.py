"""Which papers wait for a customer's next parcel, and in which one they lie: the first that is to be packed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peewee import JOIN, SQL, Select, fn

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.enclosures import Enclosure
from desktop_app.domain.errors import NotFound
from desktop_app.domain.kinds import ENCLOSED, Kind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import ApologyDetails
from desktop_app.domain.resolutions import EnclosureId
from desktop_app.domain.vouchers import VoucherId
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.queries.standings import OPEN
from desktop_app.queries.vouchers import voucher_fields
from desktop_app.store.tables import EnclosureTable as E
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import VoucherTable as V

_PLACES = {kind.value: place for place, kind in enumerate(ENCLOSED)}


def waiting(shop: Shop, order_ids: Sequence[int]) -> dict[OrderId, tuple[Enclosure, ...]]:
    """The papers that lie in the parcels of these orders, but for vouchers that are over; orders without are left out.

    One that was printed with an open order stays with it. Any other lies in its customer's first order that is to be
    packed and not set aside, so that it is never in two.
    """
    found: dict[OrderId, tuple[Enclosure, ...]] = {}
    for part in in_parts(order_ids):
        theirs = O.select(O.customer).where(among(O.id, part))
        rows = shop.rows(_PAPERS.where(_LEFT, _good(shop), E.customer.in_(theirs)).order_by(E.id).tuples())
        enclosures = [_enclosure(row) for row in rows]
        if not enclosures:  # as of most parcels
            continue
        places = waiting_in(shop, enclosures)
        wanted = set(part)
        for one in enclosures:
            place = places.get(one.id)
            if place is not None and place in wanted:
                found[place] = (*found.get(place, ()), one)
    return {place: tuple(sorted(those, key=_by_kind)) for place, those in found.items()}


def enclosures_of(shop: Shop, complaint_id: ComplaintId) -> tuple[Enclosure, ...]:
    """The papers enclosed because of a complaint, gone or not."""
    return tuple(_enclosure(row) for row in shop.rows(_WHOLE.where(E.complaint == complaint_id).order_by(E.id)))


def waiting_for(shop: Shop, customer_id: CustomerId) -> tuple[Enclosure, ...]:
    """The papers of a customer that have not left yet, without vouchers that are over."""
    rows = shop.rows(_WHOLE.where(_LEFT, _good(shop), E.customer == customer_id).order_by(E.id).tuples())
    return tuple(sorted((_enclosure(row) for row in rows), key=_by_kind))


def next_parcels(shop: Shop, customers: Sequence[int]) -> dict[CustomerId, OrderId]:
    """Each customer's first order that is to be packed and not set aside, by its day and then its number here."""
    if not customers:
        return {}
    place = fn.ROW_NUMBER().over(partition_by=[O.customer], order_by=[SQL("ship_by NULLS LAST"), O.id])
    there = (OPEN, O.set_aside == SQL("''"), among(O.customer, customers))
    ranked = (
        O.select(O.customer.alias("customer"), O.id.alias("id"), place.alias("place")).where(*there).alias("ranked")
    )
    query = Select([ranked], [ranked.c.customer, ranked.c.id]).where(ranked.c.place == 1)
    return {CustomerId(customer): OrderId(order_id) for customer, order_id in shop.rows(query)}


def bound_to(shop: Shop, order_ids: Sequence[int], *, gone: bool) -> list[EnclosureId]:
    """The papers that were printed with these orders: those that have left, or those that have not."""
    if not shop.rows(E.select(E.id).where(E.order.is_null(False)).limit(1)):
        return []
    state = E.gone_at != SQL("''") if gone else _LEFT
    found: list[EnclosureId] = []
    for part in in_parts(order_ids):
        found += (EnclosureId(row[0]) for row in shop.rows(E.select(E.id).where(among(E.order, part), state).tuples()))
    return found


def enclosed_vouchers(shop: Shop, vouchers: Sequence[int]) -> set[VoucherId]:
    """Those of these vouchers that wait for a parcel or went with one."""
    rows = shop.rows(E.select(E.voucher).where(among(E.voucher, vouchers)).tuples())
    return {VoucherId(number) for (number,) in rows}


def waiting_vouchers(shop: Shop, voucher: VoucherId) -> list[EnclosureId]:
    """The papers with this voucher that have not left yet."""
    return [EnclosureId(number) for (number,) in shop.rows(E.select(E.id).where(_LEFT, E.voucher == voucher).tuples())]


def enclosure(shop: Shop, enclosure_id: EnclosureId) -> Enclosure:
    """One paper; raises NotFound."""
    row = shop.row(_WHOLE.where(E.id == enclosure_id))
    if row is None:
        raise NotFound(msg("This paper was taken out in the meantime. Look at the complaint again."))
    return _enclosure(row)


def waiting_in(shop: Shop, enclosures: Sequence[Enclosure]) -> Mapping[EnclosureId, OrderId]:
    """The order in whose parcel each of these lies that has not left; those that wait for one are left out."""
    enclosures = [one for one in enclosures if not one.gone_at]
    bound = {one.order for one in enclosures if one.order is not None}
    rows = shop.rows(O.select(O.id, O.customer).where(among(O.id, list(bound)), OPEN).tuples()) if bound else []
    theirs = set(rows)  # an order that was printed may have become somebody else's since
    loose = {one.customer for one in enclosures if (one.order, one.customer) not in theirs}
    first = next_parcels(shop, sorted(loose))
    found: dict[EnclosureId, OrderId] = {}
    for one in enclosures:
        place = one.order if (one.order, one.customer) in theirs else first.get(one.customer)
        if place is not None:
            found[one.id] = place
    return found


def _good(shop: Shop) -> Any:
    """That a paper says nothing that is over: a voucher’s last day counts."""
    return V.valid_to.is_null() | (V.valid_to >= shop.today())


def _by_kind(one: Enclosure) -> tuple[int, int]:
    return _PLACES.get(one.kind.value, len(_PLACES)), one.id


_LEFT = E.gone_at == SQL("''")
_PAPER = (
    E.id, E.customer, E.kind, E.what, E.promised, E.order, E.gone_at, E.voucher, V.code, V.percent, V.worth_minor,
    V.currency, V.words, V.valid_to,
)  # fmt: skip
_PAPERS = E.select(*_PAPER).join(V, JOIN.LEFT_OUTER, on=(E.voucher == V.id))  # no more than whoever packs may read
_WHOLE = E.select(*_PAPER, E.complaint, E.placed_at, E.by).join(V, JOIN.LEFT_OUTER, on=(E.voucher == V.id))


def _enclosure(row: Sequence[Any]) -> Enclosure:
    number, customer, kind, what, promised, order, gone_at, voucher = row[:8]
    code, percent, minor, currency, words, valid_to = row[8:14]
    complaint, placed_at, by = row[14:] or (None, "", "")
    return Enclosure(
        EnclosureId(number),
        CustomerId(customer),
        Kind(kind),
        ApologyDetails(what, promised),
        VoucherId(voucher) if voucher is not None else None,
        code or "",
        voucher_fields(customer, percent, minor, currency or "", words or "", valid_to),
        ComplaintId(complaint) if complaint is not None else None,
        OrderId(order) if order is not None else None,
        placed_at,
        by,
        gone_at,
    )
