"""A message as a file: its name leads nowhere else, and its content is the letter."""

from __future__ import annotations

import datetime as dt
import email
from email.policy import default

import pytest

from desktop_app.domain.mail import Mail
from desktop_app.domain.messages import KeptMessage, MessageId, MessageState
from desktop_app.post.folder import as_eml, eml_name
from desktop_app.post.letter import Envelope
from tests.post.test_letter import draft


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("anna@x.example", "message-000007-anna@x-example.eml"),
        ('"../../etc/passwd"@x.example', "message-000007-etc-passwd-@x-example.eml"),
        ("a\\b:c|d@x.example", "message-000007-a-b-c-d@x-example.eml"),
        ("анна@мыло.рф", "message-000007-анна@мыло-рф.eml"),
        ("", "message-000007-nobody.eml"), ("x" * 300, f"message-000007-{'x' * 60}.eml"),
        ("..", "message-000007-nobody.eml"),
    ],
)  # fmt: skip
def test_its_name_stays_in_the_folder(address: str, name: str) -> None:
    assert eml_name(KeptMessage(MessageId(7), draft(address=address), MessageState.WAITING)) == name


def test_it_is_the_letter_as_it_would_go() -> None:
    kept = KeptMessage(MessageId(7), draft(), MessageState.WAITING)
    written = dt.datetime(2026, 11, 22, tzinfo=dt.timezone.utc)
    read = email.message_from_bytes(
        as_eml(kept, Mail(sender="a@x.example"), Envelope("<1@x>", written)), policy=default
    )
    assert (read["To"], read["Subject"], read["X-Unsent"]) == ("Anna <anna@x.example>", "Paldies", "1")
