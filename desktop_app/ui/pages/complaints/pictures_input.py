"""Pictures for a complaint that is being taken: chosen, dropped or pasted, each checked before it is shown."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.thumbnails import Thumbnail
from desktop_app.ui.pictures import take_dropped, take_pasted, welcome_picture
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, Size, Tone
from desktop_app.ui.widgets.buttons import plain
from desktop_app.ui.widgets.file_dialogs import ask_for_picture
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.record_parts import stops


class PicturesInput(QWidget):
    """`value()` is a tuple of (name, content); `edited` when one came or went."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk = desk
        self._pictures: list[tuple[str, bytes]] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row, space=SPACE_2)
        self._wrong = Label("", Size.SMALL, tone=Tone.BAD, wrap=True)
        self._wrong.hide()
        self.add_button = plain(words("Add a picture…"), self._ask, tip=words("You can also drop or paste it here."))
        self.add_button.setProperty("flush", True)
        self.add_button.wear(desk.theme, "plus")
        self.setFocusProxy(self.add_button)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        for part in (self._row, self._wrong, self.add_button):
            column.addWidget(part)
        self._row.hide()

    def value(self) -> Any:
        """The pictures, as they came."""
        return tuple(self._pictures)

    def set_value(self, value: Any) -> None:
        """Show these."""
        self._pictures = list(value or ())
        self._show()

    def take(self, chosen: Path | bytes) -> None:
        """Take a picture once it was checked; one that cannot be kept is refused in words."""
        self._wrong.hide()
        self._desk.work.run(_checked, chosen, then=self._keep, failed=self._refuse, owner=self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped here."""
        welcome_picture(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped picture is taken."""
        take_dropped(event, self.take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes the picture that was copied."""
        if not take_pasted(event, self.take):
            super().keyPressEvent(event)

    def _keep(self, found: tuple[str, bytes]) -> None:
        if found[1] not in (content for _, content in self._pictures):
            self._pictures.append(found)
            self._show()
            self.edited.emit()

    def _refuse(self, error: AppError) -> None:
        self._wrong.setText(self._desk.words.say(error.message))
        self._wrong.show()

    def _remove(self, place: int) -> None:
        self._pictures.pop(place)
        self._show()
        self.add_button.setFocus()
        self.edited.emit()

    def _show(self) -> None:
        words = self._desk.words
        for shown in self._row.findChildren(Thumbnail):
            shown.hide()
            shown.deleteLater()
        for place, (name, content) in enumerate(self._pictures):
            remove = (words("Remove"), partial(self._remove, place))
            one = Thumbnail(self._desk.theme, name or words("Picture"), see=lambda: None, remove=remove)
            one.show_content(content)
            self._flow.addWidget(one)
            one.show()
        self._row.setVisible(bool(self._pictures))
        stay = [one for one in self._row.findChildren(Thumbnail) if not one.isHidden()]
        # Tab comes into a field at what it hands the keyboard to, so the pictures come behind that.
        for first, then in pairwise((self.add_button, *(stop for one in stay for stop in stops(one)))):
            QWidget.setTabOrder(first, then)

    def _ask(self) -> None:
        ask_for_picture(self, self._desk.settings, self._desk.words, taken=self.take)


def _checked(chosen: Path | bytes) -> tuple[str, bytes]:
    from desktop_app.actions.pictures import checked_picture  # Pillow is loaded when a picture is chosen

    found = checked_picture(chosen)
    return found["name"], found["content"]
