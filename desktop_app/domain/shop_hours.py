"""The hours a shop is open, as its settings tell them in words, and the working hours that deadlines count by."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from desktop_app.domain.complaint_settings import CLOSES, OPENS
from desktop_app.domain.errors import Invalid
from desktop_app.domain.settings import Setting, SettingValues
from desktop_app.domain.shop_days import shop_calendar
from desktop_app.domain.text import shorten
from desktop_app.domain.working_hours import WHOLE_DAY, WorkingHours
from desktop_app.i18n import msg

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))?")


def minute_of(text: str, *, setting: Setting[str]) -> int:
    """The minute of the day of “9:00”, “9” or “24:00”; raises Invalid under the setting's key."""
    found = _TIME.fullmatch(text.strip())
    minute = int(found[1]) * 60 + int(found[2] or 0) if found else WHOLE_DAY + 1
    if found is None or int(found[2] or 0) > 59 or minute > WHOLE_DAY:
        raise Invalid(setting.key, msg("“{text}” is not a time of day. Write times as 09:00.", text=shorten(text)))
    return minute


def time_text(minute: int) -> str:
    """A minute of the day as the settings keep it."""
    return f"{minute // 60:02}:{minute % 60:02}"


def check_hours(values: SettingValues) -> None:
    """Raises Invalid where the shop would close before it opens."""
    if minute_of(values[OPENS], setting=OPENS) >= minute_of(values[CLOSES], setting=CLOSES):
        said = msg(
            "The shop cannot close at {closes} when it opens at {opens}.", closes=values[CLOSES], opens=values[OPENS]
        )
        raise Invalid(CLOSES.key, said)


def shop_hours(values: SettingValues, *, zone: dt.tzinfo | None = None) -> WorkingHours:
    """The working hours of a shop; settings that cannot be read (a newer program kept them) count as not set."""
    kept = SettingValues({})
    with suppress(Invalid):
        check_hours(values)
        kept = values
    opens, closes = (minute_of(kept[one], setting=one) for one in (OPENS, CLOSES))
    return WorkingHours(shop_calendar(values), opens, closes, zone)


def _kept(text: str, *, setting: Setting[str]) -> str:
    return time_text(minute_of(text, setting=setting))


# the settings told here, each with what makes a typed text the kept one
SHOP_HOURS: Mapping[Setting[str], Callable[[str], str]] = {one: partial(_kept, setting=one) for one in (OPENS, CLOSES)}
