"""The settings of the shop's e-mail, and the mail server they make together; the password is not among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desktop_app.domain.errors import Invalid
from desktop_app.domain.mail import SECURITY_NAMES, Mail, Security, checked_mail
from desktop_app.domain.settings import SHOP_NAME, AnySetting, Setting, SettingValues
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
_FIELDS: Mapping[str, Setting[Any]] = {
    "server": MAIL_SERVER,
    "port": MAIL_PORT,
    "security": MAIL_SECURITY,
    "user": MAIL_USER,
    "sender": MAIL_SENDER,
    "name": MAIL_NAME,
    "reply_to": MAIL_REPLY_TO,
    "per_minute": MAIL_PER_MINUTE,
    "certificate": MAIL_CERTIFICATE,
}
_AS_FIELD: Mapping[str, Callable[[Any], Any]] = {"security": Security}


def mail_from(values: SettingValues) -> Mail:
    """The mail server as the settings have it; the shop's name stands beside the address where no other does."""
    found = Mail(**{field: _AS_FIELD.get(field, _same)(values[one]) for field, one in _FIELDS.items()})
    return found if found.name else replace(found, name=values[SHOP_NAME])


def checked_mail_settings(changed: Mapping[Setting[Any], Any], kept: SettingValues) -> dict[Setting[Any], Any]:
    """The changed settings, those of e-mail cleaned; raises Invalid, naming the setting's key, for what cannot be."""
    if not changed.keys() & set(MAIL_SETTINGS):
        return dict(changed)
    whole = SettingValues({**kept.kept, **{setting.key: value for setting, value in changed.items()}})
    try:
        checked = checked_mail(mail_from(whole))
    except Invalid as error:
        raise Invalid(_FIELDS[error.field].key, error.message) from None
    clean = {setting: getattr(checked, field) for field, setting in _FIELDS.items() if setting is not MAIL_NAME}
    return {setting: _plain(clean.get(setting, value)) for setting, value in changed.items()}


def changed_mail(mail: Mapping[str, Any]) -> dict[Setting[Any], Any]:
    """The settings for some fields of a Mail, by their names."""
    return {_FIELDS[field]: _plain(value) for field, value in mail.items()}


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Security) else value


def _same(value: Any) -> Any:
    return value
