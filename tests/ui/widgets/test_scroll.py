"""Where a page stands when what had the keyboard goes away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.widgets.scroll import Scroll, yielding_part


@pytest.fixture
def scroll(qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    for _ in range(2):
        card = QWidget(objectName="card")
        rows = QVBoxLayout(card)
        for number in range(20):
            rows.addWidget(QPushButton(f"Row {number}"))
        column.addWidget(card)
    made = Scroll(content)
    made.resize(200, 200)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_page_stays_where_it_is_when_a_card_goes_with_the_button_that_was_pressed(scroll):
    card = scroll.widget().findChild(QWidget, "card")
    card.findChildren(QPushButton)[0].setFocus()
    card.hide()
    assert scroll.focusWidget() not in card.findChildren(QPushButton)
    assert scroll.verticalScrollBar().value() == 0


def test_the_tab_key_shows_what_it_reaches(scroll):
    rows = scroll.widget().findChildren(QPushButton)
    rows[0].setFocus()
    for _ in range(20):
        QTest.keyClick(scroll.focusWidget(), Qt.Key.Key_Tab)
    assert scroll.verticalScrollBar().value() > 0


def test_a_button_that_rests_after_a_press_does_not_move_the_page(scroll):
    last = scroll.widget().findChildren(QPushButton)[-1]
    last.setFocus()
    last.setEnabled(False)  # the keyboard goes round to what stands above
    scroll.verticalScrollBar().setValue(50)
    first = scroll.widget().findChildren(QPushButton)[0]
    first.setFocus()
    first.setEnabled(False)
    assert scroll.verticalScrollBar().value() == 50


def test_what_one_was_led_to_stays_at_the_top_while_what_is_above_fills_until_one_scrolls(scroll, qtbot):
    above, card = scroll.widget().findChildren(QWidget, "card")

    def top():
        return card.mapTo(scroll.viewport(), QPoint(0, 0)).y()

    scroll.lead_to(card)
    assert top() == 0
    above.layout().addWidget(QPushButton("One more row"))
    before = scroll.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > before and top() == 0)
    scroll.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    before = scroll.verticalScrollBar().maximum()
    above.layout().addWidget(QPushButton("Another row"))
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > before)
    assert scroll.verticalScrollBar().value() == 0


def test_what_one_was_led_to_does_not_come_back_to_who_went_on_by_tab(scroll, qtbot):
    above, card = scroll.widget().findChildren(QWidget, "card")
    scroll.lead_to(above)
    above.findChildren(QPushButton)[0].setFocus()
    for _ in range(20):
        QTest.keyClick(scroll.focusWidget(), Qt.Key.Key_Tab)
    reached, before = scroll.verticalScrollBar().value(), scroll.verticalScrollBar().maximum()
    card.layout().addWidget(QPushButton("What is wrong there"))
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > before and not scroll._laid_out.isActive())
    assert scroll.verticalScrollBar().value() == reached > 0


@pytest.fixture
def low(qtbot):
    """A part between two others, with a list that takes what room there is and words of several lines below it."""
    made = QWidget()
    column = QVBoxLayout(made)
    part = yielding_part(column, space=8)
    part.addWidget(names := QListWidget(), 1)
    names.setMinimumHeight(60)
    part.addWidget(said := QLabel("Told in several lines, none of which may be lost. " * 8))
    said.setWordWrap(True)
    column.addWidget(QPushButton("Close"))
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    qtbot.waitExposed(made)
    return made, names, said


def test_a_part_with_room_fills_it_and_a_low_one_scrolls_instead_of_cutting_its_words(low):
    made, names, said = low
    area = made.findChild(Scroll)
    assert area.verticalScrollBar().maximum() == 0
    assert names.height() > 300
    made.resize(300, 140)
    made.layout().activate()
    assert (names.height(), said.height()) == (60, said.heightForWidth(said.width()))
    assert area.verticalScrollBar().maximum() > 0


def test_what_appears_in_a_low_part_gets_its_room(low):
    made, _names, said = low
    made.resize(300, 150)
    said.hide()
    QApplication.sendPostedEvents()
    made.layout().activate()
    before = made.findChild(Scroll).widget().height()
    said.show()
    QApplication.sendPostedEvents()
    assert made.findChild(Scroll).widget().height() > before
    assert said.height() == said.heightForWidth(said.width())
