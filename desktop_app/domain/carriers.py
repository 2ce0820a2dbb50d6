"""A carrier: how many working days it takes to which country, and where a parcel is followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

CarrierId = NewType("CarrierId", int)


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
