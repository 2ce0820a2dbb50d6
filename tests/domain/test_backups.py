"""Which backups may go when there are many: never the last ones, never the only one of a day or a month."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop_app.domain.backups import BackupRow, Reason, superfluous

TODAY = dt.date(2026, 11, 22)


def rows(*days_ago: int, reason: Reason = Reason.CLOSING) -> list[BackupRow]:
    """Backups made so many days ago, oldest first."""
    return [
        BackupRow(Path(f"{number}"), f"{TODAY - dt.timedelta(days=days)}T10:00:00+02:00", reason, number, 0, 0)
        for number, days in enumerate(sorted(days_ago, reverse=True), 1)
    ]


def kept(found: list[BackupRow]) -> list[int]:
    gone = superfluous(found, TODAY)
    return sorted((TODAY - row.day).days for row in found if row not in gone)


def test_the_last_ten_stay() -> None:
    assert kept(rows(*[0] * 25)) == [0] * 10


def test_one_a_day_stays_for_two_weeks_and_one_a_month_for_a_year() -> None:
    found = kept(rows(*[day for day in range(500) for _ in range(3)]))
    assert found[:10] == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3]
    assert [day for day in range(14) if day not in found] == []
    months = {(TODAY - dt.timedelta(days=day)).strftime("%Y-%m") for day in found}
    assert len(months) == 12
    assert len(found) == 10 + 10 + 11  # the last ten, the other days of two weeks, the other months


def test_those_before_an_upgrade_or_a_restore_stay() -> None:
    special = rows(*range(400, 430), reason=Reason.BEFORE_UPGRADE) + rows(
        *range(400, 430), reason=Reason.BEFORE_RESTORE
    )
    assert superfluous(special, TODAY) == []


def test_a_clock_that_was_wrong_costs_no_backup_of_the_last() -> None:
    in_1970 = [
        BackupRow(Path("x"), "1970-01-01T00:00:00+00:00", Reason.CLOSING, number, 0, 0) for number in range(100, 112)
    ]
    gone = superfluous(rows(*range(20)) + in_1970, TODAY)
    assert not {row.number for row in gone} & set(range(102, 112))
