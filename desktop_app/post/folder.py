"""A message as a file (.eml) for a folder: to look at before anything is sent, or to send by a program of one's own."""

from __future__ import annotations

import re

from desktop_app.domain.mail import Mail
from desktop_app.domain.messages import KeptMessage
from desktop_app.post.letter import Envelope, letter

_LONGEST = 60


def eml_name(kept: KeptMessage) -> str:
    """The name of its file: the message's number, and to whom it is, with nothing that leads out of the folder."""
    whom = re.sub(r"[^\w@+-]+|\.+", "-", kept.draft.address).strip("-")[:_LONGEST]
    return f"message-{kept.id:06d}-{whom or 'nobody'}.eml"


def as_eml(kept: KeptMessage, mail: Mail, envelope: Envelope) -> bytes:
    """The letter as it would go over the wire; raises ValueError for what cannot stand in one."""
    made = letter(kept.draft, mail, envelope)
    made["X-Unsent"] = "1"  # mail programs open it as one to be sent
    return made.as_bytes()
