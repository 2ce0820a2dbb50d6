"""What the window of figures asks the shop for, in one look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.causes import Cause, RemedyId
from desktop_app.domain.complaint_figures import Counted, Effect, Grouping, Returning, usual_period
from desktop_app.queries import Shop
from desktop_app.queries.causes import causes
from desktop_app.queries.complaint_figures import counted, effect
from desktop_app.queries.returning import returning


@dataclass(frozen=True, slots=True)
class Numbers:
    """Complaints of twelve months counted, who bought again, and the causes with what became of each change."""

    counted: Counted
    returning: Returning
    causes: tuple[Cause, ...]
    effects: Mapping[RemedyId, Effect]
    today: dt.date

    @property
    def any(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.counted.complaints or self.causes)


def numbers(shop: Shop, by: Grouping) -> Numbers:
    """All of it, by the shop's own today."""
    today = shop.today()
    since, until = usual_period(today)
    known = tuple(sorted(causes(shop), key=lambda one: -one.complaints))
    effects = {one.id: effect(shop, one) for row in known for one in row.remedies}
    return Numbers(
        counted(shop, by, since=since, until=until), returning(shop, since=since, until=until), known, effects, today
    )
