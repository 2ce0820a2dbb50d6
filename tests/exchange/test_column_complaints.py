"""Tables of reviews and complaints: told from other tables, each value read, bad rows refused and the rest taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.complaints import Severity, Source
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import ComplaintRecord, PersonRecord
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import look_at
from tests.exchange.made import Said, said, written


def reviews(folder: Path, text: str) -> Said:
    return said(written(folder, text, "reviews.csv"))


@pytest.mark.parametrize(
    "headings",
    [
        "Date,Rating,Comments,Your Response,Order ID,Rater Email",  # a marketplace's feedback report
        "ID отзыва;Дата;Артикул;Оценка;Текст отзыва;Достоинства;Недостатки;Имя", "Atsauksme,Vērtējums,Klients,Datums",
        "Review,Stars", "Жалоба;Номер заказа;Телефон", "Complaint,Order number,Email,Date",
    ],
)  # fmt: skip
def test_a_table_of_reviews_is_told_by_its_headings(tmp_path: Path, headings: str) -> None:
    sign = ";" if ";" in headings else ","
    cells = sign.join("12345678"[: headings.count(sign) + 1])
    look = look_at(written(tmp_path, f"{headings}\n{cells}\n"), FileMapping())
    assert (look.kind, look.missing) == (FileKind.MAPPED_COMPLAINTS, ())


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Order number,Total,Rating", FileKind.MAPPED_ORDERS), ("Name,Email,Comment", FileKind.MAPPED_CUSTOMERS),
        ("SKU,Name,Price", FileKind.MAPPED_PRODUCTS),
    ],
)  # fmt: skip
def test_other_tables_stay_what_they_are(tmp_path: Path, headings: str, kind: FileKind) -> None:
    assert look_at(written(tmp_path, f"{headings}\n1,2,3\n"), FileMapping()).kind is kind


def test_everything_a_row_says(tmp_path: Path) -> None:
    found = reviews(
        tmp_path,
        "Review ID,Platform,Date,Title,Review,Pros,Cons,Stars,Order number,Name,Email,Product,SKU,Kind,Priority\n"
        "R-7,Etsy,2026-11-20 10:00,Broken,It came in two,colour,packing,2/5,#1001,Anna Reed,anna@example.com,Cup,CU-1,"
        "Damaged,high\n",
    )
    assert found.complaints == [
        ComplaintRecord(
            2, "It came in two\n\ncolour\n\npacking", "R-7", Source.MARKETPLACE, "Etsy", "2026-11-20T10:00:00",
            "Broken", PersonRecord(2, given="Anna", family="Reed", email="anna@example.com"), "#1001", 2, "Damaged",
            Severity.HIGH, "Cup", "CU-1",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "stars"), [("5", 5), ("3.0", 3), ("4,5", 4), ("2 из 5", 2), ("★★★☆☆", 3), ("⭐⭐", 2), ("1/5", 1)]
)
def test_stars_as_platforms_write_them(tmp_path: Path, cell: str, stars: int) -> None:
    [found] = reviews(tmp_path, f'Review,Stars\nok,"{cell}"\n').complaints
    assert found.rating == stars


@pytest.mark.parametrize("cell", ["0", "6", "good", "-1", "4/6", "٣"])
def test_stars_that_are_none_are_refused_with_their_column(tmp_path: Path, cell: str) -> None:
    found = reviews(tmp_path, f"Review,Stars\nok,{cell}\nfine,5\n")
    [refused] = found.refused
    assert (refused.place.row, refused.place.column) == (2, "Stars")
    assert found.reasons == ["Stars go from 1 to 5. Correct it or leave the cell empty."]
    assert len(found.complaints) == 1


def test_a_row_that_says_nothing_and_one_that_stands_twice_are_refused(tmp_path: Path) -> None:
    found = reviews(tmp_path, "Review ID,Review,Stars,Name\n1,fine,5,Anna\n2,,,Anna\n1,again,4,Anna\n")
    assert [refused.place.row for refused in found.refused] == [3, 4]
    assert "says nothing" in found.reasons[0]
    assert "twice, first in row 2" in found.reasons[1]


@pytest.mark.parametrize(
    ("where", "source", "name"),
    [("e-pasts", Source.EMAIL, ""), ("Телефон", Source.PHONE, ""), ("Instagram", Source.SOCIAL, ""),
     ("Ozon", Source.MARKETPLACE, "Ozon"), ("", Source.MARKETPLACE, "")],
)  # fmt: skip
def test_where_it_was_said(tmp_path: Path, where: str, source: Source, name: str) -> None:
    [found] = reviews(tmp_path, f"Отзыв,Источник\nтекст,{where}\n").complaints
    assert (found.source, found.source_name) == (source, name)
