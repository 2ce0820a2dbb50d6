"""A file dialog may list the shop's own file, and leaves its locks alone."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QFileSystemModel, QLabel, QWidget

from desktop_app.ui.widgets.unopened import UnopenedFileDialog

_TAKE = "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'r+b'), fcntl.LOCK_EX | fcntl.LOCK_NB)"


def test_listing_a_folder_leaves_the_locks_of_files_in_it(tmp_path: Path, qtbot: Any) -> None:
    shop = tmp_path / "shop.cordial"
    shop.write_bytes(b"SQLite format 3\0")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    with shop.open("r+b") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        dialog = UnopenedFileDialog(window, "Choose", str(tmp_path), "All (*)")
        dialog.open()
        (model,) = dialog.findChildren(QFileSystemModel)
        qtbot.waitUntil(lambda: model.type(model.index(str(shop))) == "CORDIAL", timeout=5_000)
        taken = subprocess.run([sys.executable, "-c", _TAKE, str(shop)], capture_output=True, check=False)
        assert b"BlockingIOError" in taken.stderr or b"PermissionError" in taken.stderr
        dialog.reject()


def test_it_begins_in_a_folder_or_at_a_name(tmp_path: Path, qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for start, chosen in ((tmp_path, []), (tmp_path / "Cards.pdf", ["Cards.pdf"])):
        dialog = UnopenedFileDialog(window, "Save", str(start), "PDF (*.pdf)")
        assert Path(dialog.directory().absolutePath()) == tmp_path
        assert [Path(file).name for file in dialog.selectedFiles() if Path(file) != tmp_path] == chosen


@pytest.mark.parametrize("language", ["ru", "lv"])
def test_every_word_is_in_the_language_of_the_screen(language: str, qtbot: Any, qapp: Any, tmp_path: Path) -> None:
    translator = QTranslator()
    assert translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(translator)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = UnopenedFileDialog(window, "", str(tmp_path), "PDF (*.pdf)")
    said = [label.text() for label in dialog.findChildren(QLabel)]
    qapp.removeTranslator(translator)
    assert len(said) == 3
    assert not {"&Look in:", "Files of &type:", "Look in:", "Files of type:"} & set(said)
