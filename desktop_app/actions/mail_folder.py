"""Saving what waits in the outbox as files in a folder: a dry run, after which nothing of it is sent by itself."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.errors import MessageError
from pathlib import Path

from desktop_app.actions.outbox import held_back
from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import Invalid, Stopped
from desktop_app.domain.mail import Mail, checked_mail
from desktop_app.domain.messages import MessageId, MessageState
from desktop_app.i18n import msg, nmsg
from desktop_app.post.folder import as_eml, eml_name
from desktop_app.post.letter import Envelope, new_message_id
from desktop_app.queries import Shop
from desktop_app.queries.outbox import message
from desktop_app.queries.outbox_threads import answered_by
from desktop_app.queries.reaching import standings_of
from desktop_app.store import outbox
from desktop_app.store.durable import durable_write

S = MessageState


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, by message; those held back or refused were not."""

    files: dict[MessageId, Path]
    held: tuple[MessageId, ...]
    refused: tuple[MessageId, ...]
    changes: Changes


def save_waiting(shop: Shop, mail: Mail, folder: Path, *, ids: Sequence[MessageId] | None = None, actor: str) -> Saved:
    """Writes the e-mails that wait (of `ids`, if given) as .eml files into a folder that is there.

    Raises Invalid where there is no such folder or no sender's address; a full disk stops it, and the rest waits on.
    """
    mail = checked_mail(mail)
    if not mail.sender:
        raise Invalid("sender", msg("No sender’s address is set up yet. Set it up in the settings, under “E-mail”."))
    if not folder.is_dir():
        raise Invalid("folder", msg("There is no folder “{place}”. Make it, or choose another.", place=str(folder)))
    mail = replace(mail, server=mail.server or "localhost")
    holder = uuid.uuid4().hex
    files: dict[MessageId, Path] = {}
    held: list[MessageId] = []
    refused: list[MessageId] = []
    while (number := outbox.take_next(shop, holder, only=ids)) is not None:
        one = MessageId(number)
        try:
            state = _save(shop, mail, folder, one, holder=holder, files=files)
        except BaseException:
            outbox.put_off(shop, number, holder, wait=0, at=_now(shop))
            raise
        if state is S.HELD:
            held.append(one)
        elif state is S.REFUSED:
            refused.append(one)
    return Saved(files, tuple(held), tuple(refused), _noted(shop, len(files), actor))


def _save(
    shop: Shop, mail: Mail, folder: Path, number: MessageId, *, holder: str, files: dict[MessageId, Path]
) -> MessageState:
    kept = message(shop, number)
    who = kept.draft.customer
    reason = held_back(kept.draft, standings_of(shop, [who]) if who is not None else {})
    if reason is not None:
        outbox.ended(shop, number, holder, S.HELD, at=_now(shop), reason=reason)
        return S.HELD
    envelope = Envelope(
        kept.message_id or new_message_id(mail), dt.datetime.now().astimezone(), answered_by(shop, kept)
    )
    try:
        content = as_eml(kept, mail, envelope)
    except (ValueError, MessageError):
        said = msg("This address or name cannot stand on an e-mail. Write it anew.")
        outbox.ended(shop, number, holder, S.REFUSED, at=_now(shop), reason=said)
        return S.REFUSED
    file = folder / eml_name(kept)
    durable_write(file, content)
    if not outbox.ended(shop, number, holder, S.SAVED, at=_now(shop)):
        raise Stopped(msg("Somebody else decided about these messages meanwhile. Look at the outbox."))
    files[number] = file
    return S.SAVED


def _noted(shop: Shop, count: int, actor: str) -> Changes:
    if not count:
        return Changes(ChangeId(0), frozenset(), msg("Save messages as files"))
    title = nmsg("{n} message saved as a file", "{n} messages saved as files", n=count)
    with shop.change(title, actor=actor, topics=(Topic.MESSAGES,), undoable=False) as change:
        change.wrote = True
    return change.changes


def _now(shop: Shop) -> str:
    return shop.now().isoformat(timespec="seconds")
