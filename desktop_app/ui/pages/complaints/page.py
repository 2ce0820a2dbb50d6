"""The Complaints page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Topic
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.page import Page
from desktop_app.ui.widgets.content import Content


class ComplaintsPage(Page):
    """What went wrong, and how far it is made good."""

    name = "complaints"
    topics = frozenset({Topic.COMPLAINTS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        words = self.words
        self.set_title(words("Complaints"))
        self.content = Content(desk.theme, QWidget())
        self.content.show_empty(
            words("No complaints yet"), words("What a customer is not content with stands here until it is made good."),
            icon="complaint",
        )
        self.body.addWidget(self.content)
