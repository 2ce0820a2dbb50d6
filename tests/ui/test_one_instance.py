from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.ui.one_instance import OneInstance


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_finds_the_shop_taken_and_raises_the_first(qtbot: Any, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first = OneInstance(tmp_path / "desk", "/home/ilze/shop.db")
    assert not first.taken
    first.serve(window)
    second = OneInstance(tmp_path / "desk", "/home/ilze/shop.db")
    assert second.taken
    assert second.raise_other()
    qtbot.waitUntil(window.isVisible, timeout=5000)
    first.release()


def test_another_shop_and_another_person_are_free(qapp: Any, tmp_path: Path) -> None:
    first = OneInstance(tmp_path / "desk", "/shop.db")
    assert not OneInstance(tmp_path / "desk", "/sample.db").taken
    assert not OneInstance(tmp_path / "other", "/shop.db").taken
    first.release()


def test_after_a_close_the_shop_is_free_again(qapp: Any, tmp_path: Path) -> None:
    OneInstance(tmp_path, "/shop.db").release()
    again = OneInstance(tmp_path, "/shop.db")
    assert not again.taken
    again.release()


def test_a_window_that_does_not_answer_is_not_waited_for(qapp: Any, tmp_path: Path) -> None:
    first = OneInstance(tmp_path, "/shop.db")  # holds the lock, but serves nobody yet
    second = OneInstance(tmp_path, "/shop.db")
    assert second.taken
    assert not second.raise_other()
    first.release()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_what_a_second_start_says_is_heard_and_the_window_stays_where_it_is(qtbot: Any, tmp_path: Path) -> None:
    window, heard = QWidget(), []
    qtbot.addWidget(window)
    first = OneInstance(tmp_path / "desk", "/home/ilze/shop.db")
    first.serve(window, heard.append)
    second = OneInstance(tmp_path / "desk", "/home/ilze/shop.db")
    assert second.raise_other("bench Inese Šteinberga")
    qtbot.waitUntil(lambda: heard == ["bench Inese Šteinberga"], timeout=5000)
    assert not window.isVisible()
    assert OneInstance(tmp_path / "desk", "/home/ilze/shop.db").raise_other()
    qtbot.waitUntil(window.isVisible, timeout=5000)
    first.release()
