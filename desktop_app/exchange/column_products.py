"""Products from a table with one row a product, its columns told by a layout; yields product records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from desktop_app.domain.barcodes import tidy_barcode
from desktop_app.domain.importing import ProductRecord
from desktop_app.domain.keys import name_key, sku_key
from desktop_app.domain.money import digits
from desktop_app.domain.products import ProductText
from desktop_app.exchange.amounts import Amounts, whole
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.shopify_variants import Variants
from desktop_app.exchange.single_rows import read_rows, refused
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, code, currency, is_nothing, line, lines, truth
from desktop_app.exchange.weights import grams
from desktop_app.i18n import Language, msg


def read_products(table: Table, options: Options, layout: Layout) -> Iterator[Item]:
    """The products of a table; a bad row is a Refusal and the rest still comes."""
    cells_of, variants = _Cells(layout, options), Variants(table.headings)
    seen: dict[int, int] = {}

    def read(row: int, cells: list[str]) -> ProductRecord | None:
        record = cells_of.product(row, cells)
        name = variants.name(cells, record.name)
        return None if name is None else record._replace(name=name)

    def told(record: ProductRecord, _cells: list[str]) -> Iterator[Item]:
        if not (record.name or record.sku or record.barcode):
            said = msg("The row names no product: no name, code or barcode. Fill one in or remove the row.")
            yield refused(table, record.row, said)
            return
        key = ("code", sku_key(record.sku)) if record.sku else ("name", name_key(record.name), record.barcode)
        first = seen.setdefault(hash(key), record.row)
        if first != record.row:
            said = msg(
                "This product stands in the file twice, first in row {row}; only the first is taken. Remove one.",
                row=first,
            )
            column = layout.heading("sku" if record.sku else "product")
            yield refused(table, record.row, said, value=record.sku or record.name, column=column)
        else:
            yield record

    yield from read_rows(table, layout, read, told)


class _Cells:
    """Reads the cells of rows by one layout."""

    def __init__(self, layout: Layout, options: Options) -> None:
        self.layout, self.options = layout, options
        self._amounts: dict[str, Amounts] = {}

    def product(self, row: int, cells: list[str]) -> ProductRecord:
        """The product a row tells of; raises BadValue."""
        money = currency(self._text(cells, "currency"), self.layout.heading("currency")) or self.options.currency
        price = self._price(cells, money)
        texts = tuple(
            ProductText(one, self._text(cells, f"name_{one}"), self._block(cells, f"care_{one}")) for one in Language
        )
        fragile = self._text(cells, "fragile")
        return ProductRecord(
            row=row,
            name=self._text(cells, "product"),
            sku=code(self._text(cells, "sku"), self.layout.heading("sku")),
            barcode=tidy_barcode(code(self._text(cells, "barcode"), self.layout.heading("barcode"))),
            price_minor=price,
            currency=money if price is not None else "",
            stock=self._whole(cells, "stock", low=0),
            shelf=self._text(cells, "shelf"),
            supplier=self._text(cells, "supplier"),
            weight=grams(self.layout.text(cells, "weight"), self.layout.heading("weight")),
            fragile=truth(fragile) if fragile else None,
            handling_days=self._whole(cells, "handling_days"),
            warranty_months=self._whole(cells, "warranty_months"),
            link=self._text(cells, "link"),
            care=self._block(cells, "care"),
            note=self._block(cells, "note"),
            interests=tuple(filter(None, (word.strip() for word in self._text(cells, "interests").split(",")))),
            texts=tuple(text for text in texts if text.name or text.care),
        )

    def _text(self, cells: list[str], field: str) -> str:
        cell = self.layout.text(cells, field).strip()
        return "" if not cell or is_nothing(cell) else line(cell, self.layout.heading(field))

    def _block(self, cells: list[str], field: str) -> str:
        return lines(self.layout.text(cells, field), self.layout.heading(field))

    def _price(self, cells: list[str], money: str) -> int | None:
        amounts = self._amounts.setdefault(money, Amounts(digits(money), self.options.mapping.decimal))
        found = amounts.minor(self._text(cells, "price"), self.layout.heading("price"))
        if found is not None and found < 0:
            self._bad(cells, "price")
        return found

    def _whole(self, cells: list[str], field: str, *, low: int | None = None) -> int | None:
        """A whole number; less than `low` counts as `low`, as shops write what they owe as stock below zero."""
        number = whole(self._text(cells, field), self.layout.heading(field))
        return number if low is None or number is None else max(low, number)

    def _bad(self, cells: list[str], field: str) -> NoReturn:
        raise BadValue(
            self.layout.text(cells, field),
            self.layout.heading(field),
            msg("This cannot be read as a number. Correct it in the file or leave the cell empty."),
        )
