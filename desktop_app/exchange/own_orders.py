"""Orders from a file Cordial wrote, a row for each article: everything comes back as it stood."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.customers import Address
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, OrderExtra, OrderRecord, PersonRecord, Remark, Remarked
from desktop_app.domain.money import digits
from desktop_app.domain.orders import STATUS_LABELS, Status
from desktop_app.domain.own_files import LISTED_ORDER_HEADINGS, ORDER_HEADINGS
from desktop_app.exchange.amounts import Amounts, quantity
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.fields import Cells, Fields
from desktop_app.exchange.grouping import evened
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.names import split_name
from desktop_app.exchange.options import Item, Options, Stray, refusal
from desktop_app.exchange.own_headings import meaning, own_layout, wrote
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.statuses import known_status
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, currency, is_shortened, truth
from desktop_app.i18n import msg

SOURCE = "cordial"
_MARKS = ("number", "source", "key", "line_total", "returned")
_ARTICLE = ("article", "sku", "quantity", "unit_price", "line_total")


def read_own_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of the file; a bad one is a Refusal and the rest still comes."""
    reader = _Reader(table, options)
    for key, rows in reader.together():
        if isinstance(key, str):
            try:
                yield reader.order(rows)
            except BadValue as bad:
                yield refusal(table, rows[0][0], bad)
                continue
            yield from reader.remarks(rows[0])
        else:
            yield key


class _Reader:
    def __init__(self, table: Table, options: Options) -> None:
        self.table, self.options = table, options
        listed, whole = (own_layout(table.headings, names) for names in (LISTED_ORDER_HEADINGS, ORDER_HEADINGS))
        layout = Layout({**listed.columns, **whole.columns}, table.headings.names)
        self.fields = Fields(layout, options.mapping.date_order, table.from_1904)

    def together(self) -> Iterator[tuple[str | Item, list[Row]]]:
        """The rows of each order, also of those that somebody sorted apart; or what is to be told instead.

        A ragged row spoils its order: one without an article of it would be packed wrong.
        """
        seen, spoilt = set[int](), set[int]()
        name, rows = "", list[Row]()
        width, last = len(self.table.headings), self.fields.layout.last()
        for number, cells in self.table.rows:
            if not any(cell.strip() for cell in cells):
                continue
            ragged = evened(self.table, number, cells, width, last) if len(cells) != width else None
            cells.extend([""] * (width + 1 - len(cells)))
            key = "\x1f".join(self.fields.text(cells, field) for field in ("source", "key", "number"))
            if ragged is not None:
                yield ragged, []
                spoilt.add(hash(key))
                rows = [] if key == name else rows
            elif hash(key) in spoilt:
                continue
            elif key == name and rows:
                rows.append((number, cells))
            elif hash(key) in seen:
                if key not in self.options.strays:
                    yield Stray(key, (number, cells)), []
            else:
                if rows:
                    yield name, rows
                seen.add(hash(key))
                name, rows = key, [(number, cells), *self.options.strays.get(key, ())]
        if rows:
            yield name, rows

    def order(self, rows: list[Row]) -> OrderRecord:
        """The order of some rows; raises BadValue."""
        row, cells = rows[0]
        fields = self.fields
        number = fields.code(cells, "number")
        if not number:
            said = msg("The order has no number. Fill it in or remove the row.")
            raise BadValue("", fields.layout.heading("number"), said)
        coin = currency(fields.text(cells, "currency"), fields.layout.heading("currency")) or self.options.currency
        money = Amounts(digits(coin), self.options.mapping.decimal or ".")
        minor = {name: self._minor(money, cells, name) for name in ("total", "shipping", "discount", "refunded")}
        return OrderRecord(
            row=row,
            number=number,
            key=fields.code(cells, "key") or number,
            person=self._buyer(row, cells),
            placed_at=fields.moment(cells, "placed"),
            changed_at=fields.moment(cells, "changed"),
            status=self._status(fields.text(cells, "status")) or Status.NEW,
            paid=truth(fields.text(cells, "paid")),
            currency=coin,
            total_minor=minor["total"],
            shipping_minor=minor["shipping"],
            discount_minor=minor["discount"],
            refunded_minor=minor["refunded"],
            ship_by=fields.day(cells, "promise"),
            deliver_by=fields.day(cells, "deliver"),
            carrier=fields.line(cells, "carrier"),
            tracking=fields.line(cells, "tracking"),
            ship_to=fields.address(cells, name=fields.line(cells, "ship_name")),
            note=fields.note(cells, "note"),
            lines=tuple(self._lines(rows, money)),
            shop=fields.line(cells, "source"),
            extra=OrderExtra(
                fields.note(cells, "note_to"), fields.note(cells, "packer_note"), truth(fields.text(cells, "gift"))
            ),
        )

    def remarks(self, row: Row) -> Iterator[Remarked]:
        """What is odd about an order that was taken."""
        number, cells = row
        said = self.fields.text(cells, "status")
        if said and self._status(said) is None:
            yield Remarked(Remark.UNKNOWN_STATUS, said, number, self.fields.layout.heading("status"))

    def _buyer(self, row: int, cells: Cells) -> PersonRecord:
        fields = self.fields
        name = split_name(fields.line(cells, "name"), False)  # where the list says no more
        return PersonRecord(
            row=row,
            key=fields.code(cells, "customer"),
            given=fields.line(cells, "given") or name.given,
            family=fields.line(cells, "family") or name.family,
            patronymic=fields.line(cells, "patronymic"),
            company=fields.line(cells, "company") or name.company,
            email=fields.line(cells, "email"),
            phone="" if is_shortened(fields.text(cells, "phone")) else fields.line(cells, "phone"),
            address=Address(),
        )

    def _lines(self, rows: list[Row], money: Amounts) -> Iterator[LineRecord]:
        for row, cells in rows:
            fields = self.fields
            if not any(fields.text(cells, field) for field in _ARTICLE):
                continue  # an order without articles
            try:
                back = fields.text(cells, "returned")
                yield LineRecord(
                    row,
                    fields.line(cells, "article"),
                    quantity(fields.text(cells, "quantity"), fields.layout.heading("quantity")),
                    fields.code(cells, "sku"),
                    self._minor(money, cells, "unit_price"),
                    self._minor(money, cells, "line_total"),
                    self._minor(money, cells, "line_discount"),
                    quantity(back, fields.layout.heading("returned")) if back else 0,
                )
            except BadValue as bad:
                bad.row = row
                raise

    def _minor(self, money: Amounts, cells: Cells, field: str) -> int | None:
        return money.minor(self.fields.text(cells, field), self.fields.layout.heading(field))

    def _status(self, said: str) -> Status | None:
        found = meaning(said, {status.value: label for status, label in STATUS_LABELS.items()}) if said else None
        return Status(found) if found else known_status(said, self.options.mapping.statuses)


_WHOLE = tuple(ORDER_HEADINGS[mark] for mark in _MARKS)
_LISTED = (ORDER_HEADINGS["source"], *(LISTED_ORDER_HEADINGS[mark] for mark in ("number", "articles", "printed")))


def _tells(headings: Headings) -> bool:
    return wrote(headings, _WHOLE) or wrote(headings, _LISTED)


_IN_ENGLISH = tuple(tuple(label.text for label in marks) for marks in (_WHOLE, _LISTED))
READER = Reader(FileKind.CORDIAL_ORDERS, SOURCE, read_own_orders, marks=_IN_ENGLISH, tells=_tells)
