"""A week in the shop, as its owner and two packers live it, at real windows with mouse and keys, on both engines.

What each of them saw, printed and sent stays in build/week: a story, the pictures and the papers.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.store.connect import Engine
from tests.week.friday import friday
from tests.week.monday import monday
from tests.week.saturday import saturday
from tests.week.shop import MONDAY, week
from tests.week.sunday import sunday
from tests.week.thursday import thursday
from tests.week.tuesday import tuesday
from tests.week.wednesday import wednesday

DAYS = (monday, tuesday, wednesday, thursday, friday, saturday, sunday)


def test_a_week_in_the_shop(engine: Engine, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    server = None if engine is Engine.SQLITE else request.getfixturevalue("server")
    with week(tmp_path, str(engine), server) as shop:
        for number, live in enumerate(DAYS):
            with shop.day(MONDAY + dt.timedelta(number)):
                live(shop)
