"""The calendar of a date field: what is picked stands in the field, and it reads on both grounds."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.i18n import Language, Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import DARK, LIGHT, Mode
from desktop_app.ui.widgets.calendar import CalendarPopup
from desktop_app.ui.widgets.date_inputs import DateInput
from tests.ui.theme.contrast import contrast

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def field(theme: Theme, qtbot: Any) -> DateInput:
    made = DateInput(theme, Words(Language.LV), key="day", today=TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(field: DateInput) -> CalendarPopup:
    field._open()
    return field.findChildren(CalendarPopup)[-1]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_the_day_picked_in_the_calendar_stands_in_the_field(field: DateInput) -> None:
    field.set_value(dt.date(2026, 12, 24))
    popup = opened(field)
    assert popup.month.selectedDate() == QDate(2026, 12, 24)
    popup.month.setSelectedDate(QDate(2026, 12, 27))
    days = popup.month.findChild(QAbstractItemView)
    assert days is not None
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert field.value() == dt.date(2026, 12, 27)
    assert not popup.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK], ids=str)
def test_days_off_are_read_as_well_as_others_on_both_grounds(field: DateInput, theme: Theme, mode: Mode) -> None:
    theme.choose(mode)
    month = opened(field).month
    ground = (DARK if mode is Mode.DARK else LIGHT).surface
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert contrast(month.weekdayTextFormat(day).foreground().color().name(), ground) >= 4.5
    theme.choose(Mode.LIGHT)
