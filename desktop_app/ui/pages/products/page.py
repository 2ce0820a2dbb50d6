"""The Products page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.actions.products import remove_products
from desktop_app.domain.changes import Topic
from desktop_app.domain.listing import ListKind, ProductFilter, Sort
from desktop_app.domain.products import ProductId
from desktop_app.i18n import nmsg
from desktop_app.queries.product_list import product_ids, product_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.listed import Chip, Listing
from desktop_app.ui.pages.listing import ListPage
from desktop_app.ui.pages.products.columns import product_columns
from desktop_app.ui.pages.record import Record
from desktop_app.ui.pages.selection_bar import Together
from desktop_app.ui.widgets.list_view import RowAction


class ProductsPage(ListPage):
    """What the shop sells and where it lies."""

    name = "products"
    topics = frozenset({Topic.PRODUCTS})

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
            said = nmsg("{n} product deleted", "{n} products deleted", n=len(products))
            self.delete(remove_products, products, said)

    def _listing(self, desk: Desk) -> Listing:
        words = desk.words
        return Listing(
            kind=ListKind.PRODUCTS, title=words("Products"), ids=product_ids, rows=product_rows,
            columns=product_columns(words, desk.today()),
            chips=(Chip("all", words("All"), ProductFilter()),),
            sort=Sort("name"), filter_hint=words("Filter products"),
            counted=lambda n: words.n("{n} product", "{n} products", n),
            invitation=("products", words("No products yet"),
                        words("They come with your orders. A product with a shelf and a price helps whoever packs.")),
            invite=(words("New product"), lambda: self.new()),
            about=lambda _shop: words("what you sell, and where it lies"),
            row_actions=(RowAction(words("Open"), lambda record: self.show_record(record)),),
            together=(Together(words("Delete"), self.remove, icon="trash", key="Del"),),
        )
