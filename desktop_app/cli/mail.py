"""`cordial mail`: the mail server set up and tried, what waits sent or saved as files, and decided about."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.actions import outbox
from desktop_app.actions.mail_folder import save_waiting
from desktop_app.actions.mail_settings import VARIABLE, can_keep, keep_mail_password, mail_of, mail_password
from desktop_app.actions.sending import Sent, send_waiting, try_server
from desktop_app.actions.settings import set_settings
from desktop_app.cli import values
from desktop_app.cli.messages_list import listed_messages
from desktop_app.cli.output import Context, answer_list, table
from desktop_app.cli.show import number_of
from desktop_app.domain.errors import BadFile, DeliveryFailed, NotFound, PasswordWanted
from desktop_app.domain.mail import SECURITY_NAMES, Mail, Security
from desktop_app.domain.mail_setup import changed_mail
from desktop_app.domain.messages import KeptMessage, MessageId
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.outbox import message_rows

T = TypeVar("T")
_LONGEST = 100_000  # bytes of a certificate's file
_DECIDE = {"cancel": outbox.cancel, "again": outbox.again, "arrived": outbox.arrived}


def run(context: Context, words: argparse.Namespace) -> int:
    """One deed with the mail server or the outbox."""
    shop = context.open(write=words.deed not in ("test", "list"))
    try:
        return {"setup": _setup, "test": _test, "send": _send, "list": _list}.get(words.deed, _decide)(
            context, shop, words
        )
    finally:
        shop.close()


def _setup(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    given: dict[str, Any] = {
        name: getattr(words, name) for name in ("server", "user", "sender", "name", "reply_to")
        if getattr(words, name) is not None
    }  # fmt: skip
    for name in ("port", "per_minute"):
        if getattr(words, name) is not None:
            given[name] = values.number(name, getattr(words, name))
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


def _ask_password(context: Context, mail: Mail) -> None:
    if not sys.stdin.isatty() or not can_keep():
        raise PasswordWanted(
            msg("There is no keyring or no terminal here. Give the password by the variable {name}.", name=VARIABLE)
        )
    if not keep_mail_password(mail, _typed(context)):
        raise PasswordWanted(msg("The keyring did not take the password. Unlock it and try again."))


def _typed(context: Context) -> str:
    from getpass import getpass  # reads from the terminal itself, and shows nothing of what is typed

    return getpass(context.words("Password for e-mail") + ": ", stream=context.err)


def _password(context: Context) -> Callable[[Mail], str]:
    def tell(mail: Mail) -> str:
        try:
            return mail_password(mail)
        except PasswordWanted:
            if not sys.stdin.isatty():
                raise
            return _typed(context)

    return tell


def _test(context: Context, shop: Shop, _words: argparse.Namespace) -> int:
    mail, said = mail_of(shop), context.words
    try_server(
        mail, password_of=_password(context), subject=said("Test message of {shop}", shop=mail.name or mail.sender),
        text=said("This message shows that e-mail goes out from your shop. Nobody but you has it."),
    )  # fmt: skip
    text = said("Handed to the server. Look whether it arrives at {address}.", address=mail.sender)
    context.answer({"handed": True, "address": mail.sender}, text)
    return 0


def _send(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    ids = [MessageId(number_of("message", one)) for one in words.ids] or None
    _refuse_unknown(shop, ids or [])
    if words.to is not None:
        return _save(context, shop, ids, Path(words.to))

    def turn(deed: Callable[[Shop], T]) -> T:
        return deed(shop)

    sent = send_waiting(
        turn, mail_of(shop), actor=context.actor, password_of=_password(context), ids=ids, progress=context.progress()
    )
    return _told(context, shop, sent)


def _told(context: Context, shop: Shop, sent: Sent) -> int:
    words = context.words
    troubled = message_rows(shop, [*sent.refused, *sent.unknown, *sent.held, *sent.later])
    if sent.problem is not None and not sent.done:
        raise DeliveryFailed(sent.problem)
    for kept in troubled:
        context.complain(words.say(_trouble(kept)))
    if sent.problem is not None:
        context.complain(words.say(sent.problem))
    said = nmsg("{n} message handed to the server.", "{n} messages handed to the server.", n=len(sent.handed))
    data = {
        "handed": sent.handed, "refused": sent.refused, "unknown": sent.unknown, "held": sent.held, "later": sent.later,
        "problem": sent.problem, "change": sent.changes.id,
    }  # fmt: skip
    context.answer(data, words.say(said))
    return 3 if troubled or sent.problem is not None else 0


def _trouble(kept: KeptMessage) -> Message:
    from desktop_app.domain.messages import STATE_NAMES

    name = shorten(kept.draft.to_name or kept.draft.address)
    if kept.reason is None:
        return msg("{number} to {name}: {state}.", number=kept.id, name=name, state=STATE_NAMES[kept.state])
    return msg(
        "{number} to {name}: {state}. {reason}",
        number=kept.id, name=name, state=STATE_NAMES[kept.state], reason=kept.reason,
    )  # fmt: skip


def _save(context: Context, shop: Shop, ids: list[MessageId] | None, folder: Path) -> int:
    saved = save_waiting(shop, mail_of(shop), folder, ids=ids, actor=context.actor)
    troubled = message_rows(shop, [*saved.held, *saved.refused])
    for kept in troubled:
        context.complain(context.words.say(_trouble(kept)))
    said = nmsg("{n} message saved as a file.", "{n} messages saved as files.", n=len(saved.files))
    data = {"saved": {str(one): str(file) for one, file in saved.files.items()}, "held": saved.held,
            "refused": saved.refused, "change": saved.changes.id}  # fmt: skip
    context.answer(data, context.words.say(said))
    return 3 if troubled else 0


def _list(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    return answer_list(context, "messages", listed_messages(context, shop, words))


def _decide(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    ids = [MessageId(number_of("message", one)) for one in words.ids]
    _refuse_unknown(shop, ids)
    before = {kept.id: kept.state for kept in message_rows(shop, ids)}
    done = _DECIDE[words.deed](shop, ids, actor=context.actor)
    kept = message_rows(shop, ids)
    as_before = [one for one in kept if one.state is before[one.id]]
    for one in as_before:
        context.complain(context.words.say(_as_before(one)))
    if len(as_before) == len(kept):
        return 1
    objects = [{"id": one.id, "status": one.state} for one in kept]
    context.answer({"messages": objects, "change": done.id}, context.words.say(done.title))
    return 3 if as_before else 0


def _as_before(kept: KeptMessage) -> Message:
    from desktop_app.domain.messages import STATE_NAMES

    return msg("Message {number} stays as it is: {state}.", number=kept.id, state=STATE_NAMES[kept.state])


def _refuse_unknown(shop: Shop, ids: list[MessageId]) -> None:
    there = {kept.id for kept in message_rows(shop, ids)}
    for number in ids:
        if number not in there:
            raise NotFound(msg("There is no message number {number}.", number=number))
