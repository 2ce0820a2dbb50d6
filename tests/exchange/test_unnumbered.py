"""Tables of orders without numbers, and without headings: each order has its own key, found again elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import detect, look_at
from desktop_app.exchange.mapping_file import mapping_from_text, mapping_to_text
from tests.exchange.made import said, written

HEAD = "customer_id,order_date,revenue,email\n"
ANNA = "Anna Ozola,2026-03-04,12.50,anna@example.lv\n"
COLUMNS = {"person_key": "(A)", "placed_at": "(C)", "total": "(E)"}
BLANKS = FileMapping(FileKind.MAPPED_ORDERS, headless=True, columns=COLUMNS)


def test_day_buyer_and_amount_make_an_order(tmp_path: Path) -> None:
    found = said(written(tmp_path, HEAD + ANNA + "Liene,2026-03-05,7,liene@example.lv\n"))
    assert found.detected.reader.kind is FileKind.MAPPED_ORDERS
    assert [(order.number, order.total_minor, order.person.email) for order in found.orders] == [
        ("2026-03-04 Anna Ozola", 1250, "anna@example.lv"), ("2026-03-05 Liene", 700, "liene@example.lv"),
    ]  # fmt: skip


def test_each_of_several_on_one_day_is_found_again_whatever_stands_around_it(tmp_path: Path) -> None:
    larger = ANNA.replace("12.50", "20.00")
    both = said(written(tmp_path, HEAD + larger + ANNA + ANNA)).orders
    alone = said(written(tmp_path, HEAD + ANNA)).orders
    assert len({order.key for order in both}) == 3
    assert alone[0].key == both[1].key


def test_a_row_without_day_or_buyer_is_refused(tmp_path: Path) -> None:
    found = said(written(tmp_path, HEAD + "Anna,,5,\n,2026-03-04,5,\n" + ANNA))
    assert [(one.place.row, one.place.column) for one in found.refused] == [(2, "order_date"), (3, "customer_id")]
    assert found.reasons[0].startswith("The table has no order numbers, so each row needs its day and its buyer.")
    assert len(found.orders) == 1


def test_columns_between_blanks_without_headings(tmp_path: Path) -> None:
    file = written(tmp_path, " 00004 0001 19970101  2   29.33\n 00021 0002 19970112 12  163.34\n", "sales.txt")
    found = said(file, BLANKS)
    assert [(order.number, order.total_minor, order.person.company) for order in found.orders] == [
        ("1997-01-01 00004", 2933, "00004"), ("1997-01-12 00021", 16334, "00021"),
    ]  # fmt: skip


def test_a_table_without_headings_is_shown_to_be_told_about(tmp_path: Path) -> None:
    file = written(tmp_path, "1;2026-01-02;10,00\n2;2026-01-03;20,00\n")
    look = look_at(file, FileMapping())
    assert (look.kind, look.headings, look.mapping.headless) == (None, ("(A)", "(B)", "(C)"), True)
    assert look.sample[0] == ("1", "2026-01-02", "10,00")
    with pytest.raises(BadFile, match="say that there are none"):
        detect(file, FileMapping())


def test_that_there_are_no_headings_is_kept_in_the_mapping_file() -> None:
    assert mapping_from_text(mapping_to_text(BLANKS), "sales.toml") == BLANKS
    with pytest.raises(BadFile, match="true or false"):
        mapping_from_text('headless = "yes"\n', "sales.toml")
