"""Scenes of the promise: days off, closed days and carriers among the settings, and the windows about one of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.settings import set_settings
from desktop_app.domain.settings import CLOSED_DAYS, MORE_COUNTRIES
from tests.made import TODAY
from tests.ui.around import House


def days_off(house: House) -> QWidget:
    """The rules by which a promise is counted."""
    from desktop_app.ui.pages.settings.groups import PROMISE

    shown = _page(house)
    shown.content.content.ensureWidgetVisible(shown.forms[PROMISE])
    return house.shell


def carriers(house: House) -> QWidget:
    """Closed days, and carriers with those that are suggested."""
    shown = _page(house)
    shown.content.content.ensureWidgetVisible(shown.carriers)
    return house.shell


def carrier(house: House) -> None:
    """A carrier's form."""
    shown = _page(house)
    shown.carriers.edit(shown.carriers.shown[0])


def closed(house: House) -> None:
    """Closed days in their form."""
    shown = _page(house)
    shown.closed_days.edit(shown.closed_days.shown[0])


def _page(house: House) -> Any:
    vacation = f"{TODAY + dt.timedelta(34)}..{TODAY + dt.timedelta(43)} Ziemassvētki"
    house.window.work.change(set_settings, {CLOSED_DAYS: vacation, MORE_COUNTRIES: "EE"})
    house.settle()
    house.window.navigate("settings")
    house.settle()
    return house.window.stage.page
