"""The scenes of the gallery: each brings the window to something worth looking at, the way a person would."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.actions.importing import import_file, undo_import
from desktop_app.domain.backups import BackupRow, Reason
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import Damaged, DeliveryFailed
from desktop_app.domain.importing import ImportDone
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.orders import order_ids
from desktop_app.ui.first_start.not_opened import NotOpened
from desktop_app.ui.first_start.welcome import Welcome
from desktop_app.ui.search.popup import Popup
from desktop_app.ui.widgets.scroll import Scroll
from tests.gallery import (
    answer_scenes,
    complaint_scenes,
    customer_scenes,
    deadline_scenes,
    design_scenes,
    figures_scenes,
    frame_scenes,
    import_scenes,
    leaving_scenes,
    list_scenes,
    merging_scenes,
    message_scenes,
    order_scenes,
    packer_scenes,
    print_scenes,
    product_scenes,
    promise_scenes,
    resolve_scenes,
    server_scenes,
    today_scenes,
)
from tests.gallery.exports import two_exports
from tests.gallery.preview_scenes import card_words, findings
from tests.made import TODAY
from tests.ui.around import House

EXPORT = Path(__file__).resolve().parents[2] / "resources" / "sample" / "orders_export.csv"
HOME, BACKUP = "/home/ilze/.local/share/cordial/shop.db", "2026-11-20-084000-00007-closing.cordial-backup"
Scene = Callable[[House], QWidget]


def page(name: str, **what: object) -> Scene:
    """A page of the sidebar, perhaps with something opened on it."""

    def show(house: House) -> QWidget:
        house.window.navigate(name, **what)
        house.settle()
        shown = house.window.stage.page
        for area in shown.findChildren(Scroll) if shown is not None else ():  # as it is first seen
            area.verticalScrollBar().setValue(0)
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


def imports(house: House) -> QWidget:
    """The Import page as it is first seen."""
    import_scenes.empty(house)
    return house.shell


def plan(house: House) -> QWidget:
    """A dropped export with its plan."""
    import_scenes.empty(house)
    house.shell.dropped.emit([str(EXPORT)])
    house.settle()
    return house.shell


def plan_of_a_season(house: House) -> QWidget:
    """The plan of an export with new, changed, known, refused and odd orders beside those of a fortnight ago."""
    earlier, later = two_exports(Path(house.location).parent)
    done: list[ImportDone] = []
    house.window.work.change(lambda shop, actor: import_file(shop, earlier, actor=actor)[1], then=done.append)
    house.settle()
    import_scenes.empty(house)
    house.shell.dropped.emit([str(later)])
    house.settle()
    house.window.work.change(undo_import, done[0].id)  # the other pictures are of the sample shop alone
    house.settle()
    return house.shell


def first_start(house: House) -> QWidget:
    """The three questions of a new shop."""
    return house.shell


def begun(name: str) -> Scene:
    """A page of a shop that nobody is in yet."""

    def show(house: House) -> QWidget:
        if isinstance(house.shell.cover, Welcome):
            house.shell.cover.empty.click()
            house.settle()
        house.window.navigate(name)
        house.settle()
        return house.shell

    return show


class Ruined(NotOpened):
    """The page of a damaged shop that lies where an owner's does, with a backup of the tests' day."""

    def _look_for_backups(self) -> None:
        at = dt.datetime.combine(TODAY, dt.time(8, 40)).astimezone().isoformat()
        self._found([BackupRow(Path(BACKUP), at, Reason.CLOSING, 7, 40, 93_000, {"orders": 240})])


def not_opened(house: House) -> QWidget:
    """What is shown in place of a shop that is damaged, with a backup beside it."""
    damaged = msg(
        "“{place}” is damaged. It was left as it is: restore the newest backup, {backup} of {day}.",
        place=HOME,
        backup=BACKUP,
        day=TODAY,
    )
    desk = replace(house.window.desk, location=HOME, home=HOME)
    nothing = house.settle
    house.shell.set_cover(Ruined(desk, Damaged(damaged), again=nothing, restore=nothing, leave=nothing))
    house.settle()
    return house.shell


def search(house: House) -> QWidget:
    """The global search with hits."""
    house.window.navigate("today")
    house.settle()
    box = house.window.stage.page.header.search  # type: ignore[union-attr]
    house.shell.activateWindow()  # the dialog of the scene before may have taken the keyboard along
    house.qtbot.waitUntil(house.shell.isActiveWindow)
    box.take_focus()
    box.edit.setText("an")
    house.settle()
    assert any(popup.isVisible() for popup in house.shell.findChildren(Popup))
    return house.shell


def banners(house: House) -> QWidget:
    """A failure over a page."""
    house.window.navigate("today")
    house.settle()
    box = house.window.stage.page.header.search  # type: ignore[union-attr]
    box.edit.clear()
    house.window.tell(DeliveryFailed(msg("The printing system does not answer. Check the printer and try again.")))
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
    house.settings.forget("preview.geometry")  # as large as this window lets it be
    open_preview(house.window.desk, house.shell, orders=list(found[0][:4]))


def stocks(house: House) -> None:
    """The papers the shop can print on, one in detail with its begun sheets."""
    from desktop_app.actions.stocks import set_begun, set_owned
    from desktop_app.ui.pages.paper.stocks_dialog import StocksDialog

    house.window.work.change(set_owned, {"a6-4up-a4": True, "avery-l7163": True, "a4": True})
    house.window.work.change(set_begun, "a6-4up-a4", [(2, 4), (4,)])
    house.settle()
    StocksDialog(house.window.desk, house.shell, stock="a6-4up-a4").open()


def own_paper(house: House) -> None:
    """A paper of the shop's own that does not fit yet."""
    from desktop_app.ui.pages.paper.own_stock import OwnStockDialog

    dialog = OwnStockDialog(house.window.desk, house.shell)
    dialog.form.box("card_width").input.set_value(110)
    dialog.form.edited.emit("card_width")
    dialog.open()


