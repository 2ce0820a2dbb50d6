"""The ends of jobs nobody saw: asked of the printing system while the print log is looked at, and kept there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.actions.print_outcomes import job_told, known_jobs, unsettled_here
from desktop_app.domain.printers import Job
from desktop_app.ui.desk import Desk


def settle(desk: Desk, owner: QWidget) -> None:
    """Ask for them; a printing system that does not answer leaves the log as it is."""

    def asked(names: list[str]) -> None:
        if names:
            desk.work.run(known_jobs, names, then=told, owner=owner)

    def told(jobs: list[Job]) -> None:
        for now in jobs:
            desk.work.change(job_told, now, failed=desk.tell, owner=owner)

    desk.work.ask(unsettled_here, then=asked, owner=owner, latest="unsettled jobs")
