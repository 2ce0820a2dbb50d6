"""The form of a paper of one's own: drawn while it is typed, what does not fit said in words, nothing lost by Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.actions.stocks import stock_choices
from desktop_app.ui.pages.paper.own_stock import OwnStockDialog
from tests.ui.pages.around import Around, press, type_text


@pytest.fixture
def dialog(around):
    around.window.resize(1200, 800)
    with around.qtbot.waitExposed(around.window):
        around.window.show()
    made = OwnStockDialog(around.desk, around.window)
    made.open()
    around.settle()
    made.left = []
    made.finished.connect(made.left.append)  # it is gone then
    left = made.left
    yield made
    if not left:
        made.form.mark_clean()
        made.reject()


def fill(dialog: OwnStockDialog, **typed: str) -> None:
    """Type into fields like a person."""
    for key, text in typed.items():
        box = dialog.form.box(key).input
        box.selectAll()
        box.del_()
        type_text(box, text)


def own_papers(around: Around):
    return [one.stock for one in around.ask(stock_choices) if one.own]


def test_it_begins_with_what_most_shops_cut(dialog):
    assert dialog.said.text() == "It fits · 4 on a sheet · 105 × 148.5 mm each"
    assert dialog.drawing._stock.places == 4


def test_what_does_not_fit_is_said_in_words_and_drawn(dialog):
    fill(dialog, sheet_width="148", card_width="90,5")
    said = "2 columns of 90.5 mm take 181 mm with margin and gaps; the sheet is only 148 mm wide. Take fewer."
    assert dialog.said.text() == dialog.form.box("columns").error == said
    assert dialog.drawing._stock.card == (90.5, 148.5)
    press(dialog, "As many as fit")
    assert dialog.form.box("columns").input.value() == 1
    assert dialog.said.text().startswith("It fits")


def test_what_is_no_number_is_said_at_its_field(dialog):
    fill(dialog, left="wide")
    assert dialog.form.box("left").error
    assert dialog.said.text() == "A number cannot be read."


def test_cards_are_moved_to_the_middle(dialog):
    fill(dialog, card_width="100", card_height="140")
    press(dialog, "In the middle")
    assert [dialog.form.box(key).input.value() for key in ("left", "top")] == [5.0, 8.5]


def test_it_is_kept_with_its_name(dialog, around):
    kept = []
    dialog.kept.connect(kept.append)
    fill(dialog, title="Льняной картон", card_width="100", radius="3")
    press(dialog, "Save")
    around.settle()
    (stock,) = own_papers(around)
    assert (stock.title["lv"], stock.card, stock.radius) == ("Льняной картон", (100.0, 148.5), 3)
    assert kept[0][0] == stock.id


def test_without_a_name_it_asks_for_one(dialog, around):
    press(dialog, "Save")
    around.settle()
    assert "name" in dialog.form.box("title").error
    assert dialog.save_button.isEnabled()
    assert own_papers(around) == []


def test_a_roll_asks_for_its_label_only(dialog, around):
    box = dialog.form.box("roll").input
    box.set_value(True)
    box.edited.emit()
    fill(dialog, title="Roll", sheet_width="62", sheet_height="29")
    assert not dialog.form.box("columns").isEnabled()
    assert dialog.said.text() == "It fits · 62 × 29 mm"
    press(dialog, "Save")
    around.settle()
    (stock,) = own_papers(around)
    assert (stock.roll, stock.sheet, stock.card) == (True, (62.0, 29.0), (62.0, 29.0))


def test_esc_asks_only_if_something_would_be_lost(dialog, around, qtbot):
    fill(dialog, title="Linen")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.ask.isVisible()
    press(dialog.ask, "Go on editing")
    assert dialog.ask.isHidden()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    left = dialog.left
    press(dialog.ask, "Drop changes")
    assert left == [0]
    assert own_papers(around) == []
