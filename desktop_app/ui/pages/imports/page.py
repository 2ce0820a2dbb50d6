"""The Import page: a file in, its plan in plain words, one button, done with Undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions.dropped import files_of
from desktop_app.actions.importing import ImportPlan, look_into, plan_import, run_import, undo_import
from desktop_app.domain.changes import Topic
from desktop_app.domain.errors import AppError, Invalid, Stopped
from desktop_app.domain.file_kinds import MAPPED
from desktop_app.domain.importing import ImportDone, ImportRow
from desktop_app.domain.mapping import FileLook, FileMapping
from desktop_app.i18n import msg
from desktop_app.queries.imports import import_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.imports.afterwards import show_imported
from desktop_app.ui.pages.imports.doubles import Doubles
from desktop_app.ui.pages.imports.drop import choose_files
from desktop_app.ui.pages.imports.letters import respelt
from desktop_app.ui.pages.imports.mapping_view import MappingView
from desktop_app.ui.pages.imports.plan_cards import Planned
from desktop_app.ui.pages.imports.plan_columns import PlanCalls, plan_columns
from desktop_app.ui.pages.imports.refused_card import ask_refused_place
from desktop_app.ui.pages.imports.start_view import StartView
from desktop_app.ui.pages.imports.waiting import WaitingFiles
from desktop_app.ui.pages.imports.wording import import_button, imported, what_now
from desktop_app.ui.pages.orders.wording import joined
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
        self._refused: list[str] = []  # said of the files of one drop, so that none is lost among the others
        self._reading = False
        self._path: Path | None = None
        self._mapping: FileMapping | None = None
        self._before: tuple[FileMapping | None, ...] = ()  # how it was read before other letters are tried
        self._look: FileLook | None = None
        self.plan: ImportPlan | None = None
        self.mapping_view: MappingView | None = None
        self._earlier: list[ImportRow] = []
        self.primary = self.set_primary("", self._press)
        self.cancel = quiet(self.words("Cancel"), self._leave)
        self.header.add_button(self.cancel)
        self.banner = Banner(desk.theme, close=self.words("Close"))
        self.progress = ProgressRow(self.words)
        self.waiting = WaitingFiles(self.words, self._leave_waiting)
        self.doubles = Doubles(desk, self, self.banner, self.progress)
        self.start = StartView(
            desk, choose=self._choose, take=lambda path: self.open(paths=[str(path)]), undo=self._undo
        )
        self.zone = self.start.zone
        self.columns = Columns()
        self._extra = QVBoxLayout()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, SPACE_6)
        column.setSpacing(SPACE_4)
        for widget in (self.banner, self.waiting, self.progress, self.start):
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
        """`paths=[…]`: files and folders dropped on the window, one file after the other."""
        given = what.get("paths")
        paths = [Path(str(path)) for path in given] if isinstance(given, list) else []
        if any(path.is_dir() for path in paths):
            self.desk.work.run(files_of, paths, then=self._take, failed=self.desk.tell, owner=self)
        elif paths:
            self._take(paths)

    def _take(self, files: list[Path]) -> None:
        self.waiting.add(files)
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
        button = self.primary if self.start.isHidden() else self.zone.invitation.button
        if button is not None and not button.isHidden():
            button.setFocus()
        else:
            super().focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what is under way, or leaves a plan or a question; Enter answers it."""
        if event.key() == Qt.Key.Key_Escape and self.progress.under_way:
            self.progress.stop()
        elif event.key() == Qt.Key.Key_Escape and not self.cancel.isHidden():
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.mapping_view is not None:
            self._settle()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self.plan is not None:
            self._import()
        elif self.mapping_view is not None:
            self._settle()
        elif self.waiting:
            self._next()
        else:
            self._choose()

    def _choose(self) -> None:
        folder = self.desk.settings.recall(_FOLDER, "")
        choose_files(self, self.words, chosen=lambda paths: self.open(paths=paths), folder=str(folder))

    def _next(self) -> None:
        self.doubles.stop()
        self._path = self.waiting.take()
        self.desk.settings.remember(_FOLDER, str(self._path.parent))
        self._mapping = None
        self._read()

    def _read(self) -> None:
        assert self._path is not None
        self._reading = True
        self._clear()
        self.start.hide()
        self._offer("", way_out=False)
        self.setFocus()  # a button that went while a dialog was open would be pressed by the next Enter
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
        self._before = ()
        self.plan = plan
        summary, words = plan.summary, self.words
        seen = next((row for row in self._earlier if row.id == summary.seen_before), None)
        calls = PlanCalls(
            another=self._ask_shop, same=self._say_same, change=self._ask_mapping, respell=self._respell,
            save_refused=lambda: ask_refused_place(self.desk, self, plan),
        )
        same = self._mapping is not None and self._mapping.same_names
        self.columns.fill(*plan_columns(self.desk, Planned(self._look, summary, seen), calls, same=same), above=1)
        self._reading = False
        something = summary.new + summary.changed > 0
        self.set_title(words("Import {file}", file=summary.file), what_now(words, summary))
        if self.waiting:
            self._say_waiting()
        if not something:
            self.plan = None
        other = words("Next file") if self.waiting else words("Choose a file…")
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
        self.start.hide()
        self._offer(self.words("Show the plan"))
        self.set_title(self.words("Import {file}", file=self._look.file), joined(
            self.words("a question first"), self.waiting.count
        ))
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

    def _respell(self, encoding: str) -> None:
        """Other letters were chosen on the plan: it is made anew at once, or stays where they do not fit the file."""
        assert self._look is not None
        self._before = (self._mapping,)
        self._mapping = respelt(self._look.mapping, self._look.encoding, encoding)
        self._read()

    def _say_same(self, same: bool) -> None:
        """Whether people without more than a name and a day are the customers called so: the plan is made anew."""
        assert self._look is not None
        self._mapping = replace(self._mapping or self._look.mapping, same_names=same)
        self._read()

    def _reread(self, mapping: FileMapping) -> None:
        assert self._path is not None
        asked = self.mapping_view

        def looked(look: FileLook) -> None:
            if self.mapping_view is asked:  # else the question was answered or left meanwhile
                self._look, self._mapping = look, mapping
                self._ask_mapping()

        def not_so(error: AppError) -> None:
            if self.mapping_view is asked:
                self.desk.tell(error)
                self._ask_mapping()  # as it was

        self.desk.work.ask(look_into, self._path, mapping=mapping, then=looked, failed=not_so, owner=self)

    def _import(self) -> None:
        assert self.plan is not None
        self.primary.setEnabled(False)
        self.cancel.hide()  # the bar has its own
        self.columns.setEnabled(False)  # nobody asks for another plan of what is being written
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

        def tell() -> None:
            self.desk.tell_done(done.changes, imported(plan.kind, done.new + done.changed))

        if self.waiting:
            self._next()
            tell()
        elif done.changes.id:
            show_imported(self.desk, plan.kind, done, doubles=self.doubles, tell=tell)

    def _not_imported(self, error: AppError) -> None:
        self.progress.finish()
        for held in (self.primary, self.columns):
            held.setEnabled(True)
        self.cancel.show()
        self.desk.tell(msg("Stopped. Nothing was imported.") if isinstance(error, Stopped) else error)

    def _refuse(self, error: AppError) -> None:
        self.progress.finish()
        if self._before:
            (self._mapping,), self._before = self._before, ()
            self.desk.tell(error)
            self._read()
            return
        self._start_over()
        if not isinstance(error, Stopped):
            self._refused.append(self.words.say(error.message))
            self.banner.say("\n".join(self._refused))
        self._go_on()

    def _undo(self, row: ImportRow) -> None:
        self.desk.work.change(
            undo_import, row.id, then=lambda done: self.desk.tell_done(done, msg("{file} taken back", file=row.file)),
            failed=self.desk.tell,
        )

    def _come(self, rows: list[ImportRow]) -> None:
        self._earlier = rows
        if self._path is None:
            self.start.fill(rows)

    def _leave(self) -> None:
        """Cancel and Esc: this file is not taken; the next one that waits is."""
        self._start_over()
        self._go_on()

    def _go_on(self) -> None:
        """To the file that waits; else the keys stay on this page, whose buttons have just gone."""
        if self.waiting:
            self._next()
        else:
            self.focus_first()

    def _say_waiting(self) -> None:
        name = self._path.name if self._path is not None else ""
        self.set_title(self.words("Import {file}", file=name), self.waiting.count)
        self._say_way_out()

    def _leave_waiting(self) -> None:
        """Only the file that is shown is wanted."""
        self.waiting.clear()
        self._say_way_out()
        if self.plan is None and self.mapping_view is None and not self._reading:
            self._leave()  # nothing is new in it
        elif not self._reading:
            question = self.words("a question first") if self.plan is None else self.words("nothing is written yet")
            self.set_title(self.header.title, question)

    def _say_way_out(self) -> None:
        self.cancel.setText(self.words("Skip") if self.waiting else self.words("Cancel"))

    def _start_over(self) -> None:
        self._reading = False
        self._path = self._look = None
        self._before = ()
        self._clear()
        self.set_title(self.words("Import"), self.words("orders, customers, products and complaints from your shop"))
        self.start.show()
        self._offer("", way_out=False)  # the drop zone has the button
        self.start.fill(self._earlier)

    def _offer(self, text: str, *, way_out: bool = True) -> None:
        """The page's one filled button says `text` ("": there is none now), with Cancel beside it."""
        self.primary.setText(text.replace("&", "&&"))
        self.primary.setAccessibleName(text)
        self.primary.setVisible(bool(text))
        self._say_way_out()
        self.cancel.setVisible(way_out)

    def _clear(self) -> None:
        self.plan = self.mapping_view = None
        self.columns.fill([], [])
        self.columns.setEnabled(True)
        while (item := self._extra.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
