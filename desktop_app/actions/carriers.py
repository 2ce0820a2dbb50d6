"""Adding, editing and removing carriers; orders keep what was promised with one."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.meanwhile import or_changed_meanwhile
from desktop_app.domain.carriers import CarrierFields, CarrierId, carrier_key, checked_carrier, country_days_text
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.carriers import carrier, carrier_named, carriers
from desktop_app.store.tables import CarrierTable

_TOPICS = (Topic.SETTINGS, Topic.ORDERS)  # orders show their tracking links


def add_carrier(shop: Shop, fields: CarrierFields, *, actor: str) -> tuple[CarrierId, Changes]:
    """Keeps a new carrier; raises Invalid at a field, also when there is one of this name."""
    tidy = checked_carrier(fields)
    with shop.change(msg("Add carrier {name}", name=shorten(tidy.name)), actor=actor, topics=_TOPICS) as change:
        _check_name_is_free(shop, tidy.name, None)
        kept = CarrierId(change.insert(CarrierTable, _columns(tidy)))
    return kept, change.changes


def edit_carrier(shop: Shop, carrier_id: CarrierId, version: int, fields: CarrierFields, *, actor: str) -> Changes:
    """Keeps a carrier's new fields; no promise moves. Raises Conflict when it was changed since `version` was read."""
    tidy, name = checked_carrier(fields), shorten(carrier(shop, carrier_id).fields.name)
    with shop.change(msg("Edit carrier {name}", name=name), actor=actor, topics=_TOPICS) as change:
        _check_name_is_free(shop, tidy.name, carrier_id)
        now = carrier(shop, carrier_id)
        with or_changed_meanwhile(shop, name, version=now.version, actor=actor):
            change.update(CarrierTable, carrier_id, version=version, values=_columns(tidy))
    return change.changes


def remove_carriers(shop: Shop, carrier_ids: Sequence[CarrierId], *, actor: str) -> Changes:
    """Removes carriers; orders keep the carrier's name and their promises."""
    wanted = set(carrier_ids)
    found = [one for one in carriers(shop) if one.id in wanted]
    title = nmsg("Remove {n} carrier", "Remove {n} carriers", n=len(found))
    if len(found) == 1:
        title = msg("Remove carrier {name}", name=shorten(found[0].fields.name))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.delete(CarrierTable, [one.id for one in found])
    return change.changes


def _columns(fields: CarrierFields) -> dict[str, object]:
    return {
        "name": fields.name,
        "name_key": carrier_key(fields.name),
        "link": fields.link,
        "days": fields.days,
        "countries": country_days_text(fields.countries),
    }


def _check_name_is_free(shop: Shop, name: str, own: CarrierId | None) -> None:
    try:
        holder = carrier_named(shop, name)
    except NotFound:
        return
    if holder.id != own:
        raise Invalid(
            "name", msg("There is a carrier “{name}” already. Choose another name.", name=shorten(holder.fields.name))
        )
