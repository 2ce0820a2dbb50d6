"""Mappings as TOML files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import BadFile
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import MAP_FIELDS, DateOrder, FileMapping, Price
from desktop_app.domain.orders import Status
from desktop_app.exchange.mapping_file import load_mapping, mapping_from_text, mapping_to_text
from tests.exchange.made import written

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
MAPPINGS = st.builds(
    FileMapping,
    kind=st.sampled_from([None, *FileKind]),
    source=TEXTS,
    encoding=TEXTS,
    separator=TEXTS,
    sheet=TEXTS,
    date_order=st.sampled_from([None, *DateOrder]),
    decimal=TEXTS,
    price=st.sampled_from([None, *Price]),
    currency=TEXTS,
    columns=st.dictionaries(st.sampled_from([field.name for field in MAP_FIELDS]), TEXTS),
    statuses=st.dictionaries(TEXTS, st.sampled_from([status.value for status in Status])),
)


@given(MAPPINGS)
def test_a_mapping_written_is_the_mapping_read(mapping: FileMapping) -> None:
    assert mapping_from_text(mapping_to_text(mapping), "m.toml") == mapping


def test_a_file_as_a_person_writes_it(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        '# our own shop\nkind = "orders"\ndecimal = ","\n'
        '[columns]\nnumber = "Order No"\n\n[statuses]\n"Собран" = "packed"\n',
        "our.toml",
        "utf-8-sig",
    )
    mapping = load_mapping(file)
    assert (mapping.kind, mapping.columns, mapping.statuses) == (
        FileKind.MAPPED_ORDERS,
        {"number": "Order No"},
        {"Собран": "packed"},
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind = orders", "our.toml"),
        ('kind = "myspace"', "myspace"),
        ('colour = "red"', "colour"),
        ("decimal = 1", "decimal"),
        ('[columns]\nshoe = "Size"', "shoe"),
        ('columns = "x"', "columns"),
        ('[statuses]\nDone = "finished"', "finished"),
        ("[columns]\nnumber = 5", "columns"),
        ("[" * 5000, "our.toml"),
        ('separator = ["a"]', "separator"),
    ],
)
def test_what_is_wrong_in_one_is_named(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(BadFile) as refused:
        load_mapping(written(tmp_path, text, "our.toml"))
    assert says in str(refused.value)
    assert refused.value.file == "our.toml"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no file"):
        load_mapping(tmp_path / "gone.toml")
    with pytest.raises(BadFile, match="UTF-8"):
        load_mapping(written(tmp_path, b"source = '\xff'", "our.toml"))
    with pytest.raises(BadFile, match="large"):
        load_mapping(written(tmp_path, "#" * (1 << 21), "our.toml"))


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    try:
        mapping_from_text(text, "m.toml")
    except BadFile:
        pass
