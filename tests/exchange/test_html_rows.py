"""Tables in web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import detect, look_at
from desktop_app.exchange.files import examine
from desktop_app.exchange.html_rows import HtmlRows
from tests.exchange.made import said, written

PEOPLE = "<tr><th>Имя</th><th>Email</th></tr><tr><td>Анна</td><td>anna@example.ru</td></tr>"


def rows(tmp_path: Path, page: str | bytes) -> list[list[str]]:
    return [cells for _, cells in HtmlRows(examine(written(tmp_path, page, "a.html")))]


def test_cells_are_what_a_page_shows(tmp_path: Path) -> None:
    page = (
        "<html><head><style>td {a}</style></head><body><table><tr><td> a\n b&nbsp;&amp;<b>c</b><br>d</td>"
        "<td><script>x()</script></td></tr><tr><td><table><tr><td>in</td></tr></table></td><td>e</table></body>"
    )
    assert rows(tmp_path, page) == [["a b\u00a0&c\nd", ""], ["in", "e"]]


def test_wide_and_high_cells_leave_blanks(tmp_path: Path) -> None:
    page = '<table><tr><td colspan=2 rowspan="2">a<td>b</tr><tr><td>c</tr><tr><td>d<td colspan=99999>e</tr></table>'
    assert rows(tmp_path, page) == [["a", "", "b"], ["", "", "c"], ["d", "e"]]


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (f"<table>{PEOPLE}</table>".encode(), "utf-8"),
        (f"<!DOCTYPE html><meta charset='windows-1251'><table>{PEOPLE}</table>".encode("cp1251"), "cp1251"),
        (f"<meta charset='windows-1251'><table>{PEOPLE}</table>".encode(), "utf-8"),
        (f"<!-- Excel -->\n<html><table>{PEOPLE}</table>".encode("utf-8-sig"), "utf-8"),
    ],
)
def test_a_pages_letters(tmp_path: Path, page: bytes, encoding: str) -> None:
    file = written(tmp_path, page, "people.xls")
    assert look_at(file, FileMapping()).encoding.removesuffix("-sig") == encoding
    assert [(person.given, person.email) for person in said(file).people] == [("Анна", "anna@example.ru")]


def test_another_encoding_may_be_chosen(tmp_path: Path) -> None:
    file = written(tmp_path, f"<table>{PEOPLE}</table>".encode("koi8-r"), "people.xls")
    columns = {"name": "Имя", "email": "Email"}
    found = said(file, FileMapping(encoding="koi8-r", columns=columns))
    assert found.people[0].given == "Анна"
    with pytest.raises(BadFile, match="people.xls, row 1: it is not utf-8"):
        detect(file, FileMapping(encoding="utf-8"))


@pytest.mark.parametrize("page", ["<html><p>Sign in</p></html>", "<!DOCTYPE html>", "<table></table>"])
def test_a_page_without_a_table_is_refused(tmp_path: Path, page: str) -> None:
    with pytest.raises(BadFile, match="orders.csv is a web page without a table in it"):
        detect(written(tmp_path, page), FileMapping())


def test_nothing_a_page_names_is_fetched_or_unpacked(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret", "secret.txt")
    declared = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "zzzz">]>'
    page = f"{declared}<table><tr><td>&x;&y;</td><td>b</td></tr></table>"
    assert "secret" not in str(rows(tmp_path, page))
    assert "zzzz" not in str(rows(tmp_path, page)[0][0])


def test_a_page_whose_tags_are_never_closed_loses_no_rows_in_silence(tmp_path: Path) -> None:
    page = "".join(f"<div><table><tr><td>a{at}<td>b</table>" for at in range(1_000))
    with pytest.raises(BadFile, match=r"a\.html breaks off or is damaged"):
        rows(tmp_path, page)
    assert len(rows(tmp_path, page.replace("</table>", "</table></div>"))) == 1_000
