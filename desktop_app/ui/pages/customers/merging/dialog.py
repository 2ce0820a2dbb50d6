"""“Possible duplicates”: pair after pair beside each other; merged, told apart or left for later, by keyboard alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.history import redo
from desktop_app.actions.merging import merge_customers, tell_apart
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, Conflict, NotFound, Stopped
from desktop_app.domain.likeness import SURENESS_LABELS, Sureness
from desktop_app.domain.merging import Side
from desktop_app.queries.duplicates import Alike, Duplicates
from desktop_app.queries.merging import Both, both
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.merging.comparison import Comparison
from desktop_app.ui.pages.customers.merging.looking import Look, look_through
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.progress import ProgressRow
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.tag import Tag

_TONES = {Sureness.CERTAIN: Tone.GOOD, Sureness.PROBABLE: Tone.ACCENT, Sureness.POSSIBLE: Tone.MUTED}
_LOW, _BESIDE_FROM = 420, 480  # points at 100 % text


class MergingDialog(DeedDialog):
    """`look` finds the pairs to go through; `nobody` is what is said, with its title, where there are none."""

    def __init__(self, desk: Desk, parent: QWidget, *, title: str, look: Look, nobody: tuple[str, str]) -> None:
        super().__init__(desk, parent, title=title, wide=920, high=720)
        self._look, self._nobody = look, nobody
        self._pairs: list[Alike] = []
        self._count = 0  # pairs in all, those not shown included
        self._place = 0
        self._answered: list[Alike] = []
        self._taken_back: list[Alike] = []  # answered once, and here again
        self._both: Both | None = None
        self.comparison: Comparison | None = None
        self.finder: object | None = None  # what searches for the other record, kept while the dialog is
        self._build()
        self.look()

    def look(self) -> None:
        """Look for pairs, with progress and a way to stop."""
        words = self.words
        self._forget()
        self.content.wait()
        job = look_through(
            self.desk, self._look, then=self._show_found, failed=self._not_found, progress=self.progress.report,
            owner=self,
        )
        self.progress.follow(job, words("Comparing customers"))

    def merge(self) -> None:
        """Make one of the two, and go on to the next pair."""
        if self._both is None or self.comparison is None:
            return
        keep, lose = (half.customer for half in self._both.halves)
        pair = self._pairs[self._place]
        self._forget()
        self.change(
            merge_customers, keep.id, lose.id, chosen=self.comparison.chosen(),
            versions=(keep.version, lose.version), then=lambda _: self._next_after(pair), failed=self._refused,
        )

    def two_people(self) -> None:
        """Note that they are two, and go on to the next pair."""
        if self._both is None:
            return
        pair = self._pairs[self._place]
        self._forget()
        self.change(
            tell_apart, pair.first.id, pair.second.id, then=lambda _: self._next_after(pair), failed=self._refused,
        )

    def later(self) -> None:
        """Leave this pair as it is and look at the next one."""
        self._step(1)

    def back(self) -> None:
        """Look at the pair before this one again."""
        if self._place:
            self._step(-1)

    def swap(self) -> None:
        """Let the other record stay; a value that a person took is taken still."""
        if self._both is not None and self.comparison is not None:
            first, second = self._both.halves
            own = self.comparison.own_choices()
            self._compare(Both((second, first), self._both.likeness))
            for name, side in own.items():
                self.comparison.take(name, Side.LOSE if side is Side.KEEP else Side.KEEP)

    def show_pairs(self, found: Duplicates) -> None:
        """Go through these pairs."""
        self._pairs, self._count, self._place = list(found.pairs), found.count, 0
        self._load()

    def redo(self) -> None:
        """Ctrl+Shift+Z: do again what was taken back last; a pair merged so is gone from here."""
        own = self.desk.settings.names
        self.desk.work.change(redo, own=own, then=self._done_again, failed=self.tell, owner=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low down the title makes room for the two; narrow, what is alike stands below how sure it is."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._told_row.setDirection(across if self.width() >= scaled(_BESIDE_FROM) else down)
        self.title.setVisible(self.height() >= scaled(_LOW))

    def done(self, result: int) -> None:
        """Whoever leaves needs no more pairs."""
        if self.progress.under_way:
            self.progress.stop()
        super().done(result)

    def _build(self) -> None:
        words, theme = self.words, self.desk.theme
        self.progress = ProgressRow(words)
        self.sure = Tag("")
        self.reasons = Label("", wrap=True)
        self.told = QWidget()
        self._told_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.told)
        self._told_row.setContentsMargins(0, 0, 0, 0)
        self._told_row.setSpacing(SPACE_3)
        self._told_row.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._told_row.addWidget(self.reasons, 1)
        self._ground = QWidget()
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)
        self._column.addStretch(1)
        self.area = Scroll(self._ground)
        self.content = Content(theme, self.area, waiting=words("Comparing customers"))
        self.above = QHBoxLayout()
        self.body.addLayout(self.above)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.told)
        self.body.addWidget(self.content, 1)
        self.later_button = quiet(words("Later"), self.later, tip=words("The next pair"), shortcut="PgDown")
        self.apart_button = quiet(words("They are two people"), self.two_people, shortcut="Ctrl+D")
        self.merge_button = primary(words("Merge"), self.merge, shortcut="Ctrl+Return")
        self.add_feet(self.later_button, None, self.apart_button, self.merge_button)
        for keys, deed in (
            ("PgDown", self.later), ("PgUp", self.back), ("Ctrl+D", self.two_people), ("Ctrl+Return", self.merge),
            ("Ctrl+Enter", self.merge), ("Ctrl+E", self.swap),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        self._forget()

    def _forget(self) -> None:
        """No pair is shown: nothing can be answered."""
        self._both = None
        self._answers(shown=None, enabled=False)

    def _answers(self, *, shown: bool | None, enabled: bool) -> None:
        for widget in (self.told, self.later_button, self.apart_button, self.merge_button):
            widget.setEnabled(enabled)
            if shown is not None:
                widget.setVisible(shown)

    def _show_found(self, found: Duplicates) -> None:
        self.progress.finish()
        self.show_pairs(found)

    def _not_found(self, error: AppError) -> None:
        self.progress.finish()
        again = (self.words("Look again"), self.look)
        if isinstance(error, Stopped):
            self.content.show_empty(self.words("Stopped before everybody was compared"), button=again)
        else:
            self.content.show_failure(self.words.say(error.message), button=again)
        self._no_pair()

    def _load(self) -> None:
        if self._place >= len(self._pairs):
            self._show_end()
            return
        pair = self._pairs[self._place]
        self.desk.work.ask(
            both, pair.first.id, pair.second.id, then=self._compare, failed=self._lost, owner=self,
            latest=f"pair {id(self)}",
        )

    def _compare(self, found: Both) -> None:
        words = self.words
        self._both = found
        if self.comparison is not None:
            self._column.removeWidget(self.comparison)
            self.comparison.hide()
            self.comparison.deleteLater()
        self.comparison = Comparison(self.desk.theme, words, found, self.desk.today(), self._ground)
        self.comparison.swapped.connect(self.swap)
        self._column.insertWidget(0, self.comparison)
        self.line.setText(self._told_where())
        self._make_room()
        alike = found.likeness
        self.sure.setText(words.say(SURENESS_LABELS[alike.sureness]) if alike.reasons else words("Chosen by you"))
        self.sure.set_tone(_TONES[alike.sureness])
        said = ", ".join(words.say(reason) for reason in alike.reasons)
        self.reasons.setText(said[:1].upper() + said[1:])
        self._answers(shown=True, enabled=True)
        self.later_button.setVisible(len(self._pairs) > 1)
        self.content.show_content()
        self.area.verticalScrollBar().setValue(0)
        if not self.comparison.take_focus():
            self.merge_button.setFocus()

    def _told_where(self) -> str:
        words = self.words
        if len(self._pairs) < 2:
            return ""
        if self._count > len(self._pairs) + len(self._answered):
            count = words.count(self._count)
            return words("Pair {n} of {count}; the surest come first", n=self._place + 1, count=count)
        return words("Pair {n} of {count}", n=self._place + 1, count=len(self._pairs))

    def _show_end(self) -> None:
        words = self.words
        self._no_pair()
        if self._pairs:
            said = words.n("{n} pair is left for later", "{n} pairs are left for later", len(self._pairs))
            self.content.show_empty(said, button=(words("Begin again"), lambda: self._step(-self._place)))
        elif self._answered:
            self.content.show_empty(
                words("Every pair is answered"), words("New ones show up here by themselves."), icon="check",
                button=(words("Close"), self.accept),
            )
        else:
            self.content.show_empty(*self._nobody, icon="customers")
        self.content.take_focus()

    def _no_pair(self) -> None:
        self._forget()
        self.line.setText("")
        self._make_room()
        self._answers(shown=False, enabled=False)

    def _step(self, by: int) -> None:
        if self._pairs:
            self._place = min(max(0, self._place + by), len(self._pairs))
            self._forget()
            self._load()

    def _next_after(self, pair: Alike) -> None:
        """A pair was answered: it goes, and with a merged customer every other pair they stood in."""
        self._taken_back.clear()
        self._go_from(pair)

    def _told(self, done: Changes) -> None:
        """Taken back: the pair is here again."""
        super()._told(done)
        if self._answered:
            self._taken_back.append(self._answered.pop())
            self._pairs.insert(min(self._place, len(self._pairs)), self._taken_back[-1])
            self._place = min(self._place, len(self._pairs) - 1)
            self._load()

    def _done_again(self, done: Any) -> None:
        self.tell_done(done)
        if self._taken_back:  # else it was something done elsewhere
            self._go_from(self._taken_back.pop())

    def _go_from(self, pair: Alike) -> None:
        self._answered.append(pair)
        before = sum(each is pair for each in self._pairs[: self._place])  # a pair further on stays the one shown
        self._place -= before
        self._pairs = [each for each in self._pairs if each is not pair]
        self._load()

    def _refused(self, error: AppError) -> None:
        self.tell(error)
        if isinstance(error, Conflict | NotFound):
            self._load()  # as they are kept now
        elif self.comparison is not None:
            self._both = self.comparison.both
            self._answers(shown=None, enabled=True)

    def _lost(self, error: AppError) -> None:
        """One of the two is gone: merged with a third, or removed elsewhere."""
        if not isinstance(error, NotFound):
            self.tell(error)
        elif self._place < len(self._pairs):
            del self._pairs[self._place]
            self._load()
