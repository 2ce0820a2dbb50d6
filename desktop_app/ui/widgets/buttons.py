"""Buttons: one filled button a page at most, quiet ones for the rest, icons only where a word would not fit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop_app.domain.states import StrEnum
from desktop_app.ui.theme.faces import dress, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import PAD, PAD_ARROW, Size, Tone, Weight

_ICON, _GAP, _ARROW = 16, 4, 12  # points
_SHOWN = Qt.TextFlag.TextShowMnemonic.value  # && is one letter


class Look(StrEnum):
    """How a button presents itself."""

    PRIMARY = "primary"
    QUIET = "quiet"
    PLAIN = "plain"
    ICON = "icon"
    CHIP = "chip"


class Button(QPushButton):
    """A button with a verb on it; `shortcut` is shown in its tooltip (the window owns the key itself)."""

    def __init__(
        self, text: str, pressed: Callable[[], object] | None = None, *, look: Look = Look.QUIET, small: bool = False,
        tip: str = "", shortcut: str = "", parent: QWidget | None = None,
    ) -> None:
        # Qt reads & as a mnemonic mark; a customer's name on a button must show its own.
        super().__init__(text.replace("&", "&&"), parent)
        self._worn: tuple[Theme, str, Tone] | None = None
        self._told = ""  # what the tooltip begins with while the words are shortened
        self.setProperty("kind", look.value)
        self.setProperty("small", small)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text or tip)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) if shortcut else ""
        self.setToolTip(" · ".join(part for part in (tip, keys) if part))
        self._size = Size.SMALL if small else Size.BODY
        dress(self, self._size, Weight.BOLD if look is Look.PRIMARY else Weight.MEDIUM)
        if pressed is not None:
            self.clicked.connect(lambda _=False: pressed())

    def setText(self, text: str) -> None:
        """Say something else; screen readers hear it too, where they heard the words that stood here."""
        if self.accessibleName() in ("", self.text().replace("&&", "&")):
            self.setAccessibleName(text.replace("&&", "&"))
        super().setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too (Qt does that in dialogs only); up and down are left to what it stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def lead(self, leads: bool) -> None:
        """Be the one filled button, or leave that to another."""
        self.setProperty("kind", (Look.PRIMARY if leads else Look.QUIET).value)
        dress(self, self._size, Weight.BOLD if leads else Weight.MEDIUM)
        self.style().unpolish(self)
        self.style().polish(self)

    def wear(self, theme: Theme, icon: str, tone: Tone = Tone.MUTED) -> None:
        """Carry an icon of the house, or another, renewed when the theme changes."""
        if self._worn is None:
            theme.changed.connect(self._renew)
        self._worn = (theme, icon, tone)
        self._renew()

    def setMenu(self, menu: QMenu) -> None:
        """Open a menu; an arrow of the house says so."""
        self.setProperty("opens", True)
        super().setMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that are shortened are said whole in the tooltip."""
        super().resizeEvent(event)
        whole = self.text().replace("&&", "&") if self._lack > 0 else ""
        tip = self.toolTip().removeprefix(self._told)  # another one, or other words, may have been set meanwhile
        told = f"{whole} · " if whole and tip else whole
        if told != self._told:
            self._told = told
            self.setToolTip(told + tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, its words shortened with … where room ends, and our own arrow where it opens a menu.

        The style sheet could take an arrow only from a file.
        """
        opens = self.menu() is not None and self._worn is not None
        if not opens and self._lack <= 0:
            super().paintEvent(event)
            return
        painter, size, option = QStylePainter(self), scaled(_ARROW), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if self._lack > 0:
            room = self.fontMetrics().size(_SHOWN, self.text()).width() - self._lack
            option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room, _SHOWN)
        if opens:
            option.rect.setRight(option.rect.right() - scaled(PAD_ARROW - PAD))  # else Qt sets the words in the middle
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        if opens and self._worn is not None:
            arrow = self._worn[0].pixmap("down", Tone.MUTED, size=size, ratio=self.devicePixelRatioF())
            painter.drawPixmap(self.width() - size - scaled(_GAP * 2), (self.height() - size) // 2, arrow)
        painter.end()

    @property
    def _lack(self) -> int:
        """How much wider it would have to be for all its words."""
        return self.sizeHint().width() - self.width() if self.text() else 0

    def _renew(self) -> None:
        assert self._worn is not None
        theme, icon, tone = self._worn
        gap = _GAP if self.text() else 0
        self.setIconSize(QSize(scaled(_ICON) + gap, scaled(_ICON)))
        self.setIcon(theme.icon(icon, tone, gap=gap))


def primary(text: str, pressed: Callable[[], object] | None = None, *, tip: str = "", shortcut: str = "") -> Button:
    """The one filled button of a page or panel."""
    return Button(text, pressed, look=Look.PRIMARY, tip=tip, shortcut=shortcut)


def quiet(text: str, pressed: Callable[[], object] | None = None, *, tip: str = "", shortcut: str = "") -> Button:
    """An outlined button for everything beside the main thing."""
    return Button(text, pressed, tip=tip, shortcut=shortcut)


def small(text: str, pressed: Callable[[], object] | None = None, *, tip: str = "", shortcut: str = "") -> Button:
    """A quiet button low enough for a row."""
    return Button(text, pressed, small=True, tip=tip, shortcut=shortcut)


def plain(text: str, pressed: Callable[[], object] | None = None, *, tip: str = "", shortcut: str = "") -> Button:
    """A button that looks like a link."""
    return Button(text, pressed, look=Look.PLAIN, small=True, tip=tip, shortcut=shortcut)


def icon_button(
    theme: Theme, icon: str, pressed: Callable[[], object] | None = None, *, tip: str, shortcut: str = ""
) -> Button:
    """A button that is only an icon; `tip` says what it does, also to a screen reader."""
    button = Button("", pressed, look=Look.ICON, small=True, tip=tip, shortcut=shortcut)
    button.wear(theme, icon)
    return button
