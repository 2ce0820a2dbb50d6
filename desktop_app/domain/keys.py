"""The folded forms that records are found, joined and sorted by; actions and imports keep them beside the fields."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypedDict

from desktop_app.domain.customers import ContactKind, email_key
from desktop_app.domain.phones import phone_key
from desktop_app.domain.sounds import is_cyrillic, sound
from desktop_app.domain.text import fold, search_words, words_of

LONGEST = 200  # letters of an indexed key: PostgreSQL refuses index entries over 2,700 bytes
_NUMBER, _DIGITS = re.compile("[0-9]+"), 8
NOWHERE = "\U0010ffff"  # the shelf of an order whose articles have none: after every other
_SHELF = re.compile(r"[0-9]+|[^\W\d_]+")
_LONGEST_ROW = 9  # digits of a record's number
_NAMES = 8_192  # names remembered in their folded forms: most people of a big file share theirs with others
# What stands before a word of `doc` that is no name: letters that folding leaves in no word.
SOUND, TOWN, MAIL = "þłœ"
_PIECE = re.compile("[a-z]+(?:[0-9]+[a-z]+)*")
_READ = 4_000  # letters of a long text that are looked through
_SHORTEST_PIECE, _MOST_PIECES = 3, 6


class CustomerKeys(TypedDict):
    """The key columns of a customer."""

    email_key: str
    phone_key: str
    sort_key: str
    given_key: str
    city_key: str
    doc: str


class RelativeKeys(TypedDict):
    """The key columns of somebody around a customer."""

    given_key: str
    doc: str


def customer_keys(
    given: str,
    family: str,
    *,
    patronymic: str = "",
    company: str = "",
    email: str = "",
    phone: str = "",
    city: str = "",
    country: str,
) -> CustomerKeys:
    """The key columns of a customer; `country` is the one whose numbers are typed without a code."""
    names = [sorting(part) for part in (family, given) if part]
    mail = email_key(email)[:LONGEST]
    return CustomerKeys(
        email_key=mail,
        phone_key=phone_key(phone, country) if phone else "",
        sort_key=(" ".join(names) or sorting(company or email or phone))[:LONGEST],
        given_key=given_key(given),
        city_key=sorting(city)[:LONGEST],
        doc=_doc((given, patronymic, family, company), city, mail),
    )


def relative_keys(given: str, family: str) -> RelativeKeys:
    """The key columns of somebody around a customer."""
    return RelativeKeys(given_key=given_key(given), doc=_doc((given, family)))


def contact_key(kind: ContactKind, value: str, country: str) -> str:
    """The key of a further e-mail address, telephone or messenger; numbers without a code are of `country`."""
    if kind is ContactKind.EMAIL:
        return email_key(value)[:LONGEST]
    key = phone_key(value, country)
    return key if kind is ContactKind.PHONE or key else email_key(value)[:LONGEST]


@lru_cache(_NAMES)
def given_key(given: str) -> str:
    """The first given name, folded, by which name days go; a double name (Anna-Marija) is one."""
    return fold(given.split()[0])[:LONGEST] if given.strip() else ""


@lru_cache(_NAMES)
def sorting(name: str) -> str:
    """A name as lists are sorted by it: folded, its numbers as long as each other, so that 2 stands before 10."""
    return _NUMBER.sub(lambda found: found[0].lstrip("0").zfill(_DIGITS), fold(name))


def _doc(names: tuple[str, ...], city: str = "", mail: str = "") -> str:
    """The words somebody is found by: names, then under their marks how these sound in Latin, the town, the e-mail."""
    text, known = _named(names, city)
    if mail:
        pieces = [MAIL + piece for piece in dict.fromkeys(_pieces(mail)) if piece not in known]
        text = " ".join((text, *pieces)) if text else " ".join(pieces)
    return f" {text}" if text[:1] in (TOWN, MAIL) else text  # a server looks for marked words after a space


@lru_cache(_NAMES)
def _named(names: tuple[str, ...], city: str) -> tuple[str, frozenset[str]]:
    """The words of names and a town, as one text and without their marks."""
    words = [_search_text(part) for part in names if part]
    words += [_sounding(part, SOUND) for part in names if part and not part.isascii()]
    if city:
        words += [_marked(city, TOWN), _sounding(city, TOWN + SOUND)]
    text = " ".join(text for text in words if text)
    return text, frozenset(text.replace(SOUND, "").split())


def complaint_doc(*texts: str) -> str:
    """The words a complaint is found by, each after a space: of its subject, article, place and text."""
    words = " ".join(dict.fromkeys(word for text in texts for word in words_of(text[:_READ])))
    return f" {words}" if words else ""


@lru_cache(_NAMES)
def _search_text(name: str) -> str:
    return " ".join(search_words(name))


@lru_cache(_NAMES)
def _marked(text: str, mark: str) -> str:
    return " ".join(mark + word for word in search_words(text))


@lru_cache(_NAMES)
def _sounding(text: str, mark: str) -> str:
    sounds = [sound(word) for word in search_words(text) if is_cyrillic(word)]
    return " ".join(mark + word for word in sounds if word)


def _pieces(mail: str) -> list[str]:
    """The words in an e-mail address that somebody may remember, without numbers at their ends and the last label."""
    return [piece for piece in _PIECE.findall(mail.rpartition(".")[0])[:_MOST_PIECES] if len(piece) >= _SHORTEST_PIECE]


def row_number(text: str) -> int:
    """The number of a record here as a file tells it; 0, which none has, for anything else."""
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_ROW else 0


def number_key(number: str) -> str:
    """An order number as it is compared: folded, without the sign before it and spaces."""
    bare = number.lstrip("#")
    if bare.isascii() and bare.isalnum():
        return bare.lower()[:LONGEST]
    return "".join(fold(number.strip().lstrip("#№")).split())[:LONGEST]  # folding makes "no" of №


def sku_key(sku: str) -> str:
    """An article code as files and scanners are compared: folded, without spaces."""
    return "".join(fold(sku).split())[:LONGEST]


def shelf_key(shelf: str) -> str:
    """A shelf place in walking order: A 2, a2 and A-2 are one, and it stands before A 10; "" for no place."""
    parts = _SHELF.findall(fold(shelf))
    return " ".join(part.lstrip("0").zfill(_DIGITS) if part.isdecimal() else part for part in parts)[:LONGEST]


def name_key(name: str) -> str:
    """The folded words of a name, by which lists are sorted and products found."""
    return (" ".join(words_of(name)) or " ".join(fold(name).split()))[:LONGEST]
