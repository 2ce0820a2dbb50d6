"""The shop's logo as a picture to choose; the first start asks for it too."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.picture_input import PictureInput


class LogoInput(PictureInput):
    """Begins with the logo the desk knows; the `question` stands above it."""

    def __init__(self, desk: Desk, *, question: str, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(
            desk, name=words("Logo"), ask=words("Choose a logo"), question=question,
            about=words("A PNG, JPEG or WebP picture for cards and inserts."), parent=parent,
        )  # fmt: skip
        self.show_kept(desk.logo)
