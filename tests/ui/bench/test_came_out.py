"""Papers of an order come out twice only where a packer wants them to: after a stop in mid-print, after F9."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.actions.handed import Handed, note_handed
from desktop_app.domain.desk_settings import DESK_PRINTER
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.print_outcome import Outcome
from desktop_app.queries.orders import order
from desktop_app.queries.printing import print_rows
from tests.made import printed_papers
from tests.ui.bench.around import ALT, CONTROL, SPACE, Packing
from tests.ui.bench.orders import CLOTH, MUG
from tests.ui.bench.test_packing import asked, first_parcel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
F3, F9 = Qt.Key.Key_F3, Qt.Key.Key_F9


class PowerCut(BaseException):
    """The light goes out."""


def outcomes(packing: Packing) -> list[Any]:
    rows: Any = asked(packing, print_rows)
    return [row.outcome and row.outcome.state for row in rows]


def tick_all(packing: Packing) -> None:
    packing.scan(MUG, MUG, CLOTH)
    packing.key(SPACE, text=" ")
    packing.key(SPACE, text=" ")


def stopped_in_mid_print(packing: Packing, monkeypatch: pytest.MonkeyPatch) -> None:
    """The printer took the papers of the first order; before that was logged the program was gone, and came again."""
    from desktop_app.domain.errors import StoreUnavailable
    from desktop_app.i18n import msg
    from desktop_app.ui.bench import packing_off

    def gone(*_: object, **__: object) -> object:
        raise StoreUnavailable(msg("The light went out."))

    first_parcel(packing)
    with monkeypatch.context() as patch:
        patch.setattr(packing_off, "done", gone)
        packing.enter()
    packing.bench.off._out = None  # what another process would not know
    [note] = Path(packing.house.location).parent.glob("printed/*.handed")
    kept = json.loads(note.read_text())
    assert kept["process"] == os.getpid()
    note.write_text(json.dumps({**kept, "process": 2**22 + 1}))  # no system has so many
    packing.key(Qt.Key.Key_Escape)
    packing.key(Qt.Key.Key_Escape)
    assert outcomes(packing) == []
    packing.scan("10437")
    tick_all(packing)


def test_papers_that_were_on_their_way_when_it_stopped_are_asked_about(
    packing: Packing, no_printer: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_in_mid_print(packing, monkeypatch)
    packing.enter()
    assert packing.said.startswith("Cordial stopped while these papers went to Office. Did they come out?")
    assert [(hint.key, hint.text) for hint in packing.step.hints[:2]] == [
        ("Enter", "Print again"), ("F3", "they are here"),
    ]  # fmt: skip
    assert len(no_printer) == 1
    packing.key(F3)
    assert packing.step.name == "tracking"
    assert len(no_printer) == 1  # nothing more came out
    assert outcomes(packing) == [Outcome.PRINTED]
    assert asked(packing, order, OrderId(1)).fields.status is Status.PACKED  # type: ignore[attr-defined]
    assert list(no_printer[0].parent.glob("*.handed")) == []


def test_where_they_did_not_come_out_enter_prints_them_again(
    packing: Packing, no_printer: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_in_mid_print(packing, monkeypatch)
    packing.enter()
    packing.enter()
    assert packing.step.name == "tracking"
    assert len(no_printer) == 2
    assert len(outcomes(packing)) == 1  # one run came out
    assert list(no_printer[0].parent.glob("*.handed")) == []


def test_a_parcel_taken_back_is_packed_with_the_papers_it_had(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.enter()
    packing.key(F9)
    tick_all(packing)
    packing.enter()
    assert packing.said.startswith("These papers came out before: ")
    assert len(no_printer) == 1
    packing.key(F3)
    assert packing.step.name == "tracking"
    assert packing.said == "Order 10437 is packed."
    assert len(no_printer) == 1
    assert len(outcomes(packing)) == 1


def test_papers_that_were_saved_as_a_pdf_may_be_printed_and_here(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.house.settings.set(DESK_PRINTER, "")
    packing.enter()
    packing.enter()
    assert packing.step.name == "tracking"
    packing.key(F9)
    tick_all(packing)
    packing.enter()
    assert packing.said.startswith("These papers were saved as a PDF before: ")
    packing.key(F3)
    assert packing.said == "Order 10437 is packed."
    assert no_printer == []
    assert len(outcomes(packing)) == 1


def test_a_run_of_more_than_the_parcel_is_not_taken_for_its_papers(
    packing: Packing, no_printer: list[Path]
) -> None:
    folder = Path(packing.house.location).parent / "printed"
    folder.mkdir(exist_ok=True)
    both = printed_papers(((OrderId(1), Kind.THANK_YOU), (OrderId(2), Kind.THANK_YOU)))
    for name, papers, kind in (
        ("run", both, Kind.PARCEL), ("cards", printed_papers(((OrderId(1), Kind.THANK_YOU),)), Kind.THANK_YOU)
    ):
        note_handed(Handed(packing.house.location, papers, kind, folder / f"{name}.pdf", "Office"))
        note = folder / f"{name}.handed"
        note.write_text(json.dumps({**json.loads(note.read_text()), "process": 2**22 + 1}))
    first_parcel(packing)
    packing.enter()
    assert packing.step.name == "tracking"
    assert len(no_printer) == 1
    assert sorted(one.name for one in folder.glob("*.handed")) == ["cards.handed", "run.handed"]  # asked in the window


def test_what_was_unticked_since_the_question_is_told(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.enter()
    packing.key(F9)
    tick_all(packing)
    packing.enter()
    packing.key(Qt.Key.Key_1, ALT)  # the first step is not done after all
    packing.enter()
    assert packing.said.endswith("Ctrl+Enter packs it all the same.")
    assert len(no_printer) == 1
    packing.key(Qt.Key.Key_Return, CONTROL)
    assert packing.step.name == "tracking"


def test_a_parcel_taken_back_has_them_printed_again_by_enter(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.enter()
    packing.key(F9)
    tick_all(packing)
    packing.enter()
    packing.enter()
    assert packing.step.name == "tracking"
    assert len(no_printer) == 2


def test_what_was_packed_unticked_needs_no_third_yes(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.enter()
    packing.key(F9)
    packing.enter()  # nothing is ticked now
    packing.key(Qt.Key.Key_Return, CONTROL)
    assert packing.said.startswith("These papers came out before: ")
    packing.enter()
    assert packing.step.name == "tracking"
    assert len(no_printer) == 2


def test_a_printer_that_refuses_leaves_nothing_to_ask_about(
    packing: Packing, monkeypatch: pytest.MonkeyPatch, no_printer: list[Path]
) -> None:
    from desktop_app.domain.errors import DeliveryFailed
    from desktop_app.i18n import msg
    from desktop_app.ui.bench import papers

    def refuses(*_: object, **__: object) -> str:
        raise DeliveryFailed(msg("The printing system refused."))

    first_parcel(packing)
    monkeypatch.setattr(papers, "print_file", refuses)
    packing.enter()
    assert packing.step.name == "parcel"
    assert list((Path(packing.house.location).parent / "printed").iterdir()) == []
