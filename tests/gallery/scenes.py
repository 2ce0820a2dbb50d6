"""The scenes of the gallery: each brings the window to something worth looking at, the way a person would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.i18n import msg
from desktop_app.queries.orders import order_ids
from tests.ui.around import House

DATA = Path(__file__).resolve().parents[1] / "data"
Scene = Callable[[House], QWidget]


def page(name: str, **what: object) -> Scene:
    """A page of the sidebar, perhaps with something opened on it."""

    def show(house: House) -> QWidget:
        house.window.navigate(name, **what)
        house.settle()
        return house.shell

    return show


def record(name: str, key: str) -> Scene:
    """A page with its first record opened."""

    def show(house: House) -> QWidget:
        house.window.navigate(name)
        house.settle()
        model = house.window.stage.page.list.model()  # type: ignore[union-attr]
        house.window.navigate(name, **{key: model.id_at(0)})
        house.settle()
        return house.shell

    return show


def new_order(house: House) -> QWidget:
    """An order begun by hand."""
    house.window.navigate("orders")
    house.settle()
    house.window.stage.page.new()  # type: ignore[union-attr]
    house.settle()
    return house.shell


def plan(house: House) -> QWidget:
    """A dropped export with its plan."""
    house.shell.dropped.emit([str(DATA / "shopify_orders.csv")])
    house.settle()
    return house.shell


def search(house: House) -> QWidget:
    """The global search with hits."""
    house.window.navigate("today")
    house.settle()
    box = house.window.stage.page.header.search  # type: ignore[union-attr]
    box.take_focus()
    box.edit.setText("an")
    house.settle()
    return house.shell


def banners(house: House) -> QWidget:
    """A failure over a page."""
    house.window.navigate("today")
    house.settle()
    box = house.window.stage.page.header.search  # type: ignore[union-attr]
    box.edit.clear()
    house.window.tell(msg("The printer “Canon TS700” did not take the papers. See whether it is on, then print again."))
    return house.shell


def dialog(open_it: Callable[[House], Any]) -> Scene:
    """A dialog over the window."""

    def show(house: House) -> QWidget:
        open_it(house)
        house.settle()
        found = [one for one in house.shell.findChildren(QDialog) if one.isVisible()]
        return found[-1]

    return show


def help_page(house: House) -> None:
    """Keys and help."""
    from desktop_app.ui.help import HelpDialog

    HelpDialog(house.window.desk, house.shell).open()


def restore(house: House) -> None:
    """The list of backups."""
    from desktop_app.actions.backups import backup
    from desktop_app.ui.pages.settings.restore import RestoreDialog

    house.window.work.ask(backup)
    house.settle()
    RestoreDialog(house.window.desk, house.shell).open()


def preview(house: House) -> None:
    """The preview of four orders' papers."""
    from desktop_app.ui.preview.dialog import open_preview

    found: list[Any] = []
    house.window.work.ask(order_ids, then=found.append)
    house.settle()
    open_preview(house.window.desk, house.shell, orders=list(found[0][:4]))


SLOW = frozenset({"preview"})  # pages of PDF are rendered after everything else is there

SCENES: dict[str, Scene] = {
    "today": page("today"),
    "search": search,
    "banner": banners,
    "orders": page("orders"),
    "order": record("orders", "order"),
    "order-new": new_order,
    "orders-late": page("orders", chip="late"),
    "customers": page("customers"),
    "customer": record("customers", "customer"),
    "products": page("products"),
    "product": record("products", "product"),
    "paper": page("paper"),
    "import": page("imports"),
    "import-plan": plan,
    "settings": page("settings"),
    "help": dialog(help_page),
    "restore": dialog(restore),
    "preview": dialog(preview),
}
