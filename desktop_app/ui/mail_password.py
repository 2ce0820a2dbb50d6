"""The password of the mail server at this desk: from the keyring, or as it was typed, known until the window closes."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.actions.mail_settings import can_keep, keep_mail_password, mail_password
from desktop_app.domain.mail import Mail
from desktop_app.ui.desk import Desk


def password_here(desk: Desk) -> Callable[[Mail], str]:
    """What tells a mail server's password; it raises PasswordWanted where none is known."""
    typed = desk.mail_passwords

    def tell(mail: Mail) -> str:
        return typed.get(mail.place) or mail_password(mail)

    return tell


def remember(desk: Desk, mail: Mail, password: str) -> bool:
    """Keeps a password as long as this desk can: in the keyring (True), else until the window closes."""
    if can_keep() and keep_mail_password(mail, password):
        desk.mail_passwords.pop(mail.place, None)
        return True
    desk.mail_passwords[mail.place] = password
    return False
