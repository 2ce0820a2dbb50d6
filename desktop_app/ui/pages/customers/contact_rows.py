"""Further ways to reach somebody: a row for each e-mail address, telephone or messenger beside the preferred ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.contact import checked_email
from desktop_app.domain.customers import Contact, ContactKind
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1
from desktop_app.ui.widgets.arranged import Arranged
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.inputs import ChoiceInput, TextInput
from desktop_app.ui.widgets.several import Several

_KIND, _ROOM = 122, 440  # points: what a kind takes, and from where on one line has room for all


class _Line(Arranged):
    """Kind, address, remark and button in one line; in a narrow panel the remark stands on a second one."""

    def places(self, width: int) -> list[QRect]:
        """Where each stands at a width."""
        sizes = [item.sizeHint() for item in self._items]
        high, button = max(size.height() for size in sizes), sizes[3].width()
        kind = scaled(_KIND)
        rest = width - kind - button - 3 * SPACE_1
        end = width - button
        if width < scaled(_ROOM):
            text = QRect(kind + SPACE_1, 0, rest + SPACE_1, high)
            remark = QRect(text.x(), high + SPACE_1, text.width(), high)
        else:
            text = QRect(kind + SPACE_1, 0, rest * 2 // 3, high)
            remark = QRect(text.right() + 1 + SPACE_1, 0, rest - text.width(), high)
        return [QRect(0, 0, kind, high), text, remark, QRect(end, (high - sizes[3].height()) // 2, *sizes[3].toTuple())]


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
        named = ((self.kind, words("Kind")), (self.text, words("Address or number")), (self.label, words("Remark")))
        row = _Line(self)
        for widget, name in named:
            widget.setAccessibleName(name)
            widget.edited.connect(self._edited)
            row.addWidget(widget)
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
        remove=words("Take this one out"), tall=True,
    )
