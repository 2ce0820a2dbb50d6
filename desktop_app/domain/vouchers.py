"""Vouchers: a code on paper that is worth something on a later order, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg

VoucherId = NewType("VoucherId", int)


class VoucherState(StrEnum):
    """What became of a voucher."""

    USABLE = "usable"
    USED = "used"
    EXPIRED = "expired"


VOUCHER_STATES: Mapping[VoucherState, Message] = {
    VoucherState.USABLE: msg("Usable"),
    VoucherState.USED: msg("Used"),
    VoucherState.EXPIRED: msg("Expired"),
}


@dataclass(frozen=True, slots=True)
class VoucherFields:
    """What a voucher gives: a share, an amount, or something in words in the customer's language; until when."""

    percent: int | None = None
    worth: Money | None = None
    words: str = ""
    valid_to: dt.date | None = None
    customer: CustomerId | None = None


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher as kept; `state` is that of the day it was asked for."""

    id: VoucherId
    version: int
    code: str
    fields: VoucherFields
    given_on: dt.date
    state: VoucherState
    complaint: ComplaintId | None = None
    used_on: dt.date | None = None
    used_order: OrderId | None = None


def state_on(day: dt.date, *, valid_to: dt.date | None, used_on: dt.date | None) -> VoucherState:
    """What a voucher is on a day: its last day counts."""
    if used_on is not None:
        return VoucherState.USED
    return VoucherState.EXPIRED if valid_to is not None and valid_to < day else VoucherState.USABLE


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A voucher in a list, with whose it is and the number of the order it was used on."""

    voucher: Voucher
    name: str = ""
    used_number: str = ""
