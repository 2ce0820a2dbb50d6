"""Columns that hold e-mail addresses whatever their heading says: proposed, or pointed out where nobody reads them."""

from __future__ import annotations

import re

from desktop_app.domain.mapping import FileLook

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def unread_addresses(look: FileLook) -> list[str]:
    """The headings of columns full of e-mail addresses, where the mapping takes none for the address."""
    if "email" in look.mapping.columns:
        return []
    found = []
    for place, heading in enumerate(look.headings):
        cells = [cells[place].strip() for cells in look.sample if place < len(cells) and cells[place].strip()]
        if cells and all(map(_ADDRESS.fullmatch, cells)) and heading not in look.mapping.columns.values():
            found.append(heading)
    return found
