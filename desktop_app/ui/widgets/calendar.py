"""A month to pick a day in, in the house's colours: shown by the fields for dates."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone, Weight

_WIDE, _HIGH, _AROUND = 296, 264, 10  # points at 100 % text; the last around the name of a day, else Qt shortens it


class CalendarPopup(QFrame):
    """`picked(day)` by a click or Enter; Esc and a click elsewhere close it."""

    picked = Signal(object)

    def __init__(self, theme: Theme, words: Words, day: dt.date, *, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month = QCalendarWidget()
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setLocale(QLocale(words.language.value))
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.clicked.connect(self._pick)
        self.month.activated.connect(self._pick)
        self._dress(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        column.addWidget(self.month)
        names = (QLocale(words.language.value).dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8))
        sizes = QFontMetrics(face(Size.SMALL))
        each = max(sizes.horizontalAdvance(name) for name in names) + scaled(_AROUND)
        room = parent.screen().availableGeometry()
        self.setFixedSize(max(scaled(_WIDE), 7 * each + 2 * SPACE_2), min(scaled(_HIGH), room.height()))

    def open_below(self, field: QWidget) -> None:
        """Show it below a field, or as near as the screen lets it, with the keyboard in it."""
        at, room = field.mapToGlobal(field.rect().bottomLeft()), field.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() + 1 - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() + 1 - self.height())))
        self.move(at)
        self.show()
        self.month.setFocus()

    def _dress(self, theme: Theme) -> None:
        """Qt writes days off in pure red and its arrows in black, whatever the ground."""
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.colour(Tone.TEXT))
        head.setForeground(theme.colour(Tone.MUTED))
        head.setBackground(theme.colour("surface"))
        head.setFont(face(Size.SMALL))
        self.month.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, plain)
        for name, icon in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
            arrow = self.month.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(theme.icon(icon))
                arrow.setIconSize(QSize(scaled(16), scaled(16)))
        for name in ("qt_calendar_monthbutton", "qt_calendar_yearbutton"):
            button = self.month.findChild(QToolButton, name)
            if button is not None:
                button.setFont(face(Size.BODY, Weight.BOLD))

    def _pick(self, day: QDate) -> None:
        self.picked.emit(dt.date(day.year(), day.month(), day.day()))
        self.close()
