"""Scenes of lists: narrowed, with columns of one's own and many marked, a view saved, several customers tagged."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.views import save_view
from desktop_app.domain.listing import CustomerFilter, ListKind, Sort
from desktop_app.domain.views import ViewContent
from desktop_app.ui.pages.customers.tagging import ask_tag
from tests.ui.around import House

_COLUMNS = ("name", "town", "tags", "last_order", "spent", "orders")
_VIEWS = {"en": "Regulars of Rīga", "ru": "Постоянные из Риги", "lv": "Rīgas pastāvīgie"}


def filtered(house: House) -> QWidget:
    """The questions of the filter, two of them answered and on chips."""
    page = _page(house)
    page.narrowing.narrow_by({"town": "Rīga", "orders_from": 2})
    page.narrowing.button.setChecked(True)
    page.narrowing._turn()
    page.narrowing.changed.emit()
    house.settle()
    return house.shell


def chosen(house: House) -> QWidget:
    """Columns of one's own in a saved view, several customers marked."""
    page = _page(house)
    content = ViewContent(CustomerFilter(town="Rīga"), Sort("spent", descending=True), _COLUMNS)
    name = _VIEWS[house.window.desk.words.language.value]
    house.window.work.change(save_view, ListKind.CUSTOMERS, name, content)
    house.settle()
    page.show_view(content)
    house.settle()
    model, marks = page.list.model(), page.list.selectionModel()
    for place in range(1, min(4, model.rowCount())):
        marks.select(model.index(place, 0), marks.SelectionFlag.Select | marks.SelectionFlag.Rows)
    return house.shell


def view(house: House) -> None:
    """A list kept as a view."""
    page = _page(house)
    page.views._ask_name(None)


def tagged(house: House) -> None:
    """Several customers given a tag."""
    page = _page(house)
    ask_tag(house.window.desk, page, list(page.model.all_ids())[:12])


def _page(house: House) -> Any:
    """The customers page as at first."""
    house.window.navigate("customers")
    house.settle()
    page: Any = house.window.stage.page
    page.narrow_to("all")
    page.list.show_as(("name", False), ())
    page.narrowing.button.setChecked(False)
    page.narrowing._turn()
    page.refresh()
    house.settle()
    return page
