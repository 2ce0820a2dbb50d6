"""What address books tell around customers: kept once, added to what stands there, never in place of it."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.importing import plan_import, undo_import
from desktop_app.domain.customers import Address, Contact, ContactKind, CustomerId, LabelledAddress
from desktop_app.domain.people import DayKind, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.people import days_of, relatives_of
from tests.actions.imported import column, counts, taken
from tests.actions.rows import rows
from tests.exchange.books import cards
from tests.made import BY, person

ANNA = (
    "UID:anna\r\nN:Ozola;Anna;;;\r\nEMAIL;PREF=1:anna@one.example\r\nEMAIL;TYPE=work:anna@work.example\r\n"
    "TEL;TYPE=CELL:+371 20 000 001\r\nTEL;TYPE=WORK:+371 67 000 001\r\nADR;TYPE=HOME:;;Liepu 1;Rīga;;LV-1001;LV\r\n"
    "ADR;TYPE=WORK:;;Ostas 2;Rīga;;LV-1002;LV\r\nANNIVERSARY:20100731\r\nX-SPOUSE:Juris Ozols\r\nCATEGORIES:Tea"
)


def vcf(folder: Path, *bodies: str, name: str = "a.vcf") -> Path:
    path = folder / name
    path.write_text(cards(*bodies), "utf-8", newline="")
    return path


def ways(shop: Shop, number: CustomerId) -> list[tuple[str, str]]:
    return [(one.value, one.label) for one in customer(shop, number).fields.contacts]


def test_a_new_person_comes_with_everything_once(shop: Shop, tmp_path: Path) -> None:
    before = rows(shop)
    done = taken(shop, vcf(tmp_path, ANNA))
    (number,) = column(shop, "customer", "id")
    kept = customer(shop, number).fields
    assert (kept.email, kept.phone, kept.tags) == ("anna@one.example", "+371 20 000 001", ("Tea",))
    assert ways(shop, number) == [("anna@work.example", "work"), ("+371 67 000 001", "work")]
    assert [(one.label, one.address.street) for one in kept.addresses] == [("work", "Ostas 2")]
    assert [each.day for each in days_of(shop, number)] == [SpecialDay(DayKind.ANNIVERSARY, Birthday(7, 31, 2010))]
    assert [each.name for each in relatives_of(shop, number)] == ["Juris Ozols"]

    after = rows(shop)
    assert counts(taken(shop, vcf(tmp_path, ANNA, "FN:Nobody else\r\nUID:x", name="b.vcf"))) == (1, 0, 1)
    undo_import(shop, column(shop, "import_run", "id")[-1], actor=BY)
    assert rows(shop) == after
    undo_import(shop, done.id, actor=BY)
    assert rows(shop) == before


def test_what_stands_there_is_added_to_and_never_overruled(shop: Shop, tmp_path: Path) -> None:
    number = person(
        shop, "Anna", "Ozola", email="anna@one.example", phone="+371 29 999 999",
        address=Address("", "Own 1", "Rīga", "", "LV-1009", "LV"),
        contacts=(Contact(ContactKind.EMAIL, "anna@old.example", "old"),),
        addresses=(LabelledAddress("", Address("", "Ostas 2", "Rīga", "", "LV-1002", "LV")),),
    )  # fmt: skip
    taken(shop, vcf(tmp_path, f"{ANNA}\r\nBDAY:1985-03-31"))
    kept = customer(shop, number).fields
    assert (kept.phone, kept.address.street, kept.birthday) == ("+371 29 999 999", "Own 1", Birthday(3, 31, 1985))
    assert ways(shop, number) == [
        ("anna@old.example", "old"), ("anna@work.example", "work"), ("+371 67 000 001", "work"),
        ("+371 20 000 001", ""),
    ]  # fmt: skip
    assert [one.address.street for one in kept.addresses] == ["Ostas 2"]
    again = plan_import(shop, vcf(tmp_path, f"{ANNA}\r\nBDAY:1985-03-31\r\nANNIVERSARY:2011-01-01", name="b.vcf"))
    assert counts(again) == (0, 0, 1)


def test_a_day_and_a_relative_more_are_all_that_a_second_file_brings(shop: Shop, tmp_path: Path) -> None:
    taken(shop, vcf(tmp_path, ANNA))
    more = f"{ANNA}\r\nX-ABRELATEDNAMES:Elza\r\ni.X-ABDATE:--1124\r\ni.X-ABLabel:Name day"
    plan = plan_import(shop, vcf(tmp_path, more, name="b.vcf"))
    (shown,) = plan.summary.sample
    assert {one.field: one.new for one in shown.differences} == {"days": "11-24", "relatives": "Elza"}


def test_an_address_of_another_customer_is_not_taken_from_them(shop: Shop, tmp_path: Path) -> None:
    person(shop, "Juris", "Ozols", email="anna@work.example")
    taken(shop, vcf(tmp_path, ANNA))
    number = column(shop, "customer", "id")[-1]
    assert ways(shop, number) == [("+371 67 000 001", "work")]


def test_a_customer_is_known_by_a_further_address_where_the_name_agrees(shop: Shop, tmp_path: Path) -> None:
    number = person(shop, "Anna", "Ozola", email="ANNA@work.example")
    done = taken(shop, vcf(tmp_path, ANNA))
    assert counts(done) == (0, 1, 0)
    assert customer(shop, number).fields.email == "ANNA@work.example"
    assert ("anna@one.example", "") in ways(shop, number)