def calibration(house: House) -> None:
    """A printer measured on its test page, and one that was before."""
    from desktop_app.actions.stocks import set_calibration
    from desktop_app.domain.calibration import Calibration
    from desktop_app.ui.pages.paper.calibrating import CalibrationDialog

    off = Calibration(0.4, -0.2, 0.997, 1.0, 0.4, -0.2)
    house.window.work.change(set_calibration, "Canon-TS5350", "", "a6-4up-a4", off)
    house.settle()
    dialog = CalibrationDialog(house.window.desk, house.shell, stock="a6-4up-a4")
    dialog.open()
    house.settle()
    dialog._found = ["Canon-TS5350"]  # as if it stood here
    dialog._edited("stock")
    form = dialog.measuring.form
    assert form is not None
    form.set_value({"left": 20.5, "top": 19.0, "across": 170.5, "down": 250})
    form.edited.emit("left")
    form.box("top").input.setFocus()


def run(house: House) -> None:
    """A print run with the sheets it took, two of its cards chosen to be printed again."""
    from desktop_app.actions.printing import make_parcel_papers, print_folder
    from desktop_app.actions.prints import log_print
    from desktop_app.domain.printing import Kind as Paper
    from desktop_app.domain.printing import PrintId
    from desktop_app.queries.printing import parcel_details, print_rows, shop_details
    from desktop_app.queries.settings import settings
    from desktop_app.ui.pages.paper.run import RunDialog

    def print_some(shop: Shop, *, actor: str) -> Changes:
        file = print_folder(shop) / "parcel.pdf"
        result = make_parcel_papers(
            parcel_details(shop, order_ids(shop)[:5]), shop_details(shop), kind=Paper.PARCEL, values=settings(shop),
            to=file, by=actor,
        )  # fmt: skip
        return log_print(shop, result, kind=Paper.PARCEL, file=file, printer="Canon-TS5350", by=actor, actor=actor)

    found: list[Any] = []
    house.window.work.ask(print_rows, then=lambda rows: found.append(max((row.id for row in rows), default=0)))
    house.window.work.change(print_some)
    house.settle()
    dialog = RunDialog(house.window.desk, house.shell, PrintId(found[0] + 1))
    dialog.open()
    house.settle()
    also = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (2, 3):
        dialog.list.selectionModel().select(dialog.model.index(row, 0), also)


