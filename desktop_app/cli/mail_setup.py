"""`cordial mail setup`: the mail server as the shop has it, and its password, which only the keyring keeps."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.actions.mail_settings import VARIABLE, can_keep, keep_mail_password, mail_of, mail_password
from desktop_app.actions.settings import set_settings
from desktop_app.cli import values
from desktop_app.cli.output import Context, table
from desktop_app.domain.errors import BadFile, PasswordWanted
from desktop_app.domain.mail import SECURITY_NAMES, Mail, Security
from desktop_app.domain.mail_setup import changed_mail
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop

_LONGEST = 100_000  # bytes of a certificate's file


def set_up(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    """Keeps what was given of the mail server, and shows how it is set up."""
    given: dict[str, Any] = {
        name: getattr(words, name) for name in ("server", "user", "sender", "name", "reply_to")
        if getattr(words, name) is not None
    }  # fmt: skip
    for name in ("port", "per_minute"):
        if getattr(words, name) is not None:
            given[name] = values.number(name.replace("_", "-"), getattr(words, name))
    if words.security is not None:
        given["security"] = Security(words.security)
    if words.certificate is not None:
        given["certificate"] = _certificate(words.certificate)
    if given:
        set_settings(shop, changed_mail(given), actor=context.actor)
    mail = mail_of(shop)
    if words.password:
        _ask_password(context, mail)
    said = context.words
    rows = [
        (said("Mail server"), f"{mail.server}:{mail.real_port}" if mail.server else ""),
        (said("Encryption"), said.say(SECURITY_NAMES[mail.security])),
        (said("User name there"), mail.user),
        (said("Your e-mail address"), mail.sender),
        (said("Name beside it"), mail.name),
        (said("Answers go to"), mail.reply_to),
        (said("Messages a minute, at most"), str(mail.per_minute)),
    ]
    context.answer({"mail": _object(mail)}, table(rows))
    return 0


def _object(mail: Mail) -> dict[str, object]:
    return {
        "ready": mail.ready, "server": mail.server, "port": mail.real_port, "security": mail.security,
        "user": mail.user, "from": mail.sender, "name": mail.name, "reply_to": mail.reply_to,
        "per_minute": mail.per_minute, "certificate": bool(mail.certificate),
    }  # fmt: skip


def _certificate(file: str) -> str:
    if not file:
        return ""
    try:
        with Path(file).open("rb") as opened:
            return opened.read(_LONGEST).decode("ascii")
    except (OSError, UnicodeError):
        said = msg("“{file}” cannot be read as a certificate (PEM).", file=shorten(file))
        raise BadFile(said, file=file) from None


def _typed(context: Context) -> str:
    from getpass import getpass  # reads from the terminal itself, and shows nothing of what is typed

    return getpass(context.words("Password for e-mail") + ": ", stream=context.err)


def password_of(context: Context) -> Callable[[Mail], str]:
    """What tells a mail server's password: the keyring, the variable, or whoever sits at the terminal."""

    def tell(mail: Mail) -> str:
        try:
            return mail_password(mail)
        except PasswordWanted:
            if not sys.stdin.isatty():
                raise
            return _typed(context)

    return tell


def _ask_password(context: Context, mail: Mail) -> None:
    if not sys.stdin.isatty() or not can_keep():
        raise PasswordWanted(
            msg("There is no keyring or no terminal here. Give the password by the variable {name}.", name=VARIABLE)
        )
    if not keep_mail_password(mail, _typed(context)):
        raise PasswordWanted(msg("The keyring did not take the password. Unlock it and try again."))
