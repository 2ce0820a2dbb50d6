"""Below the settings of e-mail: the password, which no setting holds, and a test message to the shop's own address."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.actions.mail_settings import mail_of
from desktop_app.actions.mail_trial import try_server
from desktop_app.domain.errors import AppError
from desktop_app.domain.mail import Mail
from desktop_app.i18n import Message, msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.mail_password import password_here, remember
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.folding import Folding
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.line_edit import LineEdit

_TYPED = 160  # points at 100 % text, of a password one types


class MailPart(QWidget):
    """Both work with the settings as they are kept: what is being typed is to be saved first."""

    def __init__(self, desk: Desk, *, unsaved: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk, self._unsaved = desk, unsaved
        self.password = LineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(words("Password for e-mail"))
        self.password.returnPressed.connect(self.keep)
        self.keep_button = quiet(words("Keep the password"), self.keep)
        self.test_button = quiet(words("Send a test message"), self.test)
        self.said = Label("", Size.SMALL, wrap=True)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(Label(words("Password for e-mail"), Size.SMALL, tone=Tone.MUTED))
        line = Folding(least=lambda: scaled(_TYPED))
        column.addLayout(line)
        line.hold(self.password, after=[self.keep_button])
        about = words("It is kept in this computer’s keyring, never in the shop. Each desk that sends has its own.")
        column.addWidget(Label(about, Size.SMALL, tone=Tone.MUTED, wrap=True))
        test = QWidget()
        FlowLayout(test).addWidget(self.test_button)
        column.addWidget(test)
        column.addWidget(self.said)

    def keep(self) -> None:
        """Keep what was typed as the password of the mail server."""
        if self._ready() and self.password.text():
            self._desk.work.ask(mail_of, then=self._keep, failed=self._fail, owner=self)

    def test(self) -> None:
        """Send one letter to the shop's own address, and say what the server said."""
        if self._ready():
            self.test_button.setEnabled(False)
            self._say(msg("Sending a test message…"), Tone.MUTED)
            self._desk.work.ask(mail_of, then=self._send, failed=self._fail, owner=self)

    def _ready(self) -> bool:
        if self._unsaved():
            self._say(msg("Save the settings first."), Tone.WARN)
            return False
        return True

    def _keep(self, mail: Mail) -> None:
        if not mail.user:
            self._say(msg("Enter the user name above and save it first: a password without one is never asked for."),
                      Tone.WARN)  # fmt: skip
            return
        password = self.password.text()
        self._desk.work.run(
            remember, self._desk, mail, password, then=self._kept, failed=self._fail, owner=self
        )

    def _kept(self, in_keyring: bool) -> None:
        self.password.clear()
        if in_keyring:
            self._say(msg("Kept in this computer’s keyring."), Tone.GOOD)
        else:
            self._say(msg("This computer has no keyring: the password is known until this window closes."), Tone.WARN)

    def _send(self, mail: Mail) -> None:
        words = self._desk.words
        self._desk.work.run(
            try_server, mail, password_of=password_here(self._desk),
            subject=words("Test message of {shop}", shop=mail.name or mail.sender),
            text=words("This message shows that e-mail goes out from your shop. Nobody but you has it."),
            then=lambda _: self._sent(mail), failed=self._fail, owner=self,
        )

    def _sent(self, mail: Mail) -> None:
        self.test_button.setEnabled(True)
        self._say(msg("Handed to the server. Look whether it arrives at {address}.", address=mail.sender), Tone.GOOD)

    def _fail(self, error: AppError) -> None:
        self.test_button.setEnabled(True)
        self._say(error.message, Tone.BAD)

    def _say(self, said: Message, tone: Tone) -> None:
        self.said.set_tone(tone)
        self.said.setText(self._desk.words.say(said))
        self.said.show()
