"""Sunday: a backup is made, carried to another computer's empty folder and brought back there; everything is there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.week.desk import Desk
from tests.week.gestures import go_to, name_file
from tests.week.shop import Week

_LISTS = ("Orders", "Customers", "Complaints", "Products")


def sunday(week: Week) -> None:
    """The owner, at the shop's computer and at a new one."""
    owner = week.owner
    go_to(owner, "Settings")
    owner.click("Back up now", "Button")
    owner.sees("Backed up and verified:")
    owner.picture("backed up")
    newest = max(owner.home.rglob("*.cordial-backup"), key=lambda file: file.stat().st_mtime)
    elsewhere = week.desk("elsewhere", week.empty)
    try:
        _bring_back(week, elsewhere, Path(shutil.copy(newest, elsewhere.home)))
    finally:
        elsewhere.close()


def _bring_back(week: Week, elsewhere: Desk, backup: Path) -> None:
    """A computer where Cordial was never started, or a server's new database: the backup is all it gets."""
    elsewhere.start()
    elsewhere.sees("Welcome to Cordial")
    elsewhere.picture("another computer")
    elsewhere.click("Restore a backup", "Button")
    elsewhere.sees("No backups in the usual place")
    elsewhere.click("Another file…", "Button")
    name_file(elsewhere, backup)
    elsewhere.sees("The backup is back.", "Sunday")
    elsewhere.picture("everything is there")
    for page in _LISTS:
        assert _rows(elsewhere, page) == _rows(week.owner, page), page
    assert _prints(elsewhere) == _prints(week.owner) != []
    week.note("owner", f"brought the backup back on another computer: the same {', '.join(_LISTS).lower()} and papers")
    elsewhere.quit()
    assert elsewhere.said() == ""


def _rows(desk: Desk, page: str) -> list[str]:
    """All that is read in the list of a page, once it stands still."""
    go_to(desk, page)
    seen: list[list[str]] = [[]]

    def still() -> list[str] | None:
        seen.append([part.name for part in desk.look() if part.role == "Cell" and part.shown])
        return seen[-1] if seen[-1] and seen[-1] == seen[-2] else None

    return desk.until(still, page)


def _prints(desk: Desk) -> list[object]:
    """The print log, as a shell at this desk lists it."""
    return list(json.loads(desk.cordial("--json", "list", "prints"))["prints"])
