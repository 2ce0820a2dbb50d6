"""The Messages page: what goes out to customers, and how far each is known to have come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Topic
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.page import Page
from desktop_app.ui.widgets.content import Content


class MessagesPage(Page):
    """The outbox."""

    name = "messages"
    topics = frozenset({Topic.MESSAGES})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        words = self.words
        self.set_title(words("Messages"), words("what goes out to your customers"))
        self.content = Content(desk.theme, QWidget())
        self.content.show_empty(
            words("No messages yet"), words("What you write to customers stands here, with how far it came."),
            icon="message",
        )
        self.body.addWidget(self.content)
