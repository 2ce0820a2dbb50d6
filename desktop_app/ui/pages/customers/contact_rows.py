"""Further ways to reach somebody: a row for each e-mail address, telephone or messenger beside the preferred ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.contact import checked_email
from desktop_app.domain.customers import Contact, ContactKind
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.inputs import ChoiceInput, TextInput
from desktop_app.ui.widgets.several import Several


class ContactRow(QWidget):
    """What it is, the address or number, and a word about it; `preferred` asks to make it the first of its kind."""

    edited = Signal()
    preferred = Signal(object)

    def __init__(self, theme: Theme, words: Words, phone: Callable[[str], object]) -> None:
        super().__init__()
        self._phone = phone
        kinds = [
            (ContactKind.EMAIL, words("E-mail")), (ContactKind.PHONE, words("Phone")),
            (ContactKind.MESSENGER, words("Messenger")),
        ]  # fmt: skip
        self.kind = ChoiceInput(theme, kinds)
        self.text, self.label = TextInput(), TextInput(hint=words("work, home…"))
        self._first = icon_button(theme, "up", lambda: self.preferred.emit(self), tip=words("Use this one first"))
        named = (
            (self.kind, words("Kind"), 0), (self.text, words("Address or number"), 4), (self.label, words("Remark"), 2)
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        for widget, name, stretch in named:
            widget.setAccessibleName(name)
            widget.edited.connect(self._edited)
            row.addWidget(widget, stretch)
        self.kind.setMinimumWidth(scaled(122))
        row.addWidget(self._first)

    def value(self) -> Any:
        """The contact, None when blank; raises Invalid for no address or number."""
        text = self.text.value()
        if not text:
            return None
        try:
            self._check(text)
        except Invalid as error:
            self._mark(wrong=True)
            raise Invalid("contacts", error.message) from None
        return Contact(self.kind.value(), text, self.label.value())

    def raw(self) -> Any:
        """What stands in it; the kind alone is nothing."""
        return (self.kind.value(), self.text.value(), self.label.value()) if self.text.value() else None

    def set_value(self, value: Any) -> None:
        """Show a contact."""
        self.kind.set_value(value.kind)
        self.text.set_value(value.value)
        self.label.set_value(value.label)
        self._show_first()

    def take_focus(self) -> None:
        """What is typed."""
        self.text.setFocus()

    def _check(self, text: str) -> None:
        if self.kind.value() is ContactKind.EMAIL:
            checked_email(text)
        elif self.kind.value() is ContactKind.PHONE:
            self._phone(text)

    def _edited(self) -> None:
        self._mark(wrong=False)
        self._show_first()
        self.edited.emit()

    def _show_first(self) -> None:
        self._first.setEnabled(self.kind.value() is not ContactKind.MESSENGER)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.text.property("wrong")) != wrong:
            self.text.setProperty("wrong", wrong)
            self.text.style().unpolish(self.text)
            self.text.style().polish(self.text)


def contact_rows(theme: Theme, words: Words, phone: Callable[[str], object]) -> Several:
    """The field of further contacts."""
    return Several(
        theme, lambda: ContactRow(theme, words, phone), add=words("Add another way"),
        remove=words("Take this one out"),
    )
