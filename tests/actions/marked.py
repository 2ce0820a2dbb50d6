"""People all of whose words are marks that stand nowhere else, and a look at every byte that is kept of a shop."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.actions.complaint_words import add_word
from desktop_app.actions.complaints import add_complaint, edit_complaint, remove_complaints
from desktop_app.actions.consents import give
from desktop_app.actions.customers import add_customer, edit_customer
from desktop_app.actions.notes import add_note, remove_note
from desktop_app.actions.orders import edit_order
from desktop_app.actions.outbox import put
from desktop_app.actions.people import add_relative, edit_relative, keep_days, remove_relative
from desktop_app.actions.printing import print_folder
from desktop_app.actions.prints import log_print
from desktop_app.actions.renewals import add_renewal, edit_renewal, pay_renewals, remove_renewals
from desktop_app.actions.resolutions import choose
from desktop_app.domain.complaints import ComplaintFields, Way
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import (
    Address,
    Contact,
    ContactKind,
    CustomerFields,
    CustomerId,
    GreetingForms,
    LabelledAddress,
)
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.domain.renewals import RenewalFields
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.queries import Shop
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer
from desktop_app.queries.notes import notes_of
from desktop_app.queries.orders import order
from desktop_app.queries.people import relatives_of
from desktop_app.queries.renewals import renewal
from tests.made import BY, bought, printed_people
from tests.pictures import picture

_LETTERS, _LONG = "bcdfghjklmnpqrstvwxz", 16
_HEAD = 4  # letters an index may leave out because the word before begins alike
_TAIL = _LONG - _HEAD
_RUNS = re.compile(rb"[%b]{%d,}" % (_LETTERS.encode(), _TAIL))


@dataclass
class Marked:
    """A customer of whom everything kept is a mark; `marks` are those searched for."""

    id: CustomerId
    marks: list[str]


class Marks:
    """Words of sixteen letters that mean nothing."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self.made: list[str] = []

    def __call__(self) -> str:
        self.made.append("".join(self._rng.choice(_LETTERS) for _ in range(_LONG)))
        return self.made[-1]


def marked_person(shop: Shop, seed: int, *, beside: CustomerId | None = None) -> Marked:
    """A customer with a life: edited, moved, with people, days, notes that came and went, orders and a printed card.

    `beside` is another customer around whom they stand too.
    """
    mark = Marks(seed)
    first = CustomerFields(
        given=mark(), family=mark(), patronymic=mark(), company=mark(), email=f"{mark()}@{mark()}.example",
        phone=f"+371 2{seed % 10**7:07d}", address=_address(mark), birthday=Birthday(11, 22, 1985), note=mark(),
        forms=GreetingForms(None, mark(), mark(), mark()),
        contacts=(Contact(ContactKind.EMAIL, f"{mark()}@mail.example", mark()),),
        addresses=(LabelledAddress(mark(), _address(mark)),),
    )  # fmt: skip
    number, _ = add_customer(shop, first, actor=BY)
    second = CustomerFields(given=mark(), family=mark(), email=f"{mark()}@{mark()}.example", address=_address(mark),
                            contacts=(Contact(ContactKind.MESSENGER, mark()),))  # fmt: skip
    edit_customer(shop, number, customer(shop, number).version, second, actor=BY)
    _people(shop, number, mark)
    give(shop, number, ConsentFields(Purpose.NEWS_EMAIL, dt.date(2026, 1, 2), mark(), note=mark()), actor=BY)
    add_note(shop, number, mark(), actor=BY)
    add_note(shop, number, mark(), actor=BY)
    gone = notes_of(shop, number)[0]
    remove_note(shop, gone.id, actor=BY)
    _renewals(shop, number, mark)
    _orders(shop, number, mark)
    _complaints(shop, number, mark)
    if beside is not None:
        around = RelativeFields(Relation.SPOUSE, given=mark(), family=mark(), customer=number, note=mark())
        add_relative(shop, beside, around, actor=BY)
    file = print_folder(shop) / f"birthday-{seed}.pdf"
    file.write_text("\n".join(mark.made))
    log_print(shop, printed_people(Kind.BIRTHDAY, [number]), kind=Kind.BIRTHDAY, file=file, actor=BY)
    return Marked(number, mark.made)


