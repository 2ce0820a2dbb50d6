"""Erasing a customer: what goes, what stays, which backups still hold them, and the name typed before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions.erasing import erase, erase_plan, tidy_shop
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.erasing import Erased, ErasePlan, asked_word, is_confirmed
from desktop_app.domain.erasing_words import goes, kept_in, outcome, stays
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_4, Tone, Weight
from desktop_app.ui.widgets.buttons import plain, primary, quiet
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll

_WIDE, _HIGH = 560, 620
_LEAST = 60  # points at 100 % text of what is said


class EraseDialog(DeedDialog):
    """There is no undo: nothing is done before the name stands in the field."""

    def __init__(
        self, desk: Desk, parent: QWidget, customer: CustomerId, *, statement: Callable[[], object]
    ) -> None:
        """`statement()` hands out what is known before it is gone."""
        words = desk.words
        super().__init__(
            desk, parent, title=words("Erase for good"), wide=_WIDE, high=_HIGH,
        )
        self._customer = customer
        self._waiting = False
        self.plan: ErasePlan | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_4)
        self._rows.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        content.setLayout(self._rows)
        area = Scroll(content)
        area.setMinimumHeight(scaled(_LEAST))
        self.body.addLayout(IntoMargin(area), 1)
        self.asked = Label(tone=Tone.BAD, wrap=True)
        self.name = LineEdit()
        self.name.textChanged.connect(lambda _: self._look())
        self.body.addWidget(self.asked)
        self.body.addWidget(self.name)
        self.statement = plain(words("Save a statement first…"), statement)
        self.cancel = quiet(words("Cancel"), self.reject, shortcut="Esc")
        self.go = primary(words("Erase for good"), self._erase)
        self.go.setEnabled(False)
        self.add_feet(self.statement, None, self.cancel, self.go)
        self._show_typing(shown=False)
        desk.work.ask(erase_plan, [customer], then=self._show, failed=self._refuse, owner=self)

    def reject(self) -> None:
        """Nobody leaves before the answer: it may say what is still to be seen to."""
        if not self._waiting:
            super().reject()

    def _show(self, plan: ErasePlan) -> None:
        """What will happen, and the field for the name."""
        self.plan, words = plan, self.words
        self._part(words("What goes:"), goes(plan))
        if stays(plan):
            self._part(words("What stays:"), stays(plan))
        if plan.backups:
            self._part(words("Backups that still hold them:"), [kept_in(one) for one in plan.backups])
        self._rows.addStretch(1)
        self._ask_name()
        self.name.setAccessibleName(self.asked.text())
        self._show_typing(shown=True)
        self.name.setFocus()

    def _ask_name(self) -> None:
        if self.plan is not None:
            name = asked_word(self.plan)
            self.asked.setText(self.words("This cannot be undone. Type “{name}” to erase them for good:", name=name))

    def _part(self, title: str, lines: Sequence[Message]) -> None:
        part = QVBoxLayout()
        part.setSpacing(SPACE_1)
        part.addWidget(Label(title, weight=Weight.BOLD, wrap=True))
        for line in lines:
            part.addWidget(Label(f"•  {self.words.say(line)}", wrap=True))
        self._rows.addLayout(part)

    def _show_typing(self, *, shown: bool) -> None:
        for widget in (self.asked, self.name):
            widget.setHidden(not shown)

    def _look(self) -> None:
        self.go.setEnabled(self.plan is not None and is_confirmed(self.plan, self.name.text()))

    def _erase(self) -> None:
        if self.plan is None or not is_confirmed(self.plan, self.name.text()):
            return
        self._wait(waiting=True)
        said = self.words("Erasing. In a big shop this takes some minutes: the whole database is rewritten.")
        self.asked.setText(said)
        self.desk.work.change(erase, [self._customer], then=self._erased, failed=self._refuse, owner=self)

    def _wait(self, *, waiting: bool) -> None:
        self._waiting = waiting
        for widget in (self.go, self.name, self.statement, self.cancel):
            widget.setEnabled(not waiting)

    def _refuse(self, error: AppError) -> None:
        self._wait(waiting=False)
        self._ask_name()
        self._look()
        self.tell(error)

    def _erased(self, result: tuple[Erased, object]) -> None:
        """Say what was done, also what a person has to see to; where all is well the window says it."""
        done, _ = result
        self._waiting = False
        said = outcome(done)
        if len(said) == 1:
            self.accept()
            self.desk.tell(said[0])
            return
        self._say(said, again=not done.tidy)

    def _say(self, said: Sequence[Message], *, again: bool) -> None:
        self._show_typing(shown=False)
        while (item := self._rows.takeAt(0)) is not None:
            _empty(item.layout())
        self._part(self.words.say(said[0]), said[1:])
        self._rows.addStretch(1)
        self.statement.hide()
        self.cancel.setText(self.words("Close"))
        self.cancel.setEnabled(True)
        self.go.setHidden(not again)
        self.go.setText(self.words("Try again"))
        self.go.setEnabled(True)
        self.go.clicked.disconnect()
        self.go.clicked.connect(lambda _=False: self._tidy())

    def _tidy(self) -> None:
        self.desk.work.ask(tidy_shop, then=self._tidied, failed=self.tell, owner=self)

    def _tidied(self, tidy: bool) -> None:  # what the action answers
        if tidy:
            self.accept()
            return
        text = self.words("The database is in use by another program, or the disk is full. Try again later.")
        self.banner.say(text, Tone.BAD)


def _empty(part: object) -> None:
    if isinstance(part, QVBoxLayout):
        while (item := part.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
