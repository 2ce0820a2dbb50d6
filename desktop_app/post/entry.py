"""The way into a mail server: connected, encrypted and proven, let in; nothing is sent before that."""

from __future__ import annotations

import smtplib
import ssl
from base64 import b64encode
from typing import Any

from desktop_app.domain.hosts import is_here
from desktop_app.domain.mail import Mail, Security
from desktop_app.i18n import msg
from desktop_app.post.failures import SetupWrong, answered, no_entry, not_private, unreached

_OURSELVES = "[127.0.0.1]"  # in place of this computer's name, which is nobody's business


def entered(mail: Mail, password: str, *, answer: float) -> smtplib.SMTP:
    """A connection over which letters can be offered; waits `answer` seconds for each answer. Raises SetupWrong."""
    if mail.security is Security.NONE and not is_here(mail.server):
        raise SetupWrong(not_private(mail))
    talk = _connected(mail, answer)
    try:
        _enter(talk, mail, password)
    except BaseException:
        talk.close()
        raise
    return talk


def _connected(mail: Mail, answer: float) -> smtplib.SMTP:
    made: smtplib.SMTP
    try:
        if mail.security is Security.TLS:
            made = smtplib.SMTP_SSL(local_hostname=_OURSELVES, timeout=answer, context=_context(mail))
        else:
            made = smtplib.SMTP(local_hostname=_OURSELVES, timeout=answer)
        host = mail.server.rstrip(".")
        _set_host(made, host)
        code, text = made.connect(host, mail.real_port)
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise unreached(mail, error) from error
    peer = made.sock.getpeername()[0] if made.sock else ""
    if mail.security is Security.NONE and not is_here(peer):  # a name for this computer that leads elsewhere
        made.close()
        raise SetupWrong(not_private(mail))
    if code != 220:
        made.close()
        raise SetupWrong(answered(no_entry(mail), text))
    return made


def _set_host(made: Any, host: str) -> None:
    """The name the certificate has to be for; Python takes it from the constructor only, which connects at once."""
    made._host = host


def _context(mail: Mail) -> ssl.SSLContext:
    """Verifies certificate and name always, by the authorities the computer trusts and the shop's own."""
    made = ssl.create_default_context()
    if mail.certificate:
        made.load_verify_locations(cadata=mail.certificate)
    return made


def _enter(talk: smtplib.SMTP, mail: Mail, password: str) -> None:
    try:
        _greet(talk, mail)
        if mail.security is Security.STARTTLS:
            if not talk.has_extn("starttls"):
                raise SetupWrong(
                    msg("“{server}” offers no STARTTLS. Choose TLS, or ask whose server it is.", server=mail.server)
                )
            talk.starttls(context=_context(mail))
            _greet(talk, mail)
        if mail.user:
            _log_in(talk, mail, password)
    except smtplib.SMTPResponseException as error:
        raise SetupWrong(answered(no_entry(mail), error.smtp_error)) from error
    except (smtplib.SMTPException, OSError) as error:
        raise unreached(mail, error) from error


def _greet(talk: smtplib.SMTP, mail: Mail) -> None:
    code, text = talk.ehlo(_OURSELVES)
    if code >= 400:
        raise SetupWrong(answered(no_entry(mail), text))


def _log_in(talk: smtplib.SMTP, mail: Mail, password: str) -> None:
    """By PLAIN or LOGIN in UTF-8 (RFC 4616), which Python's own way cannot; the way there is private already."""
    known = str(talk.esmtp_features.get("auth", "")).upper().split()
    if "PLAIN" in known:
        code, text = talk.docmd("AUTH", f"PLAIN {_b64(f'{chr(0)}{mail.user}{chr(0)}{password}')}")
    elif "LOGIN" in known:
        code, text = talk.docmd("AUTH", "LOGIN")
        for part in (mail.user, password):
            if code == 334:
                code, text = talk.docmd(_b64(part))
    else:
        raise SetupWrong(
            msg(
                "“{server}” takes no password as Cordial gives it (PLAIN or LOGIN). Ask whose server it is.",
                server=mail.server,
            )
        )
    if code in (235, 503):
        return
    if 400 <= code < 500:
        raise SetupWrong(answered(no_entry(mail), text))
    said = msg(
        "“{server}” did not accept the user name or password. Check both in the settings, under “E-mail”.",
        server=mail.server,
    )
    raise SetupWrong(said)


def _b64(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")
