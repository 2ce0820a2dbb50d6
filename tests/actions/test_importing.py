"""A file goes in once, whole, and comes out again as if it had never been."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app.actions.backups import backups
from desktop_app.actions.history import redo, undo
from desktop_app.actions.importing import import_file, look_into, plan_import, run_import, undo_import
from desktop_app.actions.orders import remove_orders
from desktop_app.domain.backups import Reason
from desktop_app.domain.changes import Topic
from desktop_app.domain.errors import BadFile, Conflict, Invalid, NotFound
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Fate, ImportId
from desktop_app.domain.mapping import DateOrder, FileMapping
from desktop_app.domain.money import Money
from desktop_app.i18n import english
from desktop_app.queries import Shop
from desktop_app.queries.imports import import_rows
from tests.actions.imported import DATA, column, contents, counts, export, taken
from tests.exchange.workbooks import workbook
from tests.made import BY, bought, person


@pytest.mark.parametrize(
    ("name", "new", "lines", "people"),
    [("shopify_orders.csv", 4, 5, 4), ("woocommerce_items.csv", 4, 5, 3), ("orders_ru_cp1251.csv", 2, 3, 2)],
)
def test_an_export_of_orders(shop: Shop, name: str, new: int, lines: int, people: int) -> None:
    person(shop, "Zane", "Liepa", email="zane@example.lv")  # a shop is rarely empty
    before = contents(shop)
    plan = plan_import(shop, DATA / name)
    said = plan.summary
    assert (counts(plan), said.lines, said.people_new, said.refused) == ((new, 0, 0), lines, people, ())
    assert contents(shop) == before  # a plan writes nothing
    done = run_import(shop, plan, actor=BY)
    assert (counts(done), done.lines, done.people_new) == ((new, 0, 0), lines, people)
    assert len(column(shop, "orders", "id")) == new
    assert len(column(shop, "order_line", "id")) == lines
    assert len(column(shop, "customer", "id")) == people + 1
    after = contents(shop)

    again = plan_import(shop, DATA / name)
    assert (counts(again), again.summary.seen_before) == ((0, 0, new), done.id)
    twice = run_import(shop, again, actor=BY)
    assert (counts(twice), twice.id, twice.changes.id) == ((0, 0, new), 0, 0)
    assert contents(shop) == after

    undo_import(shop, done.id, actor=BY)
    assert contents(shop) == before
    assert [row.undone for row in import_rows(shop)] == [True]
    redo(shop, actor=BY)
    assert {table: rows for table, rows in contents(shop).items() if "search" in table} == {
        table: rows for table, rows in after.items() if "search" in table
    }
    assert len(column(shop, "orders", "id")) == new


def test_another_file_with_the_same_orders_brings_nothing_new_either(shop: Shop, tmp_path: Path) -> None:
    taken(shop, DATA / "shopify_orders.csv")
    before = contents(shop)
    copy = tmp_path / "export (1).csv"
    copy.write_bytes((DATA / "shopify_orders.csv").read_bytes() + b"\r\n")
    plan = plan_import(shop, copy)
    assert (counts(plan), plan.summary.seen_before) == ((0, 0, 4), None)
    assert taken(shop, copy).changes.id == 0
    assert contents(shop) == before


def test_what_a_plan_shows(shop: Shop) -> None:
    said = plan_import(shop, DATA / "shopify_orders.csv").summary
    assert (said.kind, said.source, said.encoding, said.orders) == (FileKind.SHOPIFY_ORDERS, "shopify", "utf-8", True)
    assert said.totals == (("EUR", 8990), ("GBP", 125000))
    assert (str(said.first_day), str(said.last_day)) == ("2026-10-25", "2026-10-28")
    first = said.sample[0]
    assert (first.place.row, first.title, first.detail, first.fate) == (
        2,
        "#1001",
        "Ilze Bērziņa",
        Fate.NEW,
    )
    assert first.total == Money(4990, "EUR")


def test_orders_arrive_whole(shop: Shop) -> None:
    taken(shop, DATA / "shopify_orders.csv")
    names = (
        "number",
        "source",
        "source_key",
        "placed_at",
        "status",
        "paid",
        "currency",
        "total_minor",
        "line_count",
        "first",
    )
    rows = column(shop, "orders", *names)
    assert [(*row[:5], bool(row[5]), *row[6:9], bool(row[9])) for row in rows] == [
        ("#1001", "shopify", "5900000000101", "2026-10-25T02:39:58+03:00", "shipped", True, "EUR", 4990, 2, True),
        ("#1002", "shopify", "5900000000102", "2026-10-26T08:59:00+02:00", "paid", True, "EUR", 3000, 1, True),
        ("#1003", "shopify", "5900000000103", "2026-10-27T10:00:00+02:00", "new", False, "GBP", 125000, 1, True),
        ("#1004", "shopify", "5900000000104", "2026-10-28T10:00:00+02:00", "cancelled", False, "EUR", 1000, 1, False),
    ]
    # two working days to post: placed on a Sunday night, on a Monday, Tuesday and Wednesday
    assert [str(day) for day in column(shop, "orders", "ship_by")] == [
        "2026-10-28",
        "2026-10-28",
        "2026-10-29",
        "2026-10-30",
    ]
    assert column(shop, "order_line", "name", "quantity", "unit_minor", "total_minor", "position")[:2] == [
        ("Linen towel - sand", 2, 1500, 2500, 1),
        ('Wooden "lucky" spoon, oak', 1, 2000, 2000, 2),
    ]


def test_people_are_joined_by_their_email_address(shop: Shop, tmp_path: Path) -> None:
    known = person(shop, "Anna", "Ozola", email="Anna@Example.LV")
    file = export(
        tmp_path / "a.csv", {"Name": "#1"}, {"Name": "#2", "Email": "ANNA@example.lv"}, {"Name": "#3", "Email": ""}
    )
    done = taken(shop, file)
    assert done.people_new == 1  # the guest
    customers = column(shop, "orders", "customer_id")
    assert customers[0] == customers[1] == known != customers[2]
    assert column(shop, "customer", "orders", where=f"id = {known}") == [2]


def test_guests_are_people_of_their_own_and_nobody_is_nobody(shop: Shop, tmp_path: Path) -> None:
    guest = {"Email": "", "Billing Name": "Anna Ozola"}
    file = export(
        tmp_path / "a.csv",
        {"Name": "#1", **guest},
        {"Name": "#2", **guest},
        {"Name": "#3", **guest, "Billing Phone": "+371 29123456"},
        {"Name": "#4", **guest, "Billing Phone": "29123456"},
        {"Name": "#5", **guest, "Billing Name": "Zane Ozola", "Billing Phone": "29123456"},
        {"Name": "#6", "Email": "", "Billing Name": ""},
    )
    taken(shop, file)
    one, two, three, four, five, six = column(shop, "orders", "customer_id")
    assert three == four  # the same name and the same phone
    assert len({one, two, three, five}) == 4
    assert six is None
    assert counts(plan_import(shop, file)) == (0, 0, 6)
    assert taken(shop, file).people_new == 0


def test_namesakes_are_kept_apart_and_pointed_out(shop: Shop, tmp_path: Path) -> None:
    person(shop, "Anna", "Ozola", email="anna.ozola@example.com")
    other = {"Name": "#2", "Email": "anna@example.com", "Billing Name": "ANNA OZOLA"}
    plan = plan_import(shop, export(tmp_path / "a.csv", {"Name": "#1"}, other, {"Name": "#3"}))
    assert [english(note)[:40] for note in plan.summary.notes] == ["2 new people have the same names as othe"]
    run_import(shop, plan, actor=BY)
    assert len(column(shop, "customer", "id")) == 3


def test_a_customers_empty_fields_are_filled_and_nothing_is_overwritten(shop: Shop, tmp_path: Path) -> None:
    person(shop, "Anniņa", "", email="anna@example.lv")
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1", "Billing City": "Rīga", "Billing Phone": "29123456"}))
    assert column(shop, "customer", "given", "family", "city", "phone", "phone_key") == [
        ("Anniņa", "", "Rīga", "29123456", "29123456")
    ]


def test_products_are_made_once_from_codes_and_names(shop: Shop, tmp_path: Path) -> None:
    file = export(
        tmp_path / "a.csv",
        {"Name": "#1", "Lineitem name": "Blue mug"},
        {"Lineitem name": "Mug, blue", "Lineitem sku": "mug ", "Lineitem quantity": "1"},
        {"Lineitem name": "Card", "Lineitem quantity": "1"},
        {"Name": "#2", "Lineitem name": "card", "Lineitem sku": ""},
    )
    taken(shop, file)
    assert column(shop, "product", "sku", "name", "price_minor", "currency") == [
        ("MUG", "Blue mug", 1000, "EUR"),
        ("", "Card", None, ""),
    ]
    assert column(shop, "order_line", "product_id") == [1, 1, 2, 2]


def test_two_shops_on_one_platform_are_kept_apart_by_their_source(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", {"Name": "#1"})
    taken(shop, file)
    assert counts(taken(shop, file, source="second shop")) == (1, 0, 0)
    assert column(shop, "orders", "source") == ["shopify", "second shop"]


def test_exports_with_and_without_lasting_ids_mean_the_same_orders(shop: Shop, tmp_path: Path) -> None:
    old = export(tmp_path / "old.csv", {"Name": "#1"}, {"Name": "#2"})
    taken(shop, old)
    new = export(
        tmp_path / "new.csv", {"Name": "#1", "Id": "501"}, {"Name": "#2", "Id": "502"}, {"Name": "#3", "Id": "503"}
    )
    assert counts(taken(shop, new)) == (1, 0, 2)
    assert counts(taken(shop, new)) == (0, 0, 3)
    assert counts(taken(shop, export(tmp_path / "oldest.csv", {"Name": "#3"}))) == (0, 0, 1)


def test_a_number_given_anew_is_another_order(shop: Shop, tmp_path: Path) -> None:
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1", "Id": "501"}))
    file = export(
        tmp_path / "b.csv", {"Name": "#1", "Id": "777"}, {"Name": "#1 ", "Created at": "2020-01-01 10:00:00 +0200"}
    )
    assert counts(taken(shop, file)) == (2, 0, 0)


def test_rows_of_an_order_that_stand_apart_are_put_together(shop: Shop, tmp_path: Path) -> None:
    rows = ({"Name": "#1"}, {"Name": "#2"})
    file = export(tmp_path / "a.csv", *rows)
    blank = ["#1"] + [""] * 16 + ["Cup", "CUP", "2", "5.00", ""]
    with file.open("a", encoding="utf-8") as stream:
        stream.write(",".join(blank) + "\n")
    plan = plan_import(shop, file)
    assert any("put together" in english(note) for note in plan.summary.notes)
    done = run_import(shop, plan, actor=BY)
    assert (done.new, done.lines, done.refused) == (2, 3, ())
    assert column(shop, "order_line", "order_id", "name") == [(1, "Mug"), (1, "Cup"), (2, "Mug")]


def test_a_bad_order_stays_out_and_the_rest_goes_in(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", {"Name": "#1"}, {"Name": "#2", "Total": "NaN"}, {"Name": "#3"})
    plan = plan_import(shop, file)
    [refusal] = plan.summary.refused
    assert (refusal.place.row, refusal.place.column, refusal.value) == (3, "Total", "NaN")
    done = run_import(shop, plan, actor=BY)
    assert (done.new, done.refused) == (2, plan.summary.refused)
    assert [row.refused for row in import_rows(shop)] == [1]
    file = export(tmp_path / "a.csv", {"Name": "#1"}, {"Name": "#2"}, {"Name": "#3"})
    assert counts(taken(shop, file)) == (1, 0, 2)  # corrected, it comes too


def test_odd_amounts_are_told_with_their_place_and_taken_where_they_mean_something(shop: Shop, tmp_path: Path) -> None:
    returned = {"Name": "#2", "Financial Status": "refunded", "Total": "-10.00"}
    nothing = {"Lineitem name": "Cup", "Lineitem quantity": "0", "Lineitem price": "5.00"}
    file = export(tmp_path / "a.csv", {"Name": "#1"}, nothing, returned, {"Name": "#3", "Total": "-1.00"})
    said = plan_import(shop, file).summary
    assert [english(note) for note in said.notes] == [
        "1 order line has no pieces (Lineitem quantity 0 in row 3): it was taken off its order and is left out.",
        "1 order has a total below zero (Total -10.00 in row 4); it is taken as money given back.",
    ]
    assert [(odd.place.row, odd.place.column, odd.value) for odd in said.odd] == [
        (3, "Lineitem quantity", "0"), (4, "Total", "-10.00"),
    ]  # fmt: skip
    assert (said.odd_count, said.totals) == (2, (("EUR", 0),))
    assert [(one.place.row, one.value) for one in said.refused] == [(5, "-1.00")]
    taken(shop, file)
    assert column(shop, "orders", "number", "total_minor", "line_count") == [("#1", 1000, 1), ("#2", -1000, 1)]
    assert min(column(shop, "order_line", "quantity")) == 1


def test_further_sheets_with_something_in_them_are_told(shop: Shop, tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        for name in ("February", "Blank", "Lists"):
            book.add_worksheet(name)
        book.get_worksheet_by_name("Lists").hide()
        for place, one in enumerate((sheet, *map(book.get_worksheet_by_name, ("February", "Lists")))):
            for row, cells in enumerate((("Order number", "Name", "Total"), (place, "Anna Ozola", 5))):
                one.write_row(row, 0, cells)

    file = tmp_path / "year.xlsx"
    file.write_bytes(workbook(fill))
    said = "1 more sheet of the workbook has something in it (February) and is not read. "
    assert [english(note) for note in plan_import(shop, file).summary.notes] == [
        f"{said}Choose that sheet to import it, too."
    ]
    of_february = plan_import(shop, file, mapping=FileMapping(sheet="February")).summary
    assert (of_february.sheet, of_february.sample[0].title) == ("February", "1")


def test_a_file_with_headings_only_is_no_success(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="0 rows"):
        plan_import(shop, export(tmp_path / "a.csv"))


def test_dates_are_settled_by_the_whole_file_or_asked_about(shop: Shop, tmp_path: Path) -> None:
    doubtful = [{"Name": f"#{n}", "Created at": "03/04/2026"} for n in range(3)]
    with pytest.raises(Invalid) as asked:
        plan_import(shop, export(tmp_path / "a.csv", *doubtful))
    assert asked.value.field == "date_order"
    assert "03/04/2026" in str(asked.value)
    told = plan_import(shop, tmp_path / "a.csv", mapping=FileMapping(date_order=DateOrder.MONTH_FIRST))
    assert str(told.summary.first_day) == "2026-03-04"
    proven = plan_import(shop, export(tmp_path / "b.csv", *doubtful, {"Name": "#9", "Created at": "13/04/2026"}))
    assert (str(proven.summary.first_day), str(proven.summary.last_day)) == ("2026-04-03", "2026-04-13")


def test_the_question_about_dates_says_which_whatever_their_column_is_called(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    head = "First Name,Last Name,Email,Accepts Email Marketing,Geburtstag (customer.metafields.facts.birth_date)"
    file.write_text(f"{head}\nAnna,Bite,a@b.example,no,3/4/1990\n", "utf-8")
    with pytest.raises(Invalid, match="is 3/4/1990 written day first or month first"):
        plan_import(shop, file)


def test_how_a_table_is_read_is_remembered_for_its_source(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "may.csv"
    file.write_text("Ref,Worth,Who,State\n7,12.50,Anna Ozola,Boxed\n", "utf-8")
    mapping = FileMapping(
        FileKind.MAPPED_ORDERS,
        columns={"number": "Ref", "total": "Worth", "name": "Who", "status": "State"},
        statuses={"Boxed": "packed"},
    )
    taken(shop, file, mapping=mapping, source="our shop")
    june = tmp_path / "june.csv"
    june.write_text("Ref,Worth,Who,State\n8,3.50,Zane Liepa,Boxed\n", "utf-8")
    assert look_into(shop, june).mapping.columns == mapping.columns
    done = taken(shop, june)
    assert done.new == 1
    assert column(shop, "orders", "number", "source", "status") == [
        ("7", "our shop", "packed"),
        ("8", "our shop", "packed"),
    ]
    undo(shop, actor=BY)
    undo(shop, actor=BY)
    with pytest.raises(BadFile):  # forgotten with the import that taught it
        plan_import(shop, june)


def test_the_sign_before_cents_is_found_out_anew_in_each_file(shop: Shop, tmp_path: Path) -> None:
    may, june = tmp_path / "may.csv", tmp_path / "june.csv"
    may.write_text("Order number;Name;Total\n7;Anna Ozola;12.50\n", "utf-8")
    june.write_text("Order number;Name;Total\n8;Anna Ozola;1.250\n9;Anna Ozola;3,50\n", "utf-8")
    taken(shop, may)
    taken(shop, june)
    assert column(shop, "orders", "number", "total_minor") == [("7", 1250), ("8", 125000), ("9", 350)]


def test_what_is_remembered_of_people_does_not_read_orders(shop: Shop, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Email\nAnna Ozola,anna@example.lv\n", "utf-8")
    taken(shop, people)
    orders = tmp_path / "orders.csv"
    orders.write_text("Order number,Name,Email\n7,Anna Ozola,anna@example.lv\n", "utf-8")
    assert plan_import(shop, orders).summary.kind is FileKind.MAPPED_ORDERS


def test_a_mapping_file_says_how_to_read(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "may.csv"
    file.write_text("Ref,Worth\n7,12.50\n", "utf-8")
    told = tmp_path / "our.toml"
    told.write_text('kind = "orders"\nsource = "our shop"\n[columns]\nnumber = "Ref"\ntotal = "Worth"\n', "utf-8")
    assert taken(shop, file, mapping=told).new == 1
    assert column(shop, "orders", "source", "total_minor") == [("our shop", 1250)]


def test_a_backup_is_made_before(shop: Shop, tmp_path: Path) -> None:
    bought(shop)
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1"}))
    newest = backups(shop.location)[0]
    assert (newest.reason, newest.counts["orders"]) == (Reason.BEFORE_IMPORT, 1)


def test_no_backup_is_made_for_a_file_that_brings_nothing_new(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", {"Name": "#1"})
    import_file(shop, file, actor=BY)
    before = backups(shop.location), column(shop, "change_log", "id")
    summary, done = import_file(shop, file, actor=BY)
    assert (summary.new, summary.same, done.id, done.changes.id) == (0, 1, 0, 0)
    assert english(done.changes.title) == "Import a.csv"
    assert (backups(shop.location), column(shop, "change_log", "id")) == before
    remove_orders(shop, column(shop, "orders", "id"), actor=BY)
    assert import_file(shop, file, actor=BY)[1].new == 1
    assert backups(shop.location)[0].counts["orders"] == 0


def test_the_change_says_what_it_touched_and_who_did_it(shop: Shop, tmp_path: Path) -> None:
    done = taken(shop, export(tmp_path / "a.csv", {"Name": "#1"}))
    assert english(done.changes.title) == "Import a.csv"
    assert {Topic.ORDERS, Topic.CUSTOMERS, Topic.PRODUCTS, Topic.IMPORTS} <= done.changes.topics
    assert column(shop, "change_log", "actor") == [BY]


def test_an_import_of_ones_own_is_not_undone_over_later_work(shop: Shop, tmp_path: Path) -> None:
    done = taken(shop, export(tmp_path / "a.csv", {"Name": "#1"}))
    taken(shop, export(tmp_path / "b.csv", {"Name": "#1", "Fulfillment Status": "fulfilled"}))
    before = contents(shop)
    with pytest.raises(Conflict):
        undo_import(shop, done.id, actor=BY)
    assert contents(shop) == before
    with pytest.raises(NotFound):
        undo_import(shop, ImportId(99), actor=BY)
