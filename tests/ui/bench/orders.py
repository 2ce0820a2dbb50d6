"""What the bench's tests pack: three orders with a mug on B 3, a cloth on A 1 and a candle on C 7."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.actions.checklist import add_step
from desktop_app.actions.customers import add_customer
from desktop_app.actions.orders import add_order
from desktop_app.actions.packers import add_packer
from desktop_app.actions.pins import set_pin
from desktop_app.actions.products import add_product
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields, Status
from desktop_app.domain.packers import PackerFields
from desktop_app.domain.packing import Needs
from desktop_app.domain.paper_settings import CARD_QR
from desktop_app.domain.products import ProductFields
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from tests.made import TODAY

MUG, CLOTH, CANDLE = "4750000000017", "4750000000024", "4750000000031"


@dataclass(frozen=True, slots=True)
class Filled:
    """The ids of what was filled in, by number and name."""

    orders: dict[str, int]
    packers: dict[str, int]


def fill(shop: Shop) -> Filled:
    """Products, three orders, a checklist and two packers; Oskars has the PIN 2580."""
    set_settings(shop, {SHOP_NAME: "Vējš un vilna", CARD_QR: False}, actor="t")
    for name, sku, barcode, shelf, fragile in (
        ("Ceramic mug", "KR-204", MUG, "B 3", True),
        ("Linen cloth", "LN-011", CLOTH, "A 1", False),
        ("Soy candle", "SV-030", CANDLE, "C 7", False),
    ):
        add_product(
            shop, ProductFields(name=name, sku=sku, barcode=barcode, shelf=shelf, fragile=fragile, stock=20), actor="t"
        )
    for text, needs in (("Tissue and sticker", Needs.EVERY), ("Wrap around each mug", Needs.FRAGILE)):
        add_step(shop, {Language.EN: text}, needs, actor="t")
    anna = add_customer(
        shop,
        CustomerFields(
            given="Anna",
            family="Bērziņa",
            language=Language.LV,
            email="anna@example.lv",
            phone="+37120000001",
            address=Address(street="Brīvības 1", city="Rīga", postcode="LV-1010", country="LV"),
        ),
        actor="t",
    )[0]
    orders = {}
    for number, days, lines in (
        ("10437", 0, (("KR-204", "Ceramic mug", 2), ("LN-011", "Linen cloth", 1))),
        ("10438", 1, (("SV-030", "Soy candle", 1),)),
        ("10439", 3, (("LN-011", "Linen cloth", 3), ("SV-030", "Soy candle", 1))),
    ):
        made = OrderFields(
            number=number,
            customer=anna,
            placed_at="2026-11-17T10:00:00+02:00",
            status=Status.PAID,
            paid=True,
            ship_by=TODAY + dt.timedelta(days=days),
            ship_to=Address(street="Brīvības 1", city="Rīga", postcode="LV-1010", country="LV"),
            lines=tuple(Line(name, n, sku=sku, unit_price=Money(1250, "EUR")) for sku, name, n in lines),
        )
        orders[number] = int(add_order(shop, made, actor="t")[0])
    packers = {}
    for person in ("Inese Š.", "Oskars"):
        packers[person] = int(add_packer(shop, PackerFields(person, Language.EN), actor="t")[0])
    set_pin(shop, packers["Oskars"], "2580", actor="t")
    return Filled(orders, packers)
