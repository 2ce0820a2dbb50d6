"""A person from the cells of a row, for every reader that knows its columns by a layout."""

from __future__ import annotations

import re

from desktop_app.domain.customers import Address
from desktop_app.domain.importing import PersonMore, PersonRecord
from desktop_app.domain.people_dates import Birthday
from desktop_app.exchange.aliases import alias_key
from desktop_app.exchange.birthdays import birthday
from desktop_app.exchange.headings import folded
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.names import NameParts, guessed_language, split_name
from desktop_app.exchange.options import Options
from desktop_app.exchange.values import email, is_nothing, line, lines, number, phone
from desktop_app.i18n import Language

_LANGUAGES = {
    Language.RU: "ru rus russian русский рус krievu ru-ru ru_ru",
    Language.LV: "lv lav lat latvian латышский latviešu latviesu lv-lv lv_lv",
    Language.EN: "en eng english английский angļu anglu en-us en-gb en_us en_gb",
}
_MORE = ("tags", "interests", "news_email", "news_sms")
_NOTHING_MORE = PersonMore()
_LONGEST_WORD = 100  # letters of a tag
_AGREED = {
    **dict.fromkeys("yes true 1 да jā ja subscribed x".split(), True),
    **dict.fromkeys("no false 0 нет nē ne unsubscribed".split(), False),
}
_FAMILY_FIRST = frozenset(("фио", "ф.и.о.", "фамилия имя отчество", "фамилия и имя", "uzvārds vārds"))
_BY_NAME = {name: language.value for language, names in _LANGUAGES.items() for name in names.split()}


def person(row: int, cells: list[str], layout: Layout, options: Options) -> PersonRecord:
    """The person a row speaks of; raises BadValue."""

    def text(field: str) -> str:
        cell = layout.text(cells, field)
        if not cell or is_nothing(cell):
            return ""
        return line(cell, layout.heading(field))

    # Without a column for family names a given name is often the whole one: Latvian "Vārds" means both.
    whole = text("name") or ("" if "family" in layout else text("given"))
    parts = NameParts(text("given") if "family" in layout else "", text("patronymic"), text("family"), text("company"))
    if whole and parts.family and not parts.given and parts.family.casefold() not in whole.casefold():
        parts = parts._replace(given=whole)  # “Name” beside “Surname” is the given one
    elif whole and not parts.given:
        split = split_name(whole, folded(layout.heading("name")) in _FAMILY_FIRST)
        parts = NameParts(
            split.given, split.patronymic or parts.patronymic, split.family, parts.company or split.company
        )
    home = Address(
        "", text("street"), text("city"), text("region"), text("postcode").removeprefix("'"), text("country")
    )
    address = layout.text(cells, "email")
    alias = alias_key(address)
    names = " ".join((parts.given, parts.family)) if parts.given or parts.family else whole
    return PersonRecord(
        row=row,
        key=number(layout.text(cells, "key"), layout.heading("key")) or alias,
        given=parts.given,
        family=parts.family,
        patronymic=parts.patronymic,
        company=parts.company,
        email="" if alias else email(address, layout.heading("email")),
        phone=phone(layout.text(cells, "phone"), layout.heading("phone")),
        address=home,
        birthday=_birthday(cells, layout, options),
        language=_BY_NAME.get(text("language").casefold(), "") or guessed_language(names.strip(), home.country),
        note=lines(layout.text(cells, "person_note"), layout.heading("person_note")),
        more=_more(cells, layout) if any(field in layout for field in _MORE) else None,
    )


def _more(cells: list[str], layout: Layout) -> PersonMore | None:
    """What only files of people tell; None when the row says nothing of it."""
    found = PersonMore(
        _words(cells, layout, "tags"),
        _words(cells, layout, "interests"),
        _AGREED.get(layout.text(cells, "news_email").strip().casefold()),
        _AGREED.get(layout.text(cells, "news_sms").strip().casefold()),
    )
    return None if found == _NOTHING_MORE else found


def _words(cells: list[str], layout: Layout, field: str) -> tuple[str, ...]:
    parts = re.split("[,;]", layout.text(cells, field))
    found = (
        line(part.strip()[:_LONGEST_WORD], layout.heading(field)) for part in parts if not is_nothing(part.strip())
    )
    return tuple(word for word in found if word)


def _birthday(cells: list[str], layout: Layout, options: Options) -> Birthday | None:
    cell = layout.text(cells, "birthday")
    if not cell:
        return None
    return birthday(cell, layout.heading("birthday"), order=options.mapping.date_order, today=options.today)
