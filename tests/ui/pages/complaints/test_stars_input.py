"""Stars of a review by keys and pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_app.i18n import Words
from desktop_app.ui.pages.complaints.stars_input import StarsInput


@pytest.fixture
def stars(qtbot, theme):
    made = StarsInput(theme, Words())
    qtbot.addWidget(made)
    made.show()
    return made


def test_digits_and_arrows_say_how_many_and_nought_that_it_is_no_review(qtbot, stars):
    told = []
    stars.edited.connect(lambda: told.append(stars.value()))
    for key in (Qt.Key.Key_4, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_0):
        qtbot.keyClick(stars, key)
    assert told == [4, 3, 4, None]
    assert stars.accessibleDescription() == "no review"


def test_a_star_is_pressed_and_pressed_again_taken_away(qtbot, stars):
    second = QPoint(stars.sizeHint().width() // 8, stars.height() // 2)
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=second)
    assert stars.value() in (1, 2)
    assert stars.accessibleDescription().endswith(("star", "stars"))
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=second)
    assert stars.value() is None


def test_showing_a_number_tells_nobody(stars):
    told = []
    stars.edited.connect(lambda: told.append(1))
    stars.set_value(5)
    assert (stars.value(), told) == (5, [])
