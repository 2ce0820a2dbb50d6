"""`cordial customer day add|edit|remove`: the days kept each year, beside a customer's own birthday."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.actions.people import edit_relative, keep_days
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.people_values import day_from
from desktop_app.cli.show import number_of
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.people import RelativeId, SpecialDay, SpecialDayId
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.people import days_of, kept_day, relative

Days = Sequence[SpecialDay]


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one day of a customer or of somebody around them."""
    shop = context.open()
    try:
        done = _add(context, shop, words) if words.act == "add" else _change(context, shop, words)
    finally:
        shop.close()
    context.answer({"change": done.id}, context.words.say(done.title))
    return 0


def _add(context: Context, shop: Shop, words: argparse.Namespace) -> Changes:
    of = CustomerId(number_of("customer", words.of))
    options = values.given(words, "day")
    person = options.pop("person", "")
    day = day_from(options, None)
    whose = RelativeId(number_of("person", person)) if person else None
    if whose is not None and relative(shop, whose).of != of:
        raise Invalid("person", msg("Person {id} is not around this customer. Check the number.", id=shorten(person)))
    return _keep(context, shop, of, whose, lambda days: (*days, day))


def _change(context: Context, shop: Shop, words: argparse.Namespace) -> Changes:
    of, old = kept_day(shop, SpecialDayId(number_of("day", words.id)))
    if words.act == "remove":
        return _keep(context, shop, of, old.relative, lambda days: [day for day in days if day != old.day])
    options = values.given(words, "day")
    options.pop("person", "")
    new = day_from(options, old.day)
    return _keep(context, shop, of, old.relative, lambda days: [new if day == old.day else day for day in days])


def _keep(
    context: Context, shop: Shop, of: CustomerId, whose: RelativeId | None, change: Callable[[Days], Days]
) -> Changes:
    if whose is None:
        version = customer(shop, of).version
        days = [kept.day for kept in days_of(shop, of) if kept.relative is None]
        return keep_days(shop, of, version, change(days), actor=context.actor)
    known = relative(shop, whose)
    fields = replace(known.fields, days=tuple(change(known.fields.days)))
    return edit_relative(shop, whose, known.version, fields, actor=context.actor)
