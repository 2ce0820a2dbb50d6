"""Orders and requests of Tilda's forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import OrderRecord, Remark
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.orders import Status
from desktop_app.i18n import english
from tests.exchange.made import DATA, said, written

HEAD = "tranid;formname;Name;Phone;Email;Товары в заказе;Сумма заказа;sent"


def one(tmp_path: Path, row: str, head: str = HEAD) -> OrderRecord:
    [order] = said(written(tmp_path, f"{head}\n{row}\n")).orders
    return order


def test_an_export_of_a_shop() -> None:
    found = said(DATA / "exports" / "tilda-leads.csv")
    assert found.detected.reader.kind is FileKind.TILDA_LEADS
    assert [(order.number, order.total_minor, order.status, order.unsaid) for order in found.orders] == [
        ("7001:11", 215000, Status.NEW, True), ("7002:12", 90000, Status.NEW, True),
    ]  # fmt: skip
    first, second = found.orders
    assert [tuple(line)[1:6] for line in first.lines] == [
        ("Свеча «Лес»", 2, "", 50000, 100000), ("Кружка (Цвет: белый)", 1, "K-1", 120000, 120000),
    ]  # fmt: skip
    assert (first.person.given, first.person.email, first.placed_at) == (
        "Ольга", "olga@example.ru", "2026-10-05T10:15:00"
    )  # fmt: skip
    assert (first.ship_to.street, first.note) == ("г. Пермь, ул. Ленина, 3", "Позвоните")
    assert second.person.phone == "+79120006677"  # stood in a field called Input
    assert [(each.remark, each.value) for each in found.remarks] == [
        (Remark.TEST_ROW, "test"), (Remark.NO_ORDER, "Инна"),
    ]  # fmt: skip


def test_requests_alone_are_people_and_each_comes_once() -> None:
    found = said(DATA / "exports" / "tilda-contacts.csv")
    assert found.detected.reader.kind is FileKind.TILDA_CONTACTS
    assert [(person.given, person.family, person.phone, person.note) for person in found.people] == [
        ("Ольга", "Смирнова", "+7 (912) 000-44-55", "Перезвоните вечером"), ("Марат", "", "+79120007788", ""),
    ]  # fmt: skip
    assert [(each.remark, each.value) for each in found.remarks] == [
        (Remark.TEST_ROW, "Тест"), (Remark.LEFT_OUT, "marat_tg"),
    ]  # fmt: skip


def test_two_addresses_are_two_people_and_one_learnt_later_joins(tmp_path: Path) -> None:
    rows = (
        "1;f;Инна;+79120001122;", "2;f;Инна;89120001122;inna@example.ru", "3;f;Инна;9120001122;other@example.ru",
        "4;f;;;", "5;f;Оля;;",
    )  # fmt: skip
    found = said(written(tmp_path, "\n".join(["tranid;formid;Имя;Телефон;Почта", *rows])))
    assert [(person.given, person.email) for person in found.people] == [
        ("Инна", "inna@example.ru"), ("Инна", "other@example.ru"), ("Оля", ""),
    ]  # fmt: skip
    assert [each.place.row for each in found.refused] == [5]


@pytest.mark.parametrize("typed", ["+7 (701) 123-45-67", "87011234567", "77011234567", "7011234567", "8 701 123 45 67"])
def test_a_phone_in_any_spelling_is_one(tmp_path: Path, typed: str) -> None:
    phone = one(tmp_path, f"1;f;Айдар;{typed};a@x.kz;A x 1 ≡ 5;5;2026-10-05 10:15:00").person.phone
    assert "".join(filter(str.isdigit, phone)) == "77011234567"
    assert phone.startswith("+")


def test_another_forms_fields_and_currency(tmp_path: Path) -> None:
    head = "Имя;Ваше имя;Телефон;tranid;formid;Товары;Сумма;Статус оплаты;Дата"
    order = one(tmp_path, ";Айгуль;;9;f;Чай - 2x450 = 900;900 ₸;Оплачен;05.10.2026 10:15", head)
    assert (order.person.given, order.currency, order.paid, order.status) == ("Айгуль", "KZT", True, Status.PAID)
    assert order.placed_at == "2026-10-05T10:15:00"


def test_what_cannot_be_read_is_taken_as_it_stands_or_refused(tmp_path: Path) -> None:
    rows = "1;f;A;;a@x.lv;Набор «Осень»;500;\n2;f;B;;b@x.lv;C x 1 ≡ 5;много;\n1;f;A;;a@x.lv;D x 1 ≡ 5;5;\n"
    found = said(written(tmp_path, f"{HEAD}\n{rows}"), FileMapping(currency="EUR"))
    assert [(line.name, line.quantity) for order in found.orders for line in order.lines] == [("Набор «Осень»", 1)]
    assert [each.remark for each in found.remarks] == [Remark.PACKED_TEXT]
    assert [(each.place.row, each.place.column) for each in found.refused] == [(3, "Сумма заказа"), (4, "tranid")]
    assert english(found.refused[1].reason).startswith("This order stands in the file twice")
