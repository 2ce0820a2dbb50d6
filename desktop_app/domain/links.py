"""Web addresses that papers show, refused at the field when none can be."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

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
