"""Tilda's columns, which follow the fields of a site's forms: where to look for what, and who only tried a form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.customers import Address
from desktop_app.domain.importing import PersonRecord, Remark, Remarked
from desktop_app.domain.text import digits_of, fold
from desktop_app.exchange.headings import Headings, folded
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.names import NameParts, guessed_language, split_name
from desktop_app.exchange.values import BadValue, email, is_nothing, line, phone

COLUMNS: dict[str, tuple[str, ...]] = {
    "key": ("tranid", "id заявки"),
    "number": ("номер заказа", "orderid", "order id", "payment orderid", "id заказа"),
    "placed_at": (
        "sent", "date", "дата", "created", "дата заявки", "дата и время", "дата создания", "дата отправки", "время",
    ),
    "who": (
        "name", "имя", "ваше имя", "фио", "имя и фамилия", "full name", "контактное лицо", "получатель",
        "название",
    ),
    "family": ("фамилия", "last name", "surname", "ваша фамилия"),
    "company": ("компания", "company", "организация", "название компании"),
    "email": ("email", "e mail", "почта", "эл. почта", "электронная почта", "ваш email", "ваш e mail"),
    "phone": (
        "phone", "телефон", "номер телефона", "ваш телефон", "tel", "мобильный телефон", "контактный телефон",
        "whatsapp",
    ),
    "goods": (
        "товары в заказе", "товары", "состав заказа", "заказанные товары", "products", "payment products", "корзина",
        "order items",
    ),
    "total": (
        "сумма заказа", "стоимость заказа", "итого", "сумма", "amount", "payment amount", "order amount", "total",
        "subtotal", "price",
    ),
    "currency": ("валюта", "currency"),
    "shipping": ("стоимость доставки", "delivery price"),
    "discount": ("скидка", "discount"),
    "carrier": ("способ доставки", "доставка", "delivery"),
    "address": ("адрес доставки", "адрес", "delivery address", "address", "адрес для доставки"),
    "city": ("город", "city", "delivery city"),
    "postcode": ("индекс", "почтовый индекс", "delivery zip", "zip"),
    "country": ("страна", "country"),
    "note": (
        "комментарий", "комментарий к заказу", "comment", "comments", "пожелания", "сообщение", "message", "textarea",
        "delivery comment", "комментарий по доставке",
    ),
    "status": ("stage", "этап", "статус заказа", "статус"),
    "paid": ("статус оплаты", "payment status", "оплачено", "paid"),
}  # fmt: skip
_MARKS = ("formid", "formname", "form id", "form name", "sent", "referer", "название формы", "stage")
_NOBODYS = (  # columns in which no form asks for a telephone or an e-mail
    "key", "number", "placed_at", "goods", "total", "currency", "shipping", "discount", "postcode", "status", "paid",
)  # fmt: skip
_TECHNICAL = re.compile(
    r"form ?id|form ?name|referer|cookies?|status id|ip|ma .*|utm .*|payment.*|промокод|promocode|.*\bid|"
    r"requestid|referrer|roistat.*|клиент id|clientid",
)
_PHONE = re.compile(r"\+?[\d\s()–.-]{10,24}")
_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+")
_TRIES = frozenset(
    ("test", "тест", "test test", "тест тест", "тестовый", "тестовая", "тестовый заказ", "тестовая заявка", "testing",
     "проверка", "тест тестович", "тестов тест", "asdf", "qwerty", "йцукен", "фыва")
)  # fmt: skip


def is_tilda(headings: Headings) -> bool:
    """Whether a table is an export of Tilda's: requests of forms, with or without orders."""
    known = any(name in headings for name in COLUMNS["key"])
    return known and any(name in headings for name in _MARKS)


def has_orders(headings: Headings) -> bool:
    """Whether some of its requests are orders: a column of articles or of what they come to."""
    return any(name in headings for name in (*COLUMNS["goods"], *COLUMNS["total"][:4]))


