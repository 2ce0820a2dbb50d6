"""Web addresses that papers show, refused at the field when none can be; and links by which a message is begun."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg

_BARE = re.compile(r"[\w-]+\.[\w.-]+(/|$)")  # shop.example/care, as people write it
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+\.?")
_LONGEST = 250  # bytes; a code of 20 mm with more has too small dots


def with_scheme(text: str) -> str:
    """A web address as programs need it: with https:// where it begins with the name of a site."""
    return f"https://{text}" if "://" not in text and _BARE.match(text) else text


def checked_link(typed: str) -> str:
    """A web address with its https://, empty for none; raises Invalid at “link” for what no code could lead to."""
    text = with_scheme(clean(typed))
    if not text:
        return ""
    if len(text.encode()) > _LONGEST:
        raise Invalid("link", msg("“{value}” is too long for a QR code. Use a shorter address.", value=shorten(text)))
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.hostname or "") and " " not in text
        port = parts.port  # ValueError for one that is no number
    except ValueError:
        whole = port = None
    if not whole or port == 0:
        raise Invalid(
            "link",
            msg("“{value}” is not a web address. Write it as https://shop.example/care.", value=shorten(text)),
        )
    return text


def mail_link(address: str, subject: str, text: str) -> str:
    """The link that opens a new e-mail with this text in the person's own mail program."""
    lines = text.replace("\n", "\r\n")  # RFC 6068
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def sms_link(phone: str, country: str, text: str) -> str:
    """The link that opens a new text message; empty where a number cannot be dialled. RFC 5724 has no text: all do."""
    number = dialled(phone, country)
    return f"sms:{number}?body={quote(text, safe='')}" if number else ""


def whatsapp_link(phone: str, country: str, text: str) -> str:
    """The link that opens a chat with this text in WhatsApp; empty where a number cannot be dialled."""
    number = dialled(phone, country).removeprefix("+")
    return f"https://wa.me/{number}?text={quote(text, safe='')}" if number else ""


def dialled(phone: str, country: str) -> str:
    """A number as it is dialled from anywhere, as +37120000000, typed in `country`; empty where it is none."""
    import phonenumbers  # slow to load: first use, not start

    try:
        number = phonenumbers.parse(phone, country or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
