"""What is written to a file and imported again is what it was: in the same shop nothing changes, a new one is alike."""

import csv
import io
import shutil
from dataclasses import replace

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.consents import give
from desktop_app.actions.exporting import export_list, export_order_lines
from desktop_app.actions.exporting_people import export_people
from desktop_app.actions.importing import import_file, plan_import, undo_import
from desktop_app.actions.people import add_relative, keep_days
from desktop_app.actions.products import add_product
from desktop_app.domain.complaints import ComplaintFields, Severity, Source
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import (
    Address,
    Channel,
    Contact,
    ContactKind,
    Gender,
    GreetingForms,
    LabelledAddress,
)
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Fate
from desktop_app.domain.listing import ListKind
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.products import ProductFields, ProductText
from desktop_app.domain.written import CardVersion
from desktop_app.i18n import Language, Words
from desktop_app.queries.complaint_list import complaint_ids, complaint_rows
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.lists import LISTS
from desktop_app.queries.orders import order_ids
from desktop_app.store.connect import open_shop
from tests.made import BY, bought, person


def table(file):
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def eur(minor):
    return Money(minor, "EUR")


@pytest.fixture
def other(tmp_path, ready_file):
    """A second, empty shop."""
    shutil.copy(ready_file, tmp_path / "other.cordial")
    opened = open_shop(str(tmp_path / "other.cordial"))
    yield opened
    opened.close()


@pytest.fixture
def sold(shop):
    anna = person(shop, "Anna", "Liepa", email="a@b.example", phone="+371 26 123 456")
    noname = person(shop, "Jānis", phone="26 555 555")
    bought(
        shop, anna, number="007", placed_at="2026-03-05T23:30:00+02:00", status=Status.SHIPPED, paid=True,
        total=eur(2950), shipping=eur(350), discount=eur(100), refunded=eur(500), carrier="Omniva", tracking="0012",
        ship_to=Address("=Anna", "Ogres iela 1", "Ogre", "", "05001", "LV"), note="First;\n\"second\"", gift=True,
        packer_note="Ribbon", note_to="Thank you", source="etsy",
        lines=(
            Line("Cup, blue", 2, "0010", eur(1250), eur(2400), discount=eur(100), returned=1),
            Line("'90s mug", 1, "", None, None),
        ),
    )  # fmt: skip
    bought(shop, noname, number="007", placed_at="2026-03-06", currency="USD", total=Money(1200, "USD"),
           lines=(Line("Cup", 3, "0010", Money(400, "USD"), Money(1200, "USD")),))  # fmt: skip
    bought(shop, None, number="9", lines=(), status=Status.CANCELLED, total=None, currency="EUR")
    return shop


def written(shop, file, language=Language.EN):
    export_order_lines(shop, order_ids(shop), (), to=file, words=Words(language))
    return file


@pytest.mark.parametrize(("suffix", "language"), [("csv", Language.EN), ("xlsx", Language.RU), ("csv", Language.LV)])
def test_orders_of_the_shop_itself_are_all_the_same(sold, tmp_path, suffix, language):
    summary = plan_import(sold, written(sold, tmp_path / f"o.{suffix}", language)).summary
    assert summary.kind is FileKind.CORDIAL_ORDERS
    assert summary.refused == ()
    assert (summary.new, summary.changed, summary.same) == (0, 0, 3)
    assert not summary.odd


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_orders_come_whole_into_another_shop(sold, other, tmp_path, suffix):
    before = table(written(sold, tmp_path / "before.csv"))
    import_file(other, written(sold, tmp_path / f"o.{suffix}"), actor=BY)
    after = table(written(other, tmp_path / "after.csv"))
    number = before[0].index("Customer number")  # each shop counts its own
    assert sorted(row[:number] + row[number + 1 :] for row in after) == sorted(
        row[:number] + row[number + 1 :] for row in before
    )


