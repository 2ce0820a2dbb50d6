"""A product's record: its form with the picture, and the orders that wait for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions import products as actions
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.products import ProductFields, ProductId
from desktop_app.domain.tags import WordKind
from desktop_app.queries import Shop
from desktop_app.queries.offered import words_offered
from desktop_app.queries.product_file import ProductFile, ProductStart, product_file, product_start
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined, money_text
from desktop_app.ui.pages.products.form import ProductForm
from desktop_app.ui.pages.products.orders_card import OpenOrdersCard
from desktop_app.ui.pages.record import Record


class ProductRecord(Record):
    """One product."""

    form: ProductForm

    def __init__(self, desk: Desk, *, delete: Callable[[list[int]], object], parent: QWidget | None = None) -> None:
        super().__init__(desk, ProductForm(desk), delete=delete, parent=parent)
        self.orders = OpenOrdersCard(desk)
        self.below.insertWidget(1, self.orders)
        self.form.words_wanted.connect(self._offer_words)

    def started(self, _customer: CustomerId | None) -> None:
        """A new product's price is in the shop's currency, and its supplier perhaps one that others come from."""
        self.desk.work.ask(product_start, then=self._begin_with, owner=self, latest="beginning")

    def fetch(self, record_id: int) -> Callable[[Shop], ProductFile]:
        """The product with its picture and the orders that wait for it."""
        return lambda shop: product_file(shop, ProductId(record_id))

    def show_values(self, found: ProductFile | None) -> None:
        """The form, and what stands beside it."""
        self.orders.setHidden(found is None)
        if found is None:
            self.form.fold()
            self.set_title(self.words("New product"))
            self.form.load(ProductFields(), b"")
            return
        self._begin_with(found.start)
        self.form.load(found.product.fields, found.picture)
        self.show_rest(found)

    def show_rest(self, found: ProductFile) -> None:
        """The head, and the orders that wait for it."""
        fields = found.product.fields
        stock = self.words("stock {n}", n=fields.stock) if fields.stock is not None else ""
        self.set_title(fields.name or fields.sku, joined(fields.sku, money_text(self.words, fields.price), stock))
        self.orders.show_orders(found)

    def same_words(self, found: ProductFile) -> bool:
        """An order that came only changes what stands beside the form."""
        return bool(found.version == self.version)

    def keep_new(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Add the product."""
        self.desk.work.change(
            actions.add_product, self.form.product(values), picture=values["picture"] or None,
            then=then, failed=self.refuse, owner=self,
        )

    def keep_edited(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Keep the product's new fields."""
        self.desk.work.change(
            actions.edit_product, ProductId(self.record_id), self.version, self.form.product(values),
            picture=values["picture"] or None, then=then, failed=self.refuse, owner=self,
        )

    def _begin_with(self, start: ProductStart) -> None:
        self.form.box("price").input.begin_in(start.currency)
        self.form.offer_suppliers(start.suppliers)

    def _offer_words(self) -> None:
        self.desk.work.ask(words_offered, WordKind.INTEREST, then=self.form.offer, owner=self)
