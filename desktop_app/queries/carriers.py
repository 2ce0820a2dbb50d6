"""The shop's carriers; orders find their link and their days by the carrier's name."""

from __future__ import annotations

from desktop_app.domain.carriers import (
    Carrier,
    CarrierFields,
    CarrierId,
    Transits,
    carrier_key,
    country_days,
    transits,
)
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.store.tables import CarrierTable as R

_COLUMNS = (R.id, R.version, R.name, R.link, R.days, R.countries)


def carriers(shop: Shop) -> list[Carrier]:
    """All carriers, by name."""
    return [_carrier(*row) for row in shop.rows(R.select(*_COLUMNS).order_by(R.name_key).tuples())]


def carrier(shop: Shop, carrier_id: CarrierId) -> Carrier:
    """One carrier; raises NotFound."""
    row = shop.row(R.select(*_COLUMNS).where(R.id == carrier_id))
    if row is None:
        raise NotFound(msg("This carrier is no longer in the shop. Choose another."))
    return _carrier(*row)


def carrier_named(shop: Shop, name: str) -> Carrier:
    """The carrier of this name, however it is written; raises NotFound."""
    row = shop.row(R.select(*_COLUMNS).where(R.name_key == carrier_key(name)))
    if row is None:
        raise NotFound(msg("There is no carrier “{name}” in this shop. Check the name.", name=shorten(clean(name))))
    return _carrier(*row)


def shop_transits(shop: Shop) -> Transits:
    """The working days of all the shop's carriers."""
    return transits(one.fields for one in carriers(shop))


def _carrier(number: int, version: int, name: str, link: str, days: int | None, countries: str) -> Carrier:
    try:
        known = country_days(countries)
    except Invalid:  # a newer program kept it otherwise
        known = ()
    return Carrier(CarrierId(number), version, CarrierFields(name, link, days, known))
