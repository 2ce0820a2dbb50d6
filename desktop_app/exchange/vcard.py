"""Cards of contacts (vCard 2.1, 3.0, 4.0), streamed one by one; each becomes an entry and a person's record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.customers import Address, LabelledAddress
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Place, Refusal
from desktop_app.domain.text import shorten
from desktop_app.exchange.book_entry import Entry, record_of
from desktop_app.exchange.book_people import BookPeople
from desktop_app.exchange.content_lines import ContentLine, content_lines, unescaped
from desktop_app.exchange.files import Examined
from desktop_app.exchange.magic import Form
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import DocumentReader
from desktop_app.exchange.values import BadValue, line
from desktop_app.exchange.vcard_days import tell_days
from desktop_app.exchange.vcard_properties import tell
from desktop_app.i18n import Message, msg

_MOST = 2_000  # properties of one card that are looked at
_KIND = ("KIND", "X-ADDRESSBOOKSERVER-KIND")


def read_cards(examined: Examined, options: Options) -> Iterator[Item]:
    """The people of a file of cards; a card that breaks off or holds a day no calendar has is a Refusal."""
    people = BookPeople()
    for row, lines in _cards(examined):
        place = Place(examined.name, row)
        if lines is None:
            said = msg("The contact breaks off: its line END:VCARD is missing. Export it again.")
            yield Refusal(place, "", said)
            continue
        try:
            entry = _entry(row, lines, options)
            if entry is None:
                continue
            record = record_of(entry)
        except BadValue as bad:
            yield Refusal(replace(place, row=bad.row or row, column=bad.column), shorten(bad.value), bad.reason)
            continue
        yield from people.take(record, entry, place)
    yield from people.all()


def _cards(examined: Examined) -> Iterator[tuple[int, list[ContentLine] | None]]:
    """Each card's first row and its properties; None for one that breaks off."""
    start, depth = 0, 0
    found: list[ContentLine] = []
    for each in content_lines(examined.lines()):
        if each.name == "BEGIN" and each.value.strip().upper() == "VCARD":
            if depth and not (found and found[-1].name == "AGENT"):
                yield start, None
                depth = 0
            depth += 1
            if depth == 1:
                start, found = each.row, []
        elif each.name == "END" and each.value.strip().upper() == "VCARD" and depth:
            depth -= 1
            if not depth:
                yield start, found
        elif depth == 1 and len(found) < _MOST:
            if each.name == "AGENT" and each.value.strip().upper() == "BEGIN:VCARD":
                depth += 1  # a card within the card: of who works for them
            found.append(each)
    if depth:
        yield start, None


def _entry(row: int, lines: Sequence[ContentLine], options: Options) -> Entry | None:
    """The entry of a card; None for a card that is no person's or company's, as a group's."""
    entry = Entry(row)
    kind = next((each.value.strip().lower() for each in lines if each.name in _KIND), "")
    if kind in ("group", "location"):
        return None
    labels = {each.group: unescaped(each.value) for each in lines if each.name == "X-ABLABEL" and each.group}
    for each in _one_preferred(lines):
        tell(entry, each, labels.get(each.group, ""))
    tell_days(entry, lines, labels, options)
    if not entry.addresses:  # only as it is written on a parcel
        written = (unescaped(each.value).strip() for each in lines if each.name == "LABEL")
        entry.addresses = [LabelledAddress("", Address("", line(text, "LABEL"))) for text in written if text]
    company = kind == "org" or any(
        each.name == "X-ABSHOWAS" and each.value.strip().upper() == "COMPANY" for each in lines
    )
    if company and entry.company:
        entry.whole = entry.company
    return entry


def _one_preferred(lines: Sequence[ContentLine]) -> list[ContentLine]:
    """The properties with PREF left only where its number is the lowest of its kind: 2 means to be tried after 1."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    for index, each in enumerate(lines):
        told = (each.params.get("PREF") or ("",))[0]
        if told.isascii() and told.isdigit():
            ranked.setdefault(each.name, []).append((int(told[:3]), index))
    behind = {index for found in ranked.values() for _, index in sorted(found)[1:]}
    return [
        each._replace(params={**each.params, "PREF": ()}) if index in behind else each
        for index, each in enumerate(lines)
    ]


def _refuse(file: str) -> Message:
    return msg("{file} holds no contacts as cards. Export them as a vCard file (.vcf).", file=file)


READER = DocumentReader(FileKind.VCARD, "vcard", Form.VCARD, read_cards, _refuse)
