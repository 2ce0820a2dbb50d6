"""Scenes of orders: made by hand, set aside and late, changed by two desks, coming back, cancelled, told of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.orders import edit_order
from desktop_app.actions.packing import set_aside
from desktop_app.domain.listing import OrderFilter, Sort
from desktop_app.domain.orders import Status
from desktop_app.queries.orders import order, order_ids
from desktop_app.queries.product_list import product_ids, product_rows
from desktop_app.ui.pages.orders.giving_back import ask_cancel, ask_return
from desktop_app.ui.pages.orders.late_dialog import open_late
from desktop_app.ui.pages.orders.lines import Col
from desktop_app.ui.pages.orders.setting_aside import ask_reason
from tests.ui.around import House

_LATE = OrderFilter(late=True)


def begun(house: House) -> QWidget:
    """An order begun by hand, with articles of the shop, one of a kind of its own, and a discount."""
    page = _page(house)
    page.new()
    house.settle()
    articles = page.record.form.articles
    found: list[Any] = []
    house.window.work.ask(lambda shop: product_rows(shop, product_ids(shop)[:2]), then=found.append)
    house.settle()
    for text in (*(row.sku for row in found[0]), "Gift wrap"):
        articles.box.edit.setText(text)
        articles._entered()
        house.settle()
    model = articles.model
    model.setData(model.index(0, Col.LESS), "10 %")
    model.setData(model.index(2, Col.PRICE), "1.50")
    page.record._count_promise()
    house.settle()
    page.record._area.verticalScrollBar().setValue(120)
    return house.shell


def aside(house: House) -> QWidget:
    """A late order that was set aside, with the way it came."""
    late = _ids(house, _LATE)[0]
    house.window.work.change(set_aside, late, "2 × Ķēniņa krūze: nav noliktavā", then=lambda _: None)
    house.settle()
    page = _open(house, late)
    history = page.record.steps.history
    if history is not None:
        history.open()
    return house.shell


def conflict(house: House) -> QWidget:
    """What two desks changed at once."""
    page = _open(house, _ids(house, OrderFilter(to_pack=True))[1])
    page.record.form.box("packer_note").input.setPlainText("Wrap twice")
    whole = _whole(house, page.record.record_id)
    theirs = replace(whole.fields, tracking="LV123")
    house.window.work.change(
        lambda shop, *, actor: edit_order(shop, whole.id, whole.version, theirs, actor="Zane"), then=lambda _: None
    )
    house.settle()
    page.record.save()
    house.settle()
    return house.shell


def filtered(house: House) -> QWidget:
    """The questions of the filter, two of them answered and on chips."""
    page = _page(house)
    page.narrowing.narrow_by({"unpaid": True, "country": "LV"})
    page.narrowing.button.setChecked(True)
    page.narrowing._turn()
    page.narrowing.changed.emit()
    house.settle()
    return house.shell


def returned(house: House) -> None:
    """Pieces that came back, with what is given back for them."""
    _page(house)  # what was typed in the scene before is dropped
    wanted = OrderFilter(status=(Status.DELIVERED,))
    ask_return(house.window.desk, house.shell, _whole(house, _ids(house, wanted)[2]), then=lambda _: None)


def cancelled(house: House) -> None:
    """An order that is cancelled with its money given back."""
    wanted = OrderFilter(status=(Status.PAID,))
    ask_cancel(house.window.desk, house.shell, _whole(house, _ids(house, wanted)[0]), then=lambda _: None)


def reason(house: House) -> None:
    """Why an order is set aside."""
    wanted = OrderFilter(to_pack=True)
    ask_reason(house.window.desk, house.shell, _whole(house, _ids(house, wanted)[0]), then=lambda _: None)


def late(house: House) -> None:
    """The late orders with the messages for their customers."""
    open_late(house.window.desk, house.shell, open_url=lambda _: True)
    house.settle()


def _ids(house: House, wanted: OrderFilter) -> Any:
    found: list[Any] = []
    house.window.work.ask(lambda shop: order_ids(shop, wanted, Sort("number")), then=found.append)
    house.settle()
    return found[0]


def _whole(house: House, order_id: int) -> Any:
    found: list[Any] = []
    house.window.work.ask(lambda shop: order(shop, order_id), then=found.append)  # type: ignore[arg-type]
    house.settle()
    return found[0]


def _open(house: House, order_id: int) -> Any:
    page = _page(house)
    page.show_record(int(order_id))
    house.settle()
    return page


def _page(house: House) -> Any:
    """The orders page as at first."""
    house.window.navigate("orders")
    house.settle()
    page: Any = house.window.stage.page
    if page._record is not None and page._record.form is not None:
        page._record.form.mark_clean()
        page._record.leave()
    page.narrowing.button.setChecked(False)
    page.narrowing._turn()
    page.narrow_to("all")
    house.settle()
    return page
