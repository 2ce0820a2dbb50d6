"""Scenes of complaints in figures: the months, products beside their orders, causes with what was changed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.causes import add_remedy, set_cause
from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.resolutions import choose
from desktop_app.domain.causes import RemedyFields
from desktop_app.domain.complaints import ComplaintFields, Verdict
from desktop_app.domain.money import Money
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.queries.causes import cause_named, causes
from desktop_app.queries.orders import order, order_ids
from desktop_app.ui.pages.complaints.cause_dialogs import ask_remedy
from desktop_app.ui.pages.complaints.figures_dialog import FiguresDialog, open_figures
from tests.made import TODAY
from tests.ui.around import House

_CUPS, _PICKUP = "Krūzes iesaiņotas bez stūriem", "Курьер забирает после 17 часов"
_DEEDS = (Deed.REFUND, Deed.VOUCHER, Deed.APOLOGY, None)


def months(house: House) -> QWidget:
    """The months of a year, causes, and who bought again."""
    return _opened(house, "month")


def products(house: House) -> QWidget:
    """Products beside the orders that held them."""
    return _opened(house, "product")


def changed(house: House) -> QWidget:
    """Noting what was changed because of a cause."""
    dialog = _opened(house, "month")
    asked = ask_remedy(house.window.desk, dialog, dialog.now.causes[0])
    house.settle()
    return asked


def _opened(house: House, by: str) -> FiguresDialog:
    house.window.work.change(_record, then=lambda _: None)
    house.settle()
    dialog = open_figures(house.window.desk, house.shell)
    dialog.by.choose(by)
    dialog.refresh()
    house.settle()
    return dialog


def _record(shop: Any, *, actor: str) -> Any:
    if causes(shop):
        return set_cause(shop, [], "", actor=actor)
    sent = order_ids(shop)
    for n in range(26):
        whose = order(shop, sent[(n * 7) % min(40, len(sent))])
        day = TODAY - dt.timedelta(days=(n * n * 17) % 330)
        fields = ComplaintFields(
            ("late", "damaged", "wrong")[n % 3], received_at=f"{day}T10:00:00+02:00", order=whose.id,
            customer=whose.fields.customer, product=whose.fields.lines[0].product, carrier=("DPD", "Omniva", "")[n % 3],
            article=whose.fields.lines[0].name, verdict=Verdict.YES if n % 2 else Verdict.UNCLEAR,
        )  # fmt: skip
        kept, last = add_complaint(shop, fields, actor=actor)
        deed = _DEEDS[n % 4]
        if deed is not None:
            choose(shop, kept, Offer(deed, amount=Money(500, "EUR") if deed is Deed.VOUCHER else None),
                   cost=Money(100, "EUR"), words="…", actor=actor)  # fmt: skip
        if n % 3 < 2:
            last = set_cause(shop, [kept], (_PICKUP, _CUPS)[n % 3], actor=actor)
    cause = cause_named(shop, _CUPS)
    assert cause is not None
    fields_ = RemedyFields("Kartona stūri katrai krūzei, iesaiņo divi", TODAY - dt.timedelta(days=60))
    return add_remedy(shop, cause, fields_, actor=actor)[-1] or last
