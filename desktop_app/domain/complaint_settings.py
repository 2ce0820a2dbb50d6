"""The settings of complaints: the shop's working hours and how long before a deadline one is warned."""

from __future__ import annotations

from desktop_app.domain.settings import AnySetting, Setting
from desktop_app.i18n import msg

OPENS = Setting("complaints.opens", "09:00", msg("Open from"), msg("Deadlines of complaints count in working hours."))
CLOSES = Setting("complaints.closes", "18:00", msg("Open until"))
WARN_HOURS = Setting(
    "complaints.warn_hours",
    2,
    msg("Working hours before a deadline to be warned"),
    msg("What is due today is shown in any case."),
    low=0,
    high=100,
)

COMPLAINT_SETTINGS: tuple[AnySetting, ...] = (OPENS, CLOSES, WARN_HOURS)
