"""Dialogs for a file to read and a place to write: they begin where this desk was last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Words
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.widgets.unopened import UnopenedFileDialog

Taken = Callable[[Path], object]
_PICTURES = "*.png *.jpg *.jpeg *.webp"


class Place(StrEnum):
    """Where people keep such files, as long as this desk was nowhere else."""

    DOCUMENTS = "documents"
    PICTURES = "pictures"
    DOWNLOADS = "downloads"


def ask_for_file(
    parent: QWidget, settings: DeskSettings, title: str, kinds: str, *, taken: Taken, place: Place = Place.DOCUMENTS,
    folder: str = "",
) -> QFileDialog:
    """Open the dialog for a file that is there; `taken` gets it. `folder` is where such files lie, if that is known."""
    dialog = UnopenedFileDialog(parent, title, folder or str(_begin(settings, place)), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, settings, place, taken)


def ask_for_picture(
    parent: QWidget, settings: DeskSettings, words: Words, *, taken: Taken, title: str = ""
) -> QFileDialog:
    """Open the dialog for a picture that is there; `taken` gets its file."""
    kinds = f"{words('Pictures')} ({_PICTURES})"
    return ask_for_file(parent, settings, title or words("Choose a picture"), kinds, taken=taken, place=Place.PICTURES)


def ask_for_place(
    parent: QWidget, settings: DeskSettings, title: str, name: str, *, kinds: str = "", taken: Taken
) -> QFileDialog:
    """Open the dialog for a place to write to, with a `name` and its suffix offered; `taken` gets the place."""
    suffix = Path(name).suffix.removeprefix(".")
    start = str(_begin(settings, Place.DOCUMENTS) / name)
    dialog = UnopenedFileDialog(parent, title, start, kinds or f"{suffix.upper()} (*.{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    return _opened(dialog, settings, Place.DOCUMENTS, taken)


def _opened(dialog: QFileDialog, settings: DeskSettings, place: Place, taken: Taken) -> QFileDialog:
    def chosen(file: str) -> None:
        settings.remember(f"folder.{place.value}", str(Path(file).parent))
        taken(Path(file))

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _begin(settings: DeskSettings, place: Place) -> Path:
    """The folder this desk was in last, else where the system keeps such files, else the person's own."""
    places = QStandardPaths.StandardLocation
    usual = {
        Place.DOCUMENTS: places.DocumentsLocation,
        Place.PICTURES: places.PicturesLocation,
        Place.DOWNLOADS: places.DownloadLocation,
    }[place]
    last = settings.recall(f"folder.{place.value}")
    for folder in (last if isinstance(last, str) else "", QStandardPaths.writableLocation(usual)):
        if folder and Path(folder).is_dir():
            return Path(folder)
    return Path.home()