@dataclass(frozen=True, slots=True)
class Asked:
    """Who sent a request, read from whichever field of a form tells it."""

    layout: Layout
    elsewhere: tuple[int, ...]  # columns of other fields of the forms

    @classmethod
    def of(cls, headings: Headings) -> Asked:
        """The columns of one export."""
        layout = Layout.every(headings, COLUMNS)
        taken = {at for field in _NOBODYS for at in layout.columns.get(field, ())}
        rest = (at for at, name in enumerate(headings.names) if at not in taken)
        return cls(layout, tuple(at for at in rest if not _TECHNICAL.fullmatch(folded(headings.names[at]))))

    def text(self, cells: Sequence[str], field: str) -> str:
        """The first of a field's columns that is filled."""
        told = self.layout.text(cells, field).strip()
        return "" if is_nothing(told) else told

    def line(self, cells: Sequence[str], field: str) -> str:
        """The same as one line of text."""
        return line(self.text(cells, field), self.layout.heading(field))

    def person(self, row: int, cells: Sequence[str]) -> tuple[PersonRecord, list[Remarked]]:
        """Who it was, and what of it could not be read."""
        remarks: list[Remarked] = []
        whole, family = self.line(cells, "who"), self.line(cells, "family")
        parts = NameParts(whole, "", family) if family else split_name(whole)
        try:
            address = email(self.text(cells, "email") or self._somewhere(cells, _EMAIL), "")
        except BadValue as bad:
            remarks.append(Remarked(Remark.LEFT_OUT, bad.value, row, self.layout.heading("email")))
            address = ""
        told = self.text(cells, "phone")
        number = phone(told or self._somewhere(cells, _PHONE), self.layout.heading("phone"))
        if told and not number:
            remarks.append(Remarked(Remark.SHORTENED_PHONE, told, row, self.layout.heading("phone")))
        home = self.home(cells)
        return PersonRecord(
            row,
            given=parts.given,
            family=parts.family,
            patronymic=parts.patronymic,
            company=self.line(cells, "company") or parts.company,
            email=address,
            phone=international(number),
            address=home,
            language=guessed_language(f"{parts.given} {parts.family}".strip(), home.country),
        ), remarks

    def home(self, cells: Sequence[str]) -> Address:
        """Where they live or want it sent."""
        street, city, postcode, country = (
            self.line(cells, part) for part in ("address", "city", "postcode", "country")
        )
        return Address("", street, city, "", postcode.removeprefix("'"), country)

    def is_try(self, person: PersonRecord) -> bool:
        """Whether somebody only tried the form out."""
        name = fold(" ".join(filter(None, (person.given, person.family)))).strip()
        return name in _TRIES or person.email.partition("@")[0].casefold() in ("test", "testtest", "тест")

    def _somewhere(self, cells: Sequence[str], form: re.Pattern[str]) -> str:
        """What looks like it in another field: owners call theirs “Input” and the like."""
        return next(self._like(cells, form), "")

    def _like(self, cells: Sequence[str], form: re.Pattern[str]) -> Iterator[str]:
        for at in self.elsewhere:
            told = cells[at].strip() if at < len(cells) else ""
            if form.fullmatch(told) and (form is not _PHONE or _may_be_called(told)):
                yield told


def international(number: str) -> str:
    """A number as people of Russia and Kazakhstan write it, so that all its spellings are one: 8 701… is +7 701…"""
    digits = digits_of(number)
    if number.startswith("+") or len(digits) != len(re.sub(r"[\s()–.-]", "", number)):
        return number
    if len(digits) == 11 and digits[0] in "78":
        return f"+7{digits[1:]}"
    return f"+7{digits}" if len(digits) == 10 and digits[0] in "79" else number


def _may_be_called(told: str) -> bool:
    digits = digits_of(told)
    return 10 <= len(digits) <= 13 and (told[0] in "+(" or international(digits) != digits)
