"""E-mails as files: who wrote what when, with which pictures; whatever is wrong with one, a sentence says so."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.complaints import Source
from desktop_app.domain.errors import BadFile
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import ComplaintRecord
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import detect, look_at
from desktop_app.exchange.magic import Form, what_is
from desktop_app.exchange.mail import read_mail
from desktop_app.exchange.reading import read
from desktop_app.i18n import english

PNG = b"\x89PNG\r\n\x1a\n" + bytes(30)


def mail(text: str = "Labdien!\n\nKrūze pienāca saplīsusi.\n", **headers: str) -> EmailMessage:
    made = EmailMessage()
    told = {
        "From": "Līga Kalniņa <liga@example.com>",
        "To": "shop@example.com",
        "Subject": "Saplīsusi krūze",
        "Date": "Fri, 20 Nov 2026 10:15:00 +0200",
        "Message-ID": "<one@example.com>",
    }
    for name, value in {**told, **headers}.items():
        if value:
            made[name] = value
    made.set_content(text)
    return made


def record(made: EmailMessage | bytes) -> ComplaintRecord:
    return read_mail(made if isinstance(made, bytes) else made.as_bytes(), "mail.eml")


def test_an_e_mail_says_who_when_what_and_its_own_id() -> None:
    found = record(mail())
    assert (found.person.given, found.person.family, found.person.email) == ("Līga", "Kalniņa", "liga@example.com")
    assert (found.text, found.subject) == ("Labdien!\n\nKrūze pienāca saplīsusi.", "Saplīsusi krūze")
    assert (found.received_at, found.key, found.source) == (
        "2026-11-20T10:15:00+02:00", "<one@example.com>", Source.EMAIL,
    )  # fmt: skip
    assert found.person.language == "lv"


def test_an_answer_names_the_mails_it_answers() -> None:
    found = record(mail(**{"In-Reply-To": "<two@shop>", "References": "<one@shop> <two@shop>"}))
    assert found.answers == ("<two@shop>", "<one@shop>")


def test_a_form_of_a_web_site_names_the_customer_as_the_one_to_answer() -> None:
    found = record(mail(**{"From": "Shop <forms@shop.example>", "Reply-To": "Пётр Ёлкин <petr@example.com>"}))
    assert (found.person.email, found.person.given) == ("petr@example.com", "Пётр")


def test_what_is_quoted_beneath_is_left_out() -> None:
    quoted = "Пт, 20 нояб. 2026, Shop <shop@example.com> написал:\n> Здравствуйте!\n>\n> Заказ отправлен.\n"
    found = record(mail(f"Она разбилась.\n\n{quoted}"))
    assert found.text == "Она разбилась."
    assert found.person.language == "ru"


def test_html_becomes_lines_a_person_reads() -> None:
    made = mail()
    made.set_content(
        "<html><head><style>p {color: red}</style></head><body><p>Hello,</p><p>the&nbsp;cup is &lt;broken&gt;.</p>"
        "<script>alert(1)</script><ul><li>one</li></ul></body></html>",
        subtype="html",
    )
    assert record(made).text == "Hello,\n\nthe cup is <broken>.\n\none"


def test_plain_text_is_taken_before_html() -> None:
    made = mail("plain words\n")
    made.add_alternative("<p>other words</p>", subtype="html")
    assert record(made).text == "plain words"


def test_pictures_come_along_and_what_is_none_is_named() -> None:
    made = mail()
    made.add_attachment(PNG, maintype="image", subtype="png", filename="krūze.png")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="rēķins.pdf")
    found = record(made)
    assert found.pictures == (("krūze.png", PNG),)
    assert found.left_out == ("rēķins.pdf",)


@pytest.mark.parametrize("sender", ["", "Līga", "two@example.com.example.com@b", "<>", "Undisclosed recipients:;"])
def test_a_mail_without_a_sender_is_refused_in_words(sender: str) -> None:
    raw = f"From: {sender}\r\nTo: shop@example.com\r\nSubject: x\r\n\r\nhello\r\n".encode()
    with pytest.raises(BadFile, match="does not say who sent it"):
        record(raw)


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        ("", ""), ("yesterday", ""), ("Fri, 31 Apr 2026 10:00:00 +0200", ""), ("Thu, 1 Jan 1970 00:00:00 +0000", ""),
        ("Sun, 1 Nov 2026 09:00:00 -0000", "2026-11-01T09:00:00+00:00"),
    ],
)  # fmt: skip
def test_a_date_that_is_none_is_not_made_up(date: str, kept: str) -> None:
    raw = mail().as_bytes().replace(b"Fri, 20 Nov 2026 10:15:00 +0200", date.encode())
    assert record(raw).received_at == kept


def test_letters_of_a_set_nobody_knows_are_shown_as_far_as_they_go() -> None:
    raw = (
        b"From: a@example.com\r\nSubject: =?x-none?Q?=41?=\r\nContent-Type: text/plain; charset=x-none\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\nIt broke \xff\r\n"
    )
    assert record(raw).text.startswith("It broke")


def test_a_mail_is_told_by_its_first_lines_and_a_table_is_not_one() -> None:
    raw = mail().as_bytes()
    assert what_is(raw, lambda: raw).form is Form.MAIL
    assert what_is(b"From - Fri Nov 20\r\n" + raw, lambda: raw).form is Form.MAIL
    for table in (b"From,To,Subject\na,b,c\n", b"Date: 2026\nnothing else", b"Email;Name\nx@example.com;Anna\n"):
        assert what_is(table, lambda: b"").form is Form.TEXT


def test_a_mail_file_is_detected_and_read_once_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "complaint.eml"
    file.write_bytes(mail().as_bytes())
    found = detect(file, FileMapping())
    assert (found.reader.kind, look_at(file, FileMapping()).kind) == (FileKind.MAIL, FileKind.MAIL)
    reading = read(found, currency="EUR", today=dt.date(2026, 11, 22), strays={})
    [item] = list(reading.items)
    assert isinstance(item, ComplaintRecord)
    assert reading.sha256() == found.sha256


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("mail.eml", b"Name,Email\nAnna,a@example.com\n", "not an e-mail"),
        ("mail.txt", mail().as_bytes(), "is an e-mail"),
        ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"), "Outlook"),
        ("mail.eml", b"", "is empty"),
    ],
)
def test_a_file_that_is_no_mail_is_said_to_be_what_it_is(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(BadFile) as refused:
        detect(file, FileMapping())
    assert said in english(refused.value.message)


def test_another_file_asked_for_as_a_mail_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,Email\nAnna,a@example.com\n")
    with pytest.raises(BadFile, match="not an e-mail"):
        detect(file, FileMapping(kind=FileKind.MAIL))


@given(st.binary(max_size=600), st.sampled_from(["plain", "html", "mixed", "x"]))
def test_no_mail_whatever_breaks_the_reading(body: bytes, kind: str) -> None:
    raw = (
        b"From: Anna <anna@example.com>\r\nContent-Type: multipart/" + kind.encode() + b'; boundary="b"\r\n'
        b"Subject: " + body[:40].replace(b"\n", b"").replace(b"\r", b"") + b"\r\n\r\n--b\r\n" + body + b"\r\n--b--\r\n"
    )
    found = record(raw)
    assert found.person.email == "anna@example.com"
    assert "\x00" not in found.text


@given(st.binary(max_size=400))
def test_headers_of_any_bytes_give_a_record_or_a_sentence(head: bytes) -> None:
    said = ""
    try:
        said = record(b"From: " + head + b"\r\nDate: " + head[::-1] + b"\r\n\r\nhello").person.email
    except BadFile as refused:
        said = english(refused.message)
    assert "@" in said or "mail.eml" in said
