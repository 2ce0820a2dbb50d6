"""A shop on a server that wants a password: asked for in the window, and never written anywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.errors import PasswordWanted
from desktop_app.ui.desk import Desk
from desktop_app.ui.first_start.notice import Notice
from desktop_app.ui.theme.tokens import Size, Tone
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.line_edit import LineEdit


class AskPassword(Notice):
    """`give(password)` when a person typed one; it is known to this program alone, until that ends."""

    def __init__(
        self, desk: Desk, error: PasswordWanted, *, give: Callable[[str], object], leave: Callable[[], object]
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
        kept = words("It is asked for at every start, and not kept.")
        for widget in (name, self.password, Label(kept, Size.SMALL, tone=Tone.MUTED, wrap=True)):
            self.below.addWidget(widget)
        buttons = [self.go]
        if desk.location != desk.home:
            buttons.append(quiet(words("Back to my own shop"), lambda: desk.switch(desk.home)))
        buttons.append(quiet(words("Quit"), leave, shortcut="Ctrl+Q"))
        self.offer(buttons)

    def _press(self) -> None:
        if self.password.text() and self.go.isEnabled():
            self.go.setEnabled(False)  # until the server has answered, which puts something else here
            self._give(self.password.text())
