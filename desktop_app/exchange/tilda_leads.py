"""Orders of Tilda's shop forms: a row an order, its articles packed into one cell; yields order records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.customers import Address
from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, OrderRecord, Remark, Remarked
from desktop_app.domain.mapping import DateOrder
from desktop_app.domain.money import digits
from desktop_app.domain.orders import Status
from desktop_app.domain.text import fold
from desktop_app.exchange import odd
from desktop_app.exchange.amounts import Amounts, currency_of, quantity
from desktop_app.exchange.dates import moment
from desktop_app.exchange.grouping import Group, Shape, groups
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.packed_goods import PackedArticle, in_lines
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.statuses import known_status
from desktop_app.exchange.table import Table
from desktop_app.exchange.tilda_columns import COLUMNS, Asked, has_orders, is_tilda
from desktop_app.exchange.values import BadValue, code, currency, line, lines, number, truth

_PAID = ("оплачен", "paid", "success", "успешн", "оплата прошла", "completed")


class _Reader:
    """Makes orders of the rows of one export."""

    def __init__(self, table: Table, options: Options) -> None:
        self.table, self.options = table, options
        self.asked = Asked.of(table.headings)
        self.heading = self.asked.layout.heading
        at = self.asked.layout.at("key")
        self.shape = Shape(at, -1, (at,), self.asked.layout.last())

    def read(self) -> Iterator[Item]:
        """The orders; requests without one, and those who tried the form out, are only remarked."""
        for group in groups(self.table, self.options, self.shape):
            if not isinstance(group, Group):
                yield group
                continue
            row, cells = group.rows[0]
            try:
                yield from self._of_row(row, cells)
            except BadValue as bad:
                yield refusal(self.table, row, bad)

    def _of_row(self, row: int, cells: list[str]) -> list[Item]:
        person, remarks = self.asked.person(row, cells)
        name = " ".join(filter(None, (person.given, person.family))) or person.email or person.phone
        if self.asked.is_try(person):
            return [Remarked(Remark.TEST_ROW, name, row)]
        money_of = self._currency(cells)
        money = Amounts(digits(money_of), self.options.mapping.decimal)
        total, packed = self._minor(cells, "total", money), in_lines(self.asked.text(cells, "goods"))
        if not packed and not total:
            return [Remarked(Remark.NO_ORDER, name, row)]
        goods: list[LineRecord] = []
        for article in packed:
            record = self._line(row, article, money)
            if not record.quantity:
                remarks.append(odd.of_pieces(article.quantity, row, self.heading("goods")))
                continue
            goods.append(record)
            if article.plain:
                remarks.append(Remarked(Remark.PACKED_TEXT, article.name, row, self.heading("goods")))
        key = number(self.asked.text(cells, "key"), self.heading("key"))
        placed = moment(
            self.asked.text(cells, "placed_at"),
            self.heading("placed_at"),
            order=self.options.mapping.date_order,
            from_1904=self.table.from_1904,
        )
        paid = self._is_paid(cells)
        status = known_status(self.asked.text(cells, "status"), self.options.mapping.statuses)
        order = OrderRecord(
            row=row,
            number=number(self.asked.text(cells, "number"), self.heading("number")) or key,
            key=key,
            person=person,
            placed_at=placed,
            changed_at=placed,
            status=status or (Status.PAID if paid else Status.NEW),
            paid=paid or status in (Status.PAID, Status.DELIVERED),
            currency=money_of,
            total_minor=total,
            shipping_minor=self._minor(cells, "shipping", money),
            discount_minor=self._minor(cells, "discount", money),
            refunded_minor=total if status is Status.RETURNED else None,
            carrier=self.asked.line(cells, "carrier"),
            ship_to=self._ship_to(name if "@" not in name else "", person.address),
            note=lines(self.asked.text(cells, "note"), self.heading("note")),
            lines=tuple(goods),
            unsaid=status is None and not paid,  # “Входящие” is the stage of every request
        )
        return [order, *odd.of_total(order, self.asked.text(cells, "total"), self.heading("total")), *remarks]

    def _line(self, row: int, article: PackedArticle, money: Amounts) -> LineRecord:
        heading = self.heading("goods")
        name, sku = line(article.name, heading), code(article.sku, heading)
        count = quantity(article.quantity, heading)
        unit, total = money.minor(article.unit, heading), money.minor(article.total, heading)
        if total is None and unit is not None:
            total = unit * count
        return LineRecord(row, name, count, sku, unit, total)

    def _minor(self, cells: list[str], field: str, money: Amounts) -> int | None:
        return money.minor(self.asked.text(cells, field), self.heading(field))

    def _currency(self, cells: list[str]) -> str:
        named = currency(self.asked.text(cells, "currency"), self.heading("currency"))
        told = currency_of(self.asked.text(cells, "total")) or currency_of(self.asked.text(cells, "goods"))
        return named or (told if told in ("RUB", "KZT", "BYN", "UAH", "USD", "EUR") else "") or self.options.currency

    def _is_paid(self, cells: list[str]) -> bool:
        told = self.asked.text(cells, "paid")
        return truth(told) or fold(told).startswith(_PAID)

    @staticmethod
    def _ship_to(name: str, home: Address) -> Address:
        return Address(name, home.street, home.city, home.region, home.postcode, home.country)


def read_tilda_leads(table: Table, options: Options) -> Iterator[Item]:
    """The orders of an export of Tilda's; a bad one is a Refusal and the rest still comes."""
    return _Reader(table, options).read()


def _tells(headings: Headings) -> bool:
    return is_tilda(headings) and has_orders(headings)


READER = Reader(
    FileKind.TILDA_LEADS, "tilda", read_tilda_leads, tells=_tells, needs=(COLUMNS["key"],),
    money=COLUMNS["total"][:4], date_order=DateOrder.DAY_FIRST, notes=cannot_tell(FileKind.TILDA_LEADS),
)  # fmt: skip
