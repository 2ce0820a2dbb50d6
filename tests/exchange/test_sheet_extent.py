"""A few bytes may claim a table of any size: what reaches too far is refused before anything makes room for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop_app.domain.errors import BadFile
from desktop_app.exchange import zip_safety
from desktop_app.exchange.headings import letters
from desktop_app.exchange.sheet_extent import MOST_CELLS, Extent
from desktop_app.exchange.zip_safety import look_inside
from tests.exchange.made import said, written
from tests.exchange.workbooks import repacked, table


def with_rows(more: bytes) -> bytes:
    return repacked(table(), {"sheet1": lambda part: part.replace(b"</sheetData>", more + b"</sheetData>")})


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="20000"><c r="XFD20000"><v>1</v></c></row>',
        b'<row r="1048576"><c r="AB1048576"><v>1</v></c></row>',
        b'<row r="9"><c r="A4294967295"><v>1</v></c></row>',
        b'<row r="9"><c r="ZZZZ9"><v>1</v></c></row>',
        b"<row r='30000'><c r='ZZZ30000'><v>1</v></c></row>",
        b'<row r="30000"><c t="n" r = "zzz30000"><v>1</v></c></row>',
        b'<row r="999999"><c r="A999999"><v>1</v></c></row><row>' + b"<c><v>1</v></c>" * 30 + b"</row>",
    ],
)
def test_a_cell_far_out_is_refused_as_unsafe(cell: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="unsafe: its table reaches over millions of empty cells"):
        said(written(tmp_path, with_rows(cell), "book.xlsx"))


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="900"><c r="XFD900"><v>1</v></c></row>',
        b'<row r="99999"><c r="GR99999"><v>1</v></c></row>',
        b'<row r="700"><c r="A700" t="inlineStr"><is><t>r="XFD9000000"</t></is></c></row>'.replace(b'"X', b"&quot;X"),
    ],
)
def test_what_can_be_held_is_let_through(cell: bytes) -> None:
    """Positive control: wide tables and tall ones are no harm, nor are links to other sheets."""
    assert look_inside(with_rows(cell), "book.xlsx").parts


def test_a_name_cut_by_the_end_of_a_piece_counts() -> None:
    extent = Extent()
    extent.feed(b'<row r="1"><c r="XF', b'<row r="1"><c r="XF')
    extent.feed(b'<row r="1"><c r="XFD30000"><v>1</v></c></row>', b'D30000"><v>1</v></c></row>')
    assert extent.too_large([b'<row r="30000"><c r="XFD30000">'])


@given(
    some.lists(some.tuples(some.integers(1, 600), some.sampled_from((1, 9, 10, 33_333, 99_999, 100_001, 250_000)))),
    some.integers(40, 90),
    some.sampled_from((b'<c r="%s%d"><v>1</v></c>', b"<c r='%s%d'/>", b'<x:c t="n" r="%s%d"/>')),
)
def test_the_rectangle_around_all_cells_decides_in_whatever_sequence_and_pieces_they_come(
    cells: list[tuple[int, int]], piece: int, form: bytes
) -> None:
    cells = [(1, 1), *cells]
    sheet = b"".join(form % (letters(column - 1).encode(), row) for column, row in cells)
    pieces = [sheet[at : at + piece] for at in range(0, len(sheet), piece)]
    extent, tail = Extent(), b""
    for chunk in pieces:
        extent.feed(tail + chunk, chunk)
        tail = (tail + chunk)[-32:]
    held = max(column for column, _ in cells) * max(row for _, row in cells) <= MOST_CELLS
    assert extent.too_large([sheet]) is not held


def test_a_part_that_unpacks_to_much_more_than_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_safety, "LARGE", 1 << 20)
    with pytest.raises(BadFile, match="more than a hundred times its size"):
        look_inside(repacked(table(), {"sharedStrings": lambda part: part + b" " * (1 << 21)}), "book.xlsx")
