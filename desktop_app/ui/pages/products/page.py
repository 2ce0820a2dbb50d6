"""The Products page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.actions.products import remove_products
from desktop_app.domain.changes import Topic
from desktop_app.domain.listing import ListKind, ProductFilter, Sort
from desktop_app.domain.products import ProductId
from desktop_app.domain.text import shorten
from desktop_app.i18n import nmsg
from desktop_app.queries.product_list import ProductRow, product_ids, product_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.listed import Chip, Listing
from desktop_app.ui.pages.listing import ListPage
from desktop_app.ui.pages.products.columns import product_columns
from desktop_app.ui.pages.products.narrowers import known_of_products, product_narrowers
from desktop_app.ui.pages.record import Record
from desktop_app.ui.pages.selection_bar import Together
from desktop_app.ui.widgets.list_view import RowAction


class ProductsPage(ListPage):
    """What the shop sells and where it lies."""

    name = "products"
    topics = frozenset({Topic.PRODUCTS, Topic.ORDERS})  # a record shows the orders that wait for it

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self._listing(desk), parent)
        self.set_primary(self.words("New product"), self.new, shortcut="Ctrl+N")

    def make_record(self) -> Record:
        """A panel for one of them."""
        from desktop_app.ui.pages.products.record import ProductRecord  # what a list does without is loaded later

        return ProductRecord(self.desk, delete=self.remove)

    def open(self, **what: object) -> None:
        """`product=17` opens a record."""
        if isinstance(what.get("product"), int):
            self.show_record(int(str(what["product"])))

    def remove(self, ids: list[int]) -> None:
        """Delete products; orders keep their lines."""
        products = [ProductId(record) for record in ids if record]
        if products:
            said = nmsg("{n} product removed", "{n} products removed", n=len(products))
            self.delete(remove_products, products, said)

    def set_stock(self, ids: list[int]) -> None:
        """Ask how many pieces there are of products."""
        from desktop_app.ui.pages.products.stock import ask_stock  # what a list does without is loaded later

        products = [record for record in ids if record]
        if len(products) == 1:
            self.desk.work.ask(product_rows, products, then=lambda rows: self._ask_of_one(rows), owner=self)
        elif products:
            ask_stock(self.desk, self, products)

    def _ask_of_one(self, rows: list[ProductRow]) -> None:
        from desktop_app.ui.pages.products.stock import ask_stock

        for row in rows:  # none where it was removed meanwhile
            ask_stock(self.desk, self, [row.id], name=shorten(row.name or row.sku), now=row.stock)

    def _listing(self, desk: Desk) -> Listing:
        words = desk.words
        return Listing(
            kind=ListKind.PRODUCTS, title=words("Products"), ids=product_ids, rows=product_rows,
            columns=product_columns(words, desk.today()),
            chips=(
                Chip("all", words("Everything"), ProductFilter()),
                Chip("sold-out", words("Sold out"), ProductFilter(sold_out=True),
                     words("Nothing is sold out, as far as the stock is counted.")),
                Chip("no-shelf", words("No shelf"), ProductFilter(no_shelf=True),
                     words("Every product has its shelf.")),
            ),
            sort=Sort("name"), filter_hint=words("Filter products"),
            counted=lambda n: words.n("{n} product", "{n} products", n),
            invitation=("products", words("No products yet"),
                        words("They come with your orders. A product with a shelf and a price helps whoever packs.")),
            invite=(words("New product"), lambda: self.new()),
            about=lambda _shop: words("what you sell, and where it lies"),
            row_actions=(
                RowAction(words("Stock"), lambda record: self.set_stock([record])),
                RowAction(words("Open"), lambda record: self.show_record(record)),
            ),
            together=(
                Together(words("Stock"), self.set_stock),
                Together(words("Remove"), self.remove, icon="trash", key="Del"),
            ),
            narrowers=product_narrowers(words), known=known_of_products,
        )
