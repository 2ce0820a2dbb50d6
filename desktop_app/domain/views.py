"""A saved view: a list as a person set it up and named it, and the text it is kept as."""

from __future__ import annotations

import datetime as dt
import json
import types
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from desktop_app.domain.listing import FILTERS, Filter, ListKind, Sort

ViewId = NewType("ViewId", int)
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ViewContent:
    """What a view shows: how the list is narrowed and sorted, and its columns in order (none: as they stand)."""

    filter: Filter
    sort: Sort
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One view as kept."""

    id: ViewId
    version: int
    page: ListKind
    name: str
    content: ViewContent


def view_to_text(content: ViewContent) -> str:
    """A view as the shop keeps it: only what narrows is written."""
    empty = type(content.filter)()
    narrowed = {
        field.name: _plain(getattr(content.filter, field.name))
        for field in fields(content.filter)
        if getattr(content.filter, field.name) != getattr(empty, field.name)
    }
    sort = [content.sort.key, content.sort.descending]
    return json.dumps({"filter": narrowed, "sort": sort, "columns": content.columns}, ensure_ascii=False)


def view_from_text(page: ListKind, text: str) -> ViewContent:
    """A view back; what this version does not know (a newer one kept it) is passed over."""
    kept = json.loads(text)
    kind = FILTERS[page]
    hints = get_type_hints(kind)
    found: Filter = kind()
    for name, value in dict(kept.get("filter") or {}).items():
        if name in hints:
            try:
                found = replace(found, **{name: _value(hints[name], value)})
            except (TypeError, ValueError):
                continue
    key, descending = kept["sort"]
    return ViewContent(found, Sort(str(key), bool(descending)), tuple(map(str, kept.get("columns", ()))))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _value(hint: Any, value: Any) -> Any:
    """A plain value as the type a filter declares; raises ValueError or TypeError where it is none."""
    if get_origin(hint) in (types.UnionType, Union):
        [hint] = [one for one in get_args(hint) if one is not type(None)]
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in value)
    hint = getattr(hint, "__supertype__", hint)  # a NewType is its own base
    if hint is dt.date:
        return dt.date.fromisoformat(value)
    if issubclass(hint, Enum):
        return hint(value)
    if type(value) is not hint:
        raise TypeError(f"{value!r} is no {hint}")
    return value
