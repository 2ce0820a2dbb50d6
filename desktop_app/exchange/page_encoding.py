"""In which letters a web page is written: UTF-8 where its bytes are, else what it says of itself, else a guess."""

from __future__ import annotations

import codecs
import re

from desktop_app.exchange.decode import TextCheck

_SAID = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page says it
_LONGEST = 64 << 20  # bytes of one line: programs write whole pages without a break


def page_encoding(content: bytes, file: str, *, chosen: str = "") -> str:
    """The encoding of a page, as a person chose it if they did; raises BadFile where none can fit."""
    check = TextCheck(file, chosen or _said(content), longest=_LONGEST)
    check.feed(content)
    check.finish()
    return check.encoding


def _said(content: bytes) -> str:
    """What a page says of itself where its bytes bear it out and are no UTF-8 anyway; else empty."""
    said = _SAID.search(content[:_HEAD])
    if not said or content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        name = said[1].decode()
        try:
            content.decode(name)
        except (UnicodeDecodeError, LookupError):
            return ""
        return name
    return ""
