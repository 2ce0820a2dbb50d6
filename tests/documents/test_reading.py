"""Files of the program are read with every mistake named by its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.documents.reading import LARGEST, Reader, read_json
from desktop_app.domain.errors import BadFile


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
