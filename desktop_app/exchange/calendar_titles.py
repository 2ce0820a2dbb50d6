"""Whose birthday or anniversary the title of a calendar's event tells of, in English, Russian, Latvian and German."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.domain.people import DayKind

_BIRTHDAY = (
    r"(?:(?:\d{1,3}(?:st|nd|rd|th|\.)?\s+)?(?:happy\s+)?birthday|b-?day|день\s+рождения|д\.?\s?р\.?|"
    r"dzimšanas\s+dien[aā]s?|geburtstag)"
)
_ANNIVERSARY = (
    r"(?:(?:wedding\s+)?anniversary|годовщина(?:\s+свадьбы)?|kāzu\s+(?:gada|jubileja)\w*|gadadiena|jubileja|"
    r"hochzeitstag|jahrestag)"
)
_NAME_DAY = r"(?:name\s?day|именины|vārda\s+dien[aā]s?|namenstag)"
_BETWEEN = r"\s*[:–—-]?\s*"
_YEAR = re.compile(r"\s*[(\[]\s*(?:\*|geb\.|р\.|born|b\.)?\s*(?P<year>\d{4})\s*[)\]]\s*$")
_SIGNS = re.compile(r"^[^\w(]+|[^\w.)]+$")
_KINDS = (
    (DayKind.ANNIVERSARY, _ANNIVERSARY), (DayKind.NAME_DAY, _NAME_DAY), (DayKind.BIRTHDAY, _BIRTHDAY),
)  # fmt: skip
_FORMS = tuple(  # not compiled before a title asks for them: most files are no calendars
    (kind, form.format(words=words, between=_BETWEEN))
    for kind, words in _KINDS
    for form in (
        r"(?P<name>.+?)['’`´]s?\s+{words}$",  # Anna's birthday, Janis' birthday
        r"{words}\s+(?:of|von|у|для)\s+(?P<name>.+)$",
        r"у\s+(?P<name>.+?)\s+{words}$",
        r"(?P<name>.+?)\s+(?:has|hat|celebrates|svin|отмечает)\s+(?:a\s+|seinen\s+|ihren\s+)?{words}$",
        r"(?P<name>.+?){between}\(?{words}\)?$",  # Annas dzimšanas diena, Anna – день рождения, Annas Geburtstag
        r"{words}{between}(?P<name>.+)$",  # День рождения Анны, Dzimšanas diena: Anna
    )
)
_LONGEST = 300  # letters of a title that are looked at
_CAKE = re.compile(r"[🎂🎉🎁🥳]")


class Title(NamedTuple):
    """Whose day it is and of what kind; the year of birth where the title tells it."""

    name: str
    kind: DayKind
    year: int | None = None


def title_of(text: str) -> Title | None:
    """What a title tells; None for an event that is nobody's day."""
    cake = bool(_CAKE.search(text[:_LONGEST]))
    bare = _SIGNS.sub("", " ".join(_CAKE.sub(" ", text[:_LONGEST]).split()))
    year = None
    if told := _YEAR.search(bare):
        year, bare = int(told["year"]), bare[: told.start()]
    for kind, form in _FORMS:
        found = re.fullmatch(form, bare, re.IGNORECASE)
        if found and (name := _SIGNS.sub("", found["name"])):
            return Title(name, kind, year)
    # “🎂 Anna Bērziņa (1985)”: programs that make a calendar of an address book need no words.
    return Title(bare, DayKind.BIRTHDAY, year) if bare and (cake or year) else None
