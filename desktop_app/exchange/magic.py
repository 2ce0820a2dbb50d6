"""What a file really is by its first bytes, whatever its name says; detect refuses the rest in plain words."""

from __future__ import annotations

import codecs
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg


class Form(StrEnum):
    """The forms of file that hold rows, one e-mail, cards of contacts or a calendar; OTHER is everything else."""

    TEXT = "text"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    MAIL = "mail"
    VCARD = "vcard"
    CALENDAR = "calendar"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Found:
    """What a file is, in words, and the ending its name should have."""

    form: Form
    label: Message
    suffix: str = ""


TEXT = Found(Form.TEXT, msg("a text table (CSV)"), ".csv")
XLSX = Found(Form.XLSX, msg("an Excel workbook (XLSX)"), ".xlsx")
XLS = Found(Form.XLS, msg("an old Excel workbook (XLS)"), ".xls")
ODS = Found(Form.ODS, msg("an OpenDocument table (ODS)"), ".ods")
HTML = Found(Form.HTML, msg("a web page (HTML)"), ".html")
MAIL = Found(Form.MAIL, msg("an e-mail (EML)"), ".eml")
VCARD = Found(Form.VCARD, msg("a file of contacts (vCard)"), ".vcf")
CALENDAR = Found(Form.CALENDAR, msg("a calendar (iCalendar)"), ".ics")
LOCKED = Found(Form.OTHER, msg("a document locked with a password"))
BROKEN_ZIP = Found(Form.OTHER, msg("a ZIP archive that breaks off or is damaged"))
_ZIP = Found(Form.OTHER, msg("a ZIP archive"))
_OLE = Found(Form.OTHER, msg("an old Office document"))
_OUTLOOK = Found(Form.OTHER, msg("an e-mail in Outlook’s own form (MSG)"))

NAMED = {
    ".csv": TEXT, ".tsv": TEXT, ".tab": TEXT, ".txt": TEXT, ".xlsx": XLSX, ".xlsm": XLSX, ".xls": XLS, ".ods": ODS,
    ".html": HTML, ".htm": HTML, ".eml": MAIL, ".vcf": VCARD, ".vcard": VCARD, ".ics": CALENDAR, ".ical": CALENDAR,
}  # fmt: skip
# The lines above an e-mail's text: two of those every one has, before the first empty line.
_HEADER = re.compile(
    rb"^(from|to|date|subject|message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_LINES = re.compile(rb"\A(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|\Z))+", re.M)

_STARTS: tuple[tuple[bytes, Message], ...] = (
    (b"\x89PNG", msg("a picture (PNG)")),
    (b"\xff\xd8\xff", msg("a picture (JPEG)")),
    (b"GIF8", msg("a picture (GIF)")),
    (b"RIFF", msg("a picture or sound (RIFF)")),
    (b"%PDF", msg("a PDF")),
    (b"\x1f\x8b", msg("a packed file (GZIP)")),
    (b"7z\xbc\xaf", msg("a packed file (7z)")),
    (b"Rar!", msg("a packed file (RAR)")),
    (b"BZh", msg("a packed file (BZIP2)")),
    (b"SQLite format 3\x00", msg("a database (SQLite)")),
    (b"\x7fELF", msg("a program")),
    (b"MZ", msg("a program")),
    (b"{\\rtf", msg("a text document (RTF)")),
)
_LINES_OF = ((b"begin:vcard", VCARD), (b"begin:vcalendar", CALENDAR))
_WORDS: tuple[tuple[bytes, Message], ...] = (  # in lower case, after a byte order mark and blanks
    (b"<?xml", msg("an XML file")),
    (b"{", msg("a JSON file")),
    (b"[{", msg("a JSON file")),
)
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<body", b"<style", b"<div", b"<center")
_REMARKS = re.compile(rb"\A\s*(?:<!--.*?-->\s*)+", re.DOTALL)
BROKEN = (  # what the standard library raises over an archive that is damaged
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OSError,
    EOFError,
    KeyError,
)
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def what_is(head: bytes, whole: Callable[[], bytes]) -> Found:
    """What a file is by its first 4,096 bytes; `whole` gives all of it, asked only for archives and OLE files."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(whole())
    if head.startswith(_OLE_START):
        return _ole(whole())
    for start, label in _STARTS:
        if head.startswith(start) and not (start == b"MZ" and head[:80].isascii() and b"\x00" not in head[:80]):
            return Found(Form.OTHER, label)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "ignore").encode()
    words = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:40].lower()
    if _REMARKS.sub(b"", head.removeprefix(b"\xef\xbb\xbf")).lstrip()[:40].lower().startswith(_PAGES):
        return HTML
    for start, found in _LINES_OF:
        if words.startswith(start):
            return found
    for start, label in _WORDS:
        if words.startswith(start):
            return Found(Form.OTHER, label)
    return MAIL if _is_mail(head) else TEXT


def _is_mail(head: bytes) -> bool:
    above = _LINES.match(head)
    return above is not None and len({one.lower() for one in _HEADER.findall(above.group())}) > 1


def _archive(content: bytes) -> Found:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype")
                if b"opendocument.spreadsheet" in kind:
                    return ODS
    except BROKEN:
        return BROKEN_ZIP
    if "xl/workbook.xml" in names:
        return XLSX
    if "word/document.xml" in names:
        return Found(Form.OTHER, msg("a text document (DOCX)"))
    return _ZIP


def _ole(content: bytes) -> Found:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return LOCKED
    if "__properties_version1.0".encode("utf-16-le") in content:
        return _OUTLOOK
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return XLS
    return _OLE
