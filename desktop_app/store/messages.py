"""A Message as JSON text in the change log and back, so that a title is said in the language of whoever reads it."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from desktop_app.domain.money import Money
from desktop_app.i18n import Message


def message_to_json(message: Message) -> str:
    """The message with its values; nested messages, dates, money and decimals come back as they were."""
    return json.dumps(_plain(message), ensure_ascii=False, separators=(",", ":"))


def message_from_json(text: str) -> Message:
    """The message that `message_to_json` wrote."""
    made = _made(json.loads(text))
    return made if isinstance(made, Message) else Message(str(made))


def _plain(value: object) -> object:
    if isinstance(value, Message):
        plain: dict[str, object] = {"say": value.text, "args": {k: _plain(v) for k, v in value.args.items()}}
        return {**plain, "plural": value.plural} if value.plural else plain
    if isinstance(value, Money):
        return {"money": [value.minor, value.currency]}
    if isinstance(value, dt.date):
        return {"day": value.isoformat()[:10]}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def _made(value: Any) -> object:
    if isinstance(value, list):
        return [_made(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "money" in value:
        return Money(*value["money"])
    if "day" in value:
        return dt.date.fromisoformat(value["day"])
    if "decimal" in value:
        return Decimal(value["decimal"])
    args = {key: _made(item) for key, item in value["args"].items()}
    return Message(value["say"], MappingProxyType(args), value.get("plural", ""))