def _renewals(shop: Shop, customer: CustomerId, mark: Marks) -> None:
    """What they pay for by period: one changed and paid, one that came and went."""
    fields = RenewalFields(mark(), next_on=dt.date(2026, 12, 1), note=mark())
    kept, gone = (add_renewal(shop, customer, replace(fields, what=mark()), actor=BY)[0] for _ in range(2))
    edit_renewal(shop, kept, renewal(shop, kept).version, fields, actor=BY)
    pay_renewals(shop, [kept], actor=BY)
    remove_renewals(shop, [gone], actor=BY)


def hits(shop: Shop, marks: Iterable[str], *, besides: str = "backups") -> list[str]:
    """The places where a mark is found: every byte of the shop's folder, and on a server of its relations."""
    wanted = {mark[_HEAD:].encode() for mark in marks}
    found = []
    for place, content in _bytes(shop, besides):
        for run in _RUNS.findall(content.lower()):
            pieces = (run[at : at + _TAIL] for at in range(len(run) - _TAIL + 1))
            found += [f"{place}: {piece.decode()}" for piece in pieces if piece in wanted]
    return found


def _bytes(shop: Shop, besides: str) -> Iterator[tuple[str, bytes]]:
    folder = print_folder(shop).parent
    for file in sorted(folder.rglob("*")):
        if file.is_file() and besides not in file.relative_to(folder).parts:
            yield str(file.relative_to(folder)), Path(file).read_bytes()
    if shop.sqlite:
        return
    shop.database.execute_sql("CHECKPOINT")
    relations = (
        "SELECT relname, pg_relation_filepath(oid) FROM pg_class WHERE relkind IN ('r', 'i', 't', 'm')"
        " AND pg_relation_filepath(oid) IS NOT NULL"
    )
    for name, path in shop.sql(relations):
        [(content,)] = shop.sql("SELECT pg_read_binary_file(?, 0, 1000000000, true)", (path,))
        yield name, bytes(content or b"")


def _address(mark: Marks) -> Address:
    return Address(mark(), mark(), mark(), mark(), "LV-1001", "LV")


def _people(shop: Shop, number: CustomerId, mark: Marks) -> None:
    day = SpecialDay(DayKind.OTHER, Birthday(9, 1), mark())
    fields = RelativeFields(Relation.OTHER, mark(), given=mark(), family=mark(), note=mark(), days=(day,))
    kept, _ = add_relative(shop, number, fields, actor=BY)
    again = RelativeFields(Relation.CHILD, given=mark(), family=mark(), days=(day,))
    edit_relative(shop, kept, relatives_of(shop, number)[0].version, again, actor=BY)
    gone, _ = add_relative(shop, number, RelativeFields(Relation.FRIEND, given=mark()), actor=BY)
    remove_relative(shop, gone, actor=BY)
    keep_days(shop, number, customer(shop, number).version, [day], actor=BY)


def _orders(shop: Shop, number: CustomerId, mark: Marks) -> None:
    made = bought(
        shop, number, note=mark(), packer_note=mark(), tracking=mark(), ship_to=_address(mark), number=f"N{number}"
    )
    kept = order(shop, made)
    edit_order(shop, made, kept.version, replace(kept.fields, note=mark(), ship_to=_address(mark)), actor=BY)
    bought(shop, number, "Jug", number=f"M{number}")


def _complaints(shop: Shop, number: CustomerId, mark: Marks) -> None:
    """One that was edited and talked about, one that is gone, one that another customer's became, and a message."""
    fields = ComplaintFields(kind="late", customer=number, subject=mark(), text=mark(), source_key=mark())
    kept, _ = add_complaint(shop, fields, files=[(mark(), picture(8, 6))], actor=BY)
    add_word(shop, kept, way=Way.IN, text=mark(), subject=mark(), actor=BY)
    now = complaint(shop, kept)
    edit_complaint(shop, kept, now.version, replace(now.fields, subject=mark(), text=mark()), actor=BY)
    choose(shop, kept, Offer(Deed.APOLOGY), words=mark(), actor=BY)
    gone, _ = add_complaint(shop, ComplaintFields(kind="rude", customer=number, text=mark()), actor=BY)
    add_word(shop, gone, way=Way.NOTE, text=mark(), actor=BY)
    remove_complaints(shop, [gone], actor=BY)
    other, _ = add_complaint(shop, ComplaintFields(kind="price", customer=number, text=mark()), actor=BY)
    moved = complaint(shop, other)
    edit_complaint(shop, other, moved.version, ComplaintFields(kind="price", text="Too dear"), actor=BY)
    draft = Draft(f"free:{number}", MessageKind.FREE, Means.COPY, "", mark(), to_name=mark(), customer=number)
    put(shop, [draft], actor=BY)
