"""A shop on a server that wants a password: asked for in the window, kept in the computer's keyring or nowhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from desktop_app.actions.passwords import can_keep
from desktop_app.domain.errors import PasswordWanted
from desktop_app.ui.desk import Desk
from desktop_app.ui.first_start.notice import Notice
from desktop_app.ui.theme.tokens import Size, Tone
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.line_edit import LineEdit


class AskPassword(Notice):
    """`give(password, keep)` when a person typed one, and whether it is to be kept in the keyring."""

    def __init__(
        self, desk: Desk, error: PasswordWanted, *, give: Callable[[str, bool], object], leave: Callable[[], object]
    ) -> None:
        words = desk.words
        super().__init__(desk, words("Your shop wants its password"), error.message, place=desk.place)
        self._give = give
        self.go = primary(words("Open the shop"), self._press)
        self.go.setEnabled(False)
        self.password = LineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(words("Password"))
        self.password.returnPressed.connect(self._press)
        self.password.textChanged.connect(lambda text: self.go.setEnabled(bool(text)))
        name = Label(words("Password"))
        name.setBuddy(self.password)
        self.keep = CheckInput(desk.theme, words("Keep it in this computer’s keyring"))
        self.keep.hide()  # until it is known that there is one
        self._kept = Label(
            words("It is asked for at every start, and not kept."), Size.SMALL, tone=Tone.MUTED, wrap=True
        )
        for widget in (name, self.password, self.keep, self._kept):
            self.below.addWidget(widget)
        desk.work.run(can_keep, then=self._offer_to_keep, owner=self)
        buttons = [self.go]
        if desk.location != desk.home:
            buttons.append(quiet(words("Back to my own shop"), lambda: desk.switch(desk.home)))
        buttons.append(quiet(words("Quit"), leave, shortcut="Ctrl+Q"))
        self.offer(buttons)

    def _press(self) -> None:
        if self.password.text() and self.go.isEnabled():
            self.go.setEnabled(False)  # until the server has answered, which puts something else here
            self._give(self.password.text(), bool(self.keep.value()))

    def _offer_to_keep(self, possible: bool) -> None:
        self.keep.setVisible(possible)
        self._kept.setVisible(not possible)
