"""The place of a list or of cards: content, or a skeleton after 200 ms, an invitation, a failure."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.empty import EmptyState
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.skeleton import Skeleton

SKELETON_AFTER = 200  # ms


class Content(QStackedWidget):
    """Holds one content widget; `wait`, `show_content`, `show_empty` and `show_failure` switch what is seen."""

    def __init__(self, theme: Theme, content: QWidget, *, waiting: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.content = content
        self._blank = QWidget()
        self._skeleton = Skeleton(theme, name=waiting)
        self._message: Scroll | None = None
        for widget in (self._blank, content, self._skeleton):
            self.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SKELETON_AFTER)
        self._timer.timeout.connect(lambda: self.setCurrentWidget(self._skeleton))

    def wait(self) -> None:
        """Something was asked: what is shown stays; a place still blank gets the skeleton after 200 ms."""
        if self.currentWidget() is not self.content:
            self._timer.start()

    def show_content(self) -> None:
        """The rows are here."""
        self._timer.stop()
        self.setCurrentWidget(self.content)

    def show_empty(
        self, title: str, text: str = "", *, icon: str = "", button: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """There is nothing: say what belongs here and how to begin."""
        self._timer.stop()
        if self._message is not None:
            self.removeWidget(self._message)
            self._message.deleteLater()
        self._message = Scroll(EmptyState(self._theme, title, text, icon=icon, button=button))  # for low windows
        self._message.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.addWidget(self._message)
        self.setCurrentWidget(self._message)

    @property
    def is_message(self) -> bool:
        """Whether a message stands in the content's place."""
        return self._message is not None and self.currentWidget() is self._message

    def take_focus(self) -> None:
        """Put the keyboard on the message's button."""
        state = self._message.widget() if self._message is not None else None
        if isinstance(state, EmptyState) and state.button is not None:
            state.button.setFocus()

    def show_failure(self, sentence: str, *, button: tuple[str, Callable[[], object]] | None = None) -> None:
        """It could not be shown: the sentence, and the way out."""
        self.show_empty(sentence, icon="warning", button=button)
