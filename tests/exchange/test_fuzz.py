"""Any bytes and any rows: a file is read or refused in words, and nothing else ever happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import AppError, BadFile, Invalid
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange import amounts
from desktop_app.exchange.readers import DOCUMENTS, READERS
from desktop_app.i18n import english
from tests.exchange.made import DATA, said, written

SEEDS = [file.read_bytes() for file in sorted(DATA.glob("*.csv"))]
CELLS = st.sampled_from(
    [
        "",
        "#1",
        "#2",
        "1,5",
        "1.234,56",
        "NaN",
        "1e999",
        "31.04.2026",
        "03/04/25",
        "a@x.lv",
        "a@x.lv;b@x.lv",
        "=1+1",
        "'=1",
        "<b>",
        "'",
        "\u202e",
        "1,23E+11",
        "0",
        "-1",
        "x" * 2000,
        "Ķēniņš",
        "Ёлкин",
        "👨‍👩‍👧",
        "2026-01-05 10:00:00 +0200",
        "paid",
        "wc-completed",
        "--02-29",
    ]
) | st.text(st.characters(exclude_characters="\r\n\x00"), max_size=12)
HEADS = st.sampled_from(
    [
        "Name,Email,Financial Status,Created at,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price",
        "order_number,order_date,status,order_total,billing_first_name,product_name,quantity,item_total,paid_date",
        "First Name,Last Name,Email,Accepts Email Marketing,Phone,Birthday,Note,Default Address Zip,Customer ID",
        "Order,Date,Status,Paid,Total,Item,Qty,Price,Country",
        "Name,Email,Birthday,Phone,Country,City,Postcode,Language,Note",
    ]
)


def only_words(file: Path, mapping: FileMapping = FileMapping()) -> None:
    try:
        found = said(file, mapping)
    except (BadFile, Invalid) as refused:
        named = str(refused) and (isinstance(refused, Invalid) or refused.file == file.name)
        if not named:
            raise
        return
    for refusal in found.refused:
        assert refusal.place.file == file.name
        assert refusal.place.row > 0
        assert english(refusal.reason)
        assert len(refusal.value) <= 40


@settings(max_examples=300)
@given(data=st.data())
def test_damaged_exports(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content)))
        piece = data.draw(
            st.binary(max_size=4) | st.sampled_from([b'"', b"\n", b",", b";", b"\xed\xa0\x80", b"\xff", b'","'])
        )
        content[at : at + data.draw(st.integers(0, 6))] = piece
    only_words(written(tmp_path, bytes(content)))


@settings(max_examples=200)
@given(
    head=HEADS, rows=st.lists(st.lists(CELLS, min_size=7, max_size=10), max_size=8), separator=st.sampled_from(",;\t")
)
def test_rows_of_anything(tmp_path: Path, head: str, rows: list[list[str]], separator: str) -> None:
    quoted = (separator.join('"' + cell.replace('"', '""') + '"' for cell in cells) for cells in rows)
    text = "\n".join([head.replace(",", separator), *quoted]) + "\n"
    only_words(written(tmp_path, text.encode("utf-8", "replace")))


@settings(max_examples=200)
@given(
    content=st.binary(max_size=400),
    name=st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.txt", "a"]),
    kind=st.sampled_from([None, *READERS, *(reader.kind for reader in DOCUMENTS.values())]),
)
def test_bytes_of_anything(tmp_path: Path, content: bytes, name: str, kind: FileKind | None) -> None:
    only_words(written(tmp_path, content, name), FileMapping(kind))


def test_the_fuzz_would_notice_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Positive control: a reader that breaks on an amount is not passed over as a refusal."""

    def broken(*args: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(amounts.Amounts, "minor", broken)
    with pytest.raises(ZeroDivisionError):
        only_words(DATA / "shopify_orders.csv")
    assert not issubclass(ZeroDivisionError, AppError)
