from __future__ import annotations

import pytest

from desktop_app.domain.shop_colours import named_colours, no_colour


def test_colours_are_read_line_by_line() -> None:
    text = "Rose #a8481f\n  Тёмный лес: #102010\n\nSky=#AABBCC\n"
    assert named_colours(text) == {"Rose": "#A8481F", "Тёмный лес": "#102010", "Sky": "#AABBCC"}
    assert no_colour(text) == ""


@pytest.mark.parametrize("line", ["#A8481F", "Rose", "Rose #A848", "Rose #A8481F and more"])
def test_a_line_that_is_none_is_named(line: str) -> None:
    assert named_colours(line) == {}
    assert no_colour(f"Sky #AABBCC\n{line}") == line
