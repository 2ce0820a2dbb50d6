from __future__ import annotations

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.shop_colours import check_colours, colour_lines, shop_colours


def test_colours_are_read_line_by_line() -> None:
    text = "Rose #a8481f\n  Тёмный лес: #102010\n\nSky=#AABBCC\n"
    assert shop_colours(text) == {"Rose": "#A8481F", "Тёмный лес": "#102010", "Sky": "#AABBCC"}
    check_colours(text)


@pytest.mark.parametrize("line", ["#A8481F", "Rose", "Rose #A848", "Rose #A8481F and more"])
def test_a_line_that_is_none_is_named(line: str) -> None:
    assert shop_colours(line) == {}
    with pytest.raises(Invalid, match="Rose #A8481F"):
        check_colours(f"Sky #AABBCC\n{line}")


def test_several_may_stand_on_one_line_and_come_back_one_a_line() -> None:
    found = shop_colours("Rose #A8481F; Sea #23596b ;")
    assert found == {"Rose": "#A8481F", "Sea": "#23596B"}
    assert shop_colours(colour_lines(found)) == found
    with pytest.raises(Invalid, match="“Moss” is no colour"):
        check_colours("Rose #A8481F; Moss; #00FF00")
