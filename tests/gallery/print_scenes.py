"""Scenes of the preview's choices: birthday cards, labels on begun sheets, both sides, a printer, a job on its way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop_app.actions.stocks import set_begun, set_calibration
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.changes import ChangeId
from desktop_app.domain.imposing import Duplex, Order
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printers import Job, JobState, Printer
from desktop_app.domain.printing import Kind
from desktop_app.i18n import msg
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.orders import order_ids
from desktop_app.ui.widgets.disclosure import Disclosure
from tests.ui.around import House

_LABELS, _CARDS = "avery-l7163", "a6-4up-a4"
_OFFICE = Printer("Canon-TS5350", ready=True, trays=("tray-1", "rear"), both_sides=True)
_STILL = Printer("Brother-QL", ready=False, reasons=(msg("The printer is paused."),))


def birthdays(house: House) -> None:
    """Birthday cards for five customers, a voucher beside them."""
    dialog = _preview(house, customers=_some(house, customer_ids, 5), kind=Kind.BIRTHDAY)
    dialog.options.extras.forms[0].set_value({"codes": "RUDENS10", "percent": "10"})
    for folded in dialog.options.extras.findChildren(Disclosure):
        folded.open()
    _remade(house, dialog)


def labels(house: House) -> None:
    """Address labels that fill two begun sheets first, at a printer that stands still."""
    house.window.work.change(set_begun, _LABELS, [(5, 6, 9, 10, 11, 12, 13, 14), (13, 14)])
    dialog = _preview(house, customers=_some(house, customer_ids, 20), kind=Kind.ADDRESS)
    dialog.options.begun.check.set_value(True)
    dialog.options.begun.check.edited.emit()
    house.settings.forget("preview.begun")
    _printer(house, dialog, _STILL)
    _remade(house, dialog)


def sides(house: House) -> None:
    """Thank-you cards on both sides, cut and stacked, with a sheet that shows where to cut."""
    dialog = _preview(house, orders=_some(house, order_ids, 14), kind=Kind.THANK_YOU)
    form = dialog.options.sides.form
    form.set_value({"duplex": Duplex.LONG, "order": Order.CUT_AND_STACK, "marks": True, "guide": True, "sheets": "2-4"})
    form.edited.emit("duplex")
    house.settings.forget("preview.sides")  # the other scenes print on one side
    dialog.options.sides.more.open()
    _printer(house, dialog, _OFFICE)
    _remade(house, dialog)
    dialog.side.ensureWidgetVisible(form)


def printer(house: House) -> None:
    """A printer with a tray of its own for this paper, and its correction in the papers."""
    house.window.work.change(set_calibration, _OFFICE.name, "rear", _CARDS, Calibration(dx=0.4, dy=-0.2))
    dialog = _preview(house, orders=_some(house, order_ids, 4))
    _printer(house, dialog, _OFFICE)
    chosen = dialog.options.printer
    chosen.form.box("tray").input.set_value("rear")
    chosen.always.set_value(True)
    _remade(house, dialog)


def following(house: House) -> None:
    """A job that waits because its printer stands still."""
    from desktop_app.domain.kinds import counted
    from desktop_app.ui.preview.following import Following, Sent

    papers = counted(Kind.PARCEL, 48)
    dialog = Following(house.window.desk, house.shell, Sent("Brother-QL-7", "Brother-QL", papers, 12, ChangeId(1)))
    house.settle()
    dialog.show()
    dialog.show_job(Job("Brother-QL-7", JobState.STOPPED, (msg("The paper is out."),)))


def came_out(house: House) -> None:
    """Papers that were on their way to a printer when the program stopped."""
    from desktop_app.actions.handed import Handed
    from desktop_app.ui.preview.came_out import CameOut
    from tests.made import printed_papers

    papers = printed_papers(tuple((OrderId(one), Kind.THANK_YOU) for one in _some(house, order_ids, 12)))
    note = Handed(house.location, papers, Kind.PARCEL, Path("parcel.pdf"), "Brother-QL")
    CameOut(house.window.desk, house.shell, note).open()


def _preview(house: House, **whose: Any) -> Any:
    from desktop_app.ui.preview.dialog import open_preview

    house.settings.forget("preview.geometry")  # as large as this window lets it be
    dialog = open_preview(house.window.desk, house.shell, **whose)
    _made(house, dialog)
    return dialog


def _some(house: House, ids: Callable[..., Sequence[int]], count: int) -> list[int]:
    found: list[Any] = []
    house.window.work.ask(ids, then=found.append)
    house.settle()
    return [int(one) for one in found[0][:count]]


def _printer(house: House, dialog: Any, can: Printer) -> None:
    """A printer that this computer has not."""
    from desktop_app.ui.preview.printer import Printers

    dialog.options.printer.show_printers(Printers(("Brother-QL", "Canon-TS5350"), can.name))
    house.settle()
    dialog.options.printer.show_can(can)


def _remade(house: House, dialog: Any) -> None:
    dialog.options.changed.emit()
    _made(house, dialog)


def _made(house: House, dialog: Any) -> None:
    house.qtbot.waitUntil(lambda: dialog.making is not None and not dialog.making.under_way, timeout=30_000)
    house.settle()
