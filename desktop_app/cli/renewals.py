"""`cordial renewal add|edit|remove|paid` and `cordial list renewals`: what customers pay for by period."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.actions.renewals import add_renewal, edit_renewal, pay_renewals, remove_renewals
from desktop_app.cli import values
from desktop_app.cli.output import Context, Listed
from desktop_app.cli.renewal_rows import renewal_row_object, when
from desktop_app.cli.show import number_of
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.renewals import RenewalFields, RenewalId, period
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.queries import Shop
from desktop_app.queries.renewals import renewal, renewal_rows
from desktop_app.queries.settings import setting


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one renewal, or several that were paid or are removed."""
    shop = context.open()
    try:
        ids, done = _change(context, shop, words)
        next_on = [renewal(shop, one).next_on for one in ids] if words.deed != "remove" else []
    finally:
        shop.close()
    said = context.words.say(done.title)
    if words.deed == "paid":
        said += "".join("\n" + context.words("Next due on {day}.", day=day) for day in next_on)
    objects: list[dict[str, object]] = [{"id": one} for one in ids]
    if next_on:
        objects = [{"id": one, "next_on": day} for one, day in zip(ids, next_on, strict=True)]
    context.answer({"renewal": objects[0], "renewals": objects, "change": done.id}, said)
    return 0


def listed_renewals(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    """The renewals of the shop for a list, the soonest first."""
    rows = renewal_rows(shop, resting=True, limit=words.limit)
    cells: list[Sequence[str]] = [
        (
            str(row.renewal.id),
            row.renewal.next_on.isoformat(),
            context.words.say(when(row)) if row.renewal.fields.active else context.words("resting"),
            row.customer,
            context.money(row.renewal.fields.amount),
            context.words.say(period(row.renewal.fields.every_months)),
            row.renewal.fields.what,
        )
        for row in rows
    ]
    return [renewal_row_object(row) for row in rows], cells


def _change(context: Context, shop: Shop, words: argparse.Namespace) -> tuple[list[RenewalId], Changes]:
    if words.deed == "add":
        fields = _fields(shop, words, RenewalFields())
        of = CustomerId(number_of("customer", words.of))
        id_, done = add_renewal(shop, of, fields, actor=context.actor)
        return [id_], done
    if words.deed == "edit":
        old = renewal(shop, RenewalId(number_of("renewal", words.id)))
        fields = _fields(shop, words, old.fields)
        return [old.id], edit_renewal(shop, old.id, old.version, fields, actor=context.actor)
    ids = [RenewalId(number_of("renewal", one)) for one in words.ids]
    if words.deed == "remove":
        return ids, remove_renewals(shop, ids, actor=context.actor)
    day = values.day("on", words.on)
    return ids, pay_renewals(shop, ids, on=day, periods=words.periods, actor=context.actor)


def _fields(shop: Shop, words: argparse.Namespace, old: RenewalFields) -> RenewalFields:
    if words.what is not None:
        old = replace(old, what=words.what)
    if words.amount is not None:
        currency = words.currency or (old.amount.currency if old.amount else setting(shop, SHOP_CURRENCY))
        old = replace(old, amount=values.money("amount", words.amount, currency.upper()))
    if words.every is not None:
        old = replace(old, every_months=values.number("every", words.every))
    if words.next is not None:
        old = replace(old, next_on=values.day("next", words.next))
    if words.note is not None:
        old = replace(old, note=words.note)
    if words.active is not None:
        old = replace(old, active=values.yes("active", words.active))
    return old
