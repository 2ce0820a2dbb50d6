"""The mail server: let in only over a proven way, one letter to one reader, and what is known when the talk breaks."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.mail import Mail, Security, checked_mail
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.post.addresses import on_the_wire
from desktop_app.post.failures import Lost, NotNow, Refused, SetupWrong, Unknown
from desktop_app.post.letter import Envelope, is_wide, letter
from desktop_app.post.smtp import MailServer
from tests.post.postman import PASSWORD, USER, Fault, Postman, Vouched, postman, vouched

WRITTEN = dt.datetime(2026, 11, 22, tzinfo=dt.timezone.utc)


@pytest.fixture
def trust(tmp_path: Path) -> Vouched:
    return vouched(tmp_path)


@pytest.fixture
def near() -> Iterator[Postman]:
    with postman() as made:
        yield made


def mail_to(at: Postman, **more: object) -> Mail:
    values: dict[str, object] = {
        "server": "127.0.0.1", "port": at.port, "security": Security.NONE, "user": USER,
        "sender": "shop@ozols.example",
    }  # fmt: skip
    return checked_mail(Mail(**{**values, **more}))  # type: ignore[arg-type]


def send(mail: Mail, *, address: str = "anna@x.example", text: str = "Hello", server: MailServer | None = None) -> None:
    draft = Draft("k", MessageKind.FREE, Means.EMAIL, address, text, "Subject")
    made = letter(draft, mail, Envelope("<1@x>", WRITTEN))
    talk = server or MailServer(mail, PASSWORD, answer=5, last=5)
    try:
        talk.offer(on_the_wire(mail.sender), on_the_wire(address), wide=is_wide(draft, mail))
        talk.hand_over(made)
    finally:
        if server is None:
            talk.close()


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_letter_goes_over_a_way_that_is_proven(security: Security, trust: Vouched) -> None:
    with postman(security=security.value, tls=trust.context) as server:
        mail = mail_to(server, server="localhost", security=security, certificate=trust.authority)
        send(mail, text="Sveika!\n.\n.. dots\n.end")
        assert server.ledger.envelopes == [("shop@ozols.example", ("anna@x.example",))]
        body = server.ledger.letters[0].get_body(("plain",))
        assert body is not None
        assert body.get_content().splitlines() == ["Sveika!", ".", ".. dots", ".end"]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize("why", ["nobody we trust", "a stranger", "another name"])
def test_a_server_that_proves_nothing_gets_nothing(
    security: Security, why: str, trust: Vouched, tmp_path: Path
) -> None:
    shown = vouched(tmp_path, "other.example") if why == "another name" else trust
    known = {"nobody we trust": "", "a stranger": trust.stranger, "another name": shown.authority}[why]
    with postman(security=security.value, tls=shown.context) as server:
        mail = mail_to(server, server="localhost", security=security, certificate=known)
        with pytest.raises(SetupWrong, match="cannot prove that it is the right one"):
            send(mail)
        assert not server.ledger.taken


def test_without_encryption_only_this_computer_is_gone_to() -> None:
    mail = Mail("smtp.x.example", security=Security.NONE, sender="a@x.example")
    with pytest.raises(SetupWrong, match="Choose TLS or STARTTLS"):
        MailServer(mail)


def test_a_near_name_that_leads_elsewhere_is_not_trusted(near: Postman, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.socket.getpeername
    monkeypatch.setattr(socket.socket, "getpeername", lambda self: ("192.0.2.7", real(self)[1]))
    with pytest.raises(SetupWrong, match="Choose TLS or STARTTLS"):
        send(mail_to(near, server="localhost"))


def test_a_server_without_starttls_is_not_talked_to_in_the_clear(near: Postman) -> None:
    mail = mail_to(near, security=Security.STARTTLS)
    with pytest.raises(SetupWrong, match="offers no STARTTLS"):
        send(mail)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"user": "somebody"}, "did not accept the user name or password"),
        ({"security": Security.TLS}, "does not speak TLS at port"),
        ({"server": "no-such-host.invalid", "security": Security.TLS}, "There is no server"),
    ],
)
def test_why_nobody_lets_us_in_is_said(near: Postman, more: dict[str, object], said: str) -> None:
    with pytest.raises(SetupWrong, match=said):
        send(mail_to(near, **more))


def test_a_port_where_nothing_listens_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SetupWrong, match=f"does not answer at port {port}"):
        MailServer(Mail("127.0.0.1", port, Security.NONE, sender="a@x.example"))


@pytest.mark.parametrize(
    ("command", "answer", "raised", "said"),
    [
        ("MAIL", "550 5.7.1 not yours", SetupWrong, "“shop@ozols.example”. Check your .* The server says: 5.7.1"),
        ("RCPT", "550 5.1.1 no such user", Refused, "refused “anna@x.example”. The server says: 5.1.1 no such user"),
        ("RCPT", "450 4.2.1 later", NotNow, "The server says: 4.2.1 later"),
        ("DATA", "554 no", Refused, "refused the letter"),
        ("DATA", "451 busy", NotNow, "The server says: busy"),
        ("dot", "550 spam", Refused, "The server says: spam"),
        ("dot", "452 full", NotNow, "The server says: full"),
        ("dot", "299 hm", Unknown, "nobody understands"),
    ],
)
def test_what_the_server_says_is_told_and_kept_apart(
    command: str, answer: str, raised: type[Exception], said: str
) -> None:
    first: list[str] = [answer]

    def once(asked: str, _: str) -> str | None:
        return first.pop() if asked == command and first else None

    with postman(answers=once) as server:
        mail = mail_to(server)
        with MailServer(mail, PASSWORD) as talk:
            with pytest.raises(raised, match=said):
                send(mail, server=talk)
            if talk.open:  # and the next letter goes over the same connection
                send(mail, server=talk)
                assert server.ledger.taken == {"Subject": 1}
            else:
                assert raised is Unknown


@pytest.mark.parametrize(
    ("step", "raised"),
    [
        ("connect", SetupWrong), ("EHLO", SetupWrong), ("AUTH", SetupWrong), ("MAIL", Lost), ("RCPT", Lost),
        ("DATA", Lost), ("middle", Unknown), ("dot", Unknown), ("dropped", Unknown),
    ],
)  # fmt: skip
def test_a_connection_that_breaks_tells_what_is_known(near: Postman, step: str, raised: type[Exception]) -> None:
    near.ledger.faults.append(Fault(step))
    with pytest.raises(raised):
        send(mail_to(near), text="line\n" * 200)
    assert near.ledger.taken == ({"Subject": 1} if step == "dot" else {})
    assert near.ledger.made == {step: 1}


@pytest.mark.parametrize("step", ["answered", "QUIT"])
def test_what_was_answered_stays_handed_over(near: Postman, step: str) -> None:
    near.ledger.faults.append(Fault(step))
    send(mail_to(near))
    assert near.ledger.taken == {"Subject": 1}
    assert near.ledger.made == {step: 1}


def test_an_address_beyond_ascii_goes_only_where_it_is_understood() -> None:
    for wide in (True, False):
        with postman(wide=wide) as server:
            send(mail_to(server), address="anna@мыло.рф")
            assert server.ledger.envelopes[-1][1] == ("anna@xn--k1abh4c.xn--p1ai",)
            if wide:
                send(mail_to(server), address="анна@x.example")
                assert server.ledger.envelopes[-1][1] == ("анна@x.example",)
            else:
                with pytest.raises(Refused, match="cannot write to “анна@x.example”"):
                    send(mail_to(server), address="анна@x.example")


def test_the_name_of_this_computer_is_not_told(near: Postman) -> None:
    with MailServer(mail_to(near), PASSWORD) as talk:
        assert talk._talk.local_hostname == "[127.0.0.1]"


def test_who_stops_it_does_not_wait_for_a_server_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.post.smtp.IMPATIENT", 0.1)
    draft = Draft("k", MessageKind.FREE, Means.EMAIL, "anna@x.example", "Hello", "Subject")
    with postman() as server:
        mail = mail_to(server)
        server.hang = True
        talk = MailServer(mail, PASSWORD)
        talk.offer(mail.sender, "anna@x.example")
        with pytest.raises(Unknown, match="did not answer in time"):
            talk.hand_over(letter(draft, mail, Envelope("<1@x>", WRITTEN)), go_on=lambda: False)
        assert not talk.open


def test_a_sender_beyond_ascii_is_a_matter_of_the_settings_and_of_no_message() -> None:
    with postman(wide=False) as server, pytest.raises(SetupWrong, match="cannot write from “анна@x.example”"):
        send(mail_to(server, sender="анна@x.example"))


def test_words_that_came_before_tls_are_not_heard(trust: Vouched) -> None:
    """What somebody on the way put behind the answer to STARTTLS in the clear must not be taken for the server's."""
    with postman(security="starttls", tls=trust.context, wide=False, behind=b"250-x\r\n250 SMTPUTF8\r\n") as server:
        mail = mail_to(server, server="localhost", security=Security.STARTTLS, certificate=trust.authority)
        with MailServer(mail, PASSWORD) as talk:
            assert not talk.takes_wide
            send(mail, server=talk)
        assert server.ledger.taken == {"Subject": 1}
