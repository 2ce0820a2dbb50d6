"""A desk around one page: the real shop on its own thread, the real theme, and a note of what it asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QWidget

from desktop_app.domain.changes import Changes
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Language, Message, Words
from desktop_app.queries import Shop
from desktop_app.store.connect import open_shop
from desktop_app.ui.bus import Bus
from desktop_app.ui.desk import Desk
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.pages.page import Page
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.work import Work
from tests.made import TODAY

W = TypeVar("W", bound=QWidget)
BY = "Ilze"


@dataclass
class Around:
    """`desk` for a page; what it was told and where it went; `settle` until nothing is under way."""

    qtbot: Any
    theme: Theme
    location: str
    language: Language = Language.EN
    told: list[str] = field(default_factory=list)
    done: list[tuple[Changes, str]] = field(default_factory=list)
    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bus = Bus()
        self.work = Work(self.bus, actor=lambda: BY)
        self.settings = DeskSettings()
        self.settings.set(DESK_PERSON, BY)
        self.words = Words(self.language)
        self.work.failed.connect(self._tell)
        self.desk = Desk(
            words=self.words, theme=self.theme, work=self.work, bus=self.bus, settings=self.settings,
            navigate=self._go, tell=self._tell, tell_done=self._tell_done,
            tell_file=self._tell_file, today=lambda: TODAY, rebuild=lambda: None,
            switch=lambda location, *, restore="": None, location=self.location, home=self.location, sample_location="",
        )
        self.work.open(lambda: open_shop(self.location, today=lambda: TODAY))
        self.window = QMainWindow()

    def show(self, page: Page, *, width: int = 1100, height: int = 700) -> None:
        """Show a page in a window of a size and wait until it has its answers."""
        self.window.setCentralWidget(page)
        self.window.resize(width, height)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is waiting, running or on its way back."""
        self.qtbot.waitUntil(lambda: self.work.idle, timeout=20_000)

    def ask(self, question: Callable[[Shop], Any]) -> Any:
        """What the shop answers now."""
        found: list[Any] = []
        self.work.ask(question, then=found.append)
        self.settle()
        return found[0]

    def change(self, action: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Somebody else's change, announced on the bus like any."""
        found: list[Any] = []
        self.work.change(action, *args, then=found.append, **named)
        self.settle()
        return found[0]

    def close(self) -> None:
        self.window.close()
        self.work.close()
        self.window.deleteLater()

    def _go(self, page: str, /, **what: object) -> None:
        self.went.append((page, what))
        self.done.clear()  # what was said of a deed stays on the page that is left

    def _tell(self, what: Message | AppError) -> None:
        self.told.append(self.words.say(what.message if isinstance(what, AppError) else what))

    def _tell_done(self, changes: Changes, sentence: Message | None) -> None:
        if changes.id:
            self.done.append((changes, self.words.say(sentence or changes.title)))

    def _tell_file(self, said: Message, file: Path, changes: Changes | None = None) -> None:
        assert file.exists(), "a file is told of that is not there"
        self._tell(said) if changes is None else self._tell_done(changes, said)


def type_text(widget: QWidget, text: str) -> None:
    """Type into a field as an input method would (qtbot.keyClicks aborts the process on letters beyond ASCII)."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def texts(widget: QWidget) -> list[str]:
    """What the labels inside a widget say that were not hidden, in the order they were made."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and not _put_away(label, widget)]


def _put_away(part: QWidget | None, whole: QWidget) -> bool:
    """Whether it, or what it lies in, was hidden on purpose (what Qt has not come round to show yet is not)."""
    while part is not None and part is not whole:
        if part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        part = part.parentWidget()
    return False


def button(widget: QWidget, text: str) -> Any:
    """The button inside a widget that says `text` and can be seen."""
    found = [one for one in widget.findChildren(QAbstractButton) if one.text() == text and not one.isHidden()]
    assert found, f"no button says {text!r}: {[one.text() for one in widget.findChildren(QAbstractButton)]}"
    return found[0]


def press(widget: QWidget, text: str) -> None:
    """Press the button that says `text`."""
    button(widget, text).click()
