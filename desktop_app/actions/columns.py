"""The fields of records as columns of their tables, with the keys they are found by; every writer goes through here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.consents import ConsentFields
from desktop_app.domain.customers import PLAIN, Contact, CustomerFields, GreetingForms, LabelledAddress
from desktop_app.domain.keys import (
    contact_key,
    customer_keys,
    name_key,
    number_key,
    relative_keys,
    shelf_key,
    sku_key,
)
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields
from desktop_app.domain.people import RelativeFields, SpecialDay
from desktop_app.domain.products import ProductFields, ProductText

CONTACT_COLUMNS = ("customer", "kind", "value", "key", "label", "position")
ADDRESS_COLUMNS = (
    "customer", "label", "name_to", "street", "city", "region", "postcode", "country", "position",
)  # fmt: skip
LINE_COLUMNS = (
    "order", "position", "product", "sku", "name", "quantity", "unit_minor", "total_minor", "discount_minor",
    "returned",
)  # fmt: skip
PRODUCT_TEXT_COLUMNS = ("product", "language", "name", "name_key", "care")


def customer_columns(fields: CustomerFields, country: str) -> dict[str, Any]:
    """A customer's columns; `country` is the one whose telephone numbers are typed without a code."""
    address, birthday = fields.address, fields.birthday
    keys = customer_keys(
        fields.given,
        fields.family,
        patronymic=fields.patronymic,
        company=fields.company,
        email=fields.email,
        phone=fields.phone,
        city=address.city,
        country=country,
    )
    return {
        **{name: getattr(fields, name) for name in PLAIN},
        "language": fields.language.value if fields.language else "",
        "name_to": address.name,
        "street": address.street,
        "city": address.city,
        "region": address.region,
        "postcode": address.postcode,
        "country": address.country,
        "birth_month_day": birthday.month_day if birthday else None,
        "birth_year": birthday.year if birthday else None,
        **greeting_columns(fields.forms),
        "opening": fields.forms.opening,
        "channel": fields.channel.value if fields.channel else "",
        **keys,
    }


def greeting_columns(forms: GreetingForms) -> dict[str, Any]:
    """How somebody is addressed, as far as a relative's card needs it too."""
    return {"gender": forms.gender.value if forms.gender else "", "called": forms.called, "called_to": forms.called_to}


def relative_columns(fields: RelativeFields) -> dict[str, Any]:
    """The columns of somebody around a customer, without whose they are and without their days."""
    return {
        "relation": fields.relation.value,
        "relation_words": fields.relation_words,
        "given": fields.given,
        "family": fields.family,
        "language": fields.language.value if fields.language else "",
        **greeting_columns(fields.forms),
        "other": fields.customer,
        "together": fields.together,
        "congratulate": fields.congratulate,
        "deceased": fields.deceased,
        "name_day": fields.name_day,
        "note": fields.note,
        **relative_keys(fields.given, fields.family),
    }


def day_columns(day: SpecialDay) -> dict[str, Any]:
    """The columns of a day, without whose it is."""
    return {
        "kind": day.kind.value,
        "title": day.title,
        "month_day": day.date.month_day,
        "year": day.date.year,
        "lead_days": day.lead_days,
    }


def consent_columns(fields: ConsentFields) -> dict[str, Any]:
    """The columns of a consent, without whose it is."""
    return {
        "what": fields.what.value,
        "given_on": fields.given_on,
        "source": fields.source,
        "withdrawn_on": fields.withdrawn_on,
        "note": fields.note,
    }


def contact_rows(customer: int, contacts: Sequence[Contact], country: str) -> list[tuple[Any, ...]]:
    """The rows of a customer's further contacts under CONTACT_COLUMNS; positions count from 1."""
    return [
        (customer, each.kind.value, each.value, contact_key(each.kind, each.value, country), each.label, n)
        for n, each in enumerate(contacts, 1)
    ]


def address_rows(customer: int, addresses: Sequence[LabelledAddress]) -> list[tuple[Any, ...]]:
    """The rows of a customer's further addresses under ADDRESS_COLUMNS; positions count from 1."""
    return [
        (customer, label, to.name, to.street, to.city, to.region, to.postcode, to.country, n)
        for n, (label, to) in enumerate(((each.label, each.address) for each in addresses), 1)
    ]


def order_columns(fields: OrderFields) -> dict[str, Any]:
    """An order's columns, without its lines and without the key of its source."""
    to = fields.ship_to
    return {
        "number": fields.number,
        "number_key": number_key(fields.number),
        "source": fields.source,
        "customer": fields.customer,
        "placed_at": fields.placed_at,
        "placed_on": fields.placed_on,
        "status": fields.status.value,
        "paid": fields.paid,
        "currency": fields.currency,
        "total_minor": _minor(fields.total),
        "shipping_minor": _minor(fields.shipping),
        "discount_minor": _minor(fields.discount),
        "refunded_minor": _minor(fields.refunded),
        "ship_by": fields.ship_by,
        "deliver_by": fields.deliver_by,
        "carrier": fields.carrier,
        "tracking": fields.tracking,
        "to_name": to.name,
        "to_street": to.street,
        "to_city": to.city,
        "to_region": to.region,
        "to_postcode": to.postcode,
        "to_country": to.country,
        "note": fields.note,
        "packer_note": fields.packer_note,
        "note_to": fields.note_to,
        "gift": fields.gift,
        "line_count": len(fields.lines),
    }


def line_rows(order_id: int, lines: Sequence[Line]) -> list[tuple[Any, ...]]:
    """The rows of an order's lines under LINE_COLUMNS; positions count from 1."""
    return [
        (
            order_id,
            n,
            line.product,
            line.sku,
            line.name,
            line.quantity,
            _minor(line.unit_price),
            _minor(line.total),
            _minor(line.discount),
            line.returned,
        )
        for n, line in enumerate(lines, 1)
    ]


def product_columns(fields: ProductFields) -> dict[str, Any]:
    """A product's columns."""
    return {
        "sku": fields.sku,
        "name": fields.name,
        "barcode": fields.barcode,
        "price_minor": _minor(fields.price),
        "currency": fields.price.currency if fields.price else "",
        "shelf": fields.shelf,
        "supplier": fields.supplier,
        "fragile": fields.fragile,
        "care": fields.care,
        "warranty_months": fields.warranty_months,
        "link": fields.link,
        "note": fields.note,
        "stock": fields.stock,
        "weight": fields.weight,
        "handling_days": fields.handling_days,
        "picture": fields.picture,
        **product_keys(fields.sku, fields.name, fields.shelf),
    }


def product_keys(sku: str, name: str, shelf: str) -> dict[str, str]:
    """The key columns of a product."""
    return {"sku_key": sku_key(sku), "sort_key": name_key(name or sku), "shelf_key": shelf_key(shelf)}


def product_text_rows(product: int, texts: Sequence[ProductText]) -> list[tuple[Any, ...]]:
    """The rows of what a product is called in each language under PRODUCT_TEXT_COLUMNS."""
    return [(product, text.language.value, text.name, name_key(text.name), text.care) for text in texts]


def _minor(money: Money | None) -> int | None:
    return money.minor if money else None
