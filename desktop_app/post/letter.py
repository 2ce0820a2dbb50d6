"""A message as an e-mail: its head by objects that cannot be broken out of, its text, and the same as simple HTML.

The HTML has no picture, link or style from elsewhere: nothing is loaded when it is read.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

from desktop_app.domain.mail import Mail
from desktop_app.domain.messages import Draft, MessageKind
from desktop_app.post.addresses import on_the_wire, written_address
from desktop_app.post.heads import NARROW, WIDE

_BY_ITSELF = frozenset((
    MessageKind.PAID, MessageKind.PACKED, MessageKind.SHIPPED, MessageKind.DELIVERED, MessageKind.CANCELLED,
    MessageKind.REFUNDED, MessageKind.RENEWAL,
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands on a letter besides the draft: its own id, when it was written, and what it answers, oldest first."""

    message_id: str
    written: dt.datetime
    answers: Sequence[str] = ()


def new_message_id(mail: Mail) -> str:
    """An id no other letter ever has, in the name of the sender's domain."""
    return f"<{uuid.uuid4().hex}@{on_the_wire(mail.sender).rpartition('@')[2] or 'localhost'}>"


def letter(draft: Draft, mail: Mail, envelope: Envelope) -> EmailMessage:
    """The e-mail; raises ValueError only for what `checked_draft` and `checked_mail` would have refused."""
    made = EmailMessage(policy=WIDE if is_wide(draft, mail) else NARROW)
    made["From"] = written_address(mail.name, mail.sender)
    made["To"] = written_address(draft.to_name, draft.address)
    if mail.reply_to:
        made["Reply-To"] = written_address("", mail.reply_to)
    made["Subject"] = draft.subject
    made["Date"] = envelope.written
    made["Message-ID"] = envelope.message_id
    known = [one for one in envelope.answers if _is_id(one)]
    if known:
        made["In-Reply-To"] = known[-1]
        made["References"] = " ".join(known[-20:])
    if draft.kind in _BY_ITSELF:
        made["Auto-Submitted"] = "auto-generated"
    made.set_content(draft.text + "\n", cte=_encoding(draft.text))
    page = as_html(draft)
    made.add_alternative(page, subtype="html", cte=_encoding(page))
    return made


def as_html(draft: Draft) -> str:
    """The text as a page of paragraphs, every sign of it shown as it is."""
    paragraphs = [part.strip("\n") for part in draft.text.split("\n\n") if part.strip("\n")]
    said = "\n".join(f"<p>{'<br>'.join(escape(line) for line in part.split(chr(10)))}</p>" for part in paragraphs)
    head = f'<meta charset="utf-8"><title>{escape(draft.subject)}</title>'
    return f'<!DOCTYPE html>\n<html lang="{draft.language.value}"><head>{head}</head><body>\n{said}\n</body></html>\n'


def is_wide(draft: Draft, mail: Mail) -> bool:
    """Whether an address has a name before its @ that only servers with SMTPUTF8 can take."""
    return not all(on_the_wire(address).isascii() for address in (draft.address, mail.sender, mail.reply_to) if address)


def _is_id(text: str) -> bool:
    """Whether a text can stand as a letter's id: one word in angle brackets, in ASCII."""
    return text.startswith("<") and text.endswith(">") and text.isascii() and text.isprintable() and " " not in text


def _encoding(text: str) -> str:
    """Readable as it is where most of it is ASCII, else shorter."""
    return "quoted-printable" if sum(not letter.isascii() for letter in text) * 4 < len(text) else "base64"
