"""A page's head takes as few rows as its width asks for, and no part of it is cut."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.ui.pages.head_layout import HeadLayout
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Tone
from desktop_app.ui.widgets.buttons import Button, primary, quiet
from desktop_app.ui.widgets.labels import Elided
from desktop_app.ui.widgets.search_box import SearchBox


class Head:
    """A head with a title, a line, a search and two buttons."""

    def __init__(self, theme: Theme, title: str, *, narrow: bool = True) -> None:
        self.widget = QWidget()
        self.title, self.line = Elided(title, Size.TITLE), Elided("14 to pack", tone=Tone.MUTED)
        self.search = SearchBox(theme, "Find anyone or anything", shortcut="Ctrl+K")
        self.buttons: list[Button] = [quiet("Tell about delays: 3"), primary("New order")]
        self.layout = HeadLayout(self.widget)
        self.layout.hold(self.title, self.line, self.search, self.buttons)
        self.layout.set_narrow(narrow=narrow)
        self.widget.ensurePolished()

    def laid(self, width: int) -> None:
        self.widget.resize(width, self.layout.heightForWidth(width))
        self.widget.show()
        self.layout.activate()


@pytest.fixture
def heads(theme: Theme, qtbot: Any) -> Any:
    def make(title: str, *, narrow: bool = True) -> Head:
        head = Head(theme, title, narrow=narrow)
        qtbot.addWidget(head.widget)
        return head

    return make


def whole(head: Head) -> bool:
    """Whether every button has the room it asks for, within the head, and none lies on another part."""
    parts = [part for part in (head.title, head.line, head.search, *head.buttons) if part.isVisibleTo(head.widget)]
    places = [part.geometry() for part in parts]
    free = not any(one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :])
    asked = all(button.width() == button.sizeHint().width() for button in head.buttons)
    return free and asked and all(head.widget.rect().contains(place) for place in places)


def rows(head: Head) -> int:
    """In how many rows title, search and buttons stand."""
    return len({part.geometry().center().y() // 10 for part in (head.title, head.search, *head.buttons)})


@pytest.mark.parametrize(
    ("title", "width", "expected"),
    [("Orders", 620, 1), ("Good morning, Maximiliana", 500, 2), ("Good morning, Maximiliana", 360, 3)],
)
def test_a_narrow_head_takes_as_few_rows_as_its_parts_ask_for(
    heads: Any, title: str, width: int, expected: int
) -> None:
    head = heads(title)
    head.laid(width)
    assert rows(head) == expected
    assert whole(head)


def test_buttons_wrap_where_even_they_are_too_wide_for_a_row(heads: Any) -> None:
    head = heads("Orders")
    head.laid(200)
    assert head.buttons[1].y() > head.buttons[0].geometry().bottom()
    assert whole(head)


def test_a_search_that_is_hidden_leaves_no_gap(heads: Any) -> None:
    head = heads("Orders")
    head.laid(360)
    high = head.widget.height()
    head.search.hide()
    head.laid(360)
    assert head.widget.height() < high
    assert whole(head)


def test_the_search_of_a_wide_head_gives_way_to_a_long_line(heads: Any) -> None:
    head = heads("Orders", narrow=False)
    head.laid(1000)
    room = head.search.width()
    head.line.setText("14 to pack · 3 late · 1 set aside · 14 not printed yet · 12 wait for the customer to answer")
    head.laid(1000)
    assert head.search.width() < room
    assert whole(head)
