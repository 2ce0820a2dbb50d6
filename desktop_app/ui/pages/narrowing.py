"""How a list is narrowed beyond its chips: a panel of plain questions, and what is in force on chips that remove it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.listed import Listing, narrowed
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.removable_chips import RemovableChips
from desktop_app.ui.widgets.scroll import BAR, Scroll

_TYPING = 250  # ms between the last letter and the question
_TWO_FROM, _MOST = 420, 5  # points from which the questions stand in two columns, and columns at most
_REST = 430  # points at 100 % text: what the panel leaves the window's other parts
_ANY = 16_777_215  # Qt's own bound
_LOW = 520  # points of a window that has no room for both the panel and the list


class Narrowing(QWidget):
    """`changed` when a person narrowed otherwise, `turned` when the panel was opened or closed.

    `button` opens the panel; the page puts it where it likes. In a low window the panel takes the list's place.
    """

    changed = Signal()
    turned = Signal()

    def __init__(self, desk: Desk, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._listing = desk, listing
        self._empty: Any = type(listing.chips[0].wanted)()
        self._wanted: Any = self._empty
        self._covered = False
        self._fields = [field for one in listing.narrowers for field in one.fields]
        self._panel: _Panel | None = None  # made when it is first opened: it costs as much as the rest of the page
        self.chips = RemovableChips(desk.theme, desk.words)
        self.button = quiet(desk.words("Filter"), self._turn, tip=desk.words("Show only some of them"))
        self.button.setCheckable(True)
        self.button.wear(desk.theme, "filter")
        if not self._fields:
            self.button.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_3)
        self._column.addWidget(self.chips)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self._read)
        self.chips.removed.connect(self._remove)
        self.chips.cleared.connect(lambda: self._take(self._empty))
        self._show_wanted()

    @property
    def form(self) -> Form:
        """The questions."""
        if self._panel is None:
            desk = self._desk
            form = Form(desk.theme, desk.words, self._fields, today=desk.today(), two_from=_TWO_FROM, most=_MOST)
            self._panel = _Panel(form, self)
            self._column.insertWidget(0, self._panel)
            form.edited.connect(lambda _: self._typing.start())
            self._fill()
        return self._panel.form

    def make_room(self, *, covered: bool) -> None:
        """Where a record covers the list, its filters go with it."""
        self._covered = covered
        self._show_parts()
        self._fit()

    @property
    def takes_all(self) -> bool:
        """Whether the panel stands where the list does."""
        return self.is_open and not self._covered and self._low

    @property
    def _low(self) -> bool:
        return self.window().height() < scaled(_LOW)

    @property
    def is_open(self) -> bool:
        """Whether the panel is open."""
        return self._panel is not None and not self._panel.isHidden()

    def value(self) -> dict[str, Any]:
        """What it narrows by, under the names of the filter's fields."""
        return narrowed(self._wanted)

    def say_short(self, *, short: bool) -> None:
        """Where there is little room the button is only its icon."""
        text = "" if short else self._desk.words("Filter")
        if text != self.button.text():
            self.button.setText(text)
            self.button.wear(self._desk.theme, "filter")

    def narrow_by(self, values: Mapping[str, Any]) -> None:
        """Narrow by these and by nothing else; nothing is emitted."""
        self._typing.stop()
        keys = {field.key for field in self._fields}
        self._wanted = replace(self._empty, **{key: value for key, value in values.items() if key in keys})
        self._show_wanted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.button.setChecked(False)
            self._turn()
            self.button.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The questions stand in as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the panel takes the list's place it grows into it, as far as the questions ask for."""
        if self._panel is None:
            return
        self._panel.fit(self.width())
        grows = QSizePolicy.Policy.Expanding if self.takes_all else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, grows)
        self.setMaximumHeight(self._panel.maximumHeight() if self.takes_all else _ANY)

    def _show_parts(self) -> None:
        """It takes no room while it says nothing; where there is little the questions say what their chips would."""
        self.chips.setHidden(not self.chips.chips or (self.is_open and self._low))
        self.setVisible(not self._covered and (self.is_open or bool(self.chips.chips)))

    def _turn(self) -> None:
        form = self.form
        assert self._panel is not None
        self._panel.setVisible(self.button.isChecked())
        self._show_parts()
        self.turned.emit()
        self._fit()
        if self.is_open:
            form.focus_first()
            if self._listing.known is not None:
                self._desk.work.ask(self._listing.known, then=self._offer, owner=self, latest=f"known {id(self)}")

    def _offer(self, known: Mapping[str, Sequence[str]]) -> None:
        for key, texts in known.items():
            self.form.box(key).input.set_known(texts)

    def _read(self) -> None:
        values = self.form.readable()
        self._fit()  # an error at a field takes room
        if values is not None:
            self._wanted = replace(self._empty, **values)
            self._show_chips()
            self.changed.emit()

    def _remove(self, place: int) -> None:
        keys = self._listing.narrowers[place].keys
        self._take(replace(self._wanted, **{key: getattr(self._empty, key) for key in keys}))

    def _take(self, wanted: Any) -> None:
        self._typing.stop()
        self._wanted = wanted
        self._show_wanted()
        self.changed.emit()

    def _show_wanted(self) -> None:
        if self._panel is not None:
            self._fill()
        self._show_chips()

    def _fill(self) -> None:
        self.form.set_value({field.key: getattr(self._wanted, field.key) for field in self._fields})

    def _show_chips(self) -> None:
        said = [(place, one.said(self._wanted)) for place, one in enumerate(self._listing.narrowers)]
        self.chips.show_chips([(place, text) for place, text in said if text])
        self._show_parts()
        self.button.setProperty("held", bool(self.value()))
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)


class _Panel(Card):
    """The questions, as high as they ask for while that leaves the list its room."""

    def __init__(self, form: Form, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.form = form
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.addWidget(form)
        column.addStretch(1)
        self._area = Scroll(room)
        self.add_row(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.hide()

    def fit(self, width: int) -> None:
        """As high as the questions are at this width, while that leaves the list some rows, or else all of its room."""
        whole = self.form.heightForWidth(width - 2 * SPACE_4 - BAR - 2) + 2 * SPACE_4 + 4
        high = self.window().height()
        low = high < scaled(_LOW)
        most = whole if low else min(whole, high - scaled(_REST))
        self.setMinimumHeight(0 if low else most)  # low down the page gives it what is left below what stands above
        self.setMaximumHeight(most)
