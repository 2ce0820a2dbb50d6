"""`cordial settings`: the shop's settings as they stand; with NAME=VALUE they are changed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop_app.actions.settings import set_logo, set_settings
from desktop_app.cli.output import Context, table
from desktop_app.domain.all_settings import ALL
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.settings import SHOP_LOGO, Scope, Setting
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.settings import settings

_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes what was given, then prints every setting of the shop."""
    given = [_given(text) for text in words.values]
    shop = context.open(write=bool(given))
    try:
        _change(shop, dict(given), context.actor)
        kept = settings(shop)
    finally:
        shop.close()
    wanted = [setting for setting, _ in given] or [setting for setting in ALL if setting.scope is Scope.SHOP]
    rows = [(setting.key, _line(kept[setting]), context.words.say(setting.label)) for setting in wanted]
    context.answer({"settings": {setting.key: kept[setting] for setting in wanted}}, table(rows))
    return 0


def _change(shop: Shop, values: dict[Setting[Any], Any], actor: str) -> None:
    texts = {setting: value for setting, value in values.items() if setting is not SHOP_LOGO}
    if texts:
        set_settings(shop, texts, actor=actor)
    if SHOP_LOGO in values:
        set_logo(shop, values[SHOP_LOGO], actor=actor)


def _given(text: str) -> tuple[Setting[Any], Any]:
    name, sign, value = text.partition("=")
    setting = next((one for one in ALL if one.key == name and one.scope is Scope.SHOP), None)
    if setting is None or not sign:
        raise NotFound(
            msg(
                "“{text}” sets nothing: write shop.name=Mazais veikals; the names are listed by cordial settings.",
                text=shorten(text),
            )
        )
    if setting is SHOP_LOGO:
        return setting, Path(value) if value else None
    return setting, _value(setting, value)


def _value(setting: Setting[Any], text: str) -> Any:
    if type(setting.default) is bool and text.casefold() in (*_YES, *_NO):
        return text.casefold() in _YES
    if type(setting.default) is int and text.isascii() and text.isdigit():
        return int(text)
    if type(setting.default) is str:
        return text
    raise Invalid(
        setting.key,
        msg(
            "“{text}” is not a value for “{name}”. Write yes or no, or a number, as cordial settings shows it.",
            text=shorten(text),
            name=setting.label,
        ),
    )


def _line(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else " ".join(str(value).split())
