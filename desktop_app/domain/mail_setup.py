"""The mail server that the settings of e-mail make together, and those settings checked before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desktop_app.domain.errors import Invalid
from desktop_app.domain.mail import Mail, Security, checked_mail
from desktop_app.domain.mail_settings import (
    MAIL_CERTIFICATE,
    MAIL_NAME,
    MAIL_PER_MINUTE,
    MAIL_PORT,
    MAIL_REPLY_TO,
    MAIL_SECURITY,
    MAIL_SENDER,
    MAIL_SERVER,
    MAIL_SETTINGS,
    MAIL_USER,
)
from desktop_app.domain.settings import SHOP_NAME, Setting, SettingValues

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
