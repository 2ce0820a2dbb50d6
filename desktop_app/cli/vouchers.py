"""`cordial voucher add|edit|remove|use|unuse|show`: vouchers by their codes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from desktop_app.actions.vouchers import (
    edit_voucher,
    give_voucher,
    remove_vouchers,
    take_back_use,
    use_voucher,
    usual_end,
)
from desktop_app.cli import values
from desktop_app.cli.output import Context, Listed
from desktop_app.cli.show import find_order, number_of
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.resolutions import size_from, size_words
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.domain.vouchers import VOUCHER_STATES, VoucherFields, VoucherRow
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer_name
from desktop_app.queries.settings import setting
from desktop_app.queries.vouchers import voucher_by_code, voucher_rows, vouchers_there

_LONGEST_NUMBER = 7  # digits; a code has more signs


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes vouchers, or shows one."""
    shop = context.open(write=words.deed != "show")
    try:
        if words.deed == "show":
            row = _shown(shop, words.code)
            context.answer({"voucher": voucher_object(row)}, " · ".join(part for part in _cells(context, row) if part))
            return 0
        codes, done = _change(shop, words, context.actor)
    finally:
        shop.close()
    context.answer({"vouchers": [{"code": code} for code in codes], "change": done.id}, _told(context, codes, done))
    return 0


def listed_vouchers(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    """The vouchers for a list, the newest first."""
    rows = voucher_rows(shop, limit=words.limit)
    return [voucher_object(row) for row in rows], [_cells(context, row) for row in rows]


def voucher_object(row: VoucherRow) -> dict[str, object]:
    """A voucher as an object."""
    one, fields = row.voucher, row.voucher.fields
    return {
        "id": one.id, "title": one.code, "code": one.code, "state": one.state, "percent": fields.percent,
        "worth": fields.worth, "words": fields.words, "customer": fields.customer, "name": row.name,
        "given_on": one.given_on, "valid_to": fields.valid_to, "used_on": one.used_on, "order": row.used_number or None,
        "complaint": one.complaint,
    }  # fmt: skip


def _shown(shop: Shop, typed: str) -> VoucherRow:
    """A voucher with whose it is, by its code or its number in the list."""
    listed = vouchers_there(shop, [int(typed)]) if typed.isdecimal() and len(typed) <= _LONGEST_NUMBER else []
    one = listed[0] if listed else voucher_by_code(shop, typed)
    return VoucherRow(one, customer_name(shop, one.fields.customer) if one.fields.customer is not None else "")


def gives(shop: Shop, text: str, fields: VoucherFields) -> VoucherFields:
    """The fields with what a text says they give: a share, a sum, else its words."""
    bare = replace(fields, percent=None, worth=None, words="")
    with suppress(Invalid):
        percent, worth = size_from(text, setting(shop, SHOP_CURRENCY))
        return replace(bare, percent=percent, worth=worth)
    return replace(bare, words=text)


def _told(context: Context, codes: Sequence[str], done: Changes) -> str:
    return f"{context.words.say(done.title)}: {', '.join(codes)}"


def _cells(context: Context, row: VoucherRow) -> tuple[str, ...]:
    one, words = row.voucher, context.words
    fields = one.fields
    worth = fields.words or size_words(words, fields.percent, fields.worth)
    until = words.date(fields.valid_to) if fields.valid_to else ""
    return one.code, worth, words.say(VOUCHER_STATES[one.state]), until, row.name, row.used_number


def _change(shop: Shop, words: argparse.Namespace, actor: str) -> tuple[list[str], Changes]:
    if words.deed == "add":
        fields = _fields(shop, words, VoucherFields(valid_to=usual_end(shop)))
        made, done = give_voucher(shop, fields, actor=actor)
        return [made.code], done
    codes = words.codes if words.deed == "remove" else [words.code]
    found = [voucher_by_code(shop, code) for code in codes]
    one = found[0]
    if words.deed == "remove":
        done = remove_vouchers(shop, [each.id for each in found], actor=actor)
    elif words.deed == "edit":
        done = edit_voucher(shop, one.id, one.version, _fields(shop, words, one.fields), actor=actor)
    elif words.deed == "use":
        order = find_order(shop, words.order).id if words.order else None
        done = use_voucher(shop, one.id, order=order, actor=actor)
    else:
        done = take_back_use(shop, one.id, actor=actor)
    return [each.code for each in found], done


def _fields(shop: Shop, words: argparse.Namespace, old: VoucherFields) -> VoucherFields:
    fields = gives(shop, words.gives, old) if words.gives is not None else old
    if words.until is not None:
        fields = replace(fields, valid_to=values.day("until", words.until))
    if words.customer is not None:
        whose = CustomerId(number_of("customer", words.customer)) if words.customer else None
        fields = replace(fields, customer=whose)
    return fields
