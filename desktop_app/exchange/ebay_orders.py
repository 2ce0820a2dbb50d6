"""eBay's orders report: an order of several articles has a row of its own above theirs; yields order records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, OrderRecord, PersonRecord, Remark, Remarked
from desktop_app.domain.money import digits
from desktop_app.domain.orders import Status
from desktop_app.domain.text import shorten
from desktop_app.exchange import odd
from desktop_app.exchange.aliases import alias_key
from desktop_app.exchange.amounts import Amounts, currency_of, quantity
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.ebay_headings import COLUMNS, ebay_layout, is_ebay
from desktop_app.exchange.ebay_rows import order_rows
from desktop_app.exchange.fields import Cells, Fields, once, order_items
from desktop_app.exchange.grouping import Group, Shape
from desktop_app.exchange.names import guessed_language, split_name
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, email
from desktop_app.i18n import msg

_DOLLARS = frozenset(("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN"))
_MONEY = ("total", "unit", "shipping")
_LONGEST_CHOICE = 300  # letters of a variation


class _Orders:
    """Makes records of the rows of one report."""

    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        self.fields = Fields(ebay_layout(table.headings), options.mapping.date_order, table.from_1904)

    def order(self, group: Group) -> tuple[OrderRecord, list[Remarked]]:
        """The order of some rows; raises BadValue."""
        fields = self.fields
        articles = [each for each in group.rows if self._is_article(each[1])]
        summary = next((each for each in group.rows if not self._is_article(each[1])), None)
        row = group.rows[0][0]
        cells = _first_filled([summary, *articles] if summary else articles)
        code = self._currency(cells)
        amounts = Amounts(digits(code), self.options.mapping.decimal)
        remarks: list[Remarked] = []
        lines = [line for each in articles if (line := self._line(each, amounts, remarks)) is not None]
        shipping = self._shipping(summary, articles, amounts)
        number = fields.number(cells, "number") or fields.number(cells, "record")
        placed = fields.moment(cells, "placed_at")
        shipped, paid = fields.moment(cells, "shipped_at"), "paid_at" not in fields or fields.text(cells, "paid_at")
        name = fields.line(cells, "name")
        ship_to = fields.address(cells, name=fields.line(cells, "ship_name") or name)
        if not (ship_to.street or ship_to.city or ship_to.postcode):
            ship_to = fields.address(cells, of="", name=ship_to.name)
        record = OrderRecord(
            row,
            number,
            number,
            self._person(row, cells, name),
            placed,
            fields.latest(cells, "paid_at", "shipped_at") or placed,
            self._status(articles, shipped=bool(shipped), paid=bool(paid)),
            bool(paid),
            code,
            self._total(summary, articles, lines, shipping=shipping, amounts=amounts),
            shipping,
            ship_by=fields.day(cells, "ship_by"),
            deliver_by=fields.day(cells, "deliver_by"),
            tracking=fields.line(cells, "tracking"),
            ship_to=ship_to,
            note=fields.note(cells, "note"),
            lines=tuple(lines),
            unsaid="shipped_at" not in fields,
        )
        if record.total_minor is not None and not self._is_told(cells):
            told = fields.text(cells, "total") or fields.text(cells, "unit")
            remarks.append(Remarked(Remark.NO_CURRENCY, told, row, fields.layout.heading("total")))
        remarks += odd.of_total(record, fields.text(cells, "total"), fields.layout.heading("total"))
        remarks += odd.of_phone(fields.text(cells, "phone"), row, fields.layout.heading("phone"))
        return record, remarks + odd.of_postcode(record, fields.layout.heading("ship_postcode"))

    def _status(self, articles: list[Row], *, shipped: bool, paid: bool) -> Status:
        """How far it is; one of whose articles only some were posted is still to be packed."""
        posted = [bool(self.fields.text(cells, "shipped_at")) for _, cells in articles]
        if any(posted) and not all(posted):
            return Status.PACKING
        return Status.SHIPPED if shipped else Status.PAID if paid else Status.NEW

    def _is_article(self, cells: Cells) -> bool:
        return any(self.fields.line(cells, field) for field in ("item", "product", "sku"))

    def _currency(self, cells: Cells) -> str:
        """The currency the amounts name; a bare $ is the shop's own dollar, else that of the United States."""
        texts = [self.fields.text(cells, field) for field in _MONEY]
        named = next((code for text in texts if (code := currency_of(text))), "")
        usual = self.options.currency
        if named or not any("$" in text for text in texts):
            return named or usual
        return usual if usual in _DOLLARS else "USD"

    def _is_told(self, cells: Cells) -> bool:
        """Whether the amounts or a person name the currency; a spreadsheet that saves them as numbers drops it."""
        texts = [self.fields.text(cells, field) for field in _MONEY]
        return bool(self.options.mapping.currency) or any("$" in text or currency_of(text) for text in texts)

    def _shipping(self, summary: Row | None, articles: list[Row], amounts: Amounts) -> int | None:
        """What the order's delivery costs: the order's own row says it, else what stands on its articles."""
        told = self.fields.amount(summary[1], "shipping", amounts) if summary else None
        if told is not None:
            return told
        found = [self.fields.amount(cells, "shipping", amounts) for _, cells in articles]
        return sum(cost or 0 for cost in found) if any(cost is not None for cost in found) else None

    def _total(
        self,
        summary: Row | None,
        articles: list[Row],
        lines: list[LineRecord],
        *,
        shipping: int | None,
        amounts: Amounts,
    ) -> int | None:
        """What the buyer pays: on the order's own row, on its only one, or on each article's its part or all of it."""
        told = self.fields.amount(summary[1], "total", amounts) if summary else None
        if told is not None:
            return told
        found = [self.fields.amount(cells, "total", amounts) for _, cells in articles]
        goods = sum(line.total_minor or 0 for line in lines)
        if all(total is None for total in found):
            known = bool(lines) and all(line.total_minor is not None for line in lines)
            return goods + (shipping or 0) if known else None
        whole = once(found)
        if len(set(found)) == 1 and whole is not None and whole < goods:
            return sum(total or 0 for total in found)
        return whole

    def _line(self, each: Row, amounts: Amounts, remarks: list[Remarked]) -> LineRecord | None:
        row, cells = each
        fields, heading = self.fields, self.fields.layout.heading
        try:
            name, sku = self._name(cells), fields.code(cells, "sku")
            count = quantity(fields.text(cells, "quantity"), heading("quantity"))
            unit = self.fields.amount(cells, "unit", amounts)
        except BadValue as bad:
            bad.row = row
            raise
        if not count:
            remarks.append(odd.of_pieces(fields.text(cells, "quantity"), row, heading("quantity")))
            return None
        return LineRecord(
            row,
            name or sku or self.fields.line(cells, "item"),
            count,
            sku,
            unit,
            None if unit is None else unit * count,
        )

    def _name(self, cells: Cells) -> str:
        """The article with what the buyer chose, by which it is packed; most titles name it already."""
        name, chosen = self.fields.line(cells, "product"), self.fields.line(cells, "variation").strip("[]")
        return f"{name} - {shorten(chosen, _LONGEST_CHOICE)}" if name and chosen and chosen not in name else name

    def _person(self, row: int, cells: Cells, name: str) -> PersonRecord:
        fields = self.fields
        address = self.fields.line(cells, "email")
        alias = alias_key(address)
        given, patronymic, family, company = split_name(name)
        home = fields.address(cells, of="")
        if not (home.street or home.city or home.postcode):
            home = fields.address(cells)
        return PersonRecord(
            row,
            self.fields.line(cells, "username").casefold() or alias,
            given,
            family,
            patronymic,
            company,
            "" if alias else email(address, fields.layout.heading("email")),
            fields.phone(cells, "phone"),
            home,
            language=guessed_language(name, home.country),
        )


def _first_filled(rows: list[Row]) -> list[str]:
    """The cells of an order: of each column the first that is filled, its own row before those of articles."""
    columns = zip(*(cells for _, cells in rows), strict=True)
    return [next((cell for cell in column if cell.strip()), "") for column in columns]


def read_ebay_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a report, in its sequence."""
    orders = _Orders(table, options)
    layout = orders.fields.layout
    number = layout.at("number") if "number" in layout else layout.at("record")
    shape = Shape(number, -1, (layout.at("total"),), layout.last())
    return order_items(order_rows(table, layout), options, shape, order_of=orders.order)


def _names(*fields: str) -> tuple[str, ...]:
    return tuple(name for field in fields for name in COLUMNS[field] if isinstance(name, str))


READER = Reader(
    FileKind.EBAY_ORDERS, "ebay", read_ebay_orders,
    marks=(("sales record number", "order number"), ("verkaufsprotokollnummer",)), tells=is_ebay,
    needs=(_names("number", "record"),),
    dates=_names("placed_at", "paid_at", "shipped_at"), money=_names("total", "unit", "shipping"),
    notes=(*cannot_tell(FileKind.EBAY_ORDERS), msg("Totals are what buyers paid, with the tax that eBay keeps.")),
)  # fmt: skip
