from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.i18n import Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.word_chips import WordChips
from tests.ui.widgets.typing_in import press_key, type_in


@pytest.fixture
def chips(theme: Theme, qtbot: Any) -> WordChips:
    made = WordChips(Words(), hint="Add a tag")
    qtbot.addWidget(made)
    made.set_known(("tēja", "linen", "green tea"))
    made.resize(300, 100)
    made.show()
    return made


def test_enter_and_a_comma_end_a_word(chips: WordChips) -> None:
    type_in(chips.edit, "silk")
    press_key(chips.edit, Qt.Key.Key_Return)
    type_in(chips.edit, "wool,")
    assert [chip.text() for chip in chips.chips] == ["silk  ×", "wool  ×"]
    assert chips.value() == ("silk", "wool")
    assert chips.edit.text() == ""


def test_a_word_that_is_typed_and_not_ended_is_not_lost(chips: WordChips) -> None:
    type_in(chips.edit, "silk")
    assert chips.value() == ("silk",)


def test_the_shops_words_are_offered_whatever_the_case_and_marks(chips: WordChips) -> None:
    type_in(chips.edit, "TE")
    assert chips.offered == ["tēja", "green tea"]
    type_in(chips.edit, "JA")
    press_key(chips.edit, Qt.Key.Key_Return)
    assert chips.value() == ("tēja",)


def test_the_same_word_is_there_once(chips: WordChips) -> None:
    chips.set_value(("linen",))
    type_in(chips.edit, "Linen,")
    assert chips.value() == ("linen",)


def test_a_press_and_backspace_take_words_out_and_tell(chips: WordChips) -> None:
    told: list[bool] = []
    chips.set_value(("a", "b", "c"))
    chips.edited.connect(lambda: told.append(True))
    chips.chips[0].click()
    press_key(chips.edit, Qt.Key.Key_Backspace)
    assert chips.value() == ("b",)
    assert told == [True, True]
    assert chips.chips[0].accessibleName() == "Take out “b”"


def test_loading_drops_what_was_there(chips: WordChips) -> None:
    chips.set_value(("a", "b"))
    type_in(chips.edit, "c")
    chips.set_value(("d",))
    assert chips.value() == ("d",)


def test_the_offers_are_reached_by_the_keyboard_and_go_with_it(chips: WordChips, qtbot: Any) -> None:
    chips.activateWindow()
    chips.edit.setFocus()
    assert chips.offered == ["tēja", "linen", "green tea"]
    press_key(chips.edit, Qt.Key.Key_Down)
    assert chips.offers[0].hasFocus()
    press_key(chips.offers[0], Qt.Key.Key_Return)
    assert chips.value() == ("tēja",)
    assert chips.edit.hasFocus()
    assert chips.offered == ["linen", "green tea"]
    chips.chips[0].setFocus()
    qtbot.waitUntil(lambda: not chips.offers[0].isVisible())


def test_tab_comes_to_the_words_offered_in_their_order(chips: WordChips) -> None:
    chips.edit.setFocus()
    type_in(chips.edit, "silk")
    press_key(chips.edit, Qt.Key.Key_Return)
    after: list[object] = []
    stop = chips.edit.nextInFocusChain()
    while stop is not chips.edit:
        if stop in chips.offers:
            after.append(stop)
        stop = stop.nextInFocusChain()
    assert len(after) == 3
    assert after == chips.offers
