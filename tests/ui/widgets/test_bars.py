"""The small chart: painted in both lights, said in words, and every bar found under the mouse."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from desktop_app.ui.theme.tokens import DARK, LIGHT, Mode
from desktop_app.ui.widgets.bars import Bar, Bars

BARS = (Bar("DPD", 4, "4", "20 in 100 orders"), Bar("Omniva", 1, "1"), Bar("not known", 0, "0", faint=True))


@pytest.fixture
def chart(qtbot, theme):
    def made(*, standing=False, most=0.0, bars=BARS):
        one = Bars(theme, "Complaints by carrier", standing=standing, most=most)
        qtbot.addWidget(one)
        one.show_bars(bars)
        one.resize(400, one.sizeHint().height())
        return one

    return made


def longest(chart, colour, *, line):
    """How many pixels of a colour stand in a line of the picture."""
    image = chart.grab().toImage()
    return sum(QColor(image.pixel(x, line)).name().upper() == colour for x in range(image.width()))


def test_everything_is_said_in_words(chart):
    one = chart()
    assert one.accessibleName() == "Complaints by carrier"
    assert one.accessibleDescription() == "DPD: 4, 20 in 100 orders; Omniva: 1; not known: 0"
    one.show_bars([])
    assert one.accessibleDescription() == ""
    assert not one.grab().isNull()


def test_bars_are_as_long_as_their_numbers(chart):
    one = chart()
    row = one.height() // 3
    full, quarter, none = (longest(one, LIGHT.accent, line=n * row + row // 2) for n in range(3))
    assert full > 100
    assert quarter == pytest.approx(full / 4, abs=4)
    assert none == 0
    half = chart(most=8)
    assert longest(half, LIGHT.accent, line=row // 2) == pytest.approx(full / 2, abs=4)


def test_it_follows_the_light(chart, theme):
    one = chart()
    line = one.height() // 6
    assert longest(one, DARK.accent, line=line) == 0
    theme.choose(Mode.DARK)
    try:
        assert longest(one, DARK.accent, line=line) > 100
    finally:
        theme.choose(Mode.LIGHT)


@pytest.mark.parametrize("standing", [False, True])
def test_each_bar_is_found_under_the_mouse(chart, standing):
    one = chart(standing=standing)
    ends = [QPoint(1, 1), QPoint(one.width() - 1, one.height() - 1)]
    assert [one.bar_at(point).name for point in ends] == ["DPD", "not known"]
    assert one.bar_at(QPoint(-1, -1) if standing else QPoint(5, one.height() + 5)) is None
    one.show_bars([])
    assert one.bar_at(QPoint(5, 5)) is None


def test_a_standing_bar_grows_from_the_line(chart):
    one = chart(standing=True)
    image = one.grab().toImage()
    column = [QColor(image.pixel(66, y)).name().upper() == LIGHT.accent for y in range(image.height())]
    assert sum(column) > 80
    assert chart(bars=(Bar("A very long name " * 9, 1, "1"),)).grab().width() == 400
