"""A product with what its record shows beside it: its picture, and the orders that wait for it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.products import Product, ProductId
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.queries import Shop
from desktop_app.queries.offered import suppliers_used
from desktop_app.queries.pictures import picture
from desktop_app.queries.products import OpenOrder, open_orders_of, product
from desktop_app.queries.settings import setting


@dataclass(frozen=True, slots=True)
class ProductStart:
    """What the form of any product begins with: the currency of prices, and the suppliers that are offered."""

    currency: str
    suppliers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProductFile:
    """One product whole; `picture` is a file's content, empty without one; `start` is what a new one begins with."""

    product: Product
    picture: bytes
    orders: tuple[OpenOrder, ...]
    start: ProductStart

    @property
    def id(self) -> ProductId:
        """Which product it is."""
        return self.product.id

    @property
    def version(self) -> int:
        """The change its fields are of."""
        return self.product.version

    @property
    def wanted(self) -> int:
        """How many pieces open orders wait for."""
        return sum(one.pieces for one in self.orders)


def product_file(shop: Shop, product_id: ProductId) -> ProductFile:
    """A product with its picture and open orders; raises NotFound."""
    found = product(shop, product_id)
    number = found.fields.picture
    shown = picture(shop, number) if number is not None else b""
    return ProductFile(found, shown, tuple(open_orders_of(shop, product_id)), product_start(shop))


def product_start(shop: Shop) -> ProductStart:
    """What prices are in unless something else is written, and who delivers what the shop has."""
    return ProductStart(setting(shop, SHOP_CURRENCY), tuple(suppliers_used(shop)))
