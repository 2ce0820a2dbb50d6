"""Several desks, in three steps: which server, what it says and who is to log in there, and the passwords this once."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.servers import Login, Role, RolesMade, ServerLook, Verified, checked_login, server_address
from desktop_app.domain.servers import new_password as made_password
from desktop_app.domain.servers_words import said_of_server
from desktop_app.i18n import msg
from desktop_app.paths import shown_place, with_password
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.settings.server_forms import people_form, server_form
from desktop_app.ui.theme.tokens import SPACE_3, Tone
from desktop_app.ui.widgets.buttons import plain, primary, quiet
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.progress import ProgressRow
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll

REMEMBERED = "shop"  # where this desk's shop lies from now on, without a password


class ServerDialog(DeedDialog):
    """Nothing is written on the server before [Set it up]; the shop that is open stays as it is."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Several desks"), wide=600, high=680,
            line=words("The same shop on a PostgreSQL server: every desk sees at once what another one does."),
        )
        self.seen: ServerLook | None = None
        self.logins: dict[Role, Login] = {}
        self._noted = False  # the passwords were copied, or it was said that they are not shown again
        self._address = self._entered = ""  # without a password; with that of whoever sets it up
        self.server, self.people = server_form(self.desk), people_form(self.desk)
        self.found = Label("", wrap=True)
        self.shown = Label("", wrap=True)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.steps = QStackedWidget()
        for inside in ([self.server], [self.found, self.people], [self.shown]):
            self.steps.addWidget(_step(inside))
        self.body.addLayout(IntoMargin(self.steps), 1)
        self.progress = ProgressRow(words)
        self.body.addWidget(self.progress)
        self.back = plain(words("Back"), partial(self._go, 0))
        self.copy = quiet(words("Copy"), self._copy)
        self.leave = quiet(words("Cancel"), self.reject, shortcut="Esc")
        self.next = primary(words("Check the server"), self._next)
        self.add_feet(self.back, None, self.copy, self.leave, self.next)
        self._go(0)

    def reject(self) -> None:
        """Esc waits while logins are made, and does not take passwords away that nobody has noted yet."""
        if not self.leave.isEnabled():
            return
        if self.steps.currentIndex() == 2 and not self._noted:
            self._noted = True
            said = self.words("The passwords are shown only now. Note them down or copy them, then close.")
            self.banner.say(said, Tone.WARN)
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on; over the passwords, which are shown this once, it does nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.steps.currentIndex() < 2:
            if self.next.isEnabled():
                self._next()
        else:
            super().keyPressEvent(event)

    def _next(self) -> None:
        self.banner.dismiss()  # what was wrong before may be right now
        (self._check, self._set_up, self._open)[self.steps.currentIndex()]()

    def _go(self, step: int) -> None:
        words = self.words
        self.steps.setCurrentIndex(step)
        self.next.setText((words("Check the server"), words("Set it up"), words("Open the shop there"))[step])
        self.next.setEnabled(step != 1 or (self.seen is not None and self.seen.ready))
        self.leave.setText(words("Close") if step == 2 else words("Cancel"))
        self.leave.setEnabled(True)
        self.back.setVisible(step == 1)
        self.copy.setVisible(step == 2)

    def _check(self) -> None:
        try:
            values = self.server.value()
        except Invalid:
            return
        if not values["database"]:
            self.server.show_error(Invalid("database", msg("Give the database’s name.")))
            return
        from desktop_app.actions.servers import look_at_server

        self._address = server_address(
            values["host"], values["database"], user=values["user"], port=values["port"] or 0,
            certificate=values["certificate"],
        )
        self._entered = with_password(self._address, values["password"]) if values["password"] else self._address
        self.next.setEnabled(False)
        self.desk.work.run(look_at_server, self._entered, then=self._seen, failed=self._failed, owner=self)

    def _seen(self, seen: ServerLook) -> None:
        self.seen = seen
        self.found.setText("\n".join(self.words.say(line) for line in said_of_server(seen)))
        self.people.set_value({
            "owner": f"{seen.database}_desk", "owner password": "", "packers": f"{seen.database}_bench",
            "packers password": "", "move": not self.desk.sample and seen.content.value != "shop", "keep": True,
        })  # fmt: skip
        from desktop_app.actions.passwords import can_keep

        self.desk.work.run(can_keep, then=self.people.box("keep").setVisible, owner=self)
        self._go(1)

    def _set_up(self) -> None:
        from desktop_app.actions.servers import set_up_server

        try:
            values = self.people.value()
            self.logins = {role: _login(values, field) for role, field in _FIELDS.items()}
        except Invalid as error:
            self.people.show_error(error)
            return
        for button in (self.next, self.leave, self.back):
            button.setEnabled(False)
        self.desk.work.run(
            set_up_server, self._entered, self.logins, then=partial(self._made, values), failed=self._failed, owner=self
        )

    def _made(self, values: dict[str, Any], _made: RolesMade) -> None:
        from desktop_app.actions.passwords import keep_password
        from desktop_app.actions.servers import move_shop

        if values["keep"]:
            owner = self.logins[Role.OWNER]
            self.desk.work.run(keep_password, shown_place(self.owners), owner.password, owner=self)
        if not values["move"]:
            self._tell(None)
            return
        target = with_password(self.owners, self.logins[Role.OWNER].password)
        job = self.desk.work.ask(
            move_shop, target, progress=self.progress.report, then=self._tell, failed=self._failed, owner=self
        )
        self.progress.follow(job, self.words("Copying the shop…"))

    @property
    def owners(self) -> str:
        """The address for the owner's desks, without a password."""
        return _as(self._address, self.logins[Role.OWNER].name)

    def _tell(self, moved: Verified | None) -> None:
        self.progress.finish()
        self._entered = ""
        words, owner, bench = self.words, self.logins[Role.OWNER], self.logins[Role.PACKER]
        lines = [
            words("The shop is set up. The passwords are shown this once; note them down."),
            f"{words('Your own desks')}\n{self.owners}\n{words('Password')}: {owner.password}",
            f"{words('Benches')}\n{_as(self._address, bench.name)}\n{words('Password')}: {bench.password}",
        ]
        if moved is not None:
            lines.append(words.n("{n} row was copied and compared.", "{n} rows were copied and compared.", moved.rows))
            said = words("The old shop stays as it was in {place}. Do not go on working in it.", place=self.desk.place)
            lines.append(said)
        self.shown.setText("\n\n".join(lines))
        self._go(2)

    def _failed(self, error: AppError) -> None:
        self.progress.finish()
        for button in (self.next, self.leave, self.back):
            button.setEnabled(True)
        self.tell(error)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.shown.text())
        self._noted = True

    def _open(self) -> None:
        self.desk.settings.remember(REMEMBERED, self.owners)
        self.desk.settings.save()
        self.accept()
        self.desk.switch(self.owners)


_FIELDS = {Role.OWNER: "owner", Role.PACKER: "packers"}


def _login(values: dict[str, Any], field: str) -> Login:
    return checked_login(values[field], values[f"{field} password"] or made_password(), field=field)


def _as(address: str, user: str) -> str:
    """An address for another login, without a password."""
    from urllib.parse import quote

    scheme, _, rest = address.partition("://")
    return f"{scheme}://{quote(user, safe='')}@{rest.partition('@')[2] if '@' in rest.partition('/')[0] else rest}"


def _step(widgets: list[Any]) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_3)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return Scroll(inside)
