"""Dialogs for files begin where people keep such files, then where this desk was last."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.widgets.file_dialogs import Place, ask_for_file, ask_for_place


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def begins(dialog: QFileDialog) -> Path:
    return Path(dialog.directory().absolutePath())


def test_the_first_begins_where_the_system_keeps_such_files(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = tmp_path / "Pictures"
    pictures.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(tmp_path / place.name[:-8]))
    dialog = ask_for_file(window, DeskSettings(), "Choose", "*.png", place=Place.PICTURES, taken=print)
    assert begins(dialog) == pictures
    nowhere = ask_for_file(window, DeskSettings(), "Choose", "*.csv", place=Place.DOWNLOADS, taken=print)
    assert begins(nowhere) == Path.home()


def test_the_next_begins_where_the_last_was_taken(window: QWidget, tmp_path: Path) -> None:
    settings, taken = DeskSettings(), []
    dialog = ask_for_file(window, settings, "Choose", "*.png", place=Place.PICTURES, taken=taken.append)
    dialog.fileSelected.emit(str(tmp_path / "logo.png"))
    assert taken == [tmp_path / "logo.png"]
    assert begins(ask_for_file(window, settings, "Choose", "*.png", place=Place.PICTURES, taken=print)) == tmp_path
    assert begins(ask_for_place(window, settings, "Save", "a.pdf", taken=print)) != tmp_path  # papers lie elsewhere


def test_a_place_to_write_has_its_name_and_suffix(window: QWidget, tmp_path: Path) -> None:
    taken: list[Path] = []
    dialog = ask_for_place(window, DeskSettings(), "Save", "Cards.pdf", taken=taken.append)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "pdf"
    assert dialog.nameFilters() == ["PDF (*.pdf)"]
    assert [Path(file).name for file in dialog.selectedFiles()] == ["Cards.pdf"]
