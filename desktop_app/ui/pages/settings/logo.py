"""The shop's logo: seen as it is, changed by choosing a picture; the picture is checked when it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.pictures import picture
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Size, Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.file_dialogs import PICTURES, Place, ask_for_file
from desktop_app.ui.widgets.labels import Label

_SIDE = 64
_LARGEST = 10_000_000  # bytes read for the preview; the action has its own, stricter look


def _check(file: Path) -> object:
    from desktop_app.actions.pictures import checked_picture  # Pillow is loaded when a picture is chosen

    return checked_picture(file)


class LogoInput(QWidget):
    """`chosen` is a file, None for "take it away", or the empty text for "as it is"; `edited` when a person chose."""

    edited = Signal()

    def __init__(self, desk: Desk, *, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        words = desk.words
        self.chosen: Path | str | None = ""
        self._picture = QLabel()
        self._picture.setFixedSize(scaled(_SIDE), scaled(_SIDE))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("frame", True)
        self._picture.setAccessibleName(words("Logo"))
        self._file = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._choose = quiet(words("Choose a picture…"), self._ask)
        self._remove = quiet(words("Remove"), lambda: self.take(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(question, Size.SMALL, tone=Tone.MUTED))
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self._picture)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        beside.addLayout(buttons)
        beside.addWidget(self._file)
        row.addLayout(beside, 1)
        column.addLayout(row)
        desk.theme.changed.connect(self._renew)
        self.show_kept(desk.logo)

    def show_kept(self, content: bytes) -> None:
        """Show the logo the shop has, "" or none."""
        self.chosen = ""
        self._content = content
        self._say(self._desk.words("A PNG, JPEG or WebP picture for cards and inserts."))
        self._renew()

    def take(self, file: Path | None) -> None:
        """Choose a picture file, or none; one that is no fit picture is refused in words, and the former comes back."""
        former = self.chosen, self._content
        try:
            content = file.read_bytes() if file is not None and file.stat().st_size <= _LARGEST else b""
        except OSError:
            content = b""
        self.chosen = file
        self._content = content
        self._say(file.name if file is not None else "")
        self._renew()
        self.edited.emit()
        if file is not None:
            self._desk.work.run(
                _check, file, failed=lambda error: self._refuse(file, former, error), owner=self
            )

    def _refuse(self, file: Path, former: tuple[Path | str | None, bytes], error: AppError) -> None:
        if self.chosen == file:  # nothing else was chosen meanwhile
            self.chosen, self._content = former
            self._say(f"{file.name}: {self._desk.words.say(error.message)}", Tone.BAD)
            self._renew()

    def _say(self, text: str, tone: Tone = Tone.MUTED) -> None:
        self._file.setText(text)
        self._file.set_tone(tone)

    def _ask(self) -> None:
        words = self._desk.words
        ask_for_file(
            self, self._desk.settings, words("Choose a logo"), f"{words('Pictures')} ({PICTURES})",
            place=Place.PICTURES, taken=self.take,
        )

    def _renew(self) -> None:
        ratio = self.devicePixelRatioF()
        shown = picture(self._content, scaled(_SIDE) - 8, ratio=ratio)
        if shown is None:
            self._picture.setPixmap(self._desk.theme.pixmap("picture", Tone.MUTED, size=24, ratio=ratio))
        else:
            self._picture.setPixmap(shown)
        self._remove.setVisible(shown is not None)
