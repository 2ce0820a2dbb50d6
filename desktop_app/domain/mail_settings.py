"""The settings of the shop's e-mail; domain/mail_setup makes a mail server of them. The password is not among them."""

from __future__ import annotations

from desktop_app.domain.mail import SECURITY_NAMES, Security
from desktop_app.domain.settings import AnySetting, Setting
from desktop_app.i18n import msg

MAIL_SERVER = Setting(
    "mail.server",
    "",
    msg("Mail server"),
    msg("As your mail provider names it for sending, such as smtp.shop.example."),
)
MAIL_SECURITY = Setting(
    "mail.security",
    Security.TLS.value,
    msg("Encryption"),
    choices=tuple((one.value, SECURITY_NAMES[one]) for one in Security),
)
MAIL_PORT = Setting("mail.port", 0, msg("Port"), msg("0: the usual one, 465 for TLS, 587 for STARTTLS."), high=65_535)
MAIL_USER = Setting(
    "mail.user", "", msg("User name there"), msg("Often the e-mail address. The password stands below.")
)
MAIL_SENDER = Setting("mail.sender", "", msg("Your e-mail address"), msg("Messages come from it."))
MAIL_NAME = Setting("mail.name", "", msg("Name beside it"), msg("The shop’s name, if nothing stands here."))
MAIL_REPLY_TO = Setting(
    "mail.reply_to", "", msg("Answers go to"), msg("Another e-mail address, where somebody reads them.")
)
MAIL_PER_MINUTE = Setting(
    "mail.per_minute",
    30,
    msg("Messages a minute, at most"),
    msg("Providers shut out who sends too many at once."),
    low=1,
    high=6_000,
)
MAIL_CERTIFICATE = Setting(
    "mail.certificate",
    "",
    msg("Certificate of your own authority"),
    msg("Only for a server that computers do not trust by themselves: the text of the file (PEM)."),
    long=True,
)

MAIL_SETTINGS: tuple[AnySetting, ...] = (
    MAIL_SERVER,
    MAIL_SECURITY,
    MAIL_PORT,
    MAIL_USER,
    MAIL_SENDER,
    MAIL_NAME,
    MAIL_REPLY_TO,
    MAIL_PER_MINUTE,
    MAIL_CERTIFICATE,
)
