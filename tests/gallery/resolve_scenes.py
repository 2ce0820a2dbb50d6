"""Scenes of making good: the offers of the book with their costs, what was chosen on the record, the book itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.resolutions import choose
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaints import KINDS, ComplaintFields, ComplaintId, ComplaintKind, Verdict
from desktop_app.domain.listing import OrderFilter
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.resolution_settings import RESOLUTION_LIMIT
from desktop_app.domain.resolutions import ON_PAPER
from desktop_app.queries.orders import order, order_ids
from desktop_app.queries.resolutions import proposal
from desktop_app.ui.pages.complaints.resolve_card import ResolveCard
from desktop_app.ui.pages.complaints.resolve_dialog import good_file, open_good
from desktop_app.ui.pages.customers.sections import TALK
from desktop_app.ui.pages.settings.book_dialog import BookDialog
from desktop_app.ui.preview.dialog import open_preview
from tests.gallery.complaint_scenes import into_sight
from tests.ui.around import House


def offered(house: House) -> None:
    """The offers for a complaint, one of them proposed."""
    files: list[Any] = []
    house.window.work.ask(good_file, recorded(house), then=files.append)
    house.settle()
    open_good(house.window.desk, house.shell, files[0])


def chosen(house: House) -> QWidget:
    """What was chosen, on a complaint’s record, with its papers."""
    complaint = _made_good(house)
    house.window.navigate("complaints", complaint=int(complaint))
    house.settle()
    page: Any = house.window.stage.page
    page.record.show_part(TALK)
    house.settle()
    into_sight(page.record.findChild(ResolveCard))
    return house.shell


def alone(house: House) -> None:
    """Its papers, to be printed by themselves."""
    complaint = _made_good(house)
    dialog = open_preview(house.window.desk, house.shell, complaint=complaint)
    house.settle()
    house.qtbot.waitUntil(lambda: dialog.papers is not None, timeout=20_000)


def _made_good(house: House) -> ComplaintId:
    complaint = recorded(house)

    def good(shop: Any, *, actor: str) -> Any:
        offer = next(one.offer for one in proposal(shop, complaint) if one.offer.deed in ON_PAPER)
        what = "sūtījums atnāca vēlāk, nekā solījām"
        return choose(shop, complaint, offer, apology=True, enclosed=True, what=what, actor=actor)

    house.window.work.change(good, then=lambda _: None)
    house.settle()
    return complaint


def recorded(house: House) -> ComplaintId:
    """A justified complaint about a paid order."""
    made: list[ComplaintId] = []

    def record(shop: Any, *, actor: str) -> Any:
        set_settings(shop, {RESOLUTION_LIMIT: 200}, actor=actor)
        sent = order_ids(shop, OrderFilter(status=(Status.SHIPPED, Status.DELIVERED)))
        whose = order(shop, OrderId(sent[0]))
        fields = ComplaintFields(
            "late", order=whose.id, customer=whose.fields.customer, article=whose.fields.lines[0].name,
            verdict=Verdict.YES,
        )  # fmt: skip
        kept, changes = add_complaint(shop, fields, actor=actor)
        made.append(kept)
        return changes

    house.window.work.change(record, then=lambda _: None)
    house.settle()
    return made[0]


def book_pages(house: House) -> None:
    """The offers for one kind of complaint."""
    BookDialog(house.window.desk, house.shell, ComplaintKind("late", KINDS["late"])).open()


def book_card(house: House) -> QWidget:
    """The book among the settings."""
    house.window.navigate("settings")
    house.settle()
    page: Any = house.window.stage.page
    page.content.content.ensureWidgetVisible(page.book)
    house.settle()
    return house.shell

