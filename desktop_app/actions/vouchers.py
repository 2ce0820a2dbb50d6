"""Vouchers: given with a code of their own, put right, withdrawn, used on an order and taken back from it."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.codes import code_key, new_code
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.enclosures import good_until
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.orders import OrderId
from desktop_app.domain.resolution_settings import VOUCHER_DAYS
from desktop_app.domain.text import clean, shorten
from desktop_app.domain.vouchers import Voucher, VoucherFields, VoucherId, VoucherState
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customers_there
from desktop_app.queries.enclosures import waiting_vouchers
from desktop_app.queries.settings import setting
from desktop_app.queries.steps import order_states
from desktop_app.queries.vouchers import code_is_free, voucher, voucher_holders
from desktop_app.store.tables import EnclosureTable, VoucherTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.COMPLAINTS,)
_LONGEST = 120  # letters of what it gives: it stands large on a card


def give_voucher(shop: Shop, fields: VoucherFields, *, actor: str) -> tuple[Voucher, Changes]:
    """Keeps a new voucher with a code nobody has; raises Invalid for one that is worth nothing or is over already."""
    with shop.change(msg("Give a voucher"), actor=actor, topics=_TOPICS) as change:
        number = new_voucher(shop, change, fields)
    return voucher(shop, number), change.changes


def new_voucher(
    shop: Shop, change: Change, fields: VoucherFields, *, complaint: ComplaintId | None = None
) -> VoucherId:
    """Does the same within a change that goes on, because of a complaint where one is named."""
    values = checked_voucher(shop, fields)
    code = new_code(secrets.choice)
    while not code_is_free(shop, code):
        code = new_code(secrets.choice)
    row = {**values, "code": code, "code_key": code_key(code), "complaint": complaint, "given_on": shop.today()}
    return VoucherId(change.insert(VoucherTable, row))


def edit_voucher(shop: Shop, voucher_id: VoucherId, version: int, fields: VoucherFields, *, actor: str) -> Changes:
    """Keeps what a voucher gives, until when and whose it is; its code stays. Raises Invalid, NotFound, Conflict."""
    was = voucher(shop, voucher_id)
    _refuse_used(was)
    values = checked_voucher(shop, fields)
    with shop.change(msg("Change voucher {code}", code=was.code), actor=actor, topics=_TOPICS) as change:
        change.update(VoucherTable, voucher_id, version=version, values=values)
    return change.changes


def remove_vouchers(shop: Shop, voucher_ids: Sequence[VoucherId], *, actor: str) -> Changes:
    """Withdraws vouchers; raises Conflict for one that was used, waits for a parcel, or was promised."""
    gone = [voucher(shop, number) for number in voucher_ids]
    title = (
        msg("Withdraw voucher {code}", code=gone[0].code)
        if len(gone) == 1
        else nmsg("Withdraw {n} voucher", "Withdraw {n} vouchers", n=len(gone))
    )
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.hold_many(VoucherTable, voucher_ids)  # another desk may be taking one right now
        for number in voucher_ids:
            _refuse_used(voucher(shop, number))
        held = voucher_holders(shop, voucher_ids)
        if held:
            code = next(one.code for one in gone if one.id in held)
            raise Conflict(
                msg(
                    "Voucher {code} was promised for a complaint. Take that back there; the voucher goes with it.",
                    code=code,
                )
            )
        change.delete(VoucherTable, voucher_ids)
    return change.changes


def use_voucher(shop: Shop, voucher_id: VoucherId, *, order: OrderId | None = None, actor: str) -> Changes:
    """Notes that a voucher was used today, on an order where one is named; raises Conflict when it cannot be.

    Where it waits for a parcel too, it is taken out: nobody is given a code that is used up.
    """
    was = voucher(shop, voucher_id)
    _refuse_used(was)
    if was.state is VoucherState.EXPIRED:
        raise Conflict(expired(was))
    if order is not None and not order_states(shop, [order]):
        raise Invalid("order", msg("There is no order {id} in this shop. Check the number.", id=order))
    topics = (*_TOPICS, Topic.ORDERS)  # a bench may have it in hand
    with shop.change(msg("Use voucher {code}", code=was.code), actor=actor, topics=topics) as change:
        values = {"used_on": shop.today(), "used_order": order}
        change.update(VoucherTable, voucher_id, version=was.version, values=values)
        change.delete(EnclosureTable, waiting_vouchers(shop, voucher_id))
    return change.changes


def take_back_use(shop: Shop, voucher_id: VoucherId, *, actor: str) -> Changes:
    """Makes a voucher usable again, as when its order was cancelled; raises Conflict when it was not used."""
    was = voucher(shop, voucher_id)
    if was.state is not VoucherState.USED:
        raise Conflict(msg("Voucher {code} was not used: there is nothing to take back.", code=was.code))
    with shop.change(msg("Take back the use of voucher {code}", code=was.code), actor=actor, topics=_TOPICS) as change:
        change.update(VoucherTable, voucher_id, version=was.version, values={"used_on": None, "used_order": None})
    return change.changes


def usual_end(shop: Shop) -> dt.date | None:
    """The last day of a voucher that is given today."""
    return good_until(shop.today(), setting(shop, VOUCHER_DAYS))


def checked_voucher(shop: Shop, fields: VoucherFields) -> dict[str, Any]:
    """The columns of a voucher; raises Invalid at what cannot be on one."""
    words = clean(fields.words)
    if sum((fields.percent is not None, fields.worth is not None, bool(words))) != 1:
        raise Invalid("worth", msg("Say what the voucher gives: a share, an amount, or something in words."))
    if fields.percent is not None and not 1 <= fields.percent <= 100:
        raise Invalid("percent", msg("Write a voucher of 1 to 100 percent."))
    if fields.worth is not None and fields.worth.minor <= 0:
        raise Invalid("worth", msg("Write a voucher worth more than nothing."))
    if len(words) > _LONGEST:
        raise Invalid(
            "words", msg("“{value}” is too long: at most {limit} letters.", value=shorten(words), limit=_LONGEST)
        )
    if fields.valid_to is not None and fields.valid_to < shop.today():
        raise Invalid("until", msg("{day} is over already: give the voucher a later last day.", day=fields.valid_to))
    if fields.customer is not None and not customers_there(shop, {fields.customer}):
        raise Invalid("customer", msg("There is no customer {id} in this shop. Check the number.", id=fields.customer))
    return {
        "customer": fields.customer,
        "percent": fields.percent,
        "worth_minor": fields.worth.minor if fields.worth else None,
        "currency": fields.worth.currency if fields.worth else "",
        "words": words,
        "valid_to": fields.valid_to,
    }


def expired(one: Voucher) -> Message:
    """That a voucher was good until a day that is over."""
    return msg(
        "Voucher {code} was good until {day}. Give it a later last day if you take it all the same.",
        code=one.code,
        day=one.fields.valid_to,
    )


def _refuse_used(one: Voucher) -> None:
    if one.state is VoucherState.USED:
        raise Conflict(msg("Voucher {code} was used on {day} already. Choose another.", code=one.code, day=one.used_on))
