"""One e-mail as it was saved (.eml), as a complaint's record; whoever takes it in finds order and customer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from desktop_app.domain.complaints import Source
from desktop_app.domain.errors import BadFile
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import ComplaintRecord, PersonRecord
from desktop_app.domain.text import clean, clean_block, shorten
from desktop_app.exchange.files import Examined
from desktop_app.exchange.magic import Form
from desktop_app.exchange.names import guessed_language, split_name
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import DocumentReader
from desktop_app.exchange.values import BadValue, email
from desktop_app.i18n import Language, Message, msg

if TYPE_CHECKING:  # what reads e-mails is loaded with the first: all other files are read without it
    from email.message import EmailMessage

_LONGEST = 50_000  # letters of its text; a person reads no more
_LONGEST_SUBJECT = 300
_PICTURES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}
_ID = re.compile(r"<[^<>\s]{1,250}>")
_MBOX = re.compile(rb"\AFrom [^\r\n]*\r?\n")
_BLANKS = re.compile(r"[^\S\n]+")
_GAPS = re.compile(r"\n{3,}")
_LATVIAN = frozenset("āēīūģķļņ")
# What the standard library raises over the headers and bodies of mails that nobody should have sent.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


def read_mail(content: bytes, file: str) -> ComplaintRecord:
    """The complaint an e-mail holds; raises BadFile for one without a sender."""
    from email import policy
    from email.message import EmailMessage
    from email.parser import BytesParser

    mail = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(_MBOX.sub(b"", content, count=1))
    name, address = _sender(mail)
    if not address:
        raise BadFile(
            msg(
                "{file} does not say who sent it. Save the e-mail itself from your mail program as an EML file.",
                file=shorten(file),
            ),
            file=file,
        )
    pictures, left_out = _attached(mail)
    text = _text(mail)[:_LONGEST]
    parts = split_name(name) if name else None
    person = PersonRecord(
        row=1,
        given=parts.given if parts else "",
        family=parts.family if parts else "",
        patronymic=parts.patronymic if parts else "",
        company=parts.company if parts else "",
        email=address,
        language=_language(text) or guessed_language(name, ""),
    )
    ids = _ID.findall(_said(mail, "Message-ID"))
    answered = (*_ID.findall(_said(mail, "In-Reply-To")), *_ID.findall(_said(mail, "References")))
    return ComplaintRecord(
        row=1,
        text=text,
        key=ids[0] if ids else "",
        source=Source.EMAIL,
        received_at=_moment(mail),
        subject=clean(_said(mail, "Subject"))[:_LONGEST_SUBJECT],
        person=person,
        answers=tuple(dict.fromkeys(answered)),
        pictures=pictures,
        left_out=left_out,
    )


def _language(text: str) -> str:
    """The language somebody writes in, where its letters tell."""
    letters = [sign for sign in text.casefold() if sign.isalpha()]
    cyrillic = sum("а" <= sign <= "я" or sign == "ё" for sign in letters)
    if cyrillic * 2 > len(letters):
        return Language.RU.value
    return Language.LV.value if sum(sign in _LATVIAN for sign in letters) * 50 > len(letters) else ""


def _said(mail: EmailMessage, header: str) -> str:
    try:
        return str(mail.get(header, "") or "")
    except _BROKEN:
        return next((str(value) for name, value in mail.raw_items() if name.lower() == header.lower()), "")


def _sender(mail: EmailMessage) -> tuple[str, str]:
    """The name and address an answer goes to: forms on web sites name the customer as Reply-To."""
    for header in ("Reply-To", "From"):
        try:
            found = mail.get(header)
            addresses = found.addresses if found is not None else ()
            for one in addresses:
                address = email(one.addr_spec, header)
                if address:
                    return clean(one.display_name)[:200], address
        except (*_BROKEN, BadValue):
            continue
    return "", ""


def _moment(mail: EmailMessage) -> str:
    """When it was sent, ISO 8601 with its offset; "" where it does not say, or says what no calendar has."""
    from email.utils import parsedate_to_datetime

    try:
        sent = parsedate_to_datetime(_said(mail, "Date"))
        sent = sent if sent.tzinfo else sent.replace(tzinfo=dt.timezone.utc)
        return sent.isoformat(timespec="seconds") if sent.year >= 1990 else ""
    except (*_BROKEN, OverflowError):
        return ""


def _text(mail: EmailMessage) -> str:
    """What they wrote: its plain text, else its HTML as text; without what it quotes at the end."""
    for wanted in ("plain", "html"):
        try:
            body: Any = mail.get_body(preferencelist=(wanted,))
        except _BROKEN:
            body = None
        if body is None:
            continue
        said = _content(body)
        if wanted == "html":
            from desktop_app.exchange.mail_page import without_tags

            said = without_tags(said)
        if said.strip():
            return _own_words(said)
    return ""


def _content(part: Any) -> str:
    try:
        content = part.get_content()
        return content if isinstance(content, str) else ""
    except _BROKEN:  # a set of letters that is not one
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _own_words(text: str) -> str:
    """The text in tidy lines, up to the earlier mail it quotes beneath."""
    lines = [_BLANKS.sub(" ", line).strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    while lines and (not lines[-1] or lines[-1].startswith(">")):
        lines.pop()
    if len(lines) < text.count("\n") and lines and lines[-1].endswith(":") and "@" in lines[-1]:
        lines.pop()  # "On Monday Anna <anna@example.com> wrote:"
    return _GAPS.sub("\n\n", clean_block("\n".join(lines)))


def _attached(mail: EmailMessage) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    """The pictures that came with it, and the names of what is none."""
    pictures: list[tuple[str, bytes]] = []
    others: list[str] = []
    for part in _parts(mail):
        kind, name = part.get_content_type(), _file_name(part)
        if kind in _PICTURES:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload:
                pictures.append((name or f"picture-{len(pictures) + 1}{_PICTURES[kind]}", payload))
        elif name:
            others.append(name)
    return tuple(pictures), tuple(others)


def _parts(mail: EmailMessage) -> Iterator[Any]:
    try:
        for part in mail.walk():
            if not part.is_multipart():
                yield part
    except _BROKEN:
        return


def _file_name(part: Any) -> str:
    try:
        return clean(part.get_filename() or "")[:100]
    except _BROKEN:
        return ""


def _read(examined: Examined, _options: Options) -> Iterator[Item]:
    yield read_mail(examined.content, examined.name)


def _refuse(file: str) -> Message:
    return msg("{file} is not an e-mail. Save it from your mail program as an EML file.", file=file)


READER = DocumentReader(FileKind.MAIL, "mail", Form.MAIL, _read, _refuse)
