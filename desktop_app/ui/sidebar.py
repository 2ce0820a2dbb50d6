"""The sidebar: the shop's mark and name, the pages with what waits in them; icons only when narrow.

It paints itself whole, because it is what a person sees first, before style sheet and database are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.registry import Entry
from desktop_app.ui.sidebar_painting import NavLook, paint_head, paint_nav, paint_way_home
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_LOW = 430  # points at 100 % text: lower, nine pages do not stand as they like
WIDE, AROUND = 208, 41  # the width with words; what stands around an icon without them


class Sidebar(QFrame):
    """`chosen(name)` when a person goes to a page, `home` when they leave the sample shop.

    Tools (undo, menu) are put in at its foot later.
    """

    chosen = Signal(str)
    home = Signal()

    def __init__(self, theme: Theme, words: Words, entries: tuple[Entry, ...], *, sample: bool) -> None:
        super().__init__()
        self._theme = theme
        self.slim = False
        self.setAccessibleName(words("Pages"))
        self._head = _Head(theme, sample=words("Sample shop") if sample else "")
        self.way_home: WayHome | None = None
        if sample:
            self.way_home = WayHome(theme, words("Sample shop"), tip=words("Start my own shop"), head=self._head)
            self.way_home.clicked.connect(lambda _=False: self.home.emit())
        self._buttons: dict[str, NavButton] = {}
        column = self._column = QVBoxLayout(self)
        column.addWidget(self._head)
        self._pages = _Pages()
        for place, entry in enumerate(entries, 1):
            button = NavButton(theme, words, entry.icon, words.say(entry.title), tip=f"Ctrl+{place}")
            button.clicked.connect(lambda _=False, name=entry.name: self.chosen.emit(name))
            self._pages.add(button)
            self._buttons[entry.name] = button
        column.addWidget(self._pages, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(4)
        column.addLayout(self.foot)
        self.setFixedWidth(scaled(WIDE))
        self._make_room()
        theme.changed.connect(self.update)

    def set_shop(self, name: str, logo: bytes = b"") -> None:
        """The shop's name and mark at the top."""
        self._head.show_shop(name, logo)

    def set_count(self, name: str, count: int) -> None:
        """How many things wait on a page; 0 shows nothing."""
        self._buttons[name].set_count(count)

    def choose(self, name: str) -> None:
        """Mark the page that is shown."""
        for key, button in self._buttons.items():
            button.setChecked(key == name)
            if key == name:
                self._pages.ensureWidgetVisible(button, 0, 0)

    def button(self, name: str) -> NavButton:
        """A page's button."""
        return self._buttons[name]

    def set_slim(self, slim: bool) -> None:
        """Icons only, or with words."""
        if slim == self.slim:
            return
        self.slim = slim
        self.setFixedWidth(AROUND + scaled(16) if slim else scaled(WIDE))
        self._head.set_slim(slim)
        if self.way_home is not None:
            self.way_home.setVisible(not slim)
        for button in self._buttons.values():
            button.set_slim(slim)
        for place in range(self.foot.count() - 1):  # the last is the menu, by which the others are reached too
            item = self.foot.itemAt(place)
            tool = item.widget() if item is not None else None
            if tool is not None:
                tool.setVisible(not slim)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Low, it stands closer together."""
        low = self.height() < scaled(_LOW)
        self._column.setContentsMargins(SPACE_3, SPACE_3 if low else scaled(20), SPACE_3 + 1, SPACE_3)
        self._column.setSpacing(0 if low else 2)
        self._pages.stand(close=low)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme.colours.line), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()


class _Pages(QScrollArea):
    """The pages' buttons; in a window too low for all of them they scroll, without a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        view = QWidget()  # asked for the viewport Qt made, PySide looks through all classes: a tenth of the first paint
        self.setViewport(view)
        view.setAutoFillBackground(False)
        inside = QWidget()
        inside.setObjectName("ground")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # the ground is the sidebar's own

    def add(self, button: QWidget) -> None:
        """One more at the end."""
        self._column.addWidget(button)

    def stand(self, *, close: bool) -> None:
        """Close together or as usual."""
        self._column.setSpacing(0 if close else 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class NavButton(QAbstractButton):
    """One page in the sidebar: icon, word, count."""

    def __init__(self, theme: Theme, words: Words, icon: str, text: str, *, tip: str) -> None:
        super().__init__()
        self._theme, self._words, self._icon, self._tip = theme, words, icon, tip
        self._count = 0
        self._slim = False
        self.setText(text)
        self.setCheckable(True)
        self.setFixedHeight(scaled(34))
        self._say()
        theme.changed.connect(self.update)

    @property
    def count(self) -> int:
        """How many things wait."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show how many things wait."""
        self._count = count
        self._say()
        self.update()

    def set_slim(self, slim: bool) -> None:
        """Only the icon."""
        self._slim = slim
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(32, scaled(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Clicking never unmarks: the window marks the page it shows."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = NavLook(
            self._icon, self.text(), self._shown, here=self.isChecked(), hovered=self.underMouse(),
            focused=self.hasFocus(), slim=self._slim,
        )
        painter = QPainter(self)
        paint_nav(painter, self.rect(), look, self._theme)
        painter.end()

    @property
    def _shown(self) -> str:
        return self._words.count(self._count) if self._count else ""

    def _say(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self.text(), self._shown))))
        self.setToolTip(f"{self.text()} · {self._tip}")


class _Head(QWidget):
    """The shop's logo or a plain accent square, its name, and room for a pill when it is the sample shop."""

    def __init__(self, theme: Theme, *, sample: str) -> None:
        super().__init__()
        self._theme, self._sample = theme, sample
        self._name, self._logo = "", b""
        self._slim = False
        self.setFixedHeight(scaled(62 if sample else 34))
        theme.changed.connect(self.update)

    def show_shop(self, name: str, logo: bytes) -> None:
        """Show another shop."""
        self._name, self._logo = name, logo
        self.setAccessibleName(f"{name}, {self._sample}" if self._sample else name)
        self.setToolTip(name)
        self.update()

    def set_slim(self, slim: bool) -> None:
        """Only the mark."""
        self._slim = slim
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_head(painter, self.rect(), "" if self._slim else self._name, self._logo, self._theme)
        painter.end()


class WayHome(QAbstractButton):
    """The pill of the sample shop under its name; pressing it leads to one's own shop."""

    def __init__(self, theme: Theme, text: str, *, tip: str, head: QWidget) -> None:
        from desktop_app.ui.widgets.pill import pill_width

        super().__init__(head)
        self._theme = theme
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(f"{text}, {tip}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setGeometry(10, scaled(28), round(pill_width(text)) + 1, scaled(22))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_way_home(
            painter, self.rect(), self.text(), self._theme, lit=self.underMouse() or self.hasFocus()
        )
        painter.end()
