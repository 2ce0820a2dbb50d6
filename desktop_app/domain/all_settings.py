"""Every setting there is, noun by noun, in the order the command line lists them."""

from __future__ import annotations

from desktop_app.domain.desk_settings import DESK_SETTINGS
from desktop_app.domain.paper_settings import PAPER_SETTINGS
from desktop_app.domain.settings import SHOP_SETTINGS, AnySetting

ALL: tuple[AnySetting, ...] = (
    *SHOP_SETTINGS,
    *PAPER_SETTINGS,
    *DESK_SETTINGS,
)
