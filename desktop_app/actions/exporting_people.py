"""Customers written as contact cards, and their birthdays as a calendar: for telephones and other programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.actions.exporting import Part, Progress, Rows, in_parts
from desktop_app.domain.errors import Invalid
from desktop_app.domain.people import RELATION_NAMES, DayKind
from desktop_app.domain.people_dates import Birthday, LeapRule
from desktop_app.domain.settings import LEAP_RULE, SHOP_NAME
from desktop_app.domain.text import shorten
from desktop_app.domain.whole_customer import WholeCustomer
from desktop_app.domain.written import CardVersion
from desktop_app.exchange.calendar_list import CUSTOMER, KeptBirthday, write_calendar
from desktop_app.exchange.vcard_list import write_cards
from desktop_app.i18n import Message, Words, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.settings import settings
from desktop_app.queries.whole_customers import shop_mark, whole_customers
from desktop_app.store.durable import durable_write


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What of the shop goes into files of people: its mark and name, how 29 February is kept, and the hour."""

    mark: str
    shop: str
    rule: LeapRule
    now: dt.datetime


def card_facts(shop: Shop) -> CardFacts:
    """What of the shop goes into files of people."""
    values = settings(shop)
    return CardFacts(shop_mark(shop), values[SHOP_NAME], LeapRule(values[LEAP_RULE]), shop.now())


def export_people(
    shop: Shop,
    ids: Sequence[int],
    *,
    to: Path,
    version: CardVersion = CardVersion.V4,
    progress: Progress | None = None,
) -> int:
    """Writes these customers as contact cards and returns how many; a file that is there is replaced whole.

    Raises Invalid for another name than .vcf, StoreUnavailable for a place that cannot be written, Stopped when
    `progress` says so: no file is left then.
    """
    return write_people(
        _parts(shop, ids), card_facts(shop), to=to, version=version, total=len(ids), progress=progress
    )  # fmt: skip


def write_people(
    parts: Iterable[Part],
    facts: CardFacts,
    *,
    to: Path,
    version: CardVersion,
    total: int,
    progress: Progress | None = None,
) -> int:
    """Writes whole customers, in parts as they come, as contact cards; as `export_people` does."""
    if to.suffix.lower() != ".vcf":
        raise Invalid("to", msg("“{file}” is no name for contact cards: let it end in .vcf.", file=shorten(to.name)))
    people = Rows(parts, total, progress)
    durable_write(to, lambda out: write_cards(out, people, version=version, mark=facts.mark))
    return people.written


def export_birthdays(
    shop: Shop, ids: Sequence[int], *, to: Path, words: Words, progress: Progress | None = None
) -> int:
    """Writes the birthdays of these customers and of the people around them as a calendar; returns how many.

    Those who died, who are not to be congratulated, or of whose birthday only the month is known are left out.
    Raises as `export_people` does.
    """
    return write_birthdays(
        _parts(shop, ids), card_facts(shop), to=to, words=words, total=len(ids), progress=progress
    )  # fmt: skip


def write_birthdays(
    parts: Iterable[Part],
    facts: CardFacts,
    *,
    to: Path,
    words: Words,
    total: int,
    progress: Progress | None = None,
) -> int:
    """Writes the birthdays of whole customers, in parts as they come; as `export_birthdays` does."""
    if to.suffix.lower() != ".ics":
        raise Invalid("to", msg("“{file}” is no name for a calendar: let it end in .ics.", file=shorten(to.name)))
    name = " · ".join(part for part in (words("Birthdays"), facts.shop) if part)
    days = _days(Rows(parts, total, progress), words)
    written = 0

    def write(out: BinaryIO) -> None:
        nonlocal written
        written = write_calendar(out, days, name=name, mark=facts.mark, rule=facts.rule, made=facts.now)

    durable_write(to, write)
    return written


def cards_said(written: int, file: Path) -> Message:
    """What was written, in a sentence."""
    return nmsg("{n} contact card written to {file}", "{n} contact cards written to {file}", n=written, file=str(file))


def days_said(written: int, file: Path) -> Message:
    """What was written, in a sentence."""
    return nmsg("{n} birthday written to {file}", "{n} birthdays written to {file}", n=written, file=str(file))


def _parts(shop: Shop, ids: Sequence[int]) -> Iterator[Part]:
    return ((len(part), whole_customers(shop, part)) for part in in_parts(ids))


def _days(people: Iterable[WholeCustomer], words: Words) -> Iterator[KeptBirthday]:
    for one in people:
        fields = one.fields
        if fields.birthday is not None and fields.congratulate and not fields.deceased:
            yield _kept(words, CUSTOMER, one.id, fields.birthday, name=one.name, about="")
        for relative in one.relatives:
            theirs = relative.fields
            if theirs.customer is not None or not theirs.congratulate or theirs.deceased:
                continue  # their own record has their day
            relation = theirs.relation_words or words.say(RELATION_NAMES[theirs.relation])
            for day in theirs.days:
                if day.kind is DayKind.BIRTHDAY:
                    about = f"{one.name}: {relation}"
                    yield _kept(words, "relative", relative.id, day.date, name=relative.name or about, about=about)


def _kept(words: Words, what: str, number: int, born: Birthday, *, name: str, about: str) -> KeptBirthday:
    year = words("Born in {year}", year=str(born.year)) if born.year else words("The year is not known.")
    title = words("{name}’s birthday", name=name)
    return KeptBirthday(what, number, born, title, "\n".join(part for part in (about, year) if part))
