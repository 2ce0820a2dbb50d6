"""What every test of the window stands on: the look put on once, and nothing stray (warning, log, thread) after it."""

from __future__ import annotations

import logging
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode
from tests.ui.around import House

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before pytest-qt makes the application


@pytest.fixture(scope="session")
def theme(qapp: Any) -> Theme:
    """The look, put on once."""
    made = Theme(qapp, mode=Mode.LIGHT)
    made.furnish()
    return made


@pytest.fixture(autouse=True)
def nothing_stray(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on log lines from a warning up (a test that means them clears them) and on threads left running.

    Qt's own warnings fail through pytest-qt (qt_log_level_fail); the one allowed is named in pyproject.
    """
    before = set(threading.enumerate())
    yield
    lines = [
        f"{line.name}: {line.getMessage()}" for line in caplog.get_records("call") if line.levelno >= logging.WARNING
    ]
    assert lines == []
    assert [thread.name for thread in set(threading.enumerate()) - before if not thread.daemon] == []


@pytest.fixture(autouse=True)
def widgets_held(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keeps what a test shows until it was closed: pytest-qt refers to it weakly, and a window that the garbage
    collector takes while it is painted ends the process.
    """
    held: list[QWidget] = []
    add = QtBot.addWidget

    def hold(bot: QtBot, widget: QWidget, **named: Any) -> None:
        held.append(widget)
        add(bot, widget, **named)

    monkeypatch.setattr(QtBot, "addWidget", hold)
    yield
    held.clear()


@pytest.fixture
def house(qtbot: Any, theme: Theme, tmp_path: Path, ready_file: Path) -> Iterator[House]:
    """A window that can be opened on an empty shop in a file."""
    file = tmp_path / "shop.db"
    shutil.copy(ready_file, file)
    made = House(qtbot, theme, str(file))
    yield made
    if hasattr(made, "shell"):
        made.close()
