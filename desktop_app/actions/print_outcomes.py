"""Keeps in the print log what became of each job: a job that was cancelled or failed did not print its papers."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from desktop_app.actions.printers import known_job
from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import DeliveryFailed
from desktop_app.domain.print_outcome import PrintOutcome, outcome_of
from desktop_app.domain.printers import Job
from desktop_app.domain.printing import Kind
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.prints import JobRun, only_printed_by, run_of_job, unsettled
from desktop_app.store.outcomes import keep_outcome
from desktop_app.store.tables import OrderTable

MARKS = {Kind.THANK_YOU: "thank_you_printed", Kind.PACKING_INSERT: "insert_printed"}
_TOPICS = (Topic.PRINTS, Topic.ORDERS)
_DAYS = 3  # so far back jobs are asked for whose end nobody saw


def job_here(name: str) -> str:
    """A job as the log calls it: printing systems of two desks count their jobs alike."""
    return f"{name}@{platform.node()}" if name else ""


def job_told(shop: Shop, now: Job, *, actor: str) -> Changes:
    """Keeps how a job of this desk is; when nothing comes of it, its orders count as not printed again.

    Papers that another run printed too stay marked. Undo marks them anew: they may have come out nevertheless. Of a job
    the log does not know, or of which it knows this already, nothing is kept.
    """
    run = run_of_job(shop, job_here(now.name))
    if run is None:
        return _told(0)
    return _keep(shop, run, outcome_of(now), actor=actor)


def unsettled_here(shop: Shop) -> list[str]:
    """The jobs of this desk, as its printing system calls them, whose end nobody saw."""
    return [run.job.rpartition("@")[0] for run in unsettled(shop, f"@{platform.node()}", days=_DAYS)]


def known_jobs(names: Sequence[str]) -> list[Job]:
    """How these jobs are now, as far as the printing system remembers and answers."""
    try:
        return [now for now in map(known_job, names) if now is not None]
    except DeliveryFailed:
        return []


def _keep(shop: Shop, run: JobRun, outcome: PrintOutcome, *, actor: str) -> Changes:
    if outcome == run.outcome or (run.outcome is not None and run.outcome.state.ended):
        return _told(0)
    lost = _lost(shop, run) if outcome.state.lost else {}
    if not lost:
        keep_outcome(shop, run.id, outcome)
        return _told(run.change)
    orders = len(set().union(*lost.values()))
    title = nmsg("Papers of {n} order did not come out", "Papers of {n} orders did not come out", n=orders)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        for kind, ids in lost.items():
            change.update_many(OrderTable, ids, (MARKS[kind],), ((False,) for _ in ids))
        keep_outcome(shop, run.id, outcome)
    if not change.changes.id:  # they were not marked: rolled back, and the outcome with it
        keep_outcome(shop, run.id, outcome)
        return _told(run.change)
    return change.changes


def _lost(shop: Shop, run: JobRun) -> dict[Kind, list[int]]:
    """The orders whose papers only this run printed, by kind; none once the run was taken back."""
    if run.undone:
        return {}
    found = {kind: only_printed_by(shop, run.id, kind) for kind in MARKS}
    return {kind: ids for kind, ids in found.items() if ids}


def _told(change: int) -> Changes:
    """No change of its own, but pages that show prints ask again."""
    return Changes(ChangeId(change), frozenset((Topic.PRINTS,)), msg("Print log"))