def begun_sheets(house: House) -> None:
    """Begun sheets put right."""
    from desktop_app.actions.stocks import set_begun
    from desktop_app.ui.pages.paper.begun_dialog import BegunDialog

    house.window.work.change(set_begun, "avery-l7163", [(3, 4, 7, 8, 9, 10, 11, 12, 13, 14), (6, 13, 14)])
    house.settle()
    BegunDialog(house.window.desk, house.shell, "avery-l7163").open()


PAPERS_SCENE = "cards"  # no scene of the window: three papers side by side, see papers.py
SLOW = frozenset(  # pages of PDF are rendered after everything else is there
    {"preview", "preview-birthdays", "preview-labels", "preview-sides", "preview-printer", "preview-findings",
     "card-words", "print-run", "designer", "designer-cut", "enclosed-alone"}
)

SCENES: dict[str, Scene] = {
    "today": page("today"),
    "today-days": today_scenes.days,
    "today-done": today_scenes.done,
    "message": dialog(today_scenes.message),
    "search": search,
    "banner": banners,
    "orders": page("orders"),
    "order": record("orders", "order"),
    "messages": message_scenes.outgoing,
    "message-read": dialog(message_scenes.read),
    "renewals": message_scenes.renewals,
    "today-renewals": message_scenes.due,
    "complaints": complaint_scenes.listed,
    "complaint-talk": complaint_scenes.talk,
    "complaint-details": complaint_scenes.details,
    "complaint-of-order": complaint_scenes.on_order,
    "complaint-of-customer": complaint_scenes.on_customer,
    "complaint-kinds": complaint_scenes.kinds,
    "complaint-new": dialog(complaint_scenes.begun),
    "complaint-taken": dialog(complaint_scenes.taken),
    "complaint-months": dialog(figures_scenes.months),
    "complaint-products": dialog(figures_scenes.products),
    "complaint-change": dialog(figures_scenes.changed),
    "complaint-answer": dialog(answer_scenes.answer),
    "message-texts": dialog(answer_scenes.texts),
    "message-fields": dialog(answer_scenes.fields),
    "order-new": new_order,
    "orders-late": page("orders", chip="late"),
    "orders-filter": order_scenes.filtered,
    "order-typed": order_scenes.begun,
    "order-aside": order_scenes.aside,
    "order-conflict": order_scenes.conflict,
    "order-return": dialog(order_scenes.returned),
    "order-cancel": dialog(order_scenes.cancelled),
    "order-set-aside": dialog(order_scenes.reason),
    "orders-told": dialog(order_scenes.late),
    "customers": page("customers"),
    "customer": customer_scenes.part("details"),
    "customer-people": customer_scenes.part("people"),
    "customer-notes": customer_scenes.part("notes"),
    "customer-orders": customer_scenes.part("orders"),
    "customer-timeline": customer_scenes.part("timeline"),
    "customer-addressed": customer_scenes.addressed,
    "customer-refused": customer_scenes.refused,
    "customer-new": customer_scenes.begun,
    "person": dialog(customer_scenes.person),
    "customer-days": dialog(customer_scenes.days),
    "consent": dialog(customer_scenes.consent),
    "customers-filter": list_scenes.filtered,
    "customers-columns": list_scenes.chosen,
    "view": dialog(list_scenes.view),
    "customers-tag": dialog(list_scenes.tagged),
    "products": page("products"),
    "product": product_scenes.told,
    "product-texts": product_scenes.texts,
    "products-filter": product_scenes.filtered,
    "product-stock": dialog(product_scenes.stock),
    "import-products": product_scenes.planned,
    "paper": page("paper"),
    "import": imports,
    "import-plan": plan,
    "import-season": plan_of_a_season,
    "import-mail": import_scenes.mail,
    "import-reviews": import_scenes.reviews,
    "import-letters": import_scenes.letters,
    "import-mapping": import_scenes.mapping,
    "import-watched": import_scenes.watched,
    "settings": page("settings"),
    "settings-found": deadline_scenes.found,
    "settings-hours": deadline_scenes.hours,
    "settings-deadlines": deadline_scenes.settings,
    "complaint-terms": dialog(deadline_scenes.terms),
    "inbox": dialog(deadline_scenes.inbox),
    "today-complaints": deadline_scenes.today,
    "complaint-warned": deadline_scenes.warned,
    "make-good": dialog(resolve_scenes.offered),
    "made-good": resolve_scenes.chosen,
    "enclosed-alone": dialog(resolve_scenes.alone),
    "settings-book": resolve_scenes.book_card,
    "book": dialog(resolve_scenes.book_pages),
    "settings-promise": promise_scenes.days_off,
    "server": dialog(server_scenes.server),
    "server-people": dialog(server_scenes.people),
    "server-ready": dialog(server_scenes.ready),
    "settings-carriers": promise_scenes.carriers,
    "carrier": dialog(promise_scenes.carrier),
    "closed-days": dialog(promise_scenes.closed),
    "settings-hands": packer_scenes.hands,
    "settings-word": packer_scenes.word,
    "settings-checklist": packer_scenes.checklist,
    "packer": dialog(packer_scenes.packer),
    "packer-pin": dialog(packer_scenes.pin),
    "packer-signature": dialog(packer_scenes.signing),
    "packers-word": dialog(packer_scenes.word_of_day),
    "settings-tags": customer_scenes.tags,
    "help": dialog(help_page),
    "history": dialog(frame_scenes.history),
    "handbook": dialog(frame_scenes.handbook),
    "handbook-found": dialog(frame_scenes.handbook_found),
    "merging": dialog(merging_scenes.pair),
    "merging-nobody": dialog(merging_scenes.nobody),
    "erase": dialog(leaving_scenes.erase),
    "erase-confirmed": dialog(leaving_scenes.erase_confirmed),
    "erased-in-part": dialog(leaving_scenes.erased_in_part),
    "restore": dialog(restore),
    "preview": dialog(preview),
    "preview-birthdays": dialog(print_scenes.birthdays),
    "preview-labels": dialog(print_scenes.labels),
    "preview-sides": dialog(print_scenes.sides),
    "preview-printer": dialog(print_scenes.printer),
    "printing": dialog(print_scenes.following),
    "printing-stopped": dialog(print_scenes.came_out),
    "preview-findings": dialog(findings),
    "card-words": dialog(card_words),
    "papers-and-labels": dialog(stocks),
    "own-paper": dialog(own_paper),
    "calibration": dialog(calibration),
    "begun-sheets": dialog(begun_sheets),
    "print-run": dialog(run),
    "designer": dialog(design_scenes.designer),
    "designer-fields": dialog(design_scenes.fields),
    "designer-conditions": dialog(design_scenes.conditions),
    "designer-cut": dialog(design_scenes.cut),
    "designer-versions": dialog(design_scenes.versions),
    "designer-uses": dialog(design_scenes.uses),
}

FIRST_SCENES: dict[str, Scene] = {  # of a shop that nobody is in yet; the last one leaves no way back
    "first-start": first_start,
    "today-empty": begun("today"),
    "orders-empty": begun("orders"),
    "customers-empty": begun("customers"),
    "import-empty": begun("imports"),
    "not-opened": not_opened,
}
