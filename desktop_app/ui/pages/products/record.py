"""A product's record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions import products as actions
from desktop_app.domain.links import checked_link
from desktop_app.domain.products import LONGEST_WARRANTY, Product, ProductFields, ProductId
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.products import product
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined, money_text
from desktop_app.ui.pages.record import Record
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form


def product_form(words: Words) -> tuple[Field, ...]:
    """The declarations, in the desk's language; keys are those of ProductFields."""
    return (
        Field("name", words("Name"), wide=True),
        Field("sku", words("Article code")),
        Field("barcode", words("Barcode")),
        Field("price", words("Price"), Input.MONEY),
        Field("shelf", words("Shelf"), help=words("Where the packer finds it, for example B 3.")),
        Field("fragile", words("Fragile"), Input.CHECK, wide=True),
        Field("care", words("Care instructions"), Input.LONG, help=words("Printed on the care sheet, line by line.")),
        Field("warranty_months", words("Warranty in months"), Input.NUMBER, low=0, high=LONGEST_WARRANTY),
        Field(
            "link", words("How-to address"), hint="https://shop.example/care", check=checked_link,
            help=words("The QR code on the care sheet leads there."),
        ),
        Field("note", words("Note"), Input.LONG, help=words("Only for the shop; it is never printed.")),
    )


class ProductRecord(Record):
    """One product."""

    def __init__(self, desk: Desk, *, delete: Callable[[list[int]], object], parent: QWidget | None = None) -> None:
        form = Form(desk.theme, desk.words, product_form(desk.words), today=desk.today())
        super().__init__(desk, form, delete=delete, parent=parent)

    def fetch(self, record_id: int) -> Callable[[Shop], Product]:
        """The product."""
        return lambda shop: product(shop, ProductId(record_id))

    def show_values(self, found: Product | None) -> None:
        """The form."""
        assert self.form is not None
        fields = found.fields if found else ProductFields()
        if found is None:
            self.set_title(self.words("New product"))
        else:
            self.set_title(fields.name or fields.sku, joined(fields.sku, money_text(self.words, fields.price)))
        self.form.set_value({field.key: getattr(fields, field.key) for field in self.form.fields})

    def keep_new(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Add the product."""
        self.desk.work.change(actions.add_product, ProductFields(**values), then=then, failed=self.refuse, owner=self)

    def keep_edited(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Keep the product's new fields."""
        self.desk.work.change(
            actions.edit_product, ProductId(self.record_id), self.version, ProductFields(**values),
            then=then, failed=self.refuse, owner=self,
        )
