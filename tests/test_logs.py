"""The log is a file beside the shop that comes with its first line, and never stands in the way."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from desktop_app import logs


def test_a_line_is_kept_and_statements_with_their_values_are_not(tmp_path: Path) -> None:
    with logs.kept(tmp_path / "log"):
        logging.getLogger("peewee").debug("INSERT … Anna")
        logging.getLogger("cordial.store").info("change %d committed", 7)
    text = (tmp_path / "log" / "cordial.log").read_text(encoding="utf-8")
    assert "change 7 committed" in text
    assert "Anna" not in text


def test_nothing_to_say_leaves_no_file(tmp_path: Path) -> None:
    with logs.kept(tmp_path / "log"):
        pass
    assert not (tmp_path / "log").exists()


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "log").write_text("a file stands in its place", encoding="utf-8")
    with logs.kept(tmp_path / "log"):
        logging.getLogger("cordial").info("said anyway")
    assert (tmp_path / "log").is_file()
    assert [line.getMessage() for line in caplog.records] == ["said anyway"]
    caplog.clear()


def test_verbose_says_it_on_standard_error_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with logs.kept(tmp_path / "log", verbose=True):
        logging.getLogger("cordial").info("opened")
    assert "opened" in capsys.readouterr().err


def test_it_takes_its_handlers_away_again(tmp_path: Path) -> None:
    before = (list(logging.getLogger().handlers), logging.getLogger().level)
    with logs.kept(tmp_path / "log", verbose=True):
        logging.getLogger("cordial").info("opened")
    assert (logging.getLogger().handlers, logging.getLogger().level) == before
