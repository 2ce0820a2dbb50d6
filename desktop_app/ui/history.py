"""What was done in the shop, newest first, and by whom; any change can be taken back from here, one's own or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.changes import ChangeId, Changes
from desktop_app.domain.errors import AppError
from desktop_app.queries.changes import ChangeRow, change_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.list_view import ListView
from desktop_app.ui.widgets.within import within

TakeBack = Callable[[ChangeId, Callable[[Changes], object], Callable[[AppError], object]], object]


class HistoryDialog(QDialog):
    """The last changes of every desk; `take_back(change, then, failed)` undoes one of them."""

    def __init__(self, desk: Desk, parent: QWidget, *, take_back: TakeBack) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk, self._take_back = desk, take_back
        self.setWindowTitle(words("What was done"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = (
            Column[ChangeRow]("title", words("What was done"), lambda row: words.say(row.title), Kind.LEAD,
                              detail=self._detail, stretch=True, tip=lambda row: words.say(row.title)),
            Column[ChangeRow]("state", "", lambda row: words("taken back") if row.undone else "", Kind.TAG,
                              width=110, narrow=True),
        )
        self.model: RowsModel[ChangeRow] = RowsModel(columns, self)
        self.list = ListView(
            desk.theme, desk.settings, self.model, name="changes", title=words("Changes"), several=False,
        )
        self.list.head.hide()
        self.list.marked.connect(self._marked)
        self.content = Content(desk.theme, self.list, waiting=words("Looking up"))
        self.banner = Banner(desk.theme, close=words("Close"))
        self._lay_out()
        self.resize(within(parent, 600, 620))
        desk.bus.changed.connect(self._look)
        self._look()

    def _lay_out(self) -> None:
        words = self._desk.words
        self.undo = primary(words("Take back"), self._press)
        self.undo.setEnabled(False)
        card = Card()
        card.add_row(self.content)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addWidget(Label(words("What was done"), Size.TITLE, weight=Weight.BOLD, wrap=True))
        column.addWidget(Label(
            words("Every change of every desk. What was taken back can be done again here too."),
            tone=Tone.MUTED, wrap=True,
        ))
        column.addWidget(self.banner)
        column.addWidget(card, 1)
        column.addWidget(Feet(quiet(words("Close"), self.accept, shortcut="Esc"), self.undo))

    def _look(self, *_: object) -> None:
        self.content.wait()
        self._desk.work.ask(change_rows, then=self._show, owner=self, latest=f"history {id(self)}")

    def _show(self, rows: Sequence[ChangeRow]) -> None:
        self.model.set_rows(rows)
        if rows:
            self.content.show_content()
            self.list.go_to_first()
        else:
            self.content.show_empty(self._desk.words("Nothing was done in this shop yet"), icon="undo")
        self._marked()

    def _detail(self, row: ChangeRow) -> str:
        return " · ".join(filter(None, (row.actor, stamp(self._desk.words, row.at, self._desk.today()))))

    def _chosen(self) -> ChangeRow | None:
        marked = self.list.selectionModel().selectedRows()
        return self.model.row(marked[0].row()) if marked else None

    def _marked(self) -> None:
        row = self._chosen()
        self.undo.setEnabled(row is not None and row.undoable and not row.undone)

    def _press(self) -> None:
        row = self._chosen()
        if row is not None:
            self.undo.setEnabled(False)
            self._take_back(row.id, self._done, self._refuse)

    def _done(self, done: Changes) -> None:
        self.banner.say(self._desk.words.say(done.title), Tone.GOOD)

    def _refuse(self, error: AppError) -> None:
        self.banner.say(self._desk.words.say(error.message))
        self._marked()
