"""`cordial carrier add|edit|remove|list`: who brings parcels, in how many working days, and where they are followed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.actions.carriers import add_carrier, edit_carrier, remove_carriers
from desktop_app.cli import values
from desktop_app.cli.named_deeds import do_named
from desktop_app.cli.output import Context, Listed
from desktop_app.domain.carriers import SUGGESTED, Carrier, CarrierFields, carrier_key, country_days, country_days_text
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.carriers import carrier_named, carriers


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one carrier or several, or lists them."""
    return do_named(context, words, noun="carrier", nouns="carriers", listed=listed_carriers, change=_change)


def listed_carriers(context: Context, shop: Shop, _words: argparse.Namespace) -> Listed:
    """All carriers for a list."""
    found = carriers(shop)
    cells: list[Sequence[str]] = [
        (
            one.fields.name,
            context.words.n("{n} working day", "{n} working days", one.fields.days)
            if one.fields.days is not None
            else "",
            country_days_text(one.fields.countries),
            one.fields.link,
        )
        for one in found
    ]
    return [_object(one) for one in found], cells


def _object(one: Carrier) -> dict[str, object]:
    fields = one.fields
    days = dict(fields.countries)
    return {"id": one.id, "name": fields.name, "days": fields.days, "countries": days, "link": fields.link}


def _change(context: Context, shop: Shop, words: argparse.Namespace) -> tuple[list[str], Changes]:
    if words.deed == "remove":
        found = [carrier_named(shop, name) for name in words.names]
        return words.names, remove_carriers(shop, [one.id for one in found], actor=context.actor)
    if words.deed == "add":
        begun = _suggested(words.name) if words.suggested else CarrierFields(words.name)
        fields = _fields(words, begun)
        return [fields.name], add_carrier(shop, fields, actor=context.actor)[1]
    old = carrier_named(shop, words.name)
    fields = _fields(words, old.fields)
    if words.new_name is not None:
        fields = replace(fields, name=words.new_name)
    return [fields.name], edit_carrier(shop, old.id, old.version, fields, actor=context.actor)


def _fields(words: argparse.Namespace, old: CarrierFields) -> CarrierFields:
    if words.link is not None:
        old = replace(old, link=words.link)
    if words.days is not None:
        old = replace(old, days=values.number("days", words.days) if words.days.strip() else None)
    if words.countries is not None:
        old = replace(old, countries=country_days(words.countries))
    return old


def _suggested(name: str) -> CarrierFields:
    found = next((one for one in SUGGESTED if carrier_key(one.name) == carrier_key(name)), None)
    if found is None:
        known = ", ".join(one.name for one in SUGGESTED)
        said = msg("Nothing is suggested for “{name}”, only for {known}.", name=shorten(clean(name)), known=known)
        raise NotFound(said)
    return found
