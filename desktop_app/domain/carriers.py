"""A carrier: how many working days it takes to which country, and where a parcel is followed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NewType
from urllib.parse import quote

from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import checked_link, with_scheme
from desktop_app.domain.text import clean, fold, shorten
from desktop_app.i18n import Message, msg

CarrierId = NewType("CarrierId", int)

NUMBER = "{number}"
MOST_DAYS = 90
LONGEST_NAME = 60  # letters
_LONGEST_LINK = 500
_PAIR = re.compile(r"([A-Za-z]{2})[\s:=]+(\d{1,3})")


@dataclass(frozen=True, slots=True)
class CarrierFields:
    """Everything a person may edit of a carrier; `link` has {number} where the tracking number goes.

    `days` are working days to the door in the shop's own country and wherever `countries` (ISO 3166 alpha-2 → working
    days) says nothing else; None where nobody knows.
    """

    name: str
    link: str = ""
    days: int | None = None
    countries: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier as kept."""

    id: CarrierId
    version: int
    fields: CarrierFields


_BALTIC = (("EE", 2), ("LT", 2))
SUGGESTED = (  # for a shop in Latvia, to begin with; each is looked over and may be changed before it is kept
    CarrierFields("Omniva", "https://mana.omniva.lv/track/{number}", 1, _BALTIC),
    CarrierFields("DPD", "https://www.dpdgroup.com/lv/mydpd/my-parcels/track?parcelNumber={number}", 1, _BALTIC),
    CarrierFields("Latvijas Pasts", "https://mans.pasts.lv/track?locale=lv-LV&id={number}", 3),
    CarrierFields("Venipak", "https://venipak.com/tracking/track/{number}/", 1, _BALTIC),
)


@dataclass(frozen=True, slots=True)
class Transits:
    """The working days of all carriers of a shop, asked by a carrier's name as orders have it and a country."""

    carriers: dict[str, CarrierFields] = field(default_factory=dict)  # by carrier_key

    def days(self, carrier: str, country: str) -> int | None:
        """Working days from this carrier's hands to a door in a country ("" is the shop's own); None if not known."""
        found = self.carriers.get(carrier_key(carrier)) if carrier and self.carriers else None
        return transit_days(found, country) if found else None


def transits(carriers: Iterable[CarrierFields]) -> Transits:
    """The working days of these carriers."""
    return Transits({carrier_key(one.name): one for one in carriers})


def transit_days(carrier: CarrierFields, country: str) -> int | None:
    """The working days of one carrier to a country; None where it does not say."""
    return dict(carrier.countries).get(country.strip().upper(), carrier.days)


def carrier_key(name: str) -> str:
    """A carrier's name as it is compared: however it is spaced and written."""
    return fold(clean(name))


def tracking_link(carrier: CarrierFields | None, number: str) -> str:
    """Where a parcel is followed; empty without a carrier's link or without a number."""
    number = "".join(number.split())
    if carrier is None or not number or not carrier.link:
        return ""
    return carrier.link.replace(NUMBER, quote(number, safe=""))


def country_days(text: str) -> tuple[tuple[str, int], ...]:
    """The working days of “EE 2, DE 5”, by country; raises Invalid at `countries`."""
    found: dict[str, int] = {}
    for part in filter(None, map(str.strip, re.split(r"[,;\n]", text))):
        pair = _PAIR.fullmatch(part)
        if pair is None:
            said = msg("“{text}” is not a country and its days. Write them as EE 2, DE 5.", text=shorten(part))
            raise Invalid("countries", said)
        country, days = pair[1].upper(), int(pair[2])
        if days > MOST_DAYS:
            said = msg("No parcel takes {n} working days. Write at most {limit}.", n=days, limit=MOST_DAYS)
            raise Invalid("countries", said)
        if found.get(country, days) != days:
            raise Invalid("countries", msg("{country} is there twice. Leave one of the two.", country=country))
        found[country] = days
    return tuple(sorted(found.items()))


def country_days_text(countries: Iterable[tuple[str, int]]) -> str:
    """Days by country as they are typed and kept: “DE 5, EE 2”."""
    return ", ".join(f"{country} {days}" for country, days in countries)


def checked_carrier(fields: CarrierFields) -> CarrierFields:
    """A carrier's fields tidied; raises Invalid at the field that cannot be kept."""
    name, link = clean(fields.name), clean(fields.link)
    if not name:
        raise Invalid("name", msg("Give the carrier a name, as it stands in your orders."))
    if len(name) > LONGEST_NAME:
        raise Invalid("name", _too_long(name, LONGEST_NAME))
    if fields.days is not None and not 0 <= fields.days <= MOST_DAYS:
        raise Invalid("days", msg("Write the working days as a number from 0 to {limit}.", limit=MOST_DAYS))
    return CarrierFields(name, _checked_link(link), fields.days, country_days(country_days_text(fields.countries)))


def _checked_link(typed: str) -> str:
    link = with_scheme(typed)
    if not link:
        return ""
    if len(link) > _LONGEST_LINK:
        raise Invalid("link", _too_long(link, _LONGEST_LINK))
    if NUMBER not in link:
        said = msg("Put {number} into the link, where the tracking number goes.", number=NUMBER)
        raise Invalid("link", said)
    try:
        checked_link(link.replace(NUMBER, "1"))
    except Invalid as error:
        raise Invalid("link", error.message) from None
    return link


def _too_long(text: str, limit: int) -> Message:
    return msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(text), limit=limit)
