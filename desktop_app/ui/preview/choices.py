"""What a person chose for a print run, and what there was to choose from; the press makes the papers by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.actions.paper import chosen_designs, designs, stocks
from desktop_app.actions.templates import read_templates, with_pictures
from desktop_app.domain.cards import Template
from desktop_app.domain.print_run import CardChange
from desktop_app.domain.printing import Kind, PaperDetails, ShopDetails
from desktop_app.domain.settings import STOCK, SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.domain.templates import own_id
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.printing import parcel_details, shop_details
from desktop_app.queries.settings import settings


@dataclass(frozen=True, slots=True)
class Choices:
    """One set of choices; `design` None is each paper's own as the shop has set it."""

    kind: Kind
    design: str | None
    stock: str
    start: int
    copies: int
    by: str
    changes: Mapping[str, CardChange] = field(default_factory=dict)  # a person's to single cards, by their keys


@dataclass(frozen=True, slots=True)
class Offer:
    """What the preview starts from: the records, the shop, its settings, and the papers and designs there are."""

    details: tuple[PaperDetails, ...]
    shop: ShopDetails
    values: SettingValues
    stocks: tuple[Stock, ...]
    designs: Mapping[str, Mapping[Language, str]]
    own: Mapping[str, Template]  # the designs of the shop's own that it prints with

    def first(self, by: str) -> Choices:
        """The choices to begin with: everything for the parcel, on the shop's paper."""
        return Choices(Kind.PARCEL, None, self.values[STOCK], start=1, copies=1, by=by)

    def stock(self, name: str) -> Stock:
        """A paper by its id."""
        return next((stock for stock in self.stocks if stock.id == name), self.stocks[0])


def offer(shop: Shop, orders: Sequence[int]) -> Offer:
    """Everything the preview of these orders needs."""
    values = settings(shop)
    keys = {kind: key for kind, key in chosen_designs(Kind.PARCEL, values).items() if own_id(key) is not None}
    own = {keys[kind]: template for kind, template in read_templates(shop, keys).items()}
    return Offer(
        tuple(parcel_details(shop, orders)), with_pictures(shop, shop_details(shop), list(own.values())), values,
        tuple(stocks()), {**designs(Kind.PACKING_INSERT), **designs(Kind.THANK_YOU)}, own,
    )
