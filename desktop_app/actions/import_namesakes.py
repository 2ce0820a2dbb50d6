"""People of an address book who have no address the shop knows: which customer is meant, and who is only proposed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.customers import Address
from desktop_app.domain.importing import PersonRecord
from desktop_app.domain.keys import LONGEST, sorting
from desktop_app.domain.phones import phone_key
from desktop_app.queries import Shop
from desktop_app.queries.known_names import Called, called_so


class Namesakes:
    """Finds the customer a name belongs to; with `same` a person said that the one called so is meant.

    In an address book this is asked of everybody, in other files of those who have only a name and a day.
    """

    def __init__(self, shop: Shop, *, same: bool, country: str, address_book: bool) -> None:
        self.shop = shop
        self.same = same
        self.country = country
        self.address_book = address_book

    def look(
        self, records: Sequence[PersonRecord], known: Sequence[int | None]
    ) -> tuple[list[int | None], list[int | None]]:
        """For each record the customer meant, and the one who is proposed; None where there is none.

        Somebody of the same name and number, or name and birthday, is meant. Of somebody who has only a name and a
        day, the one customer of the name whose birthday nobody knows is proposed, or meant where a person said so.
        """
        names = [
            _name(record) if id_ is None and (self.address_book or (_is_bare(record) and not record.key)) else ""
            for record, id_ in zip(records, known, strict=True)
        ]
        called = called_so(self.shop, {name for name in names if name})
        meant: list[int | None] = list(known)
        proposed: list[int | None] = [None] * len(records)
        for at, (record, name) in enumerate(zip(records, names, strict=True)):
            there = called.get(name, [])
            alike = [one.id for one in there if self._is_meant(record, one)]
            if len(alike) == 1:
                meant[at] = alike[0]
            elif len(there) == 1 and there[0].month_day is None and _is_bare(record):
                (meant if self.same else proposed)[at] = there[0].id
        return meant, proposed

    def _is_meant(self, record: PersonRecord, one: Called) -> bool:
        """Whether a record is of a customer who bears its name; two addresses or two numbers are two people."""
        if record.email and one.email_key:
            return False
        if record.phone and one.phone_key:
            return phone_key(record.phone, self.country) == one.phone_key
        return record.birthday is not None and record.birthday.month_day == one.month_day


def _is_bare(record: PersonRecord) -> bool:
    """Whether a record tells nothing of a person but their name and days."""
    tells = record.email or record.phone or record.company or record.address != Address()
    return not tells and record.birthday is not None


def _name(record: PersonRecord) -> str:
    return " ".join(sorting(part) for part in (record.family, record.given) if part)[:LONGEST]
