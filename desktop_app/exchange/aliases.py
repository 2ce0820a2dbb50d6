"""Addresses that marketplaces make up for a buyer: good to know the buyer by, never to write to for anything else."""

from __future__ import annotations

import re

_ALIAS = re.compile(r"@(?:[\w-]+\.)*(?:marketplace\.amazon|members\.ebay|allegromail|relay\.walmart)\.", re.IGNORECASE)


def alias_key(address: str) -> str:
    """What a buyer is known by whose address a marketplace made up; empty for an address that is their own."""
    return address.strip().casefold() if _ALIAS.search(address) else ""
