"""A letter says what was written, whatever that was, to the one it is for, and loads nothing when it is read."""

from __future__ import annotations

import datetime as dt
import email
import html
import re
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import compat32, default
from email.utils import parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import Invalid
from desktop_app.domain.mail import Mail
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.domain.outgoing import checked_draft
from desktop_app.i18n import Language
from desktop_app.post.letter import Envelope, is_wide, letter, new_message_id

MAIL = Mail(server="smtp.x.example", sender="shop@ozols.example", name="Ozols, trauki", reply_to="ilze@ozols.example")
WRITTEN = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def draft(**more: object) -> Draft:
    values: dict[str, object] = {
        "key": "k", "kind": MessageKind.FREE, "means": Means.EMAIL, "address": "anna@x.example", "to_name": "Anna",
        "text": "Sveika!\n.\n..\n\nFrom us", "subject": "Paldies",
    }  # fmt: skip
    return Draft(**{**values, **more})  # type: ignore[arg-type]


def arrived(one: Draft, mail: Mail = MAIL, answers: tuple[str, ...] = ()) -> EmailMessage:
    """The letter as its reader's program has it."""
    made = letter(one, mail, Envelope("<1@ozols.example>", WRITTEN, answers)).as_bytes()
    assert all(len(line) <= 998 for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")
    read = email.message_from_bytes(made, policy=default)
    assert isinstance(read, EmailMessage)
    return read


def text_of(read: EmailMessage) -> str:
    part = read.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def page_of(read: EmailMessage) -> str:
    part = read.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def test_the_head_says_who_writes_to_whom_and_when() -> None:
    read = arrived(draft(to_name="Anna Bērziņa"))
    assert [(one.display_name, one.addr_spec) for one in read["From"].addresses] == [
        ("Ozols, trauki", "shop@ozols.example")
    ]
    assert [(one.display_name, one.addr_spec) for one in read["To"].addresses] == [("Anna Bērziņa", "anna@x.example")]
    assert str(read["Reply-To"]) == "ilze@ozols.example"
    assert read["Date"].datetime == WRITTEN
    assert (read["Message-ID"], read["In-Reply-To"], read["Auto-Submitted"]) == ("<1@ozols.example>", None, None)


def test_an_answer_stands_below_what_it_answers() -> None:
    read = arrived(draft(), answers=("<a@x.example>", "<b@x.example>", "no id", "<c\r\nBcc: all@y.example>"))
    assert read["In-Reply-To"] == "<b@x.example>"
    assert read["References"] == "<a@x.example> <b@x.example>"
    assert read["Bcc"] is None


def test_what_the_program_wrote_by_itself_says_so() -> None:
    assert arrived(draft(kind=MessageKind.SHIPPED))["Auto-Submitted"] == "auto-generated"
    assert arrived(draft(kind=MessageKind.GREETING))["Auto-Submitted"] is None


def test_the_page_shows_every_sign_and_loads_nothing() -> None:
    nasty = "<img src=http://x.example/a.png>\n<script>alert(1)</script> & “you”\n\njavascript:x"
    page = page_of(arrived(draft(text=nasty, language=Language.LV)))
    assert '<html lang="lv">' in page
    assert set(re.findall(r"<(\w+)", page)) == {"html", "head", "meta", "title", "body", "p", "br"}
    assert not re.search(r"(src|href|url)\s*[=(]", html.unescape(re.sub(r">[^<]*<", "><", page)))
    assert html.unescape(page.split("<p>")[1].split("</p>")[0]).replace("<br>", "\n") == nasty.split("\n\n")[0]


def test_a_domain_beyond_ascii_is_told_as_servers_know_it() -> None:
    assert arrived(draft(address="anna@мыло.рф"))["To"].addresses[0].addr_spec == "anna@xn--k1abh4c.xn--p1ai"
    assert not is_wide(draft(address="anna@мыло.рф"), MAIL)
    assert is_wide(draft(address="анна@мыло.рф"), MAIL)
    made = letter(draft(address="анна@мыло.рф"), MAIL, Envelope("<1@x>", WRITTEN)).as_bytes()
    assert "To: Anna <анна@xn--k1abh4c.xn--p1ai>\r\n".encode() in made


def test_no_two_letters_have_one_id() -> None:
    found = {new_message_id(MAIL) for _ in range(100)}
    assert len(found) == 100
    assert all(re.fullmatch(r"<[0-9a-f]{32}@ozols\.example>", one) for one in found)


words = st.text(st.characters(exclude_categories=("Cs",)), max_size=250) | st.sampled_from([
    'Ann "The" O\'Hara', "=?utf-8?q?not_this?=", "Ваш заказ " * 20, "a" * 240, "ž" * 240, "Bērziņa, Anna <x@y.lv>",
    "👨‍👩‍👧‍👦" * 20, "x\\", '"', "(comment)", "a@b, c@d", "\u202eabc", "  two  spaces  ", ",;:", "ā ", "Līga\u00a0K",
])  # fmt: skip


@settings(max_examples=400)
@given(name=words, subject=words, text=words)
def test_any_words_arrive_as_they_were_written(name: str, subject: str, text: str) -> None:
    one = draft(to_name=name[:200], subject=subject, text=text + "x")
    try:
        one = checked_draft(one, "LV")
    except Invalid:
        return
    made = letter(one, MAIL, Envelope("<1@ozols.example>", WRITTEN)).as_bytes()
    read = arrived(one)
    assert [found.addr_spec for found in read["To"].addresses] == ["anna@x.example"]
    # Python's newer reader puts spaces into names of several encoded words; its older one reads by RFC 2047.
    raw = email.message_from_bytes(made, policy=compat32)
    name_seen, address = parseaddr(re.sub(r"\r\n(?= )", "", raw["To"]))
    assert (address, squeezed(decoded(name_seen))) == ("anna@x.example", squeezed(one.to_name))
    assert squeezed(decoded(raw["Subject"])) == squeezed(one.subject)
    assert text_of(read) == one.text + "\n"
    assert {name.lower() for name in read} == {
        "from", "to", "reply-to", "subject", "date", "message-id", "mime-version", "content-type",
    }  # fmt: skip


def decoded(text: str) -> str:
    return str(make_header(decode_header(text)))


def squeezed(text: str) -> str:
    """A text as the reader's program may show it: runs of space count as one."""
    return " ".join(text.split())


@pytest.mark.parametrize("field", ["subject", "to_name", "address"])
@pytest.mark.parametrize(
    "evil",
    ["x\r\nBcc: a@y.example", "x\nBcc: a@y.example", "x\rBcc: a@y.example", "=?\r\nBcc: a@y.example"],
)  # fmt: skip
def test_a_line_break_in_the_head_never_makes_a_line(field: str, evil: str) -> None:
    """Even where nobody checked the draft before."""
    with pytest.raises(ValueError):
        letter(draft(**{field: evil}), MAIL, Envelope("<1@x>", WRITTEN)).as_bytes()
