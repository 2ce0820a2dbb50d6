from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.more_button import MoreButton


def test_deeds_lie_in_a_menu_and_in_menus_inside_it(theme: Theme, qtbot: Any) -> None:
    done: list[str] = []
    papers = [("Cards & labels", lambda: done.append("cards")), ("Vouchers", lambda: done.append("vouchers"))]
    made = MoreButton(theme, "More", [("Print", papers), None, ("Erase…", lambda: done.append("erase"))])
    qtbot.addWidget(made)
    first, line, last = made.entries.actions()
    inner = first.menu()
    assert inner is not None
    inner.actions()[0].trigger()
    last.trigger()
    assert line.isSeparator()
    assert (inner.actions()[0].text(), done) == ("Cards && labels", ["cards", "erase"])


@pytest.mark.parametrize("icon", ["list", "more"])
def test_the_arrow_stands_apart_from_the_words(theme: Theme, qtbot: Any, icon: str) -> None:
    made = MoreButton(theme, "Write", [("By e-mail", print)])
    made.wear(theme, icon)
    qtbot.addWidget(made)
    made.show()
    picture = made.grab().toImage()
    wide, rows = picture.width(), range(8, picture.height() - 8)
    ground = picture.pixel(6, 6)
    inked = [x for x in range(6, wide - 6) if any(picture.pixel(x, y) != ground for y in rows)]
    gaps = sorted(after - before for before, after in pairwise(inked))
    assert gaps[-1] >= 5  # between the words and the arrow
    assert inked[0] >= 10
    assert wide - inked[-1] >= 8
