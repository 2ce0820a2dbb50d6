from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.widgets.known_input import KnownInput
from tests.ui.widgets.typing_in import press_key, type_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@pytest.fixture
def given(qtbot: Any) -> KnownInput:
    made = KnownInput(hint="Any")
    qtbot.addWidget(made)
    made.set_known(["Rīga", "Ogre"])
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def told(given: KnownInput) -> list[str]:
    found: list[str] = []
    given.edited.connect(lambda: found.append(given.value()))
    return found


def test_a_text_is_told_once_it_is_whole(given: KnownInput) -> None:
    found = told(given)
    type_in(given, "Rīga")
    assert found == []
    press_key(given, Qt.Key.Key_Return)
    press_key(given, Qt.Key.Key_Return)
    assert found == ["Rīga"]


def test_emptying_it_is_told_at_once(given: KnownInput) -> None:
    given.set_value("Rīga")
    found = told(given)
    given.selectAll()
    press_key(given, Qt.Key.Key_Delete)
    assert found == [""]


def test_an_offer_that_is_chosen_is_told(given: KnownInput) -> None:
    found = told(given)
    given.setText("Ogre")
    given.completer().activated.emit("Ogre")
    assert found == ["Ogre"]


def test_any_part_of_a_known_text_is_offered(given: KnownInput) -> None:
    given.completer().setCompletionPrefix("GR")
    assert given.completer().currentCompletion() == "Ogre"


def test_down_offers_everything(given: KnownInput) -> None:
    press_key(given, Qt.Key.Key_Down)
    popup: Any = given.completer().popup()
    assert popup.isVisible()
    assert given.completer().completionCount() == 2
    popup.hide()


def test_loading_tells_nothing(given: KnownInput) -> None:
    found = told(given)
    given.set_value("Cēsis")
    press_key(given, Qt.Key.Key_Return)
    assert (found, given.value()) == ([], "Cēsis")
