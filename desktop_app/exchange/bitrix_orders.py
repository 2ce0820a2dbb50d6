"""1C-Bitrix's orders (CSV, or a web page named .xls): a row an order, its articles packed into one cell."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.customers import Address
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, OrderRecord, Remark, Remarked
from desktop_app.domain.mapping import DateOrder, Price
from desktop_app.domain.money import digits
from desktop_app.domain.orders import Status
from desktop_app.exchange import odd
from desktop_app.exchange.amounts import Amounts, currency_of, quantity
from desktop_app.exchange.bitrix_columns import ALSO, COLUMNS, place, standing
from desktop_app.exchange.fields import Fields, order_items
from desktop_app.exchange.grouping import Group, Shape
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.packed_goods import PackedArticle, amounts_in, bracketed
from desktop_app.exchange.people import person
from desktop_app.exchange.prices import Priced, price_meaning
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, code, currency, line, number


class _Reader:
    """Makes orders of the rows of one export."""

    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        phones = tuple(name for name in table.headings.names if name.casefold().startswith("номер телефона"))
        also = Layout.every(table.headings, {**ALSO, "phone": (*phones, *ALSO["phone"])})
        self.layout = Layout({**Layout.of(table.headings, COLUMNS).columns, **also.columns}, table.headings.names)
        self.cells_of = Fields(self.layout, options.mapping.date_order or DateOrder.DAY_FIRST, table.from_1904)
        self.shape = Shape(self.layout.at("number"), -1, (self.layout.at("number"),), self.layout.last())
        self.price = options.mapping.price or self._price_meaning(table) or Price.UNIT

    def order(self, group: Group) -> tuple[OrderRecord, list[Remarked]]:
        """The order of one row; raises BadValue."""
        row, cells = group.rows[0]
        read, layout = self.cells_of, self.layout
        money_of = self._currency(cells)
        money = Amounts(digits(money_of), self.options.mapping.decimal)

        def minor(field: str) -> int | None:
            return money.minor(read.text(cells, field), layout.heading(field))

        shown, total = number(group.name, layout.heading("number")), minor("total")
        word = read.text(cells, "status")
        how = standing(
            word,
            paid=self._is_paid(cells, money, total),
            cancelled=_says_yes(read.text(cells, "cancelled")),
            words=self.options.mapping.statuses,
        )
        buyer = person(row, cells, layout, self.options)
        goods, remarks = self._goods(row, cells, money)
        all_back = total if how.back and (total or 0) > 0 else None
        back = self._money_back(cells, money, total) if how.part_back else all_back
        record = OrderRecord(
            row=row,
            number=shown,
            key=shown.lstrip("№# "),
            person=buyer._replace(key=code(read.text(cells, "person_key"), layout.heading("person_key"))),
            placed_at=read.moment(cells, "placed_at"),
            changed_at=read.moment(cells, "changed_at") or read.moment(cells, "placed_at"),
            status=how.status or Status.NEW,
            paid=how.paid,
            currency=money_of,
            total_minor=total,
            shipping_minor=minor("shipping"),
            refunded_minor=back,
            carrier=read.line(cells, "carrier").rpartition("] ")[2],
            tracking=read.line(cells, "tracking"),
            ship_to=self._ship_to(cells, " ".join(part for part in (buyer.given, buyer.family) if part)),
            note=read.note(cells, "note"),
            lines=goods,
            unsaid=not any(field in layout for field in ("status", "paid", "cancelled")),
        )
        if word and how.status is None:
            remarks.append(Remarked(Remark.UNKNOWN_STATUS, word, row, layout.heading("status")))
        if how.part_back and back is None:
            remarks.append(Remarked(Remark.UNKNOWN_REFUND, shown, row, layout.heading("status")))
        remarks += odd.of_phone(layout.text(cells, "phone"), row, layout.heading("phone"))
        return record, [*odd.of_total(record, read.text(cells, "total"), layout.heading("total")), *remarks]

    def _goods(self, row: int, cells: list[str], money: Amounts) -> tuple[tuple[LineRecord, ...], list[Remarked]]:
        """The articles with the prices of the column beside them, where that has one for each."""
        heading = self.layout.heading
        packed = bracketed(self.layout.text(cells, "goods"))
        prices = amounts_in(self.layout.text(cells, "price"))
        prices = prices if len(prices) == len(packed) else [""] * len(packed)
        found, remarks = [], []
        for article, price in zip(packed, prices, strict=True):
            record = self._line(row, article, money.minor(price, heading("price")))
            if not record.quantity:
                remarks.append(odd.of_pieces(article.quantity, row, heading("goods")))
                continue
            found.append(record)
            if article.plain:
                remarks.append(Remarked(Remark.PACKED_TEXT, article.name, row, heading("goods")))
        return tuple(found), remarks

    def _line(self, row: int, article: PackedArticle, price: int | None) -> LineRecord:
        heading = self.layout.heading("goods")
        name, sku = line(article.name, heading), code(article.sku, heading)
        count = quantity(article.quantity, heading)
        unit, total = price, price
        if price is not None and self.price is Price.UNIT:
            total = price * count
        elif price is not None:
            unit = price // count if count and price % count == 0 else None
        return LineRecord(row, name or sku, count, sku, unit, total)

    def _currency(self, cells: list[str]) -> str:
        named = currency(self.layout.text(cells, "currency"), self.layout.heading("currency"))
        return named or currency_of(self.layout.text(cells, "total")) or self.options.currency

    def _is_paid(self, cells: list[str], money: Amounts, total: int | None) -> bool:
        if "paid" in self.layout:
            return _says_yes(self.cells_of.text(cells, "paid"))
        came = money.minor(self.cells_of.text(cells, "came"), self.layout.heading("came"))
        return came is not None and came >= (total or 1)

    def _money_back(self, cells: list[str], money: Amounts, total: int | None) -> int | None:
        """What went back of an order returned in part: the last amount in its log of payments."""
        amounts = amounts_in(self.layout.text(cells, "payments"))
        try:
            last = abs(money.minor(amounts[-1], "") or 0) if len(amounts) > 1 else 0
        except BadValue:
            return None
        return last if 0 < last <= (total or 0) else None

    def _ship_to(self, cells: list[str], buyer: str) -> Address:
        read = self.cells_of
        country, region, city = place(read.line(cells, "place"))
        name = read.line(cells, "ship_name") or buyer
        street, postcode = read.line(cells, "to_street"), read.line(cells, "postcode").removeprefix("'")
        return Address(name, street, read.line(cells, "to_city") or city, region, postcode, country)

    def _price_meaning(self, table: Table) -> Price | None:
        money = Amounts(2, self.options.mapping.decimal)
        rows = (cells for _, cells in table.sample if len(cells) > self.layout.last())
        return price_meaning(told for cells in rows if (told := self._priced(cells, money)) is not None)

    def _priced(self, cells: list[str], money: Amounts) -> Priced | None:
        packed, prices = bracketed(self.layout.text(cells, "goods")), amounts_in(self.layout.text(cells, "price"))
        if not packed or len(packed) != len(prices):
            return None
        try:
            goods = tuple(
                (quantity(one.quantity, ""), money.minor(price, "") or 0)
                for one, price in zip(packed, prices, strict=True)
            )
            total, shipping = (money.minor(self.layout.text(cells, field), "") for field in ("total", "shipping"))
        except BadValue:
            return None
        return Priced(goods, total, shipping or 0) if total else None


def _says_yes(cell: str) -> bool:
    return cell.casefold().startswith(("да", "yes", "y", "1", "true"))


def read_bitrix_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a Bitrix export; a bad one is a Refusal and the rest still comes."""
    reader = _Reader(table, options)
    return order_items(table, options, reader.shape, order_of=reader.order)


READER = Reader(
    FileKind.BITRIX_ORDERS, "bitrix", read_bitrix_orders,
    marks=(
        ("номер заказа", "позиции"), ("номер заказа", "дата создания", "отменен"),
        ("номер заказа", "дата создания", "отменён"), ("номер заказа", "дата создания", "покупатель", "оплачен"),
    ),
    needs=(("номер заказа",),), money=("сумма",), date_order=DateOrder.DAY_FIRST,
)  # fmt: skip
