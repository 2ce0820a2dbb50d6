"""The shop's mail server as it is set up, and its password: in the computer's own keyring, and nowhere else."""

from __future__ import annotations

import os

from desktop_app.actions.passwords import can_keep, keep_password, kept_password
from desktop_app.domain.errors import PasswordWanted
from desktop_app.domain.mail import Mail
from desktop_app.domain.mail_setup import mail_from
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.settings import settings

__all__ = ["can_keep", "keep_mail_password", "mail_of", "mail_password"]
VARIABLE = "CORDIAL_MAIL_PASSWORD"  # for jobs that run by themselves


def mail_of(shop: Shop) -> Mail:
    """The mail server as the settings have it; `ready` says whether there is enough to send by."""
    return mail_from(settings(shop))


def mail_password(mail: Mail) -> str:
    """The password of a mail server, "" where it asks for none; raises PasswordWanted where none is kept here."""
    if not mail.user:
        return ""
    found = os.environ.get(VARIABLE, "") or kept_password(mail.place)
    if not found:
        raise PasswordWanted(
            msg(
                "The password for “{server}” is not known on this computer. Enter it in the settings, under “E-mail”.",
                server=mail.server,
            )
        )
    return found


def keep_mail_password(mail: Mail, password: str) -> bool:
    """Keeps the password in the computer's keyring; whether it is there now."""
    return keep_password(mail.place, password)
