"""Small questions of the designer: a name for a design, a real record to try it on, one of its earlier versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.templates import TemplateVersion
from desktop_app.queries.search import HitKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.search.popup import attach
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import Button, primary, quiet
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.search_box import SearchBox


class Question(QDialog):
    """Base: a title, a sentence, what is asked, and buttons; Esc leaves."""

    def __init__(self, desk: Desk, parent: QWidget, *, title: str, line: str = "") -> None:
        super().__init__(parent)
        self.desk, self.words = desk, desk.words
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        self.body.setSpacing(SPACE_4)
        self.body.addWidget(Label(title, Size.TITLE, weight=Weight.BOLD, wrap=True))
        if line:
            self.body.addWidget(Label(line, tone=Tone.MUTED, wrap=True))
        self.finished.connect(self.deleteLater)

    def add_feet(self, *buttons: Button) -> None:
        """Cancel, and these."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addStretch(1)
        for button in (quiet(self.words("Cancel"), self.reject, shortcut="Esc"), *buttons):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.body.addLayout(row)


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
        self.resize(scaled(420), self.sizeHint().height())
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
        self.resize(scaled(520), scaled(420))
        self.search.take_focus()

    def _take(self, hit: object) -> None:
        self.accept()
        self.chosen.emit(hit)


class VersionsQuestion(Question):
    """`restored(number)`: an earlier version shall be the newest again."""

    restored = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget, *, versions: Sequence[TemplateVersion]) -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Earlier versions"),
            line=words("Bringing one back adds a version; nothing is lost."),
        )  # fmt: skip
        self._versions = tuple(versions)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(words("Earlier versions"))
        for one in versions:
            made = stamp(words, one.at, desk.today())
            said = words("Version {number} · {title}", number=one.number, title=one.title)
            self.list.addItem(" · ".join(part for part in (said, made, one.by) if part))
        self.go = primary(words("Bring back"), self._go)
        self.go.setEnabled(False)
        self.list.currentRowChanged.connect(lambda row: self.go.setEnabled(row > 0))
        self.list.itemActivated.connect(lambda _: self._go())
        self.body.addWidget(self.list, 1)
        self.add_feet(self.go)
        self.resize(scaled(480), scaled(420))

    def _go(self) -> None:
        row = self.list.currentRow()
        if row > 0:
            self.accept()
            self.restored.emit(self._versions[row].number)
