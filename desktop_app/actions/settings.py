"""Changing the shop's settings and its logo."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.actions.complaint_deadlines import renew_open_deadlines
from desktop_app.actions.pictures import checked_picture, keep_picture
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import with_scheme
from desktop_app.domain.mail_settings import MAIL_SETTINGS
from desktop_app.domain.mail_setup import checked_mail_settings
from desktop_app.domain.message_settings import MESSAGE_STEPS
from desktop_app.domain.message_steps import checked_news
from desktop_app.domain.settings import (
    COUNTRY,
    SHOP_COLOURS,
    SHOP_CURRENCY,
    SHOP_LINK,
    SHOP_LOGO,
    Scope,
    Setting,
)
from desktop_app.domain.shop_colours import check_colours
from desktop_app.domain.shop_days import SHOP_DAYS, unknown_holidays
from desktop_app.domain.shop_hours import SHOP_HOURS, check_hours
from desktop_app.domain.text import clean, clean_block, shorten
from desktop_app.domain.working_days import are_holidays_known
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.settings import setting_rows, settings
from desktop_app.store.tables import SettingTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.SETTINGS, Topic.CARDS)
_COUNTED_BY = frozenset({COUNTRY, *SHOP_DAYS, *SHOP_HOURS})  # deadlines of complaints count by them
_LONGEST = 500
_LONGEST_BLOCK = 4000


def set_settings(shop: Shop, values: Mapping[Setting[Any], Any], *, actor: str) -> Changes:
    """Keeps new values of shop settings; raises Invalid, naming the setting's key, for a value it cannot have."""
    checked = {setting: _checked(setting, value) for setting, value in values.items()}
    if checked.keys() & set(MAIL_SETTINGS):
        checked = checked_mail_settings(checked, settings(shop))
    if MESSAGE_STEPS in checked:
        kept = settings(shop)[MESSAGE_STEPS]
        now = shop.now().isoformat(timespec="seconds")
        checked[MESSAGE_STEPS] = checked_news(checked[MESSAGE_STEPS], kept, now=now)
    one = next(iter(checked)).label if len(checked) == 1 else None
    title = msg("Change setting “{name}”", name=one) if one else msg("Change settings")
    counted = bool(checked.keys() & _COUNTED_BY)
    topics = (*_TOPICS, Topic.COMPLAINTS) if counted else _TOPICS
    with shop.change(title, actor=actor, topics=topics) as change:
        write_settings(shop, change, checked)
        if counted:
            check_hours(settings(shop))
            renew_open_deadlines(shop, change)
    return change.changes


def set_logo(shop: Shop, picture: Path | bytes | None, *, actor: str) -> Changes:
    """Keeps a picture as the shop's logo, or takes the logo away; raises Invalid for what is not a fit picture."""
    checked = checked_picture(picture) if picture is not None else None
    with shop.change(msg("Change the logo"), actor=actor, topics=_TOPICS) as change:
        write_settings(shop, change, {SHOP_LOGO: keep_picture(shop, change, checked) if checked else 0})
    return change.changes


def write_settings(shop: Shop, change: Change, values: Mapping[Setting[Any], Any]) -> None:
    """Writes values that were checked, inside a running change."""
    kept = setting_rows(shop)
    for setting, value in values.items():
        text = json.dumps(value, ensure_ascii=False)
        row = kept.get(setting.key)
        if row is not None:
            change.update(SettingTable, row, version=None, values={"value": text})
        elif value != setting.default:
            change.insert(SettingTable, {"key": setting.key, "value": text})


def _checked(setting: Setting[Any], value: Any) -> Any:
    if setting.scope is not Scope.SHOP:
        raise ValueError(f"{setting.key} belongs to the desk")
    problem: Message | None = None
    if type(value) is not type(setting.default):
        problem = msg("This is not a value for “{name}”.", name=setting.label)
    elif isinstance(value, str):
        value, problem = _checked_text(setting, clean_block(value) if setting.long else clean(value))
    elif type(value) is int and (setting.low or setting.high) and not setting.low <= value <= setting.high:
        problem = msg(
            "“{name}” is a number from {low} to {high}.", name=setting.label, low=setting.low, high=setting.high
        )
    if problem:
        raise Invalid(setting.key, problem)
    return value


def _checked_text(setting: Setting[Any], text: str) -> tuple[str, Message | None]:
    limit = _LONGEST_BLOCK if setting.long else _LONGEST
    if len(text) > limit:
        return text, msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(text), limit=limit)
    if setting.choices and text not in {choice for choice, _ in setting.choices}:
        return text, msg("This is not a value for “{name}”.", name=setting.label)
    if setting is SHOP_CURRENCY:
        text = text.upper()
        if not re.fullmatch("[A-Z]{3}", text):
            return text, msg("A currency is three letters, like EUR.")
    if setting is SHOP_COLOURS:
        check_colours(text)
    if setting in SHOP_DAYS:
        text = SHOP_DAYS[setting](text)
    if setting in SHOP_HOURS:
        text = SHOP_HOURS[setting](text)
    if setting is COUNTRY:
        text = text.upper()
        if not re.fullmatch("([A-Z]{2})?", text):
            return text, msg("A country is two letters, like LV.")
        if text and not are_holidays_known(text):
            return text, unknown_holidays(text)
    return (with_scheme(text) if setting is SHOP_LINK else text), None
