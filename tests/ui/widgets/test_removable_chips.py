from __future__ import annotations

from typing import Any

import pytest

from desktop_app.i18n import Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.removable_chips import RemovableChips


@pytest.fixture
def chips(theme: Theme, qtbot: Any) -> RemovableChips:
    made = RemovableChips(theme, Words())
    qtbot.addWidget(made)
    return made


def test_it_is_not_there_while_nothing_narrows(chips: RemovableChips) -> None:
    chips.show_chips([(2, "City: Rīga")])
    assert not chips.isHidden()
    chips.show_chips([])
    assert chips.isHidden()


def test_a_press_takes_one_away_and_says_which(chips: RemovableChips) -> None:
    removed: list[int] = []
    chips.removed.connect(removed.append)
    chips.show_chips([(2, "City: Rīga"), (5, "Tag: Wool & lace")])
    assert chips.texts == ["City: Rīga", "Tag: Wool & lace"]
    assert chips.chips[1].accessibleName() == "Take out “Tag: Wool & lace”"
    chips.chips[1].click()
    assert removed == [5]


def test_all_go_at_once_where_there_are_several(chips: RemovableChips) -> None:
    cleared: list[bool] = []
    chips.cleared.connect(lambda: cleared.append(True))
    chips.show_chips([(1, "A")])
    clear = next(one for one in chips.findChildren(Button) if one.text() == "Clear all")
    assert clear.isHidden()
    chips.show_chips([(1, "A"), (2, "B")])
    clear.click()
    assert cleared == [True]
