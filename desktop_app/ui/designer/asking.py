"""Small questions of the designer: a name for a design, a real record to try it on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.queries.search import HitKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.search.popup import attach
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import Button, primary, quiet
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import yielding_part
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.within import within


class Question(QDialog):
    """Base: a title, a sentence, what is asked, and buttons; Esc leaves."""

    def __init__(self, desk: Desk, parent: QWidget, *, title: str, line: str = "") -> None:
        super().__init__(parent)
        self.desk, self.words = desk, desk.words
        self.setWindowTitle(title)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        self.whole.setSpacing(SPACE_4)
        self.body = yielding_part(self.whole, space=SPACE_4)
        self.body.addWidget(Label(title, Size.TITLE, weight=Weight.BOLD, wrap=True))
        if line:
            self.body.addWidget(Label(line, tone=Tone.MUTED, wrap=True))
        self.finished.connect(self.deleteLater)

    def add_feet(self, *buttons: Button, cancel: bool = True) -> None:
        """Cancel, where there is anything to cancel, and these."""
        first = (quiet(self.words("Cancel"), self.reject, shortcut="Esc"),) if cancel else ()
        self.whole.addWidget(Feet(*first, *buttons))


class NameQuestion(Question):
    """`named(title)`: what the design shall be called; stays open until `done` or with an error at the field."""

    named = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, *, title: str, name: str, button: str) -> None:
        super().__init__(desk, parent, title=title)
        fields = [Field("title", self.words("Name of the design"), wide=True)]
        self.form = Form(desk.theme, self.words, fields, today=desk.today())
        self.form.set_value({"title": name})
        self.go = primary(button, self._go)
        self.body.addWidget(self.form)
        self.add_feet(self.go)
        self.go.setDefault(True)
        self.resize(within(parent, 420, 0).width(), self.sizeHint().height())
        self.form.focus_first()
        self.form.box("title").input.selectAll()

    def refuse(self, error: Invalid) -> None:
        """It cannot be called so."""
        self.go.setEnabled(True)
        self.form.show_error(error)

    def _go(self) -> None:
        self.go.setEnabled(False)
        self.named.emit(self.form.value()["title"])


class RecordQuestion(Question):
    """`chosen(hit)`: an order or a customer found by any text."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Try it on a real record"),
            line=words("Search an order or a customer. Nothing is printed."),
        )  # fmt: skip
        self.search = SearchBox(desk.theme, words("Name, e-mail or order number"), clear=words("Clear"))
        self.body.addWidget(self.search)
        self.body.addStretch(1)
        self.add_feet()
        self.popup = attach(self.search, desk, kinds=(HitKind.CUSTOMER, HitKind.ORDER), chosen=self._take)
        self.resize(within(parent, 520, 420))
        self.search.take_focus()

    def _take(self, hit: object) -> None:
        self.accept()
        self.chosen.emit(hit)
