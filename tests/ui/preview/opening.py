"""Opens a preview, turns its choices as a person would, and waits until the papers of the choices are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shiboken6 import isValid

from desktop_app.domain.printing import Kind
from desktop_app.ui.preview.dialog import PreviewDialog, open_preview
from tests.ui.pages.around import Around


def opened(around: Around, orders: Sequence[int] = (), **more: Any) -> PreviewDialog:
    """The preview over a window, its first papers made."""
    around.window.resize(1200, 800)
    around.window.show()
    dialog = open_preview(around.desk, around.window, orders=orders, **more)
    made(around, dialog)
    return dialog


def made(around: Around, dialog: PreviewDialog) -> None:
    """Wait until the papers of the choices in force are on the screen."""
    around.qtbot.waitUntil(
        lambda: around.work.idle and dialog.making is not None and not dialog.making.under_way, timeout=30_000
    )


def choose(around: Around, dialog: PreviewDialog, key: str, value: object) -> None:
    """Set a field of the choices as a person does."""
    assert dialog.options is not None
    fill(dialog.options.form, key, value)
    made(around, dialog)


def turn_to(around: Around, dialog: PreviewDialog, kind: Kind) -> None:
    """Choose what to print."""
    assert dialog.options is not None
    fill(dialog.options.what, "kind", kind)
    made(around, dialog)


def fill(form: Any, key: str, value: object) -> None:
    """Write into a field of any form."""
    box = form.box(key).input
    box.set_value(value)
    box.edited.emit()


def add(around: Around, dialog: PreviewDialog, **values: object) -> None:
    """Write what the kind of paper needs."""
    assert dialog.options is not None
    for key, value in values.items():
        form = next(form for form in dialog.options.extras.forms if key in {field.key for field in form.fields})
        fill(form, key, value)
    made(around, dialog)


def is_gone(dialog: PreviewDialog) -> bool:
    """Whether it was left."""
    return not isValid(dialog) or not dialog.isVisible()
