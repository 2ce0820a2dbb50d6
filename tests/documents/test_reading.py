"""Stocks and designs are read with every mistake named by its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.documents.reading import LARGEST, Reader, read_json
from desktop_app.documents.stocks import load_stock, stock_names
from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.i18n import Language


def reader(**values: object) -> Reader:
    """A reader of an object."""
    return Reader(values, file="card.json")


@pytest.mark.parametrize("value", ["12", None, True, float("nan"), float("inf"), 1e9, [1]])
def test_a_number_is_a_number(value: object) -> None:
    with pytest.raises(BadFile, match=r"card\.json: “width” is not a number"):
        reader(width=value).number("width")


def test_a_key_nobody_knows_is_named_with_the_nearest() -> None:
    read = reader(colour="ink", hight=3)
    read.text("colour")
    read.number("height", 1.0)
    with pytest.raises(BadFile, match="“hight”.*perhaps “height”"):
        read.close()


def test_every_language_must_be_there() -> None:
    with pytest.raises(BadFile, match=r"title\.lv"):
        reader(title={"en": "a", "ru": "б"}).titles()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b" " * (LARGEST + 1)])
def test_a_file_that_is_no_json_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "card.json").write_bytes(content)
    with pytest.raises(BadFile, match=r"card\.json"):
        read_json(tmp_path / "card.json")


def test_the_stocks_there_are_lie_on_their_sheets() -> None:
    assert stock_names() == ["a5", "a6", "a6-4up-a4"]
    for name in stock_names():
        stock = load_stock(name)
        assert stock.id == name
        assert set(stock.title) == set(Language)
        x, y = stock.corner(stock.places - 1)
        assert (x + stock.card[0], y + stock.card[1]) <= stock.sheet


def test_a_stock_there_is_not_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(Invalid, match="a6-4up-a4"):
        load_stock("../secret")
