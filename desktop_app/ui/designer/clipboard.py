"""The system's clipboard as designs use it: things with their pictures, or words and pictures of other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.actions.template_pack import pack, unpack
from desktop_app.actions.templates import shown_pictures
from desktop_app.domain.cards import Template
from desktop_app.domain.design_text import plain_words
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Language, Words
from desktop_app.ui.pictures import picture_in
from desktop_app.ui.work import Work

OWN = "application/x-cordial-card"


class Clipboard(QObject):
    """What was asked for comes as `things(clip, pictures, in_place)`, `picture(file or bytes)` or `text(str)`.

    All designer windows, of other shops and other desks' programs too, share what the system keeps.
    """

    things = Signal(object, object, bool)
    picture = Signal(object)
    text = Signal(str)
    failed = Signal(object)

    def __init__(self, work: Work, words: Words, pictures: Callable[[], Mapping[str, bytes]], parent: QObject) -> None:
        """`pictures` are those the design at hand may show, by sha256."""
        super().__init__(parent)
        self._work, self._words, self._pictures = work, words, pictures

    @property
    def full(self) -> bool:
        """Whether there is anything that can be pasted."""
        held = QGuiApplication.clipboard().mimeData()
        return held.hasFormat(OWN) or held.hasImage() or held.hasText()

    def put(self, clip: Template, language: Language) -> None:
        """Keep things with the pictures they show; other programs get their words in this language."""
        known = self._pictures()
        packed = BytesIO()
        pack(packed, clip, {name: known[name] for name in shown_pictures(clip) if name in known})
        data = QMimeData()
        data.setData(OWN, packed.getvalue())
        said = plain_words(clip, language)
        if said:
            data.setText(said)
        QGuiApplication.clipboard().setMimeData(data)

    def take(self, *, in_place: bool = False) -> None:
        """Ask for what there is; things come where they were when `in_place`."""
        held = QGuiApplication.clipboard().mimeData()
        picture = picture_in(held)
        if held.hasFormat(OWN):
            content = bytes(held.data(OWN).data())
            self._work.run(
                _unpacked, content, self._words("Clipboard"), then=partial(self._come, in_place), failed=self._refuse,
                owner=self,
            )  # fmt: skip
        elif picture is not None:
            self.picture.emit(picture)
        elif held.text().strip():
            self.text.emit(held.text())

    def _come(self, in_place: bool, found: tuple[Template, Mapping[str, bytes]]) -> None:
        clip, pictures = found
        self.things.emit(clip, pictures, in_place)

    def _refuse(self, error: AppError) -> None:
        self.failed.emit(error)


def _unpacked(content: bytes, name: str) -> tuple[Template, Mapping[str, bytes]]:
    return unpack(BytesIO(content), name=name)
