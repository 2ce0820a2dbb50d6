"""“Papers and labels” as a person uses it: tick, find, use, copy, change, remove, begun sheets; with undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.actions.settings import set_settings
from desktop_app.actions.stocks import set_begun, set_owned, stock_choices
from desktop_app.domain.paper_settings import LABEL_STOCK, ONLY_OWNED, STOCK
from desktop_app.i18n import Language
from desktop_app.queries.settings import settings
from desktop_app.ui.pages.paper.own_stock import OwnStockDialog
from desktop_app.ui.pages.paper.page import PaperPage
from desktop_app.ui.pages.paper.stocks_dialog import StocksDialog
from tests.ui.pages.around import Around, texts, type_text


@pytest.fixture
def dialog(around):
    yield from _opened(around)


@pytest.fixture
def dialog_both(around_both):
    yield from _opened(around_both)


def _opened(around: Around):
    around.window.resize(1280, 800)
    with around.qtbot.waitExposed(around.window):
        around.window.show()
    made = StocksDialog(around.desk, around.window)
    made.open()
    around.settle()
    yield made
    made.close()


def choice(around: Around, key: str):
    return next(one for one in around.ask(stock_choices) if one.stock.id == key)


def shown(dialog: StocksDialog) -> list[str]:
    return [key for key, row in dialog._rows.items() if not row.isHidden()]


def search(dialog: StocksDialog, text: str) -> None:
    dialog.search.edit.clear()
    type_text(dialog.search.edit, text)


def press(widget: QWidget, text: str) -> None:
    """Press the newest button of that text: what was replaced goes when Qt comes round to it."""
    [one for one in widget.findChildren(QAbstractButton) if one.text() == text][-1].click()


def own(dialog: StocksDialog) -> OwnStockDialog:
    return next(one for one in dialog.findChildren(OwnStockDialog) if one.isVisible())


def test_every_paper_stands_in_its_group(dialog):
    heads = [" · ".join(texts(card)[:2]) for card, _ in dialog._cards]
    assert heads[0].startswith("Cards and sheets, one by one")
    assert heads[1].startswith("Cards to cut from a sheet")
    assert heads[-1].startswith("Rolls")
    assert "Labels and ready-cut cards · Herma" in heads
    assert len(dialog._rows) == len({key for _, keys in dialog._cards for key in keys}) > 40


def test_what_the_shop_prints_on_is_shown_in_detail(dialog):
    assert dialog._shown == "a6-4up-a4"
    said = texts(dialog.panel)
    assert {"A6, four on an A4 sheet", "210 × 297 mm", "105 × 148.5 mm", "marks show where"} <= set(said)


@pytest.mark.parametrize(("typed", "found"), [
    ("l7160", ["avery-l7160"]), ("herma", ["herma-4464"]), ("62x29", ["roll-62x29"]), ("dymo 36", ["roll-89x36"]),
    ("этикетки 4464", ["herma-4464"]),
])  # fmt: skip
def test_paper_is_found_by_maker_code_and_size(typed, found, dialog):
    search(dialog, typed)
    assert shown(dialog) == found


def test_the_list_is_gone_through_by_the_keyboard(dialog, around, qtbot):
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    search(dialog, "herma")
    dialog.search.edit.setFocus()
    qtbot.keyClick(dialog.search.edit, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog._rows["herma-4464"].box
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    around.settle()
    assert choice(around, "herma-4464").owned
    assert dialog._shown == "herma-4464"
    dialog.search.edit.clear()
    dialog._rows["a6"].box.setFocus()
    rows = list(dialog._rows)
    for _ in range(8):  # past the end of the first group
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog._rows[rows[rows.index("a6") + 8]].box
    for _ in range(9):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
    assert dialog.focusWidget() is dialog.search.edit


def test_what_is_not_there_leads_to_a_paper_of_ones_own(dialog):
    search(dialog, "linen")
    assert any("No paper answers to “linen”" in text for text in texts(dialog))
    press(dialog.content, "A paper of your own…")
    assert own(dialog).form.box("title").input.value() == ""


def test_a_tick_says_that_the_shop_has_it_and_the_page_offers_only_that(dialog_both, around_both, qtbot):
    around, dialog = around_both, dialog_both
    qtbot.mouseClick(dialog._rows["a5"].box, Qt.MouseButton.LeftButton)
    around.settle()
    assert choice(around, "a5").owned
    assert dialog._rows["a5"].box.value()
    page = PaperPage(around.desk)
    around.show(page)
    around.qtbot.waitUntil(lambda: page.findChild(object, "stock") is not None, timeout=20_000)
    offered = page.findChild(object, "stock")
    assert "a5" in offered._values
    assert "a6" not in offered._values


def test_everything_is_offered_again_when_that_is_wanted(dialog, around, qtbot):
    qtbot.mouseClick(dialog.only, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    around.settle()
    assert around.ask(settings)[ONLY_OWNED] is False


def test_it_is_used_for_labels_and_taken_back_by_ctrl_z(dialog_both, around_both, qtbot):
    around, dialog = around_both, dialog_both
    before = around.ask(settings)[LABEL_STOCK]
    dialog.open_stock("herma-4464")
    press(dialog.panel, "address labels")
    around.settle()
    assert around.ask(settings)[LABEL_STOCK] == "herma-4464"
    assert "for address labels" in dialog._rows["herma-4464"].detail.text()
    assert dialog.banner.text
    qtbot.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Undo))
    around.settle()
    assert around.ask(settings)[LABEL_STOCK] == before


def test_what_was_done_is_taken_back_step_by_step_and_done_again(dialog, around, qtbot):
    for key in ("a5", "a6"):
        qtbot.mouseClick(dialog._rows[key].box, Qt.MouseButton.LeftButton)
        around.settle()

    def owned() -> list[str]:
        return [key for key in ("a5", "a6") if choice(around, key).owned]

    seen = []
    for key in (QKeySequence.StandardKey.Undo,) * 2 + (QKeySequence.StandardKey.Redo,) * 2:
        qtbot.keySequence(dialog, QKeySequence(key))
        around.settle()
        seen.append(owned())
    assert seen == [["a5"], [], ["a5"], ["a5", "a6"]]


def test_a_paper_is_copied_changed_and_removed(dialog_both, around_both):
    around, dialog = around_both, dialog_both
    dialog.open_stock("avery-l7163")
    press(dialog.panel, "Copy as my own…")
    form = own(dialog).form
    assert form.box("title").input.value() == "Labels 99.1 × 38.1 mm, 14 on A4 (Avery L7163), copy"
    form.box("title").input.set_value("Soap labels")
    form.box("gap_x").input.set_value(2)
    press(own(dialog), "Save")
    around.settle()
    assert dialog._shown == "own-soap-labels"
    made = choice(around, "own-soap-labels")
    assert (made.own, made.owned, made.stock.places, made.stock.gap_x, made.stock.labels) == (True, True, 14, 2.0, True)
    assert next(card.accessibleName() for card, _ in dialog._cards) == "Your own"
    press(dialog.panel, "Change…")
    own(dialog).form.box("rows").input.set_value(6)
    press(own(dialog), "Save")
    around.settle()
    assert choice(around, "own-soap-labels").stock.places == 12
    press(dialog.panel, "Remove")
    around.settle()
    assert "own-soap-labels" not in dialog._rows
    press(dialog.banner, "Undo")
    around.settle()
    assert choice(around, "own-soap-labels").stock.title[Language.LV] == "Soap labels"
    assert "own-soap-labels" in dialog._rows


def test_paper_in_use_is_not_removed_and_says_why(dialog, around):
    dialog.open_stock("a6")
    press(dialog.panel, "Copy as my own…")
    own(dialog).form.box("title").input.set_value("Linen")
    press(own(dialog), "Save")
    around.settle()
    around.change(set_settings, {STOCK: "own-linen"})
    press(dialog.panel, "Remove")
    around.settle()
    assert dialog.banner.text == "The shop prints on “Linen”. Choose another paper first."


def test_a_place_of_a_begun_sheet_is_clicked_used_and_free_again(dialog_both, around_both, qtbot):
    around, dialog = around_both, dialog_both
    around.change(set_begun, "a6-4up-a4", [(2, 4), (3,)])
    assert [sheet.free for sheet in dialog.panel.sheets.sheets] == [{2, 4}, {3}]
    dialog.panel.ensureWidgetVisible(dialog.panel.sheets.sheets[0])
    for place in (2, 3):
        sheet = dialog.panel.sheets.sheets[0]
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.centre_of(place).toPoint())
        around.settle()
    assert choice(around, "a6-4up-a4").begun == ((3, 4), (3,))
    assert "2 begun sheets" in dialog._rows["a6-4up-a4"].detail.text()


def test_begun_sheets_are_thrown_away_and_new_ones_begun(dialog, around):
    around.change(set_begun, "a6-4up-a4", [(2, 4), (3,)])
    press(dialog.panel.sheets, "Throw away")
    around.settle()
    assert choice(around, "a6-4up-a4").begun == ((2, 4),)
    press(dialog.panel.sheets, "Another begun sheet")
    around.settle()
    assert choice(around, "a6-4up-a4").begun == ((2, 4), (2, 3, 4))
    press(dialog.banner, "Undo")
    around.settle()
    assert choice(around, "a6-4up-a4").begun == ((2, 4),)


def test_paper_with_one_card_a_sheet_has_no_begun_sheets(dialog):
    dialog.open_stock("a6")
    assert dialog.panel._begun.isHidden()


def test_somebody_elses_change_is_shown(dialog, around):
    around.change(set_owned, {"roll-62x100": True})
    assert dialog._rows["roll-62x100"].box.value()


def test_in_a_small_window_list_and_paper_take_turns(dialog, around):
    dialog.resize(608, 368)
    dialog.open_stock("a6")
    assert dialog.content.isHidden()
    dialog.panel.left.emit()
    assert not dialog.content.isHidden()
