"""A signature for a form: drawn on a sheet, written in the hand of the papers, or a picture chosen, dropped, pasted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPixmap
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, Invalid
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.pictures import picture, picture_in, take_dropped, welcome_picture
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone
from desktop_app.ui.widgets.buttons import Button, quiet
from desktop_app.ui.widgets.file_dialogs import ask_for_picture
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.ink_pad import InkPad
from desktop_app.ui.widgets.labels import Label

_WIDE, _HIGH = 200, 110  # points a picture is shown in


class SignatureInput(QWidget):
    """`value` is a picture file's content; raises Invalid at `picture` where nobody signed yet.

    A picture that is taken is shown as it will be kept: the ink without the paper around it.
    """

    edited = Signal()

    def __init__(self, desk: Desk, name: str, *, parent: QWidget | None = None) -> None:
        """`name` is what is written for who cannot draw."""
        super().__init__(parent)
        self._desk, words = desk, desk.words
        self._picture = b""  # in place of the sheet
        self._touched = 0  # how often a person changed something since it was loaded
        self.setAcceptDrops(True)
        self.pad = InkPad(desk.theme, words("Sign here with mouse, pen or finger"))
        self.pad.edited.connect(self._drawn)
        self.shown = QLabel()  # a picture in place of the sheet
        self.shown.setProperty("frame", True)  # paper, in the dark theme too
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setFixedHeight(self.pad.height())
        self.said = Label("", Size.SMALL, tone=Tone.BAD, wrap=True)
        self.said.hide()
        self.back = quiet(words("Undo stroke"), self.pad.undo_stroke, tip=words("Backspace on the sheet"))
        self.empty = quiet(words("Clear"), self._clear, tip=words("Delete on the sheet"))
        self.write = quiet(
            words("Write the name"), lambda: self.write_name(name),
            tip=words("In the hand of the papers, without a mouse"),
        )
        self.choose = quiet(words("Choose a picture…"), self._ask)
        self.paste = quiet(words("Paste"), self._paste, tip=words("A picture that was copied"))
        self.setFocusProxy(self.pad)
        self._lay_out(self.back, self.empty, self.write, self.choose, self.paste)
        self._renew()

    def value(self) -> Any:
        """The picture that was taken or is kept, else what is on the sheet."""
        found = self._picture or self.pad.picture()
        if not found:
            raise Invalid("picture", msg("Nobody signed yet: draw on the sheet, write the name or choose a picture."))
        return found

    def raw(self) -> Any:
        """Something else after each change; no picture is made for it."""
        return self._touched

    def set_value(self, value: Any) -> None:
        """Show the signature that is kept, its file's content, or an empty sheet."""
        self._picture, self._touched = value or b"", 0
        self._renew()

    def take(self, found: Path | bytes) -> None:
        """Take a picture in place of what is drawn; one that is no fit picture is refused in words."""
        from desktop_app.actions.signatures import prepared_signature

        self._desk.work.run(prepared_signature, found, then=self._taken, failed=self._refuse, owner=self)

    def write_name(self, name: str) -> None:
        """Write the name in the hand of the papers."""
        self._picture = b""
        self.pad.write(name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        welcome_picture(event)

    def dropEvent(self, event: QDropEvent) -> None:
        take_dropped(event, self.take)

    def _lay_out(self, *buttons: Button) -> None:
        sheet = QWidget()
        self._stack = QStackedLayout(sheet)
        self._stack.addWidget(self.pad)
        self._stack.addWidget(self.shown)
        row = QWidget()
        flow = FlowLayout(row, space=SPACE_2)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            button.setAutoDefault(False)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(sheet)
        column.addWidget(row)
        column.addWidget(self.said)

    def _clear(self) -> None:
        self._picture = b""
        self.pad.clear()
        self._told()
        self.pad.setFocus()

    def _drawn(self) -> None:
        self._picture = b""
        self._told()

    def _taken(self, content: bytes) -> None:
        self._picture = content
        self._told()

    def _refuse(self, error: AppError) -> None:
        self.said.setText(self._desk.words.say(error.message))
        self.said.show()

    def _told(self) -> None:
        self._touched += 1
        self.said.hide()
        self._renew()
        self.edited.emit()

    def _renew(self) -> None:
        """Show the picture that was chosen or is kept; the sheet where there is none."""
        content = self._picture
        shown = picture(content, scaled(_WIDE), high=scaled(_HIGH), ratio=self.devicePixelRatioF())
        self.shown.setPixmap(shown or QPixmap())
        self._stack.setCurrentWidget(self.shown if content else self.pad)
        self.back.setEnabled(not content and self.pad.marks > 0)
        self.empty.setEnabled(bool(content) or self.pad.marks > 0)

    def _ask(self) -> None:
        words = self._desk.words
        ask_for_picture(self, self._desk.settings, words, title=words("Choose a signature"), taken=self.take)

    def _paste(self) -> None:
        found = picture_in(QGuiApplication.clipboard().mimeData())
        if found is None:
            self._refuse(AppError(msg("No picture was copied. Copy one first, or choose a file.")))
        else:
            self.take(found)
