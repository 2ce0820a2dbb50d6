from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning

from desktop_app.domain.errors import BUG, AppError, NotFound
from desktop_app.i18n import msg
from desktop_app.ui.faults import Faults


@pytest.fixture
def faults(qapp: Any) -> Iterator[Faults]:
    before = sys.excepthook, threading.excepthook
    made = Faults()
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before
    qInstallMessageHandler(None)


@pytest.fixture
def said(faults: Faults) -> list[AppError]:
    found: list[AppError] = []
    faults.happened.connect(found.append)
    return found


def test_a_bug_is_logged_and_said_once(said: list[AppError], caplog: pytest.LogCaptureFixture) -> None:
    error = KeyError("shelf")
    sys.excepthook(type(error), error, None)
    assert [one.message for one in said] == [BUG]
    assert "shelf" in caplog.text
    caplog.clear()


def test_a_failure_with_words_of_its_own_keeps_them(said: list[AppError], caplog: pytest.LogCaptureFixture) -> None:
    error = NotFound(msg("There is no order 5."))
    sys.excepthook(type(error), error, None)
    assert [str(one) for one in said] == ["There is no order 5."]
    caplog.clear()


def test_a_bug_in_a_thread_reaches_the_window_on_the_main_thread(
    faults: Faults, qtbot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    threads: list[str] = []
    faults.happened.connect(lambda _: threads.append(threading.current_thread().name))
    made = threading.Thread(target=lambda: 1 / 0)
    made.start()
    made.join()
    qtbot.waitUntil(lambda: bool(threads), timeout=5000)
    assert threads == ["MainThread"]
    caplog.clear()


def test_the_user_stopping_the_program_is_no_bug(said: list[AppError], capsys: Any) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert said == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_qts_warnings_go_to_the_log(faults: Faults, caplog: pytest.LogCaptureFixture) -> None:
    qWarning("the plugin is unhappy")
    assert [(line.name, line.levelno) for line in caplog.records] == [("qt", logging.WARNING)]
    caplog.clear()


def test_an_exception_in_a_slot_arrives_too(faults: Faults, qtbot: Any, caplog: pytest.LogCaptureFixture) -> None:
    with qtbot.captureExceptions() as caught:  # pytest-qt takes the hook for itself: that is where slots' exceptions go
        QTimer.singleShot(0, lambda: {}["missing"])
        qtbot.waitUntil(lambda: bool(caught), timeout=5000)
    assert [kind for kind, *_ in caught] == [KeyError]
