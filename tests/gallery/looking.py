"""How the gallery looks at a window: scene after scene is shown, let come to rest, painted and searched for faults."""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QFileDialog, QWidget

from desktop_app.domain.desk_settings import DESK_LANGUAGE, DESK_PERSON, DESK_TEXT
from desktop_app.i18n import Language, Message, Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.form import Form
from tests.gallery.clipping import clipped
from tests.gallery.scenes import SLOW, Scene
from tests.gallery.variants import Variant
from tests.made import TODAY
from tests.ui.around import House

MORNING = dt.datetime.combine(TODAY, dt.time(9, 15)).astimezone()
_PERSON = {Language.EN: "Kate", Language.RU: "Анна", Language.LV: "Inese"}
_PALE = 12  # a picture with fewer colours than this shows nothing
_QUALITY = 80  # deflated once over: a few milliseconds, and a seventeenth of what is not deflated at all


class Pseudo(Words):
    """English twice over: what is twice as long must still fit."""

    def __call__(self, text: str, /, **args: object) -> str:
        return _twice(super().__call__(text, **args))

    def n(self, singular: str, plural: str, n: int, /, **args: object) -> str:
        return _twice(super().n(singular, plural, n, **args))

    def say(self, message: Message | str) -> str:
        return _twice(Words().say(message)) if isinstance(message, Message) else message


def _twice(text: str) -> str:
    return f"{text} {text}" if text.strip() else text


def settle_in(house: House, theme: Theme, variant: Variant) -> None:
    """Open the window for somebody of this language, with this look."""
    theme.choose(variant.mode)
    theme.set_text_size(variant.text)
    house.settings.set(DESK_TEXT, str(variant.text))
    house.settings.set(DESK_LANGUAGE, variant.language.value)
    house.settings.set(DESK_PERSON, _PERSON[variant.language])
    house.open()


def look(
    house: House,
    scenes: Mapping[str, Scene],
    size: tuple[int, int],
    *,
    folder: Path,
    keep: bool = False,
    met: Callable[[QWidget], None] = lambda top: None,
) -> Iterator[str]:
    """Show each scene in a window of this size; yields what does not fit and which scene could not be shown.

    The picture of what is wrong is kept in `folder`, with `keep` every one; `met` is told each window.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, show in scenes.items():
        house.shell.resize(*size)
        try:
            top = show(house)
        except Exception:  # noqa: BLE001 - one scene that cannot be shown leaves the others to be looked at
            yield f"{name}: {traceback.format_exc()}"
            continue
        if top.windowType() is Qt.WindowType.Window:  # a bench; dialogs and menus are as large as they like
            top.resize(*size)
        settle(house, top, wait=400 if name in SLOW else 20)
        picture = top.grab().toImage()
        wrong = [f"{name}: {line}" for line in (*_whole(house, top, picture), *clipped(top))]
        if keep or wrong:
            picture.save(str(folder / f"{name}.png"), quality=_QUALITY)  # type: ignore[call-overload]
        met(top)
        yield from wrong
        _put_away(house, top)


def _whole(house: House, top: QWidget, picture: QImage) -> Iterator[str]:
    """A line for a picture of nothing, and for a dialog larger than the window it lies over."""
    if _pale(picture):
        yield "nothing to see"
    room = house.shell.size()
    ours = isinstance(top, QDialog) and not isinstance(top, QFileDialog | QColorDialog)  # which the system brings
    if ours and top.isModal() and top.size().boundedTo(room) != top.size():
        yield f"{top.width()} × {top.height()}, larger than the window"


def _pale(picture: QImage) -> bool:
    few = picture.scaled(200, 200).convertToFormat(QImage.Format.Format_RGB32)
    return len(set(memoryview(few.constBits()).cast("I"))) < _PALE


def settle(house: House, top: QWidget, *, wait: int = 20) -> None:
    """Let layouts come to rest and late answers (the pages of a preview) arrive."""
    house.settle()
    for _ in range(3):
        QApplication.sendPostedEvents()
    house.qtbot.wait(wait)
    house.settle()
    top.ensurePolished()


def _put_away(house: House, top: QWidget) -> None:
    """Closed windows are really gone before the next scene, and nobody asks about words typed for this one."""
    for one in house.shell.findChildren(QDialog):
        one.close()
    if top is not house.shell:
        top.close()
    for form in house.shell.findChildren(Form):
        form.mark_clean()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    house.settle()
