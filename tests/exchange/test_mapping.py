"""Guessing what columns hold, and the tables a mapping reads."""

from __future__ import annotations

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import MAP_FIELDS, FileMapping, Price
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.mapping import doubled, guess, layout_of, missing, price_by_heading, unknown_columns
from desktop_app.exchange.synonyms import ORDER_NAMES, PEOPLE_NAMES


def guessed(*names: str, **known: object) -> FileMapping:
    return guess(Headings(names), FileMapping(**known))  # type: ignore[arg-type]


def test_headings_in_three_languages() -> None:
    for names in (
        ("Order number", "E-mail", "Item", "Qty", "Unit price", "Total"),
        ("Номер заказа", "Эл. почта", "Товар", "Кол-во", "Цена", "Сумма"),
        ("Pasūtījuma numurs", "E-pasts", "Prece", "Skaits", "Cena", "Kopā"),
    ):
        found = guessed(*names)
        assert found.kind is FileKind.MAPPED_ORDERS
        assert found.columns == dict(
            zip(("number", "email", "product", "quantity", "price", "total"), names, strict=True)
        )


def test_a_heading_is_used_once_and_what_a_person_said_stays() -> None:
    found = guessed("Order", "Name", "Email", columns={"ship_name": "Name"})
    assert found.columns == {"ship_name": "Name", "number": "Order", "email": "Email"}


def test_tables_nobody_knows() -> None:
    assert guessed("frequency", "recency").kind is None
    assert missing(guessed("City", "Phone", kind=FileKind.MAPPED_ORDERS)) == ("number",)
    assert missing(guessed("City", kind=FileKind.MAPPED_CUSTOMERS)) == ("name", "email")


def test_what_the_heading_of_a_price_says() -> None:
    assert price_by_heading(guessed("Order", "Item", "Line total")) is Price.LINE
    assert price_by_heading(guessed("Order", "Item", "Unit price")) is Price.UNIT
    assert price_by_heading(FileMapping(columns={"price": "Worth"})) is None


def test_a_guess_among_two_columns_of_one_name_is_no_guess() -> None:
    headings = Headings(["Name", "Email", "Email"])
    given = FileMapping()
    assert doubled(headings, guess(headings, given), given) == {"email": "Email"}
    told = FileMapping(columns={"email": "Email (C)"})
    assert doubled(headings, guess(headings, told), told) == {}
    assert layout_of(headings, guess(headings, told)).at("email") == 2


def test_columns_a_table_lacks() -> None:
    assert unknown_columns(Headings(["Name"]), FileMapping(columns={"name": "name", "email": "Mail"})) == ["Mail"]


def test_every_guess_is_of_a_field_a_person_can_choose() -> None:
    orders = {field.name for field in MAP_FIELDS if field.orders} | {"unit_price", "line_price"}
    people = {field.name for field in MAP_FIELDS if field.people}
    assert set(ORDER_NAMES) <= orders
    assert set(PEOPLE_NAMES) <= people
