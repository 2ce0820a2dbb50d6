"""The Latvian calendar of names, from the package lv-namedays: who has their name day when; Today asks by folded names.

The package keeps both lists of the State Language Centre: the traditional one, which calendars print (about three names
a day), and the extended one, which has nearly every name borne in Latvia. A name of both is kept by the traditional.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from desktop_app.domain.keys import given_key
from desktop_app.domain.text import fold

_TRADITIONAL, _EXTENDED = "tradic_vardadienu_saraksts.json", "paplasinatais_saraksts.json"


def name_days(given: str) -> tuple[tuple[int, int], ...]:
    """The name days (month, day) of a given name, its first word, marks and case aside; empty where it has none."""
    return tuple(divmod(day, 100) for day in _days().get(given_key(given), ()))


def name_keys_on(days: Iterable[int]) -> dict[str, int]:
    """The folded names kept on any of the days (month * 100 + day), each with its day, the first if several."""
    by_day, found = _keys_by_day(), dict[str, int]()
    for day in days:
        for key in by_day.get(day, ()):
            found.setdefault(key, day)
    return found


def is_calendar_name(name: str) -> bool:
    """Whether calendars print a name, marks and case aside."""
    return fold(name) in _traditional_keys()


@lru_cache(1)
def _days() -> Mapping[str, tuple[int, ...]]:
    days: dict[str, tuple[int, ...]] = {}
    for listed in (_EXTENDED, _TRADITIONAL):
        found: dict[str, list[int]] = {}
        for day, names in _listed(listed).items():
            for key in {fold(name) for name in names}:
                found.setdefault(key, []).append(day)
        days |= {key: tuple(on) for key, on in found.items()}
    return MappingProxyType(days)


@lru_cache(1)
def _keys_by_day() -> Mapping[int, tuple[str, ...]]:
    by_day: dict[int, list[str]] = {}
    for key, days in _days().items():
        for day in days:
            by_day.setdefault(day, []).append(key)
    return MappingProxyType({day: tuple(keys) for day, keys in by_day.items()})


@lru_cache(1)
def _traditional_keys() -> frozenset[str]:
    return frozenset(fold(name) for names in _listed(_TRADITIONAL).values() for name in names)


@lru_cache(2)
def _listed(file: str) -> Mapping[int, tuple[str, ...]]:
    """One of the package's lists by month * 100 + day; what stands on a day without names is no name."""
    # Importing the package would bring its command line along, which costs more than reading the list.
    found = find_spec("lv_namedays")
    folders = list(found.submodule_search_locations or ()) if found else []
    if not folders:
        raise ModuleNotFoundError("lv_namedays")
    listed = json.loads((Path(folders[0]) / "data" / file).read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            int(day[:2]) * 100 + int(day[3:]): tuple(name for name in names if name.isalpha())
            for day, names in listed.items()
        }
    )
