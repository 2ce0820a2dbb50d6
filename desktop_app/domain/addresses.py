"""How an address is written on a label: its lines in the order the post of its country reads them."""

from __future__ import annotations

from desktop_app.domain.customers import Address

_POSTCODE_LAST = frozenset(("LV", "RU", "BY", "UA", "KZ", "GB", "IE"))
_REGION_BESIDE = frozenset(("US", "CA", "AU"))


def address_lines(address: Address, country: str) -> list[str]:
    """Street, town, region and the name of the `country` where it is to be said, without empty lines."""
    town, code, region = address.city.strip(), address.postcode.strip(), address.region.strip()
    land = address.country.upper()
    lines = [part.strip() for part in address.street.splitlines()]
    if land in _REGION_BESIDE:
        lines.append(" ".join(part for part in (f"{town}," if town and region else town, region, code) if part))
    elif land == "LV":
        lines += [region, ", ".join(part for part in (town, code) if part)]  # Rīga, LV-1010
    elif land in _POSTCODE_LAST:
        lines += [town, region, code]
    else:
        lines += [" ".join(part for part in (code, town) if part), region]
    lines.append(country.upper())
    kept = [line for line in lines if line]
    return [line for place, line in enumerate(kept) if line not in kept[:place]]
