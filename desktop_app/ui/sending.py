"""The one way the window sends e-mail: on a thread of its own, with progress and cancel; what came of it in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop_app.actions.mail_settings import mail_of
from desktop_app.actions.sending import Sent, send_waiting
from desktop_app.domain.errors import AppError
from desktop_app.domain.mail import Mail
from desktop_app.domain.messages import MessageId
from desktop_app.i18n import Message, Words, msg, nmsg
from desktop_app.ui.desk import Desk
from desktop_app.ui.mail_password import password_here
from desktop_app.ui.widgets.progress import ProgressRow


def send(
    desk: Desk,
    owner: QObject,
    ids: Sequence[MessageId],
    *,
    progress: ProgressRow,
    then: Callable[[Sent], object],
    failed: Callable[[AppError], object],
) -> None:
    """Sends these messages of the outbox; `then` hears what came of them, also when a person stopped it."""

    def begin(mail: Mail) -> None:
        job = desk.work.run(
            send_waiting,
            desk.work.turn,
            mail,
            actor=desk.settings.who,
            password_of=password_here(desk),
            ids=tuple(ids),
            then=ended,
            failed=broken,
            progress=progress.report,
            owner=owner,
        )
        progress.follow(job, desk.words.n("Sending {n} message", "Sending {n} messages", len(ids)))

    def ended(sent: Sent) -> None:
        progress.finish()
        desk.bus.announce(sent.changes, initiator=owner)
        then(sent)

    def broken(error: AppError) -> None:
        progress.finish()
        failed(error)

    desk.work.ask(mail_of, then=begin, failed=failed, owner=owner)


def sent_words(words: Words, sent: Sent) -> str:
    """What came of it in a sentence or two: how many went, and what did not, each with what to do."""
    parts: list[Message] = []
    if sent.handed:
        parts.append(nmsg("{n} message was handed to the server.", "{n} messages were handed to the server.",
                          n=len(sent.handed)))  # fmt: skip
    if troubled := len(sent.refused) + len(sent.unknown) + len(sent.held):
        parts.append(nmsg("{n} message needs you: see below.", "{n} messages need you: see below.", n=troubled))
    if sent.later:
        parts.append(nmsg("{n} message was put off by the server. Send it again later.",
                          "{n} messages were put off by the server. Send them again later.",
                          n=len(sent.later)))  # fmt: skip
    if sent.stopped:
        parts.append(msg("Stopped. What was not sent yet waits."))
    if sent.problem is not None:
        parts.append(sent.problem)
    return " ".join(words.say(part) for part in parts or [msg("Nothing was waiting to be sent.")])
