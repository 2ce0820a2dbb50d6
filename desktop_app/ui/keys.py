"""Every key of the window in one table, and the menu that shows them; pages own what new, print and filter mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.registry import ENTRIES


@dataclass(frozen=True, slots=True)
class Key:
    """One command: its name, what it is called, its keys (the first is shown), and whether a line stands before it."""

    name: str
    title: Message
    keys: tuple[str, ...]
    line: bool = False


COMMANDS: tuple[Key, ...] = (
    Key("find", msg("Find anyone or anything"), ("Ctrl+K",)),
    Key("filter", msg("Filter this list"), ("/", "Ctrl+F")),
    Key("new", msg("New"), ("Ctrl+N",), line=True),
    Key("print", msg("Print"), ("Ctrl+P",)),
    Key("bench", msg("Packing bench"), ("Ctrl+B",)),
    Key("undo", msg("Undo"), ("Ctrl+Z",), line=True),
    Key("redo", msg("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Key("history", msg("What was done"), ("Ctrl+H",)),
    Key("refresh", msg("Look again"), ("F5",), line=True),
    Key("help", msg("Handbook"), ("F1",)),
    Key("keys", msg("Keys"), ("Ctrl+F1",)),
    Key("menu", msg("Menu"), ("F10",)),
    Key("quit", msg("Quit"), ("Ctrl+Q",), line=True),
)


def make_actions(window: QWidget, words: Words, calls: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The window's actions with their keys, called by name; also go-1 … go-9 for the pages."""
    actions: dict[str, QAction] = {}
    commands = [*COMMANDS, *(Key(f"go {e.name}", e.title, (f"Ctrl+{n}",)) for n, e in enumerate(ENTRIES, 1))]
    for key in commands:
        action = QAction(words.say(key.title), window)
        action.setShortcuts([QKeySequence(text) for text in key.keys])
        action.triggered.connect(lambda _=False, call=calls[key.name]: call())
        window.addAction(action)
        actions[key.name] = action
    return actions


def show_menu(
    anchor: QWidget, actions: Mapping[str, QAction], words: Words, *, other_shop: tuple[str, Callable[[], object]]
) -> QMenu:
    """The menu of everything, opened above `anchor`; `other_shop` is the way to the sample shop or home from it."""
    menu = QMenu(anchor)
    for key in COMMANDS:
        if key.name == "menu":
            continue
        if key.line:
            menu.addSeparator()
        if key.name == "quit":
            menu.addAction(other_shop[0]).triggered.connect(lambda: other_shop[1]())
        menu.addAction(actions[key.name])
    pages = QMenu(words("Go to"), menu)
    for entry in ENTRIES:
        pages.addAction(actions[f"go {entry.name}"])
    menu.insertMenu(actions["new"], pages)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(anchor.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
    return menu
