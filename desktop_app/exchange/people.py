"""A person from the cells of a row, for every reader that knows its columns by a layout."""

from __future__ import annotations

from desktop_app.domain.customers import Address
from desktop_app.domain.importing import PersonRecord
from desktop_app.exchange.birthdays import birthday
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.names import NameParts, guessed_language, split_name
from desktop_app.exchange.options import Options
from desktop_app.exchange.values import email, line, lines, number, phone
from desktop_app.i18n import Language

_LANGUAGES = {
    Language.RU: "ru rus russian русский рус krievu ru-ru ru_ru",
    Language.LV: "lv lav lat latvian латышский latviešu latviesu lv-lv lv_lv",
    Language.EN: "en eng english английский angļu anglu en-us en-gb en_us en_gb",
}
_BY_NAME = {name: language.value for language, names in _LANGUAGES.items() for name in names.split()}


def person(row: int, cells: list[str], layout: Layout, options: Options) -> PersonRecord:
    """The person a row speaks of; raises BadValue."""

    def text(field: str) -> str:
        return line(layout.text(cells, field), layout.heading(field))

    whole = text("name")
    parts = NameParts(text("given"), text("patronymic"), text("family"), text("company"))
    if whole and not (parts.given or parts.family):
        split = split_name(whole)
        parts = NameParts(
            split.given, split.patronymic or parts.patronymic, split.family, parts.company or split.company
        )
    home = Address(
        "", text("street"), text("city"), text("region"), text("postcode").removeprefix("'"), text("country")
    )
    names = " ".join((parts.given, parts.family)) if parts.given or parts.family else whole
    return PersonRecord(
        row=row,
        key=number(layout.text(cells, "key"), layout.heading("key")),
        given=parts.given,
        family=parts.family,
        patronymic=parts.patronymic,
        company=parts.company,
        email=email(layout.text(cells, "email"), layout.heading("email")),
        phone=phone(layout.text(cells, "phone"), layout.heading("phone")),
        address=home,
        birthday=birthday(
            layout.text(cells, "birthday"),
            layout.heading("birthday"),
            order=options.mapping.date_order,
            today=options.today,
        ),
        language=_BY_NAME.get(text("language").casefold(), "") or guessed_language(names.strip(), home.country),
        note=lines(layout.text(cells, "person_note"), layout.heading("person_note")),
    )
