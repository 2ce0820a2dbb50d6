"""The sidebar: the shop's mark and name, the pages with what waits in them, the menu; icons only when narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.pictures import picture
from desktop_app.ui.registry import Entry
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.labels import Elided
from desktop_app.ui.widgets.tag import Tag

WIDE, SLIM = 208, 57


class Sidebar(QFrame):
    """`chosen(name)` when a person goes to a page."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, words: Words, entries: tuple[Entry, ...], *, sample: bool,
        undo: Callable[[], object], redo: Callable[[], object], menu: Callable[[QWidget], object],
    ) -> None:
        super().__init__()
        self._slim = False
        self._is_sample = sample
        self.setAccessibleName(words("Pages"))
        self._mark = _ShopMark(theme)
        self._name = Elided("", Size.LARGE, weight=Weight.BOLD)
        self._sample = Tag(words("Sample shop"), Tone.WARN)
        self._sample.setVisible(sample)
        self._buttons: dict[str, NavButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, scaled(20), SPACE_3 + 1, SPACE_3)
        column.setSpacing(2)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(10, 0, 0, 0)
        self._head.setSpacing(SPACE_2)
        self._head.addWidget(self._mark)
        self._head.addWidget(self._name, 1)
        column.addLayout(self._head)
        column.addSpacing(6 if sample else scaled(14))
        column.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6 if sample else 0)
        for place, entry in enumerate(entries, 1):
            button = NavButton(theme, entry.icon, words.say(entry.title), tip=f"Ctrl+{place}")
            button.clicked.connect(lambda _=False, name=entry.name: self.chosen.emit(name))
            column.addWidget(button)
            self._buttons[entry.name] = button
        column.addStretch(1)
        self.undo = icon_button(theme, "undo", undo, tip=words("Undo"), shortcut="Ctrl+Z")
        self.redo = icon_button(theme, "redo", redo, tip=words("Redo"), shortcut="Ctrl+Shift+Z")
        self.more = icon_button(theme, "more", lambda: menu(self.more), tip=words("Menu"), shortcut="F10")
        self._foot = QHBoxLayout()
        self._foot.setSpacing(4)
        for tool in (self.undo, self.redo):
            self._foot.addWidget(tool)
        self._foot.addStretch(1)
        self._foot.addWidget(self.more)
        column.addLayout(self._foot)
        self.setFixedWidth(scaled(WIDE))

    def set_shop(self, name: str, logo: bytes = b"") -> None:
        """The shop's name and mark at the top."""
        self._name.setText(name)
        self._mark.show_picture(logo)

    def set_count(self, name: str, count: int) -> None:
        """How many things wait on a page; 0 shows nothing."""
        self._buttons[name].set_count(count)

    def choose(self, name: str) -> None:
        """Mark the page that is shown."""
        for key, button in self._buttons.items():
            button.setChecked(key == name)

    def button(self, name: str) -> NavButton:
        """A page's button."""
        return self._buttons[name]

    def set_slim(self, slim: bool) -> None:
        """Icons only, or with words."""
        if slim == self._slim:
            return
        self._slim = slim
        self.setFixedWidth(SLIM if slim else scaled(WIDE))
        self._name.setVisible(not slim)
        self._sample.setVisible(self._is_sample and not slim)
        self.undo.setVisible(not slim)
        self.redo.setVisible(not slim)
        self._head.setContentsMargins(6 if slim else 10, 0, 0, 0)
        for button in self._buttons.values():
            button.set_slim(slim)


class NavButton(QAbstractButton):
    """One page in the sidebar: icon, word, count; painted whole so that it stays quick and crisp."""

    def __init__(self, theme: Theme, icon: str, text: str, *, tip: str) -> None:
        super().__init__()
        self._theme, self._icon, self._tip = theme, icon, tip
        self._count = 0
        self._slim = False
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()
        theme.changed.connect(self.update)

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

    def nextCheckState(self) -> None:
        """Clicking never unmarks: the window marks the page it shows."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, here = self._theme.colours, self.isChecked()
        box = QRectF(self.rect())
        ground = colours.soft if here else colours.mixed(colours.text, colours.ground, 0.05)
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour(Tone.ACCENT), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        tone = Tone.ACCENT if here else Tone.MUTED
        icon = self._theme.pixmap(self._icon, tone, ratio=self.devicePixelRatioF())
        left = (self.width() - 16) / 2 if self._slim else 10
        painter.drawPixmap(int(left), (self.height() - 16) // 2, icon)
        painter.setPen(self._theme.colour(tone))
        if not self._slim:
            self._words(painter, box, here)
        elif self._count:
            painter.setBrush(self._theme.colour(Tone.ACCENT))
            painter.drawEllipse(QRectF(left + 15, box.top() + 6, 5, 5))
        painter.end()

    def _words(self, painter: QPainter, box: QRectF, here: bool) -> None:
        count = str(self._count) if self._count else ""
        painter.setFont(face(Size.SMALL, Weight.BOLD if here else Weight.MEDIUM))
        room = painter.fontMetrics().horizontalAdvance(count) + 10
        painter.drawText(box.adjusted(0, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        painter.setFont(face(Size.BODY, Weight.BOLD if here else Weight.MEDIUM))
        text = box.adjusted(36, 0, -room - 6, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)

    def _say(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._count}" if self._count else self.text())
        self.setToolTip(f"{self.text()} · {self._tip}")


class _ShopMark(QWidget):
    """The shop's logo, or a plain accent square until it has one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: QPixmap | None = None
        self.setFixedSize(scaled(20), scaled(20))
        theme.changed.connect(self.update)

    def show_picture(self, content: bytes) -> None:
        """Show the file content of a picture."""
        self._picture = picture(content, self.width() * 2.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is None or self._picture.width() > 1.5 * self._picture.height():  # a lettering is no mark
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Tone.ACCENT))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        else:
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            whole = QRectF(self._picture.rect())
            painter.drawPixmap(QRectF(left, top, size.width(), size.height()), self._picture, whole)
        painter.end()
