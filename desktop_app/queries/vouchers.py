"""Vouchers: one by its number or its code, many as a list, and which have gone to somebody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from peewee import JOIN

from desktop_app.domain.codes import code_key, is_code
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.text import clean, shorten
from desktop_app.domain.vouchers import Voucher, VoucherFields, VoucherId, VoucherRow, VoucherState, state_on
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import EnclosureTable as E
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ResolutionTable as R
from desktop_app.store.tables import VoucherTable as V

VOUCHER = (
    V.id, V.version, V.code, V.customer, V.complaint, V.percent, V.worth_minor, V.currency, V.words, V.given_on,
    V.valid_to, V.used_on, V.used_order,
)  # fmt: skip


def voucher(shop: Shop, voucher_id: VoucherId) -> Voucher:
    """One voucher; raises NotFound."""
    row = shop.row(V.select(*VOUCHER).where(V.id == voucher_id))
    if row is None:
        raise NotFound(msg("There is no voucher {id} in this shop. Check the number.", id=voucher_id))
    return _voucher(row, shop.today())


def voucher_by_code(shop: Shop, text: str) -> Voucher:
    """The voucher that bears a code, however it is typed; raises NotFound, Invalid at a slip of the pen."""
    key = code_key(clean(text))
    row = shop.row(V.select(*VOUCHER).where(V.code_key == key)) if key else None
    if row is not None:
        return _voucher(row, shop.today())
    if key and not is_code(key):
        raise Invalid("code", msg("“{code}” is no code of ours: look at its signs once more.", code=shorten(text)))
    raise NotFound(msg("No voucher of this shop has the code {code}. Check the code.", code=shorten(text)))


def code_is_free(shop: Shop, code: str) -> bool:
    """Whether no voucher bears this code yet."""
    return shop.row(V.select(V.id).where(V.code_key == code_key(code))) is None


def vouchers_of(
    shop: Shop, *, complaint: ComplaintId | None = None, customer: CustomerId | None = None
) -> list[Voucher]:
    """The vouchers given because of a complaint, or to a customer; the newest first."""
    query = V.select(*VOUCHER).order_by(V.id.desc())
    if complaint is not None:
        query = query.where(V.complaint == complaint)
    if customer is not None:
        query = query.where(V.customer == customer)
    return [_voucher(row, shop.today()) for row in shop.rows(query.tuples())]


def voucher_rows(shop: Shop, *, state: VoucherState | None = None, limit: int = 1000) -> list[VoucherRow]:
    """The vouchers as a list shows them, the newest first; with `state` only those."""
    query = (
        V.select(*VOUCHER, C.given, C.family, C.company, O.number)
        .join(C, JOIN.LEFT_OUTER, on=(V.customer == C.id))
        .join_from(V, O, JOIN.LEFT_OUTER, on=(V.used_order == O.id))
        .order_by(V.id.desc())
        .limit(limit)
    )
    today = shop.today()
    if state is VoucherState.USED:
        query = query.where(V.used_on.is_null(False))
    elif state is VoucherState.EXPIRED:
        query = query.where(V.used_on.is_null(), V.valid_to < today)
    elif state is VoucherState.USABLE:
        query = query.where(V.used_on.is_null(), V.valid_to.is_null() | (V.valid_to >= today))
    width = len(VOUCHER)
    return [_row(row, width, today) for row in shop.rows(query.tuples())]


def _row(row: Sequence[Any], width: int, today: dt.date) -> VoucherRow:
    given, family, company, number = row[width:]
    return VoucherRow(
        _voucher(row[:width], today), display_name(given or "", family or "", company or ""), number or ""
    )


def voucher_fields(
    customer: int | None, percent: int | None, minor: int | None, currency: str, words: str, valid_to: dt.date | None
) -> VoucherFields:
    """What a voucher gives, of its columns."""
    worth = Money(minor, currency) if minor is not None and currency else None
    return VoucherFields(percent, worth, words, valid_to, CustomerId(customer) if customer is not None else None)


def vouchers_there(shop: Shop, ids: Sequence[int]) -> list[Voucher]:
    """Those of these vouchers that are in the shop."""
    return [_voucher(row, shop.today()) for row in shop.rows(V.select(*VOUCHER).where(among(V.id, ids)).tuples())]


def _voucher(row: Sequence[Any], today: dt.date) -> Voucher:
    number, version, code, customer, complaint, percent, minor, currency, words, given_on, valid_to, used_on, used = row
    return Voucher(
        VoucherId(number),
        version,
        code,
        voucher_fields(customer, percent, minor, currency, words, valid_to),
        given_on,
        state_on(today, valid_to=valid_to, used_on=used_on),
        ComplaintId(complaint) if complaint is not None else None,
        used_on,
        OrderId(used) if used is not None else None,
    )


def voucher_holders(shop: Shop, ids: Sequence[int]) -> set[VoucherId]:
    """Those of these vouchers that a resolution promised, or that wait for a parcel or went with one."""
    found: set[VoucherId] = set()
    for table in (R, E):
        found.update(
            VoucherId(row[0]) for row in shop.rows(table.select(table.voucher).where(among(table.voucher, ids)))
        )
    return found
