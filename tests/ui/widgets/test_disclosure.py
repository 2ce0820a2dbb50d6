"""What is folded away under a word, and a choice under headings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.ui.widgets.disclosure import Disclosure
from desktop_app.ui.widgets.grouped import GroupedChoice
from desktop_app.ui.widgets.inputs import CheckInput


def test_it_opens_by_mouse_and_by_keys_and_tells(qtbot, theme):
    told = []
    part = Disclosure(theme, "Sides and sheets", QLabel("inside"))
    part.opened.connect(told.append)
    qtbot.addWidget(part)
    part.resize(260, 200)
    part.show()
    assert not part.content.isVisible()
    qtbot.mouseClick(part.button, Qt.MouseButton.LeftButton)
    assert part.content.isVisible()
    qtbot.keyClick(part.button, Qt.Key.Key_Return)
    assert not part.content.isVisible()
    assert told == [True, False]


def test_what_is_set_inside_is_said_and_told_whole_where_it_is_shortened(qtbot, theme):
    part = Disclosure(theme, "Sides and sheets", QLabel("inside"))
    qtbot.addWidget(part)
    part.resize(130, 60)
    part.show()
    part.say("both sides · in piles")
    assert part.button.accessibleDescription() == "both sides · in piles"
    assert part.button.toolTip() == "Sides and sheets · both sides · in piles"
    part.resize(600, 60)
    assert part.button.toolTip() == ""


def test_headings_cannot_be_chosen_and_one_group_has_none(qtbot, theme):
    choice = GroupedChoice(theme)
    qtbot.addWidget(choice)
    choice.set_groups([("Cards", [("a6", "A6")]), ("Nothing", []), ("Labels", [("l", "Label"), ("m", "Large label")])])
    assert [choice.itemText(row) for row in range(choice.count())] == ["Cards", "A6", "Labels", "Label", "Large label"]
    assert choice.value() == "a6"
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.value() == "l"  # past the heading
    choice.set_value("m")
    assert choice.toolTip() == "Large label"
    choice.set_groups([("Labels", [("m", "Large label")])])
    assert [choice.itemText(row) for row in range(choice.count())] == ["Large label"]


def test_a_check_with_a_long_text_breaks_into_lines(qtbot, theme):
    check = CheckInput(theme, "A sheet that shows where to cut, before all others", wrap=True)
    qtbot.addWidget(check)
    assert check.heightForWidth(400) == check.sizeHint().height()
    assert check.heightForWidth(140) > check.heightForWidth(400)
