"""The days of a card: its birthday in every form programs write it, anniversaries, and Android's own lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.domain.people import DayKind, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.exchange.book_days import book_birthday, fuller, tell_day, tell_relative
from desktop_app.exchange.book_entry import Entry
from desktop_app.exchange.content_lines import ContentLine, parts_of, unescaped
from desktop_app.exchange.dates import Ambiguous
from desktop_app.exchange.options import Options
from desktop_app.exchange.values import BadValue

_BIRTHDAYS = ("BDAY", "X-BIRTHDAY", "X-BDAY")
_ANNIVERSARIES = frozenset(
    ("ANNIVERSARY", "X-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-KADDRESSBOOK-X-ANNIVERSARY")
)
_ANDROID = "vnd.android.cursor.item/"
_EVENTS = {"1": "anniversary", "3": "birthday"}
_RELATIONS = {
    "1": "assistant", "2": "brother", "3": "child", "4": "partner", "5": "father", "6": "friend", "7": "manager",
    "8": "mother", "9": "parent", "10": "partner", "11": "referred by", "12": "relative", "13": "sister",
    "14": "spouse",
}  # fmt: skip


def tell_days(entry: Entry, lines: Sequence[ContentLine], labels: Mapping[str, str], options: Options) -> None:
    """Fills in the days of a card; raises BadValue for a day no calendar has where no other one is told."""
    _tell_birthday(entry, [each for each in lines if each.name in _BIRTHDAYS], options)
    for each in lines:
        if each.name in _ANNIVERSARIES:
            day = _day(entry, each, options)
            if day is not None:
                entry.tell(SpecialDay(DayKind.ANNIVERSARY, day))
        elif each.name == "X-ABDATE":
            day = _day(entry, each, options)
            if day is not None:
                tell_day(entry, day, labels.get(each.group, ""))
        elif each.name == "X-ANDROID-CUSTOM":
            _tell_android(entry, each, options)


def _tell_birthday(entry: Entry, lines: Sequence[ContentLine], options: Options) -> None:
    """Of several birthdays the fullest; one that no calendar has does no harm beside a good one."""
    found, bad = None, None
    for each in lines:
        try:
            found = fuller(found, _day(entry, each, options))
        except BadValue as error:
            error.row = each.row
            bad = error
    if found is None and bad is not None:
        raise bad
    entry.birthday = fuller(found, entry.birthday)


def _day(entry: Entry, each: ContentLine, options: Options) -> Birthday | None:
    value = unescaped(each.value).strip()
    try:
        day = book_birthday(value, each.name, entry, today=options.today, order=options.mapping.date_order)
    except Ambiguous:
        entry.leave_out(value, each.name)
        return None
    omitted = each.params.get("X-APPLE-OMIT-YEAR", ())
    if day is not None and day.year is not None and str(day.year) in omitted:
        return Birthday(day.month, day.day)
    return day


def _tell_android(entry: Entry, each: ContentLine, options: Options) -> None:
    what, value, kind, label = [*parts_of(each.value, ";"), "", "", "", ""][:4]
    if not value:
        return
    if what == f"{_ANDROID}contact_event":
        day = _day(entry, each._replace(value=value), options)
        if day is not None:
            tell_day(entry, day, _EVENTS.get(kind, label))
    elif what == f"{_ANDROID}relation":
        tell_relative(entry, value, _RELATIONS.get(kind, label))
