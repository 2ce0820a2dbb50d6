"""An address in a form, and the field of further ones, each with a word of what it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from desktop_app.domain.customers import Address, LabelledAddress
from desktop_app.i18n import Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.several import Several

_KEYS = ("name", "street", "city", "region", "postcode", "country")


def address_fields(words: Words, group: str = "", *, folds: bool = False) -> tuple[Field, ...]:
    """The declarations of an address, perhaps under a title."""
    return (
        Field("name", words("Recipient, if somebody else"), group=group, folds=folds, wide=True),
        Field("street", words("Street"), wide=True),
        Field("city", words("City")),
        Field("postcode", words("Postcode")),
        Field("region", words("Region")),
        Field("country", words("Country"), hint="LV"),
    )


def address_values(address: Address) -> dict[str, str]:
    """What a form shows of an address."""
    return {key: getattr(address, key) for key in _KEYS}


def address_from(values: Mapping[str, Any]) -> Address:
    """The address that stands in a form."""
    return Address(**{key: values[key] for key in _KEYS})


def address_phrase(address: Address) -> str:
    """“Skolas iela 4, Rīga, LV-1010”: where it is, in one line."""
    return ", ".join(part for part in (address.name, address.street, address.city, address.postcode) if part)


def address_rows(theme: Theme, words: Words, today: dt.date) -> Several:
    """The field of further addresses."""
    fields = (Field("label", words("What it is"), hint=words("work, summer house…"), wide=True), *address_fields(words))

    def row() -> FormRow:
        form = Form(theme, words, fields, today=today, two_from=300)
        return FormRow(form, read=_read, show=_shown)

    return Several(theme, row, add=words("Add an address"), remove=words("Take this address out"), tall=True)


def _read(values: dict[str, Any]) -> LabelledAddress | None:
    found = LabelledAddress(values["label"], address_from(values))
    return None if found == LabelledAddress("", Address()) else found


def _shown(kept: LabelledAddress) -> dict[str, str]:
    return {"label": kept.label, **address_values(kept.address)}
