"""From bytes to text: what is certain, what is guessed, what fits nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.exchange.decode import TextCheck, check_encoding
from desktop_app.exchange.files import examine
from tests.exchange.made import said, written

PEOPLE = "Vārds;E-pasts\nJānis Bērziņš;janis@example.lv\nĶēniņš-Žagariņa;zagarina@example.lv\n"
РУССКИЕ = "ФИО;Эл. почта\nЁлкин Пётр;petr@example.ru\nАнна Лиепиня;anna@example.ru\n"


def encoding_of(content: bytes, pieces: int = 1 << 20) -> str:
    check = TextCheck("a.csv")
    for at in range(0, len(content), pieces):
        check.feed(content[at : at + pieces])
    check.finish()
    return check.encoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1257"])
def test_latvian_names_come_out_whole(encoding: str, tmp_path: Path) -> None:
    found = said(written(tmp_path, PEOPLE, "people.csv", encoding))
    assert [(person.given, person.family) for person in found.people] == [("Jānis", "Bērziņš"), ("Ķēniņš-Žagariņa", "")]
    assert found.detected.mapping.encoding == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_russian_names_come_out_whole(encoding: str, tmp_path: Path) -> None:
    found = said(written(tmp_path, РУССКИЕ, "people.csv", encoding))
    assert [person.family for person in found.people] == ["Ёлкин", "Анна"]  # ФИО: the family name first


def test_a_letter_cut_by_a_piece_of_the_file_is_whole() -> None:
    assert encoding_of(PEOPLE.encode(), 3) == "utf-8"
    assert encoding_of(PEOPLE.encode("cp1257"), 3) == "cp1257"
    assert encoding_of(PEOPLE.replace("\n", "\r").encode(), 5) == "utf-8"


def test_the_encoding_can_be_switched(tmp_path: Path) -> None:
    file = written(tmp_path, "N\nJ\u00e2nis\n", encoding="cp1252")
    assert examine(file, encoding="windows-1257").encoding == "cp1257"
    with pytest.raises(Invalid, match="klingon"):
        examine(file, encoding="klingon")


def test_codecs_that_are_no_encodings_of_text_are_refused() -> None:
    for name in ("base64", "rot13", "zip", "undefined", "a\x00b", ""):
        with pytest.raises(Invalid):
            check_encoding(name)


def test_a_wrong_switch_is_told_with_its_row(tmp_path: Path) -> None:
    from desktop_app.domain.mapping import FileMapping

    file = written(tmp_path, PEOPLE, "people.csv", "cp1257")
    with pytest.raises(BadFile, match="utf-8") as refused:
        said(file, FileMapping(encoding="utf-8"))
    assert refused.value.file == "people.csv"


def test_two_encodings_in_one_file_are_told_with_the_row(tmp_path: Path) -> None:
    content = "Name,Email\nĀne,a@x.lv\n".encode() + "Žanis,z@x.lv\n".encode("cp1257")
    with pytest.raises(BadFile) as refused:
        examine(written(tmp_path, content, "mixed.csv"))
    assert (refused.value.file, refused.value.row) == ("mixed.csv", 3)


def test_a_lone_surrogate_is_told_with_its_row(tmp_path: Path) -> None:
    for content in (b"Name\nA\xed\xa0\x80b\n", "Name\nA\ud800b\n".encode("utf-16", "surrogatepass")):
        with pytest.raises(BadFile) as refused:
            said(written(tmp_path, content, "half.csv"))
        assert refused.value.row in (1, 2)


def test_a_zero_byte_is_told_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(BadFile) as refused:
        examine(written(tmp_path, b"Name,Email\nA,a@x.lv\nB\x00,b@x.lv\n", "zero.csv"))
    assert (refused.value.file, refused.value.row) == ("zero.csv", 3)


def test_a_zero_letter_in_utf_16_is_told_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(BadFile) as refused:
        said(written(tmp_path, "Name,Email\nA\x00,a@x.lv\n", "zero.csv", "utf-16"))
    assert refused.value.row == 2


def test_a_row_without_an_end_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="million"):
        examine(written(tmp_path, "ā" * (1 << 20), "long.txt"))
