"""At the start after a power cut in mid-print a person says whether the papers came out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.actions.handed import Handed, note_handed
from desktop_app.actions.printing import print_folder
from desktop_app.domain.kinds import Kind
from desktop_app.queries.printing import print_rows
from desktop_app.store.connect import open_shop
from desktop_app.ui.preview.came_out import CameOut
from tests.made import TODAY, bought, printed_papers
from tests.ui.around import House
from tests.ui.pages.around import button

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


def opened_after_a_stop(house: House) -> CameOut:
    """A window on a shop whose program stopped while the papers of two orders were on their way."""
    shop = open_shop(house.location, today=lambda: TODAY)
    both = [(bought(shop), Kind.THANK_YOU), (bought(shop), Kind.THANK_YOU)]
    file = print_folder(shop) / "parcel-1.pdf"
    file.write_bytes(b"%PDF-")
    note_handed(Handed(shop.location, printed_papers(tuple(both)), Kind.PARCEL, file, "Office"))
    note = file.with_suffix(".handed")
    note.write_text(json.dumps({**json.loads(note.read_text()), "process": 2**22 + 1}))  # no system has so many
    shop.close()
    house.open()
    found = house.shell.findChild(CameOut)
    assert found is not None
    return found


def asked(house: House, question: Callable[..., Any]) -> Any:
    found: list[Any] = []
    house.window.work.ask(question, then=found.append)
    house.settle()
    return found[0]


def test_what_came_out_counts_as_printed(house: House) -> None:
    dialog = opened_after_a_stop(house)
    assert dialog.title.text() == "Papers of 2 orders were on their way to Office. Did they come out?"
    dialog.yes.click()
    house.settle()
    [row] = asked(house, print_rows)
    assert row.outcome.state.value == "printed"
    banner = house.window.stage.banner
    assert banner.text == "They count as printed."
    button(banner, "Undo").click()
    house.settle()
    assert [row.undone for row in asked(house, print_rows)] == [True]


def test_a_double_click_answers_once(house: House) -> None:
    dialog = opened_after_a_stop(house)
    dialog.yes.click()
    dialog.yes.click()
    dialog.no.click()
    house.settle()
    [row] = asked(house, print_rows)
    assert row.outcome.state.value == "printed"
    assert len(asked(house, lambda shop: list(print_folder(shop).glob("*.pdf")))) == 1


def test_what_did_not_come_out_is_as_if_it_had_not_been_printed(house: House) -> None:
    opened_after_a_stop(house).no.click()
    house.settle()
    assert asked(house, print_rows) == []
    assert asked(house, lambda shop: list(print_folder(shop).iterdir())) == []


def test_a_key_meant_for_something_else_answers_nothing(house: House) -> None:
    dialog = opened_after_a_stop(house)
    assert dialog.focusWidget() is dialog.later
    for key in (Qt.Key.Key_3, Qt.Key.Key_Return):
        QTest.keyClick(dialog.later, key)
    house.settle()
    assert asked(house, print_rows) == []
    assert len(asked(house, lambda shop: list(print_folder(shop).glob("*.handed")))) == 1


def test_put_off_it_is_asked_again(house: House) -> None:
    opened_after_a_stop(house).later.click()
    house.settle()
    assert asked(house, print_rows) == []
    assert len(asked(house, lambda shop: list(print_folder(shop).glob("*.handed")))) == 1
