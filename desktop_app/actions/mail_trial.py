"""A test message to the shop's own address: whether e-mail is set up right, before customers are written to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop_app.actions.mail_settings import mail_password
from desktop_app.domain.mail import Mail, checked_mail, refuse_unready
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.post.addresses import on_the_wire
from desktop_app.post.letter import Envelope, is_wide, letter, new_message_id
from desktop_app.post.smtp import MailServer


def try_server(mail: Mail, *, subject: str, text: str, password_of: Callable[[Mail], str] = mail_password) -> None:
    """Sends one letter to the shop's own address, past the outbox; raises DeliveryFailed with what the server said."""
    mail = checked_mail(mail)
    refuse_unready(mail)
    draft = Draft("test", MessageKind.FREE, Means.EMAIL, mail.sender, text, subject)
    made = letter(draft, mail, Envelope(new_message_id(mail), dt.datetime.now().astimezone()))
    with MailServer(mail, password_of(mail)) as server:
        server.offer(on_the_wire(mail.sender), on_the_wire(mail.sender), wide=is_wide(draft, mail))
        server.hand_over(made)
