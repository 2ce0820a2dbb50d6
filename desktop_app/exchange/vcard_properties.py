"""What each property of a card tells of the person it is of; written into the entry the card becomes."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.customers import Address, LabelledAddress
from desktop_app.exchange.book_days import tell_relative
from desktop_app.exchange.book_entry import Entry, Way
from desktop_app.exchange.content_lines import ContentLine, parts_of, unescaped
from desktop_app.exchange.values import line
from desktop_app.i18n import Language

_LANGUAGES = frozenset(language.value for language in Language)
_WORDS = {  # what the types of version 2.1 to 4.0 are called where people read them
    "CELL": "mobile", "HOME": "home", "WORK": "work", "FAX": "fax", "PAGER": "pager", "CAR": "car", "MAIN": "main",
}  # fmt: skip


def tell(entry: Entry, each: ContentLine, label: str) -> None:
    """Writes into an entry what a property tells; `label` is the one its group bears. Raises BadValue."""
    if each.name in _PLAIN:
        _PLAIN[each.name](entry, each)
    elif each.name in _LABELLED:
        _LABELLED[each.name](entry, each, label)


def _label(each: ContentLine, label: str) -> str:
    if label:
        return line(label.replace("_$!<", "").replace(">!$_", ""), "").strip()
    return " ".join(word for name, word in _WORDS.items() if each.has("TYPE", name))


def _preferred(each: ContentLine) -> bool:
    return each.has("TYPE", "PREF") or bool(each.params.get("PREF"))


def _names(entry: Entry, each: ContentLine) -> None:
    parts = [*parts_of(each.value, ";"), "", "", ""][:3]
    family, given, additional = (" ".join(one for one in part.split(",") if one.strip()) for part in parts)
    if (family or given) and not (entry.family or entry.given):
        entry.family, entry.given, entry.additional = family.strip(), given.strip(), additional.strip()


def _whole(entry: Entry, each: ContentLine) -> None:
    if not entry.whole or each.name == "FN":
        entry.whole = unescaped(each.value).strip() or entry.whole


def _company(entry: Entry, each: ContentLine) -> None:
    entry.company = entry.company or parts_of(each.value, ";")[0]


def _email(entry: Entry, each: ContentLine, label: str) -> None:
    entry.emails.append(Way(unescaped(each.value), _label(each, label), _preferred(each), each.name))


def _phone(entry: Entry, each: ContentLine, label: str) -> None:
    value = unescaped(each.value).strip()
    if value.lower().startswith("tel:"):
        value = value[4:].partition(";")[0]
    entry.phones.append(Way(value, _label(each, label), _preferred(each), each.name))


def _messenger(entry: Entry, each: ContentLine, label: str) -> None:
    words = _label(each, label) or ", ".join(each.params.get("X-SERVICE-TYPE", ())).lower()
    entry.messengers.append(Way(unescaped(each.value), words, False, each.name))


def _address(entry: Entry, each: ContentLine, label: str) -> None:
    box, more, street, city, region, postcode, country = [*parts_of(each.value, ";"), *[""] * 7][:7]
    way = ", ".join(line(part, each.name) for part in (street, more, box) if part)
    if not (way or city or postcode):
        way = line(", ".join(each.params.get("LABEL", ())), each.name)
    told = Address("", way, *(line(part, each.name) for part in (city, region, postcode, country)))
    if told.street or told.city or told.postcode:
        labelled = LabelledAddress(_label(each, label), told)
        entry.addresses.insert(0 if _preferred(each) else len(entry.addresses), labelled)


def _note(entry: Entry, each: ContentLine) -> None:
    said = unescaped(each.value).strip()
    entry.note = f"{entry.note}\n{said}" if entry.note and said else entry.note or said


def _groups(entry: Entry, each: ContentLine) -> None:
    entry.tags += [tag for part in parts_of(each.value, ",") for tag in part.split(";") if tag.strip()]


def _key(entry: Entry, each: ContentLine) -> None:
    entry.key = unescaped(each.value).strip()


def _language(entry: Entry, each: ContentLine) -> None:
    told = each.value.strip().lower()[:2]
    if told in _LANGUAGES and not entry.language:
        entry.language = told


def _patronymic(entry: Entry, each: ContentLine) -> None:
    entry.patronymic = unescaped(each.value).strip()


def _spouse(entry: Entry, each: ContentLine) -> None:
    tell_relative(entry, unescaped(each.value), "spouse")


def _related(entry: Entry, each: ContentLine, label: str) -> None:
    name = unescaped(each.value).strip()
    if ":" in name.partition(" ")[0]:  # urn:uuid:… or mailto:…: another card, by its number
        return
    kinds = [kind.lower() for kind in each.params.get("TYPE", ()) if kind != "PREF"]
    tell_relative(entry, name, label or " ".join(kinds))


_PLAIN: dict[str, Callable[[Entry, ContentLine], None]] = {
    "N": _names, "FN": _whole, "NICKNAME": _whole, "ORG": _company, "NOTE": _note, "CATEGORIES": _groups, "UID": _key,
    "LANG": _language, "X-PATRONYMIC": _patronymic, "X-SPOUSE": _spouse, "X-EVOLUTION-SPOUSE": _spouse,
    "X-KADDRESSBOOK-X-SPOUSESNAME": _spouse,
}  # fmt: skip
_LABELLED: dict[str, Callable[[Entry, ContentLine, str], None]] = {
    "EMAIL": _email, "TEL": _phone, "IMPP": _messenger, "ADR": _address, "RELATED": _related,
    "X-ABRELATEDNAMES": _related,
}  # fmt: skip
