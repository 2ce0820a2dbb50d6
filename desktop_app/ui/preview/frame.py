"""The preview as it stands on the screen: choices, pages and list beside each other, or in turn; keys and buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.preview.preflight import Preflight
from desktop_app.ui.preview.viewer import Viewer
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.progress import ProgressRow
from desktop_app.ui.widgets.scroll import Scroll

_SIDE = 288  # points at 100 % text
_BOTH_FROM = 760  # narrower, the choices, the pages and the list take turns
_ALL_FROM = 1040  # narrower, the list is below the pages
_FEET_FROM = 560  # narrower, Esc stands in for its button
_ANY = 16777215  # Qt's word for no limit
_CHOICES, _CHECKS = "choices", "checks"


class PreviewFrame(QDialog):
    """The window without what it does: `print` and `save` are the dialog's; `column` takes the choices."""

    def __init__(self, desk: Desk, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.desk, self.words = desk, desk.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(480, 360)  # else what stands side by side keeps it wide
        self._turned = ""  # what a small window shows in the pages' place
        self._checked = True  # whether there is anything the list could speak of
        self._build()
        self._place(parent)

    def print(self) -> None:
        """Print the papers."""
        raise NotImplementedError

    def save(self) -> None:
        """Save the papers."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn pages, Ctrl+P prints, Ctrl+S saves, Ctrl and + − 0 change the size."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_PageUp: lambda: self.viewer.turn(-1), Qt.Key.Key_PageDown: lambda: self.viewer.turn(1),
        }
        held: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_P: self.print, Qt.Key.Key_S: self.save, Qt.Key.Key_0: self.viewer.fit,
            Qt.Key.Key_Plus: lambda: self.viewer.zoom(1.25), Qt.Key.Key_Equal: lambda: self.viewer.zoom(1.25),
            Qt.Key.Key_Minus: lambda: self.viewer.zoom(0.8),
        }
        deed = (held if control else plain).get(Qt.Key(event.key()))
        if deed is not None:
            deed()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        words, theme = self.words, self.desk.theme
        self.banner = Banner(theme, close=words("Close"))
        self.viewer = Viewer(self.desk)
        self.content = Content(theme, self.viewer, waiting=words("Making the papers"))
        self.progress = ProgressRow(words)
        self.preflight = Preflight(self.desk, self.viewer)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, SPACE_3, 0)
        self.column.setSpacing(SPACE_6)
        self.column.addStretch(1)
        self.side = Scroll(inside)
        self.summary = Elided("", tone=Tone.MUTED)
        self.turn_button = quiet(words("Choices"), lambda: self._turn(_CHOICES))
        self.check_button = quiet(words("Check"), lambda: self._turn(_CHECKS))
        self.save_button = quiet(words("Save as PDF…"), self.save, shortcut="Ctrl+S")
        self.print_button = primary(words("Print"), self.print, shortcut="Ctrl+P")
        self.cancel_button = quiet(words("Cancel"), self.reject, shortcut="Esc")
        self._title = Label(self.windowTitle(), Size.TITLE, weight=Weight.BOLD)
        self._lay()

    def _lay(self) -> None:
        """Choices at the left, the pages and what was found in them at the right, the buttons below."""
        right = QVBoxLayout()
        right.setSpacing(SPACE_2)
        right.addWidget(self.progress)
        right.addWidget(self.content, 1)
        self._pages = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pages.setSpacing(SPACE_4)
        self._pages.addLayout(right, 1)
        self._pages.addWidget(self.preflight)
        both = QHBoxLayout()
        both.setSpacing(SPACE_4)
        both.addWidget(self.side)
        both.addLayout(self._pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_2)
        foot.addWidget(self.summary, 1)
        foot.addStretch(0)
        feet = QWidget()
        flow = FlowLayout(feet, space=SPACE_2)  # where words are long and the window small, two lines
        foot.addWidget(feet)
        for button in (
            self.turn_button, self.check_button, self.cancel_button, self.save_button, self.print_button,
        ):
            button.setAutoDefault(False)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_3)
        for part in (self._title, self.banner):
            column.addWidget(part)
        column.addLayout(both, 1)
        column.addLayout(foot)

    def show_checks(self, there: bool) -> None:
        """Show the list of what was found, or not while nothing was made."""
        self._checked = there
        self._fit()

    def _turn(self, part: str) -> None:
        self._turned = "" if self._turned == part else part
        self._fit()

    def _fit(self) -> None:
        """All side by side, the list below the pages where that is too narrow, or one of the three at a time."""
        both, wide = self.width() >= scaled(_BOTH_FROM), self.width() >= scaled(_ALL_FROM)
        words, turned = self.words, self._turned
        names = {_CHOICES: words("Choices"), _CHECKS: words("Check")}
        for button, part in ((self.turn_button, _CHOICES), (self.check_button, _CHECKS)):
            button.setVisible(not both)
            button.setText(words("Preview") if turned == part else names[part])
        self.summary.setVisible(both)
        self.cancel_button.setVisible(self.width() >= scaled(_FEET_FROM))
        self.side.setVisible(both or turned == _CHOICES)
        self.content.setVisible(both or not turned)
        self.preflight.setVisible(self._checked and (both or turned == _CHECKS))
        self._pages.setDirection(
            QBoxLayout.Direction.LeftToRight if wide or not both else QBoxLayout.Direction.TopToBottom
        )
        for column, beside in ((self.side, both), (self.preflight, wide)):
            column.setMinimumWidth(scaled(_SIDE) if beside else 0)
            column.setMaximumWidth(scaled(_SIDE) if beside else _ANY)
        self.preflight.setMaximumHeight(_ANY if wide or not both else self.height() * 2 // 5)
        self._title.setVisible(self.height() >= scaled(420))

    def _place(self, parent: QWidget) -> None:
        geometry = self.desk.settings.recall("preview.geometry")
        if not (isinstance(geometry, str) and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            self.resize(max(480, parent.width() - 64), max(360, parent.height() - 48))
