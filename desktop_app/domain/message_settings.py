"""What the shop has settled about messages to customers: which go at which step, when a review and renewals are due."""

from __future__ import annotations

from desktop_app.domain.settings import AnySetting, Setting
from desktop_app.i18n import msg

MESSAGE_STEPS = Setting(
    "messages.steps",
    "delay",
    msg("News of an order to write of"),
    msg("Each message is written for you, and goes when you send it."),
)
REVIEW_DAYS = Setting(
    "messages.review_days",
    0,
    msg("Days after delivery to ask for a review"),
    msg("0: nobody is asked. Only who agreed to be asked, and never while a complaint is open."),
    low=0,
    high=180,
)
RENEWAL_DAYS = Setting(
    "messages.renewal_days",
    14,
    msg("Days ahead to tell of a renewal"),
    msg("So long before it is due it stands on Today, and its message is written."),
    low=0,
    high=90,
)

MESSAGE_SETTINGS: tuple[AnySetting, ...] = (MESSAGE_STEPS, REVIEW_DAYS, RENEWAL_DAYS)
