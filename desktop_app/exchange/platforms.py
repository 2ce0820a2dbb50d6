"""Platforms whose files are told by their headings but not read by a reader of their own yet; they need a mapping."""

from __future__ import annotations

from desktop_app.exchange.headings import Headings

# Of each platform some headings that together no other file has.
_MARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Etsy", ("sale date", "item name", "buyer", "transaction id")),
    ("Etsy", ("sale date", "order id", "buyer user id")),
    ("eBay", ("sales record number", "order number")),
    ("eBay", ("verkaufsprotokollnummer",)),
    ("Amazon", ("amazon-order-id", "order-status")),
    ("Amazon", ("order-id", "order-item-id")),
    ("Ozon", ("номер отправления", "принят в обработку")),
    ("Wildberries", ("тип документа", "обоснование для оплаты")),
    ("Tilda", ("tranid", "formid")),
    ("Bitrix", ("номер заказа", "позиции", "цена товара")),
    ("PrestaShop", ("customer id", "birthday (yyyy-mm-dd)", "default group id")),
    ("PrestaShop", ("adress id", "alias")),
    ("Wix", ("order number", "contact email", "delivery method", "recipient name")),
    ("Google Contacts", ("group membership", "given name")),
    ("Google Contacts", ("labels", "e-mail 1 - value")),
    ("Outlook", ("e-mail address", "e-mail 2 address", "business phone")),
    ("Magento", ("_website", "_store", "email")),
    ("Squarespace", ("order id", "lineitem variant", "amount refunded")),
    ("WooCommerce Analytics", ("order #", "customer type", "items sold")),
    ("WooCommerce", ("order_id", "order_item_1")),
    ("WooCommerce", ("order_id", "line_item_1")),
)


def platform_of(headings: Headings) -> str:
    """The platform whose marks a table bears; empty for none."""
    return next((name for name, marks in _MARKS if all(mark in headings for mark in marks)), "")
