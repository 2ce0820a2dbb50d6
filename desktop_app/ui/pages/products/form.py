"""The fields of a product's form, in calm groups, and the way between what stands in it and the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.barcodes import barcode_remark
from desktop_app.domain.links import checked_link
from desktop_app.domain.products import (
    HEAVIEST,
    LONGEST_WARRANTY,
    MOST_HANDLING,
    MOST_STOCK,
    ProductFields,
    ProductText,
)
from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.picture_input import PictureInput
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.offering_input import OfferingInput
from desktop_app.ui.widgets.word_chips import WordChips

_PLAIN = (
    "name", "sku", "barcode", "price", "shelf", "stock", "weight", "handling_days", "fragile", "care",
    "warranty_months", "link", "interests", "supplier", "note",
)  # fmt: skip
_TWO_FROM = 360


class ProductForm(Form):
    """`load` shows a product, `product(values)` is the one that stands in it; `words_wanted` asks for the interests."""

    words_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._was = ProductFields()
        super().__init__(
            desk.theme, desk.words, product_fields(desk), today=desk.today(), two_from=_TWO_FROM, parent=parent
        )  # fmt: skip
        self.picture: PictureInput = self.box("picture").input
        self.box("interests").input.wanted.connect(self.words_wanted)
        self.edited.connect(self._follow)

    def load(self, fields: ProductFields, picture: bytes) -> None:
        """Show a product."""
        self._was = fields
        self.picture.show_kept(picture)
        said = {f"{what}_{one}": getattr(fields.text(one), what) for one in Language for what in ("name", "care")}
        self.set_value({**{key: getattr(fields, key) for key in _PLAIN}, **said})
        self._follow("barcode")
        self.say_of_group("name_en", ", ".join(said[f"name_{one}"] for one in Language if said[f"name_{one}"]))

    def offer(self, interests: Sequence[str]) -> None:
        """The shop's own interests, to complete what is typed."""
        self.box("interests").input.set_known(interests)

    def offer_suppliers(self, suppliers: Sequence[str]) -> None:
        """Who the other products come from."""
        self.box("supplier").input.set_known(suppliers)

    def product(self, values: Mapping[str, Any]) -> ProductFields:
        """The product of values read from the form; a new picture is not in it, one taken away is gone."""
        texts = tuple(ProductText(one, values[f"name_{one}"], values[f"care_{one}"]) for one in Language)
        picture = None if values["picture"] is None else self._was.picture
        plain = {key: values[key] for key in _PLAIN}
        return replace(self._was, **plain, picture=picture, texts=texts)

    def _follow(self, key: str) -> None:
        if key == "barcode":
            remark = barcode_remark(self.box(key).input.value())
            self.box(key).set_help(self._words.say(remark) if remark is not None else "")


def product_fields(desk: Desk) -> tuple[Field, ...]:
    """The declarations, in the desk’s language; keys are those of ProductFields, and name_lv, care_lv … of texts."""
    words = desk.words
    return (
        Field("name", words("Name"), wide=True),
        Field("sku", words("Article code")),
        Field("barcode", words("Barcode")),
        Field("price", words("Price"), Input.MONEY),
        Field("stock", words("Stock"), Input.NUMBER, high=MOST_STOCK, empty=True, hint=words("not counted")),
        Field("picture", words("Picture"), wide=True, make=lambda: _picture(desk)),
        Field("shelf", words("Shelf"), help=words("Where the packer finds it, for example B 3."),
              group=words("For whoever packs")),
        Field("weight", words("Weight in grams"), Input.NUMBER, low=1, high=HEAVIEST, empty=True),
        Field("handling_days", words("Working days to make it ready"), Input.NUMBER, high=MOST_HANDLING, empty=True,
              hint=words("as the shop does")),
        Field("fragile", words("Fragile"), Input.CHECK, wide=True),
        Field("care", words("Care instructions"), Input.LONG, group=words("For whoever bought it"),
              help=words("Printed on the care sheet, line by line.")),
        Field("warranty_months", words("Warranty in months"), Input.NUMBER, low=0, high=LONGEST_WARRANTY,
              help=words("A warranty card goes into the parcel.")),
        Field("link", words("How-to address"), hint="https://shop.example/care", check=checked_link,
              help=words("The QR code on the care sheet leads there.")),
        Field("interests", words("Interests"), wide=True,
              make=lambda: WordChips(words, hint=words("Add an interest"))),
        *_texts(desk),
        Field("supplier", words("Supplier"), wide=True, make=OfferingInput, group=words("For the shop"),
              help=words("Who makes or delivers it.")),
        Field("note", words("Note"), Input.LONG, help=words("Only for the shop; it is never printed.")),
    )  # fmt: skip


def _texts(desk: Desk) -> tuple[Field, ...]:
    """Name and care in each language, folded away."""
    words = desk.words
    said = {
        Language.EN: (words("Name in English"), words("Care in English")),
        Language.RU: (words("Name in Russian"), words("Care in Russian")),
        Language.LV: (words("Name in Latvian"), words("Care in Latvian")),
    }
    found: list[Field] = []
    for language, (name, care) in said.items():
        group = words("In the customers’ languages") if not found else ""
        found.append(Field(f"name_{language}", name, wide=True, group=group, folds=True))
        found.append(Field(f"care_{language}", care, Input.LONG, folds=True))
    return tuple(found)


def _picture(desk: Desk) -> PictureInput:
    words = desk.words
    return PictureInput(
        desk, name=words("Picture"), ask=words("Choose a picture of the product"),
        about=words("Whoever packs sees it. Drop a PNG, JPEG or WebP here."),
    )  # fmt: skip
