"""No promise moves with the computer's clock: the days promised are the same wherever and whenever they are counted."""

import json
import os
import subprocess
import sys

import pytest

ZONES = (
    "Europe/Riga", "Europe/London", "Europe/Moscow", "America/New_York", "America/Los_Angeles", "America/St_Johns",
    "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Kiritimati",
)  # fmt: skip
PLACED = {
    "2026-03-29T02:30:00+02:00": "2026-03-31",  # the hour that the clocks of Riga leave out
    "2026-03-29T23:59:00+03:00": "2026-03-31",
    "2026-10-25T03:30:00+03:00": "2026-10-27",  # the hour that they go through twice
    "2026-10-25T03:30:00+02:00": "2026-10-27",
    "2026-12-30T23:30:00+02:00": "2027-01-05",  # past the cut-off, over the new year
    "2027-01-01T00:10:00+02:00": "2027-01-05",
    "2028-02-28T23:50:00+02:00": "2028-03-01",  # past the cut-off: counted from 29 February
    "2028-02-29T00:20:00+02:00": "2028-03-01",
    "2024-11-15T13:59:00+02:00": "2024-11-19",  # the holiday on Monday the 18th
    "2024-11-17T23:59:59+02:00": "2024-11-20",
    "2026-11-20T13:59:00-11:00": "2026-11-23",  # a buyer far away: their own hour counts
    "2026-11-20T14:00:00+14:00": "2026-11-24",
}
PROGRAM = """
import datetime as dt, json, os, sys, time
from desktop_app.domain.promise import Rules, promised
from desktop_app.domain.working_days import Calendar
rules = Rules(Calendar(countries=("LV",)), 1, 14)
def naive(placed):
    return dt.datetime.fromisoformat(placed).astimezone().isoformat()  # by the computer's own clock
found = {}
for zone in sys.argv[2:]:
    os.environ["TZ"] = zone
    time.tzset()
    for placed in json.loads(sys.argv[1]):
        frozen = promised(placed, rules, transit=2)
        moved = promised(naive(placed), rules, transit=2)
        found.setdefault(placed, []).append([str(day) for day in (frozen.ship_by, frozen.deliver_by, moved.ship_by)])
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found():
    """By order: the days to post and deliver, and the naive one's, in each zone."""
    told = [sys.executable, "-c", PROGRAM, json.dumps(list(PLACED)), *ZONES]
    return json.loads(subprocess.run(told, capture_output=True, text=True, check=True).stdout)


def test_no_promise_moves_with_the_time_zone(found):
    for placed, ship in PLACED.items():
        assert {each[0] for each in found[placed]} == {ship}, placed
        assert len({each[1] for each in found[placed]}) == 1, placed


def test_one_that_asks_the_computers_clock_moves_so_this_test_can_see_it(found):
    moved = {placed for placed, each in found.items() if len({naive for _, _, naive in each}) > 1}
    assert moved == {
        "2026-12-30T23:30:00+02:00",
        "2028-02-28T23:50:00+02:00",
        "2024-11-15T13:59:00+02:00",
        "2026-11-20T14:00:00+14:00",
    }


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_today_is_the_day_that_was_told_in_every_zone(zone, tmp_path):
    shop = str(tmp_path / "shop.cordial")

    def cordial(*words):
        told = [sys.executable, "-m", "desktop_app", "--shop", shop, "--json", *words]
        done = subprocess.run(told, capture_output=True, text=True, check=True, env={**os.environ, "TZ": zone})
        return json.loads(done.stdout)

    for placed in list(PLACED)[-4:]:
        cordial("order", "add", "--placed", placed, "--today", "2030-01-01")
    kept = {row["number"]: row["ship_by"] for row in cordial("list", "orders", "--today", "2026-11-20")["orders"]}
    again = {row["number"]: row["ship_by"] for row in cordial("list", "orders", "--today", "2031-06-01")["orders"]}
    assert kept == again
    late = cordial("list", "orders", "--status", "late", "--today", "2026-11-25")["orders"]
    assert {row["number"] for row in late} == {number for number, day in kept.items() if day < "2026-11-25"}
    due = cordial("list", "orders", "--status", "due", "--today", "2026-11-25")["orders"]
    assert [row["number"] for row in due] == [number for number, day in kept.items() if day == "2026-11-25"]
    assert late
    assert due
