"""What a page with a list declares of it: queries, columns, chips, ways to narrow, and the words around them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from desktop_app.domain.listing import ListKind, Sort
from desktop_app.queries import Shop
from desktop_app.ui.models.columns import Column
from desktop_app.ui.pages.selection_bar import Together
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.list_view import RowAction


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter to switch to: `wanted` without the typed text, `empty` is said when it leaves nothing."""

    key: str
    text: str
    wanted: Any
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Narrower:
    """One way to narrow a list: its inputs, each under the name of the filter's own field, and how it is said.

    `said(filter)` is what its chip says, "" where it narrows nothing.
    """

    fields: tuple[Field, ...]
    said: Callable[[Any], str]

    @property
    def keys(self) -> tuple[str, ...]:
        """The fields of the filter it sets."""
        return tuple(field.key for field in self.fields)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page lists and how, in the desk's language.

    `known(shop)` gives what the inputs of narrowers offer, by field (asked when they are first seen).
    """

    kind: ListKind
    title: str
    ids: Callable[..., array[int]]  # (shop, filter, sort, *, limit=None)
    rows: Callable[[Shop, Sequence[int]], list[Any]]
    columns: tuple[Column[Any], ...]
    chips: tuple[Chip, ...]
    sort: Sort
    filter_hint: str
    counted: Callable[[int], str]  # how many there are, in words
    invitation: tuple[str, str, str]  # icon, title, text of the list while the shop has none
    invite: tuple[str, Callable[[], object]]
    about: Callable[[Shop], str]  # the line that says what is up
    row_actions: tuple[RowAction, ...] = ()
    together: tuple[Together, ...] = ()
    narrowers: tuple[Narrower, ...] = ()
    known: Callable[[Shop], Mapping[str, Sequence[Any]]] | None = None


def narrowed(wanted: Any) -> dict[str, Any]:
    """What a filter narrows by, without the typed text."""
    empty = type(wanted)()
    found = {field.name: getattr(wanted, field.name) for field in fields(wanted) if field.name != "text"}
    return {name: value for name, value in found.items() if value != getattr(empty, name)}


def chip_of(chips: Sequence[Chip], wanted: Any) -> Chip:
    """The chip that says most of a filter: everything it narrows by, the filter does too."""
    held = narrowed(wanted)
    fitting = [chip for chip in chips if narrowed(chip.wanted).items() <= held.items()]
    return max(fitting, key=lambda chip: len(narrowed(chip.wanted)), default=chips[0])
