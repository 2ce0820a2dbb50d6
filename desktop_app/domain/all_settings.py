"""Every setting there is, noun by noun, in the order the command line lists them."""

from __future__ import annotations

from desktop_app.domain.complaint_settings import COMPLAINT_SETTINGS
from desktop_app.domain.desk_settings import DESK_SETTINGS
from desktop_app.domain.mail_settings import MAIL_SETTINGS
from desktop_app.domain.message_settings import MESSAGE_SETTINGS
from desktop_app.domain.paper_settings import PAPER_SETTINGS
from desktop_app.domain.resolution_settings import RESOLUTION_SETTINGS
from desktop_app.domain.settings import SHOP_SETTINGS, AnySetting

ALL: tuple[AnySetting, ...] = (
    *SHOP_SETTINGS,
    *COMPLAINT_SETTINGS,
    *PAPER_SETTINGS,
    *MESSAGE_SETTINGS,
    *MAIL_SETTINGS,
    *RESOLUTION_SETTINGS,
    *DESK_SETTINGS,
)
