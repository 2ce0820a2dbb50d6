"""`cordial mail`: the mail server set up and tried, what waits sent or saved as files, and decided about."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app.actions import outbox
from desktop_app.actions.mail_folder import save_waiting
from desktop_app.actions.mail_settings import mail_of
from desktop_app.actions.mail_trial import try_server
from desktop_app.actions.sending import Sent, send_waiting
from desktop_app.cli.mail_setup import password_of, set_up
from desktop_app.cli.messages_list import listed_messages
from desktop_app.cli.output import Context, answer_list
from desktop_app.cli.run import STOPPED
from desktop_app.cli.show import number_of
from desktop_app.cli.stopping import stop_asked
from desktop_app.domain.errors import DeliveryFailed, NotFound
from desktop_app.domain.messages import KeptMessage, MessageId
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.outbox import message_rows

T = TypeVar("T")
_DECIDE = {"cancel": outbox.cancel, "again": outbox.again, "arrived": outbox.arrived}


def run(context: Context, words: argparse.Namespace) -> int:
    """One deed with the mail server or the outbox."""
    shop = context.open(write=words.deed not in ("test", "list"))
    try:
        return {"setup": set_up, "test": _test, "send": _send, "list": _list}.get(words.deed, _decide)(
            context, shop, words
        )
    finally:
        shop.close()


def _test(context: Context, shop: Shop, _words: argparse.Namespace) -> int:
    mail, said = mail_of(shop), context.words
    try_server(
        mail, password_of=password_of(context), subject=said("Test message of {shop}", shop=mail.name or mail.sender),
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

    bar = context.progress()
    with stop_asked() as asked:
        sent = send_waiting(
            turn, mail_of(shop), actor=context.actor, password_of=password_of(context), ids=ids,
            progress=lambda done, of: not asked.is_set() and (bar is None or bar(done, of)),
        )  # fmt: skip
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
    if sent.stopped:
        context.complain(words("Stopped. What is left waits in the outbox."))
        return STOPPED
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
            raise NotFound(msg("There is no message number {number}. Check the number.", number=number))
