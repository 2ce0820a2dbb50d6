"""What a kind of paper needs and the shop does not keep: a voucher's code and worth, an apology's words, a gift."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import checked_link
from desktop_app.domain.paper_extras import PaperExtras
from desktop_app.domain.printing import FOR_SHOP, Kind
from desktop_app.domain.settings import SHOP_CURRENCY, SHOP_LANGUAGE
from desktop_app.i18n import Message, msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.preview.choices import Offer
from desktop_app.ui.theme.tokens import SPACE_4
from desktop_app.ui.widgets.disclosure import Disclosure
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form

_VOUCHER = ("codes", "worth", "percent", "what", "until")
_FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.VOUCHER: _VOUCHER,
    Kind.REFERRAL: _VOUCHER,
    Kind.APOLOGY: ("wrong", "promised"),
    **dict.fromkeys(FOR_SHOP, ("language",)),
}
_BESIDE: Mapping[Kind, tuple[str, ...]] = {  # folded away: what most cards go without
    Kind.APOLOGY: ("gift", "codes", "worth", "percent", "until"),
    Kind.BIRTHDAY: ("gift", *_VOUCHER),
    Kind.THANK_YOU: ("gift",),
    Kind.PARCEL: ("gift",),
    Kind.CARE_SHEET: ("link",),
    Kind.WARRANTY: ("warranty", "link"),
}
_TITLES: Mapping[Kind, Message] = {
    Kind.APOLOGY: msg("A gift or voucher with it"),
    Kind.BIRTHDAY: msg("A gift or voucher with it"),
    Kind.THANK_YOU: msg("A gift with it"),
    Kind.PARCEL: msg("A gift with it"),
    Kind.CARE_SHEET: msg("How-to address"),
    Kind.WARRANTY: msg("Warranty, and how to"),
}
_MOST_MONTHS = 600


class Extras(QWidget):
    """The fields of one kind at a time; `changed` when a person edited one. What was typed for a kind stays."""

    changed = Signal()

    def __init__(self, desk: Desk, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._offer = desk, offer
        self._kind = offer.kind
        self._records = len(offer.whose.orders or offer.whose.customers or offer.whose.days) or 1
        self._parts: dict[Kind, tuple[QWidget, tuple[Form, ...]]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.show_kind(offer.kind)

    def show_kind(self, kind: Kind) -> None:
        """Show the fields of a kind; nothing at all for one that needs none."""
        self._kind = kind
        if kind not in self._parts and (kind in _FIELDS or kind in _BESIDE):
            self._parts[kind] = self._made(kind)
            self._column.addWidget(self._parts[kind][0])
        for one, (part, _) in self._parts.items():
            part.setVisible(one is kind)
        self.setVisible(kind in self._parts)

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms of the kind that is shown."""
        return self._parts[self._kind][1] if self._kind in self._parts else ()

    def readable(self) -> dict[str, Any] | None:
        """The values typed, by field; None, said at its field, where one cannot be read."""
        found: dict[str, Any] = {}
        for form in self.forms:
            values = form.readable()
            if values is None:
                return None
            found |= values
        said = found.get("worth") is not None or found.get("percent") or found.get("what") or found.get("until")
        if "codes" in _BESIDE.get(self._kind, ()) and said and not found.get("codes"):
            self.forms[-1].box("codes").set_error(self._desk.words("Write the voucher’s code too."))
            return None
        return found

    def lacking(self, values: Mapping[str, Any]) -> Message | None:
        """What has to be filled in before there can be any paper of this kind."""
        worth = values.get("worth") is not None or values.get("percent") or values.get("what")
        if self._kind is Kind.VOUCHER and not (values.get("codes") and worth):
            return msg("Write the voucher’s code and what it is worth.")
        if self._kind is Kind.REFERRAL and not values.get("codes"):
            return msg("Write the code for friends.")
        return None

    def _made(self, kind: Kind) -> tuple[QWidget, tuple[Form, ...]]:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        forms = []
        if kind in _FIELDS:
            forms.append(self._form(_FIELDS[kind]))
            column.addWidget(forms[0])
        if kind in _BESIDE:
            beside = self._form(_BESIDE[kind])
            forms.append(beside)
            column.addWidget(Disclosure(self._desk.theme, self._desk.words.say(_TITLES[kind]), beside))
        return part, tuple(forms)

    def _form(self, keys: tuple[str, ...]) -> Form:
        known = self._fields()
        form = Form(self._desk.theme, self._desk.words, [known[key] for key in keys], today=self._desk.today())
        form.set_value({"language": self._offer.language or self._offer.values[SHOP_LANGUAGE]})
        form.edited.connect(lambda _: self.changed.emit())
        return form

    def _fields(self) -> dict[str, Field]:
        words, n = self._desk.words, self._records
        several = words("One for all, or one for each of the {n} with commas between them.", n=n)
        fields = (
            Field("codes", words("Code"), help=several if n > 1 else "", check=self._check_codes),
            Field("worth", words("Worth"), Input.MONEY, currency=self._offer.values[SHOP_CURRENCY]),
            Field("percent", words("or percent off"), hint="10", check=partial(_number, "percent", 100)),
            Field("what", words("or in words"), hint=words("free delivery")),
            Field("until", words("Valid until"), Input.DATE),
            Field("wrong", words("What went wrong"), Input.LONG, lines=2),
            Field("promised", words("What you do about it"), Input.LONG, lines=2),
            Field("gift", words("The gift, in your words"), hint=words("a packet of tea")),
            Field("warranty", words("Months of warranty"), hint="24", check=partial(_number, "warranty", _MOST_MONTHS)),
            Field("link", words("Web address that shows how"), hint="shop.example/care", check=checked_link,
                  help=words("Empty: as each product says itself.")),
            Field("language", words("Language"), Input.CHOICE,
                  choices=[(value, words.say(label)) for value, label in SHOP_LANGUAGE.choices]),
        )
        return {field.key: field for field in fields}

    def _check_codes(self, typed: str) -> None:
        if self._kind is not Kind.CONTACTS:
            PaperExtras(codes=codes_of(typed)).check(self._records)


def _number(field: str, most: int, typed: str) -> int | None:
    """A number that need not be there; raises Invalid."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isdecimal() and 1 <= int(text) <= most):
        raise Invalid(field, msg("Give a number from {low} to {high}.", low=1, high=most))
    return int(text)


def codes_of(typed: str) -> tuple[str, ...]:
    """The codes a person typed, one or with commas, semicolons or lines between them."""
    return tuple(filter(None, (one.strip() for one in re.split(r"[,;\n]", typed))))


def extras_of(values: Mapping[str, Any]) -> PaperExtras:
    """What was typed as the papers take it."""
    return PaperExtras(
        codes=codes_of(values.get("codes", "")),
        worth=values.get("worth"),
        percent=_number("percent", 100, values.get("percent", "")),
        what=values.get("wrong") or values.get("what") or "",
        promised=values.get("promised") or "",
        until=values.get("until"),
        gift=values.get("gift") or "",
        warranty_months=_number("warranty", _MOST_MONTHS, values.get("warranty", "")) or 0,
        link=values.get("link") or "",
    )
