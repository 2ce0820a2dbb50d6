"""The settings of making good: what it may cost in a month, and how long a voucher is good for."""

from __future__ import annotations

from desktop_app.domain.settings import AnySetting, Setting
from desktop_app.i18n import msg

RESOLUTION_LIMIT = Setting(
    "complaints.limit",
    0,
    msg("What making good may cost in a month"),
    msg("In the shop’s currency. More is warned of, not forbidden; 0 is no limit."),
    low=0,
    high=10_000_000,
)
VOUCHER_DAYS = Setting(
    "complaints.voucher_days",
    180,
    msg("Days a voucher is good for"),
    msg("Counted from the day it is given; 0 is for ever."),
    low=0,
    high=3650,
)
RESOLUTION_SETTINGS: tuple[AnySetting, ...] = (RESOLUTION_LIMIT, VOUCHER_DAYS)
