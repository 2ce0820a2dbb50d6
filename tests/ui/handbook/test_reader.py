"""The handbook's window: contents, search, links, the way back, pictures that fit, the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Language, Words
from desktop_app.ui.handbook.reader import Reader
from desktop_app.ui.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)")
Open = Callable[..., Reader]


@pytest.fixture
def opened(qtbot: Any, theme: Theme) -> Open:
    """Opens the handbook beside some window."""

    def make(page: str, *, language: Language = Language.EN, wide: int = 1000, keys: Any = None) -> Reader:
        over = QWidget()
        qtbot.addWidget(over)
        reader = Reader(theme, Words(language), over, page=page, show_keys=keys)
        reader.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        reader.resize(wide, 600)
        reader.show()
        qtbot.waitExposed(reader)
        return reader

    return make


def marked(reader: Reader) -> str:
    line = reader.contents.list.currentItem()
    return line.text() if line is not None else ""


def test_it_opens_on_its_page_in_the_language_of_the_screen(opened: Open) -> None:
    reader = opened("bench-parcel", language=Language.LV)
    assert reader.view.toPlainText().startswith("Iesaiņojiet sūtījumu")
    assert (marked(reader), reader.view.accessibleName()) == ("Iesaiņojiet sūtījumu", "Iesaiņojiet sūtījumu")
    assert reader.view.verticalScrollBar().value() == 0


def test_a_link_leads_on_and_back_leads_back(opened: Open) -> None:
    reader = opened("morning")
    assert not reader.back.isEnabled()
    reader.view.anchorClicked.emit(QUrl("promises.md"))
    assert (reader.page, marked(reader)) == ("promises", "Set how days are promised")
    reader.back.click()
    assert (reader.page, marked(reader)) == ("morning", "See what today wants")
    assert not reader.back.isEnabled()


def test_what_was_gone_back_to_is_gone_back_to_again(opened: Open) -> None:
    reader = opened("morning")
    for _ in range(2):
        reader.contents.list.setFocus()
        reader.contents._step(1)
        assert reader.page != "morning"
        reader.back.click()
        assert reader.page == "morning"


@pytest.mark.parametrize(
    ("language", "typed", "lit"),
    [(Language.LV, "kartit", "kartīt"), (Language.LV, "Iesaiņo", "iesaiņo"), (Language.RU, "еще", "ещё")],
)
def test_words_are_lit_as_they_are_found_with_or_without_their_marks(
    opened: Open, language: Language, typed: str, lit: str
) -> None:
    reader = opened("start", language=language)
    reader.contents.search.edit.setText(typed)
    found = {one.cursor.selectedText().lower() for one in reader.view.extraSelections()}
    assert found
    assert all(word.startswith(lit) for word in found)


def test_a_search_shows_the_first_page_found_with_the_words_lit(opened: Open, qtbot: Any) -> None:
    reader = opened("start")
    qtbot.keyClicks(reader.contents.search.edit, "forgotten")
    assert reader.page == "forget-somebody"
    assert {one.cursor.selectedText() for one in reader.view.extraSelections()} == {"forgotten"}
    first = marked(reader)
    qtbot.keyClick(reader.contents.search.edit, Qt.Key.Key_Down)
    assert marked(reader) != first
    qtbot.keyClick(reader.contents.search.edit, Qt.Key.Key_Escape)
    assert reader.isVisible()
    assert reader.contents.list.count() > 60
    qtbot.keyClick(reader.contents.search.edit, Qt.Key.Key_Escape)
    assert not reader.isVisible()


def test_what_nobody_wrote_is_said_so(opened: Open, qtbot: Any) -> None:
    reader = opened("start")
    qtbot.keyClicks(reader.contents.search.edit, "xyzzy")
    lines = [reader.contents.list.item(row).text() for row in range(reader.contents.list.count())]
    assert lines == ["No page has these words. Try another one, or fewer letters."]


def test_back_leads_past_the_pages_that_were_only_leafed_through(opened: Open, qtbot: Any) -> None:
    reader = opened("start")
    for _ in range(3):
        qtbot.keyClick(reader.contents.search.edit, Qt.Key.Key_Down)
    assert reader.page == "undo"
    reader.back.click()
    assert (reader.page, reader.back.isEnabled()) == ("start", False)


@pytest.mark.parametrize("wide", [1000, 500])
def test_pictures_are_never_wider_than_the_page(opened: Open, qtbot: Any, wide: int) -> None:
    reader = opened("morning", wide=wide)

    def room_left() -> float:
        kind = QTextDocument.ResourceType.ImageResource.value
        picture = reader.view.document().resource(kind, QUrl("../pictures/en/today.png"))
        return reader.view.viewport().width() - float(picture.deviceIndependentSize().width())

    qtbot.waitUntil(lambda: room_left() == 0)


def test_where_both_do_not_fit_contents_and_page_take_turns(opened: Open, qtbot: Any) -> None:
    reader = opened("start", wide=500)
    assert (reader.paper.isVisible(), reader.contents.isVisible()) == (True, False)
    reader.turn.click()
    assert (reader.paper.isVisible(), reader.contents.isVisible()) == (False, True)
    qtbot.keyClick(reader.contents.list, Qt.Key.Key_Return)
    assert (reader.paper.isVisible(), reader.contents.isVisible()) == (True, False)


def test_a_table_without_a_head_shows_none(opened: Open) -> None:
    text = opened("bench-not-right").view.toPlainText().splitlines()
    assert text[1] == "An article is not there"


def test_the_keys_are_one_click_away(opened: Open) -> None:
    asked: list[bool] = []
    reader = opened("start", keys=lambda: asked.append(True))
    assert reader.keys is not None
    reader.keys.click()
    assert asked == [True]
    assert opened("start").keys is None
