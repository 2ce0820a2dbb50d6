"""A design between the window and the shop: saved, copied, renamed, brought back, carried in and out as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.actions.designing import EarlierDesign, Opened, Proofer, design_history, open_design
from desktop_app.actions.settings import set_settings
from desktop_app.actions.template_files import SUFFIX, export_template, import_template
from desktop_app.actions.templates import (
    remove_template,
    rename_template,
    restore_version,
    save_template,
    shown_pictures,
)
from desktop_app.domain.changes import Changes
from desktop_app.domain.design_new import unwritten
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.paper_settings import DESIGNS
from desktop_app.domain.printing import Kind, ShopDetails
from desktop_app.domain.templates import TemplateId, TemplateRow, UsedBy, own_key
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.templates import own_template, used_by
from desktop_app.ui.designer.asking import NameQuestion
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.uses import UsesQuestion, use_words
from desktop_app.ui.designer.versions import VersionsQuestion
from desktop_app.ui.designer.wording import LANGUAGES
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.file_dialogs import ask_for_file, ask_for_place


class Keeping(QObject):
    """`kept` after a save, `opened(Opened)` for another design, `told(Message)`, `failed(AppError)`.

    `unused(Message)` tells of one that was saved, and that nothing is printed with it yet.
    """

    kept = Signal()
    opened = Signal(object)
    told = Signal(object)
    unused = Signal(object)
    failed = Signal(object)
    gone = Signal()

    def __init__(self, desk: Desk, session: Session, window: QWidget, *, opened: Opened, proofer: Proofer) -> None:
        super().__init__(window)
        self._desk, self._session, self._window = desk, session, window
        self._proofer = proofer
        self.row: TemplateRow | None = opened.row
        self.base = opened.base
        self.question: Any = None

    @property
    def kind(self) -> Kind:
        """The kind of paper."""
        return self._session.template.kind

    @property
    def title(self) -> str:
        """What the design is called."""
        return (self.row or self._session.template).title[self._desk.words.language]

    @property
    def key(self) -> str:
        """The key it is kept by, "" as long as it is not."""
        return self.row.key if self.row is not None else ""

    def save(self) -> None:
        """Keep it: the shop's own as its next version, any other as a new one under a name that is asked for."""
        if self.row is None:
            self.save_as()
        else:
            self._save(self.title, self.row)

    def save_as(self) -> None:
        """Keep it as one more design under another name."""
        words = self._desk.words
        name = words("{title}, my own", title=self.title) if self.row is None and self.base else self.title
        if self.row is not None:
            name = words("Copy of {title}", title=self.title)
        self._ask(words("Keep this design"), name, words("Save")).named.connect(lambda title: self._save(title, None))

    def rename(self) -> None:
        """Call it otherwise."""
        row, words = self.row, self._desk.words
        if row is None or row.id is None:
            self.save_as()
            return
        question = self._ask(words("Rename the design"), self.title, words("Rename"))
        question.named.connect(
            lambda title: self._desk.work.change(
                rename_template, row.id, title, then=lambda done: self._renamed(done, own_key(int(row.id or 0))),
                failed=self._refused, owner=self,
            )
        )  # fmt: skip

    def versions(self) -> None:
        """Show what it was, and bring one back."""
        if self.row is not None and not self._unsaved():
            self._desk.work.ask(design_history, self.row, then=self._show_versions, failed=self.failed.emit, owner=self)

    def tell_use(self) -> None:
        """Show what uses it."""
        if self.row is None:
            self.told.emit(msg("This design is not kept yet."))
        else:
            self._desk.work.ask(used_by, self.kind, self.key, then=self._say_use, failed=self.failed.emit, owner=self)

    def remove(self) -> None:
        """Take it out of the shop; refused as long as the shop prints with it."""
        if self.row is not None and self.row.id is not None:
            self._desk.work.change(
                remove_template, self.row.id, then=self._removed, failed=self.failed.emit, owner=self
            )

    def export(self) -> None:
        """Write it to a file, as it was saved last."""
        words = self._desk.words
        if self.row is None or self._session.dirty:
            self.failed.emit(Invalid("design", msg("Save the design first: the file holds it as it was saved.")))
            return
        ask_for_place(
            self._window, self._desk.settings, words("Export the design"), f"{self.title}{SUFFIX}", kinds=f"*{SUFFIX}",
            taken=self.export_to,
        )  # fmt: skip

    def export_to(self, file: Path) -> None:
        """Write it to this file."""
        said = msg("The design lies in {file}.", file=str(file))
        self._desk.work.ask(
            export_template, self.kind, self.key, file, then=lambda _: self.told.emit(said), failed=self.failed.emit,
            owner=self,
        )  # fmt: skip

    def import_(self) -> None:
        """Take one in from a file."""
        if self._unsaved():
            return
        title = self._desk.words("Import a design")
        ask_for_file(self._window, self._desk.settings, title, f"*{SUFFIX}", taken=self.import_from)

    def import_from(self, file: Path) -> None:
        """Take this one in and open it."""
        self._desk.work.change(import_template, file, then=self._imported, failed=self.failed.emit, owner=self)

    def open(self, kind: Kind, key: str) -> None:
        """Open another design in this window."""
        self._desk.work.ask(open_design, kind, key, then=self._come, failed=self.failed.emit, owner=self)

    def _unsaved(self) -> bool:
        """Whether another design would take the place of unsaved work: said, and not done."""
        dirty = self._session.dirty
        if dirty:
            self.failed.emit(Invalid("design", msg("Save the design first: another one would take its place.")))
        return dirty

    def _save(self, title: str, row: TemplateRow | None) -> None:
        template, known = self._session.template, self._proofer.pictures
        pictures = {name: known[name] for name in shown_pictures(template) if name in known}
        self._desk.work.change(
            save_template, template, title, template_id=row.id if row else None, version=row.version if row else None,
            base=self.base or (self.row.key if self.row else ""), pictures=pictures,
            then=self._saved, failed=self._refused, owner=self,
        )  # fmt: skip

    def _saved(self, done: tuple[TemplateId, Changes]) -> None:
        self._close_question()
        self._desk.work.ask(_kept, self.kind, done[0], then=self._come_kept, failed=self.failed.emit, owner=self)

    def _come_kept(self, found: tuple[Opened, bool]) -> None:
        """The design as it is kept: its new key and number go into what stands on the screen, its history stays."""
        opened, chosen = found
        self.row = opened.row
        self._session.keep(opened.template)
        self.kept.emit()
        left = sorted({LANGUAGES[one] for those in unwritten(opened.template).values() for one in those})
        if left:
            said = msg("“{title}” is saved, but not all is written yet: {languages}.", title=self.title, languages=left)
            self.told.emit(said)
        elif chosen:
            self.told.emit(msg("“{title}” is saved.", title=self.title))
        else:
            said = msg("“{title}” is saved. To print with it, choose it on the page Paper.", title=self.title)
            self.unused.emit(said)

    def use(self) -> None:
        """Print papers of its kind with this design from now on."""
        said = msg("From now on papers are printed with “{title}”.", title=self.title)
        self._desk.work.change(
            set_settings, {DESIGNS[self.kind]: self.key}, then=lambda _: self.told.emit(said), failed=self.failed.emit,
            owner=self,
        )  # fmt: skip

    def _renamed(self, _done: Changes, key: str) -> None:
        self._close_question()
        self._desk.work.ask(open_design, self.kind, key, then=self._titled, failed=self.failed.emit, owner=self)

    def _titled(self, opened: Opened) -> None:
        """Only the title is another; words not saved yet stay."""
        self.row = opened.row
        self._session.keep(replace(self._session.kept, title=opened.template.title))
        self.kept.emit()

    def _show_versions(self, found: tuple[list[EarlierDesign], ShopDetails]) -> None:
        versions, shop = found
        question = VersionsQuestion(self._desk, self._window, versions=versions, shop=shop, session=self._session)
        question.restored.connect(self._restore)
        self._show(question)

    def _restore(self, number: int) -> None:
        row = self.row
        if row is not None and row.id is not None:
            self._desk.work.change(
                restore_version, row.id, number, then=lambda _: self.open(row.kind, row.key),
                failed=self.failed.emit, owner=self,
            )  # fmt: skip

    def _imported(self, done: tuple[TemplateId, Changes]) -> None:
        self._desk.work.ask(_row, done[0], then=lambda row: self.open(row.kind, row.key), owner=self)

    def _removed(self, done: Changes) -> None:
        self._desk.tell_done(done, None)
        self.gone.emit()

    def _come(self, opened: Opened) -> None:
        self.row, self.base = opened.row, opened.base
        self.opened.emit(opened)

    def _say_use(self, use: UsedBy) -> None:
        if use.runs:
            self._show(UsesQuestion(self._desk, self._window, use))
        else:
            self.told.emit(use_words(use))

    def _ask(self, title: str, name: str, button: str) -> NameQuestion:
        question = NameQuestion(self._desk, self._window, title=title, name=name, button=button)
        self._show(question)
        return question

    def _refused(self, error: AppError) -> None:
        if self.question is not None and isinstance(error, Invalid) and error.field == "title":
            self.question.refuse(error)
        else:
            self._close_question()
            self.failed.emit(error)

    def _close_question(self) -> None:
        if self.question is not None:
            self.question.accept()

    def _show(self, dialog: Any) -> None:
        self.question = dialog
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.question = None


def _kept(shop: Shop, kind: Kind, template_id: TemplateId) -> tuple[Opened, bool]:
    key = own_key(template_id)
    return open_design(shop, kind, key), used_by(shop, kind, key).chosen


def _row(shop: Shop, template_id: TemplateId) -> TemplateRow:
    return own_template(shop, template_id)