def test_rows_that_somebody_sorted_are_put_together_and_edits_are_taken(sold, tmp_path):
    rows = table(written(sold, tmp_path / "o.csv"))
    head, body = rows[0], sorted(rows[1:], key=lambda row: row[rows[0].index("Article")])
    for row in body:
        if row[head.index("Article")] == "Cup, blue":
            row[head.index("Quantity")] = "3"
    with (tmp_path / "sorted.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *body])
    summary = plan_import(sold, tmp_path / "sorted.csv").summary
    assert (summary.new, summary.changed, summary.same) == (0, 1, 2)
    assert [change.field for change in summary.sample[0].differences] == ["lines"]


@pytest.fixture
def known(shop):
    anna = person(
        shop, "Jānis", "Bērziņš", patronymic="Pēteris", company="SIA Ozols", email="j@b.example",
        phone="+371 26 123 456", language=Language.RU, birthday=Birthday(5, 7), note="-\nTwo; lines, \"so\"",
        address=Address("Reception", "Ogres iela 1", "Ogre", "Ogres novads", "05001", "LV"), channel=Channel.SMS,
        congratulate=False, name_day=False, lead_days=9, extra_care=True, tags=("VIP", "Ziema"), interests=("Tēja",),
        forms=GreetingForms(Gender.MALE, "Jāni", "Jānim", "=Sveiks, Jāni!"),
        contacts=(Contact(ContactKind.EMAIL, "k@b.example", "a|b\\"), Contact(ContactKind.MESSENGER, "@janis")),
        addresses=(LabelledAddress("work", Address("", "Rīgas iela 2", "Rīga", "", "LV-1001", "LV")),),
    )  # fmt: skip
    wedding = SpecialDay(DayKind.OTHER, Birthday(6, 8, 2010), "Opening day")
    keep_days(shop, anna, customer(shop, anna).version, [wedding], actor=BY)
    days = (SpecialDay(DayKind.BIRTHDAY, Birthday(3, 4)), SpecialDay(DayKind.NAME_DAY, Birthday(6, 24, 2001), "", 3))
    around = RelativeFields(Relation.OTHER, "Godmother", "Анна", "Ли", days=days)
    add_relative(shop, anna, around, actor=BY)
    give(shop, anna, ConsentFields(Purpose.PROFILE), actor=BY)
    give(shop, anna, ConsentFields(Purpose.NEWS_SMS), actor=BY)
    person(shop, "Na", "Nav", birthday=Birthday(5))
    person(shop, "Na", "Nav")  # of the same name, with nothing to tell them apart
    person(shop, company="'90s Vinyl & Co", birthday=Birthday(2, 29, 1984))
    person(shop, email="only@mail.example")
    return shop


def people(shop, file, language=Language.EN):
    export_list(shop, ListKind.CUSTOMERS, customer_ids(shop), (), to=file, words=Words(language))
    return file


@pytest.mark.parametrize(("suffix", "language"), [("csv", Language.EN), ("xlsx", Language.RU), ("csv", Language.LV)])
def test_customers_of_the_shop_itself_are_all_the_same(known, tmp_path, suffix, language):
    summary = plan_import(known, people(known, tmp_path / f"c.{suffix}", language)).summary
    assert summary.kind is FileKind.CORDIAL_CUSTOMERS
    assert (summary.refused, summary.odd) == ((), ())
    assert [(one.title, one.differences) for one in summary.sample if one.fate is not Fate.SAME] == []
    assert (summary.new, summary.changed, summary.same) == (0, 0, 5)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_customers_come_whole_into_another_shop(known, other, tmp_path, suffix):
    before = table(people(known, tmp_path / "before.csv"))
    import_file(other, people(known, tmp_path / f"c.{suffix}"), actor=BY)
    assert [row[:-1] for row in table(people(other, tmp_path / "after.csv"))] == [row[:-1] for row in before]
    again = plan_import(other, people(known, tmp_path / "again.csv", Language.LV)).summary
    assert (again.new, again.changed, again.same) == (0, 0, 5)


def test_what_was_edited_in_a_spreadsheet_is_taken_and_undone(known, tmp_path):
    rows = table(people(known, tmp_path / "c.csv"))
    head = rows[0]
    row = next(row for row in rows if row[head.index("Given name")] == "Jānis")
    row[head.index("E-mail")], row[head.index("Not congratulated")] = "new@b.example", "no"
    row[head.index("Called")], row[head.index("Company")] = "Jānīt", ""
    with (tmp_path / "edited.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    _, done = import_file(known, tmp_path / "edited.csv", actor=BY)
    assert (done.new, done.changed, done.same) == (0, 1, 4)
    fields = customer(known, customer_ids(known)[rows.index(row) - 1]).fields
    assert (fields.email, fields.congratulate, fields.forms.called) == ("new@b.example", True, "Jānīt")
    assert (fields.company, fields.extra_care) == ("SIA Ozols", True)  # an empty cell takes nothing away
    undo_import(known, done.id, actor=BY)
    assert table(people(known, tmp_path / "undone.csv")) == table(tmp_path / "c.csv")


@pytest.mark.parametrize(
    ("kind", "suffix"), [(ListKind.ORDERS, "csv"), (ListKind.COMPLAINTS, "xlsx"), (ListKind.PRODUCTS, "csv")]
)
def test_every_list_of_a_shop_brings_it_nothing_new(sold, tmp_path, kind, suffix):
    ill = ComplaintFields("damaged", Source.MARKETPLACE, "Etsy", received_at="2026-11-02T10:00:00+02:00",
                          rating=2, subject="-Broken", text="Two\nlines", severity=Severity.HIGH)  # fmt: skip
    add_complaint(sold, ill, actor=BY)
    add_complaint(sold, replace(ill, text="", subject="", rating=1, source_name=""), actor=BY)
    texts = (ProductText(Language.LV, "Krūze", "Mazgāt; ar roku"),)
    mug = ProductFields(name="Mug, red", sku="0012", barcode="4751234567890", price=eur(1250), stock=3, texts=texts,
                        weight=350, fragile=True, interests=("Tēja",), note="=1+1", shelf="A-01")  # fmt: skip
    add_product(sold, mug, actor=BY)
    file = tmp_path / f"list.{suffix}"
    written = export_list(sold, kind, LISTS[kind].ids(sold), (), to=file, words=Words(Language.RU))
    summary = plan_import(sold, file).summary
    assert (summary.refused, summary.odd) == ((), ())
    assert (summary.new, summary.changed, summary.same) == (0, 0, written)


def test_complaints_come_into_another_shop_once(sold, other, tmp_path):
    anna = customer_ids(sold)[0]
    ill = ComplaintFields("damaged", Source.MARKETPLACE, "Etsy", received_at="2026-11-02T10:00:00+02:00", rating=2,
                          subject="Broken", text="Two\nlines", severity=Severity.HIGH, customer=anna)  # fmt: skip
    add_complaint(sold, ill, actor=BY)
    file = tmp_path / "k.xlsx"
    export_list(sold, ListKind.COMPLAINTS, complaint_ids(sold), (), to=file, words=Words())
    import_file(other, file, actor=BY)
    [row] = complaint_rows(other, complaint_ids(other))
    assert (row.kind, row.source_name, row.rating, row.severity) == ("damaged", "Etsy", 2, Severity.HIGH)
    [sent] = complaint_rows(sold, complaint_ids(sold))
    assert (row.subject, row.text, row.received_at) == ("Broken", "Two\nlines", sent.received_at)
    again = plan_import(other, file).summary
    assert (again.new, again.changed, again.same) == (0, 0, 1)


@pytest.mark.parametrize("version", list(CardVersion))
def test_contact_cards_bring_the_shop_nothing_new(known, tmp_path, version):
    file = tmp_path / "people.vcf"
    export_people(known, customer_ids(known), to=file, version=version)
    summary = plan_import(known, file).summary
    assert [(one.title, one.differences) for one in summary.sample if one.fate is not Fate.SAME] == []
    assert (summary.new, summary.same) == (0, 5)


def test_numbers_no_record_can_have_are_told_or_are_new(shop, tmp_path):
    people, said = tmp_path / "people.csv", tmp_path / "complaints.csv"
    with people.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([
            ["Given name", "Family name", "Not congratulated", "Extra care with parcels", "Customer number",
             "Days ahead", "Further days"],
            ["Anna", "Ozola", "no", "no", "1", "", "anniversary | 2010-01-02 | x | " + "9" * 5_000],
            ["Berta", "Ozola", "no", "no", "2", "4000", ""],
            ["Cilda", "Ozola", "no", "no", "9" * 60, "9", "anniversary | 2010-01-02 | x | 3"],
        ])  # fmt: skip
    plan = plan_import(shop, people)
    assert [(each.place.row, each.place.column) for each in plan.summary.refused] == [
        (2, "Further days"), (3, "Days ahead"),
    ]  # fmt: skip
    assert plan.summary.new == 1
    with said.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([
            ["Complaint", "Received", "Marketplace or network", "Justified", "Answer by", "Whole text"],
            *([number, "2026-01-02", "Market", "", "", f"Broken {number[:1]}"] for number in ("9" * 60, "²", "1")),
        ])  # fmt: skip
    assert plan_import(shop, said).summary.new == 3
