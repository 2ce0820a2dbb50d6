"""Rows of text tables: separators, quotes, line ends."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import BadFile
from desktop_app.exchange.csv_rows import TextRows, csv_rows, separator_of
from tests.exchange.made import written


def rows(text: str, separator: str = ",") -> list[tuple[int, list[str]]]:
    return list(csv_rows(io.StringIO(text, newline=""), separator=separator, file="a.csv"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end(end: str, tmp_path: Path) -> None:
    file = written(tmp_path, end.join(["a,b", '1,"x', 'y"', "2,z", ""]))
    read = TextRows(file, "utf-8")
    assert list(read) == [(1, ["a", "b"]), (2, ["1", f"x{end}y"]), (3, ["2", "z"])]
    read.close()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    lines = [
        f"Name{separator}Total{separator}Note\n",
        f"A{separator}1.5{separator}x, y\n",
        f"B{separator}2{separator}z\n",
    ]
    assert separator_of(lines) == separator


def test_decimal_commas_do_not_make_a_comma_the_separator() -> None:
    assert separator_of(["Nr;Summa;Pilsēta\n", "1;12,50;Rīga, LV\n", "2;3,00;Cēsis, LV\n"]) == ";"


def test_the_hint_of_excel_is_heeded_and_counted(tmp_path: Path) -> None:
    read = TextRows(written(tmp_path, "sep=;\r\na;b,c\r\n1;2\r\n"), "utf-8")
    assert list(read) == [(2, ["a", "b,c"]), (3, ["1", "2"])]
    read.close()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('a,b\n1,x\n2,"never closed\n3,y\n4,z\n', 3),
        ('a,b\n1,"never closed\n3,"quoted"\n', 2),
        ('a,b\n1,x\n2,"x" y\n', 3),
        ('a,b,c,d\n1,"x,2,3\n5,6,7,8\n9,y",0,0\n', 2),  # closed by another cell's quote, two rows later
    ],
)
def test_a_quote_that_is_not_closed_names_its_row_and_swallows_none(text: str, row: int) -> None:
    with pytest.raises(BadFile, match="quotation mark") as refused:
        rows(text)
    assert (refused.value.file, refused.value.row) == ("a.csv", row)


def test_the_csv_module_alone_would_have_swallowed_them() -> None:
    """Positive control: what the check is for."""
    assert len(list(csv.reader(io.StringIO('a,b\n1,x\n2,"never closed\n3,y\n4,z\n')))) == 3


def test_a_cell_of_an_endless_text_names_its_row() -> None:
    with pytest.raises(BadFile) as refused:
        rows("a,b\n1," + "x" * 200_000 + "\n")
    assert refused.value.row == 2


def test_quotes_and_line_ends_inside_cells_are_fine() -> None:
    assert rows('a,b\n"say ""hi""","1\n2\n3"\n5" pipe,x\n') == [
        (1, ["a", "b"]), (2, ['say "hi"', "1\n2\n3"]), (3, ['5" pipe', "x"]),
    ]  # fmt: skip


def test_a_line_of_a_note_with_many_commas_is_no_row() -> None:
    note = "Hi,\nplease send it to Riga, Liepu 1, LV-1010, Latvia, thanks\nAnna"
    assert rows(f'Order,Name,Day,Total,Note\n1,Anna,2026-01-02,5.00,"{note}"\n2,Bo,2026-01-02,5.00,\n')[1][1][4] == note


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r")), min_size=5, max_size=5)
    ),
    st.sampled_from(",;\t|"),
)
def test_rows_written_are_the_rows_read(table: list[list[str]], separator: str) -> None:
    sound = [[cell.replace(separator, " ") for cell in cells] for cells in table]  # lists in cells look like rows
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(sound)
    assert [cells for _, cells in rows(out.getvalue(), separator)] == sound


@given(st.text(st.sampled_from('ab,;"\n\r')))
def test_no_text_breaks_it(text: str) -> None:
    try:
        rows(text)
    except BadFile:
        pass
