from __future__ import annotations

from typing import Any

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
