"""A picture seen as it is, changed by choosing, dropping or pasting another; it is checked before it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.pictures import picture, take_dropped, take_pasted, welcome_picture
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Size, Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.file_dialogs import ask_for_picture
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label

_SIDE = 64
_LARGEST = 10_000_000  # bytes read for the preview; the action has its own, stricter look

Chosen = Path | bytes | str | None


def _check(chosen: Path | bytes) -> object:
    from desktop_app.actions.pictures import checked_picture  # Pillow is loaded when a picture is chosen

    return checked_picture(chosen)


class PictureInput(QWidget):
    """`chosen` is a file or a pasted picture, None for "take it away", "" for "as it is"; `edited` by a person.

    As the input of a form's field its value is `chosen`; the page tells it what is kept by `show_kept`.
    """

    edited = Signal()

    def __init__(
        self, desk: Desk, *, name: str, ask: str, about: str, question: str = "", parent: QWidget | None = None
    ) -> None:
        """`name` is what the picture shows, `ask` the title of the file dialog, `about` what is said while none is."""
        super().__init__(parent)
        self._desk, self._title, self._about = desk, ask, about
        words = desk.words
        self.chosen: Chosen = ""
        self._content = b""
        self.setAcceptDrops(True)
        self._picture = QLabel()
        self._picture.setFixedSize(scaled(_SIDE), scaled(_SIDE))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("frame", True)
        self._picture.setAccessibleName(name)
        self._file = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._choose = quiet(words("Choose a picture…"), self._ask)
        self._remove = quiet(words("Remove"), lambda: self.take(None))
        self.setFocusProxy(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if question:
            column.addWidget(Label(question, Size.SMALL, tone=Tone.MUTED))
        column.addLayout(self._row())
        desk.theme.changed.connect(self._renew)
        self.show_kept(b"")

    def value(self) -> Any:
        """What was chosen."""
        return self.chosen

    def set_value(self, _value: Any) -> None:
        """Loading a form leaves the picture as it is kept."""
        self.show_kept(self._content)

    def show_kept(self, content: bytes) -> None:
        """Show the picture that is kept, or none."""
        self.chosen = ""
        self._content = content
        self._say(self._about)
        self._renew()

    def take(self, chosen: Path | bytes | None) -> None:
        """Choose a picture, or none; one that is no fit picture is refused in words, and the former comes back."""
        former = self.chosen, self._content
        self.chosen = chosen
        self._content = _content(chosen)
        self._say(chosen.name if isinstance(chosen, Path) else "")
        self._renew()
        self.edited.emit()
        if chosen is not None:
            self._desk.work.run(
                _check, chosen, failed=lambda error: self._refuse(chosen, former, error), owner=self
            )  # fmt: skip

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped here."""
        welcome_picture(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped picture is chosen."""
        take_dropped(event, self.take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes the picture that was copied."""
        if not take_pasted(event, self.take):
            super().keyPressEvent(event)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self._picture)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        buttons = QWidget()
        flow = FlowLayout(buttons, space=SPACE_2)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self._choose)
        flow.addWidget(self._remove)
        beside.addWidget(buttons)
        beside.addWidget(self._file)
        row.addLayout(beside, 1)
        return row

    def _refuse(self, refused: Path | bytes, former: tuple[Chosen, bytes], error: AppError) -> None:
        if self.chosen == refused:  # nothing else was chosen meanwhile
            self.chosen, self._content = former
            said = self._desk.words.say(error.message)
            self._say(f"{refused.name}: {said}" if isinstance(refused, Path) else said, Tone.BAD)
            self._renew()
            self.edited.emit()

    def _say(self, text: str, tone: Tone = Tone.MUTED) -> None:
        self._file.setText(text)
        self._file.set_tone(tone)

    def _ask(self) -> None:
        ask_for_picture(self, self._desk.settings, self._desk.words, title=self._title, taken=self.take)

    def _renew(self) -> None:
        ratio = self.devicePixelRatioF()
        shown = picture(self._content, scaled(_SIDE) - 8, ratio=ratio)
        if shown is None:
            self._picture.setPixmap(self._desk.theme.pixmap("picture", Tone.MUTED, size=24, ratio=ratio))
        else:
            self._picture.setPixmap(shown)
        self._remove.setVisible(shown is not None)


def _content(chosen: Path | bytes | None) -> bytes:
    """What is shown of a picture before it was looked at: nothing of one too large."""
    if not isinstance(chosen, Path):
        return chosen or b""
    try:
        return chosen.read_bytes() if chosen.stat().st_size <= _LARGEST else b""
    except OSError:
        return b""
