"""The two forms of the wizard for several desks: which server, and who logs in there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.inputs import TextInput


def server_form(desk: Desk) -> Form:
    """Which server, and with which login."""
    words = desk.words
    form = Form(
        desk.theme, words,
        (
            Field("host", words("Server"), hint="db.example.com", wide=True,
                  help=words("Its name as in its certificate. Leave it empty for a server on this computer.")),
            Field("database", words("Database"), help=words("An empty one, made for this shop.")),
            Field("port", words("Port"), Input.NUMBER, low=1, high=65535, empty=True, hint="5432"),
            Field("user", words("Login"), help=words("The database’s owner, who may create roles. For now only.")),
            Field("password", words("Password"), make=_SecretInput),
            Field("certificate", words("Certificate of the authority"), wide=True,
                  help=words("A file, where the server’s certificate is of your own making; else leave it empty.")),
        ),
        today=desk.today(),
    )  # fmt: skip
    form.set_value({"host": "", "database": "", "port": None, "user": "", "password": "", "certificate": ""})
    return form


def people_form(desk: Desk) -> Form:
    """Who logs in there, and what comes along."""
    words = desk.words
    kept = words("Made for you when left empty.")
    form = Form(
        desk.theme, words,
        (
            Field("owner", words("Login for your own desks")),
            Field("owner password", words("Its password"), make=_SecretInput, help=kept),
            Field("packers", words("Login for the benches")),
            Field("packers password", words("Its password"), make=_SecretInput, help=kept),
            Field("move", words("Copy this shop there now"), Input.CHECK, wide=True,
                  help=words("Every row is compared afterwards. This shop stays as it is, as a second copy.")),
            Field("keep", words("Keep your password in this computer’s keyring"), Input.CHECK, wide=True),
        ),
        today=desk.today(),
    )  # fmt: skip
    return form


class _SecretInput(TextInput):
    """One line that shows nothing of what is typed; spaces at its ends belong to it."""

    def __init__(self) -> None:
        super().__init__(limit=200)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> Any:
        """What was typed."""
        return self.text()
