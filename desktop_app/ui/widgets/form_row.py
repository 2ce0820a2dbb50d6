"""A row of a field that holds several, made of fields of its own: a small form with errors at its own fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.ui.widgets.form import Form


class FormRow(QWidget):
    """`read` makes the value of the form's values (None where they are blank), `show` the form's values of a value."""

    edited = Signal()

    def __init__(
        self, form: Form, *, read: Callable[[dict[str, Any]], Any], show: Callable[[Any], dict[str, Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form, self._read, self._show = form, read, show
        self._blank = form.raw()
        form.edited.connect(lambda _: self.edited.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def value(self) -> Any:
        """The value, None when nothing was typed; its fields say what is wrong, and Invalid the first of it."""
        try:
            return self._read(self.form.reading())
        except Invalid as error:
            self.form.mark(error)
            raise

    def raw(self) -> Any:
        """What stands in it, readable or not; None when nothing was typed."""
        found = self.form.raw()
        return None if found == self._blank else found

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self.form.set_value(self._show(value))

    def take_focus(self) -> None:
        """The first field, or the first that cannot be read."""
        self.form.focus_wrong()
