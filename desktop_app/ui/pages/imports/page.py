"""The Import page: a file in, its plan in plain words, one button, done with Undo."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions.importing import ImportPlan, look_into, plan_import, run_import, undo_import
from desktop_app.domain.changes import Topic
from desktop_app.domain.errors import AppError, Invalid, Stopped
from desktop_app.domain.importing import Fate, FileKind, ImportDone, ImportRow, PlanSummary
from desktop_app.domain.mapping import FileLook, FileMapping
from desktop_app.i18n import msg
from desktop_app.queries.imports import import_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.imports.doubles import Doubles
from desktop_app.ui.pages.imports.drop import DropZone, choose_files
from desktop_app.ui.pages.imports.mapping_view import MAPPED, MappingView
from desktop_app.ui.pages.imports.plan_cards import (
    Planned,
    earlier_card,
    mail_card,
    odd_card,
    reading_card,
    records_card,
    refused_card,
    summary_card,
)
from desktop_app.ui.pages.imports.wording import import_button, imported, refused_count
from desktop_app.ui.pages.page import Page
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.progress import ProgressRow

_FOLDER = "imports.folder"


class ImportsPage(Page):
    """One file at a time; more dropped files wait their turn."""

    name = "imports"
    topics = frozenset({Topic.IMPORTS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._waiting: deque[Path] = deque()
        self._refused: list[str] = []  # said of the files of one drop, so that none is lost among the others
        self._reading = False
        self._path: Path | None = None
        self._mapping: FileMapping | None = None
        self._look: FileLook | None = None
        self.plan: ImportPlan | None = None
        self.mapping_view: MappingView | None = None
        self._earlier: list[ImportRow] = []
        self.primary = self.set_primary("", self._press)
        self.cancel = quiet(self.words("Cancel"), self._leave)
        self.header.add_button(self.cancel)
        self.banner = Banner(desk.theme, close=self.words("Close"))
        self.progress = ProgressRow(self.words)
        self.doubles = Doubles(desk, self, self.banner, self.progress)
        self.zone = DropZone(desk.theme, self.words, self._choose)
        self.columns = Columns()
        self._extra = QVBoxLayout()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, SPACE_6)
        column.setSpacing(SPACE_4)
        for widget in (self.banner, self.progress, self.zone):
            column.addWidget(widget)
        column.addLayout(self._extra)
        column.addWidget(self.columns)
        column.addStretch(1)
        self.set_scrolled(inside)
        self._start_over()

    def refresh(self) -> None:
        """Ask which imports there were."""
        self.desk.work.ask(import_rows, then=self._come, failed=self.desk.tell, owner=self)

    def open(self, **what: object) -> None:
        """`paths=[…]`: files dropped on the window, one after the other."""
        paths = what.get("paths")
        if isinstance(paths, list) and paths:
            self._waiting.extend(Path(str(path)) for path in paths)
            if self._path is None:
                self._refused.clear()
                self.banner.dismiss()
                self._next()
            elif self.plan is not None or self.mapping_view is not None or self._reading:
                self._say_waiting()
            else:  # what is shown holds nothing new
                self._next()

    def new(self) -> None:
        """Ctrl+N: choose a file."""
        self._choose()

    def focus_first(self) -> None:
        """Work begins with the one button there is: choose a file, or what the plan's says."""
        button = self.primary if self.zone.isHidden() else self.zone.invitation.button
        if button is not None and not button.isHidden():
            button.setFocus()
        else:
            super().focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what is under way, or leaves a plan or a question."""
        if event.key() == Qt.Key.Key_Escape and self.progress.under_way:
            self.progress.stop()
        elif event.key() == Qt.Key.Key_Escape and (self.plan is not None or self.mapping_view is not None):
            self._leave()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self.plan is not None:
            self._import()
        elif self.mapping_view is not None:
            self._settle()
        elif self._waiting:
            self._next()
        else:
            self._choose()

    def _choose(self) -> None:
        folder = self.desk.settings.recall(_FOLDER, "")
        choose_files(self, self.words, chosen=lambda paths: self.open(paths=paths), folder=str(folder))

    def _next(self) -> None:
        self.doubles.stop()
        self._path = self._waiting.popleft()
        self.desk.settings.remember(_FOLDER, str(self._path.parent))
        self._mapping = None
        self._read()

    def _read(self) -> None:
        assert self._path is not None
        self._reading = True
        self._clear()
        self.zone.hide()
        self._offer("", way_out=False)
        self.set_title(self.words("Import"), self.words("reading {file}", file=self._path.name))
        self.desk.work.ask(
            look_into, self._path, mapping=self._mapping, then=self._looked, failed=self._refuse, owner=self
        )

    def _looked(self, look: FileLook) -> None:
        self._look = look
        guessed = look.platform and look.kind in MAPPED and self._mapping is None
        if look.kind is None or look.missing or guessed:  # a platform without a reader is never read by guesses
            self._ask_mapping()
        else:
            self._make_plan()

    def _make_plan(self) -> None:
        assert self._path is not None
        job = self.desk.work.ask(
            plan_import, self._path, mapping=self._mapping, then=self._planned, failed=self._not_planned, owner=self,
            progress=self.progress.report,
        )
        self.progress.follow(job, self.words("Reading {file}", file=self._path.name))

    def _planned(self, plan: ImportPlan) -> None:
        assert self._look is not None
        self.progress.finish()
        self._clear()
        self.plan = plan
        summary, words, today = plan.summary, self.words, self.desk.today()
        seen = next((row for row in self._earlier if row.id == summary.seen_before), None)
        now = Planned(self._look, summary, seen)
        left: list[QWidget] = [summary_card(self.desk, now, today, another=self._ask_shop)]
        if refused_count(summary):
            left.append(refused_card(self.desk, summary))
        if summary.odd:
            left.append(odd_card(self.desk, summary))
        mail = summary.kind is FileKind.MAIL
        if mail:
            left += [mail_card(self.desk, record) for record in summary.sample]
        for fate, total in ((Fate.CHANGED, summary.changed), (Fate.NEW, summary.new)):
            if total and not mail:
                left.append(records_card(self.desk, summary.sample, fate, total=total, orders=summary.orders))
        self.columns.fill(left, [] if mail else [reading_card(self.desk, now, self._ask_mapping)])
        self._reading = False
        something = summary.new + summary.changed > 0
        said = words("nothing is written yet") if something else words("nothing in it is new")
        self.set_title(words("Import {file}", file=summary.file), said)
        if self._waiting:
            self._say_waiting()
        if not something:
            self.plan = None
        other = words("Next file") if self._waiting else words("Choose a file…")
        self._offer(import_button(words, summary) if something else other)
        self.primary.setFocus()

    def _not_planned(self, error: AppError) -> None:
        self.progress.finish()
        if isinstance(error, Invalid):
            self._ask_mapping()
            assert self.mapping_view is not None
            self.mapping_view.ask(error)
        else:
            self._refuse(error)

    def _ask_mapping(self) -> None:
        assert self._look is not None
        self._reading = False
        self._clear()
        self.zone.hide()
        self._offer(self.words("Show the plan"))
        self.set_title(self.words("Import {file}", file=self._look.file), self.words("a question first"))
        self.mapping_view = MappingView(self.desk, self._look, reread=self._reread)
        self._extra.addWidget(self.mapping_view)
        self.mapping_view.form.focus_first()

    def _ask_shop(self) -> None:
        self._ask_mapping()
        assert self.mapping_view is not None
        self.mapping_view.form.box("source").input.setFocus()

    def _settle(self) -> None:
        if self.mapping_view is not None:
            self._mapping = self.mapping_view.value()
            self._read()

    def _reread(self, mapping: FileMapping) -> None:
        assert self._path is not None
        self._mapping = mapping

        def looked(look: FileLook) -> None:
            self._look = look
            self._ask_mapping()

        self.desk.work.ask(look_into, self._path, mapping=mapping, then=looked, failed=self._refuse, owner=self)

    def _import(self) -> None:
        assert self.plan is not None
        self.primary.setEnabled(False)
        self.cancel.hide()  # the bar has its own
        job = self.desk.work.change(
            run_import, self.plan, then=self._imported, failed=self._not_imported, progress=self.progress.report,
            owner=self,
        )
        self.progress.follow(job, self.words("Importing {file}", file=self.plan.summary.file))

    def _imported(self, done: ImportDone) -> None:
        self.progress.finish()
        self.primary.setEnabled(True)
        assert self.plan is not None
        plan = self.plan.summary
        self._start_over()
        self.refresh()
        if self._waiting:
            self._next()
        elif done.changes.id:
            self._show_imported(plan, done)
        self.desk.tell_done(done.changes, imported(plan.kind, done.new + done.changed, orders=plan.orders))

    def _show_imported(self, plan: PlanSummary, done: ImportDone) -> None:
        """Where a person goes on: to what came in, or to people who may be there twice now."""
        if plan.orders:
            self.desk.navigate("today")
        elif plan.kind is FileKind.MAPPED_PRODUCTS:
            self.desk.navigate("products")
        elif len(done.complaints) == 1:
            self.desk.navigate("complaints", complaint=done.complaints[0])
        elif done.complaints:
            self.desk.navigate("complaints")
        elif done.new:
            self.doubles.look(done.changes.id)

    def _not_imported(self, error: AppError) -> None:
        self.progress.finish()
        self.primary.setEnabled(True)
        self.cancel.show()
        if not isinstance(error, Stopped):
            self.desk.tell(error)
        else:
            self.desk.tell(msg("Stopped. Nothing was imported."))

    def _refuse(self, error: AppError) -> None:
        self.progress.finish()
        self._start_over()
        if not isinstance(error, Stopped):
            self._refused.append(self.words.say(error.message))
            self.banner.say("\n".join(self._refused))
        if self._waiting:
            self._next()

    def _undo(self, row: ImportRow) -> None:
        self.desk.work.change(
            undo_import, row.id, then=lambda done: self.desk.tell_done(done, msg("{file} taken back", file=row.file)),
            failed=self.desk.tell,
        )

    def _come(self, rows: list[ImportRow]) -> None:
        self._earlier = rows
        if self._path is None:
            self._show_earlier()

    def _show_earlier(self) -> None:
        self._drop_extra()
        self._extra.addWidget(earlier_card(self.desk, self._earlier, self.desk.today(), self._undo))

    def _leave(self) -> None:
        """Cancel and Esc: this file is not taken; the next one that waits is."""
        self._start_over()
        if self._waiting:
            self._next()

    def _say_waiting(self) -> None:
        name = self._path.name if self._path is not None else ""
        waiting = self.words.n("{n} more file waits", "{n} more files wait", len(self._waiting))
        self.set_title(self.words("Import {file}", file=name), waiting)

    def _start_over(self) -> None:
        self._reading = False
        self._path = self._look = None
        self._clear()
        self.set_title(self.words("Import"), self.words("orders, customers, products and complaints from your shop"))
        self.zone.show()
        self._offer("", way_out=False)  # the drop zone has the button
        self._show_earlier()

    def _offer(self, text: str, *, way_out: bool = True) -> None:
        """The page's one filled button says `text` ("": there is none now), with Cancel beside it."""
        self.primary.setText(text.replace("&", "&&"))
        self.primary.setAccessibleName(text)
        self.primary.setVisible(bool(text))
        self.cancel.setVisible(way_out)

    def _clear(self) -> None:
        self.plan = self.mapping_view = None
        self._drop_extra()
        self.columns.fill([], [])

    def _drop_extra(self) -> None:
        while (item := self._extra.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
