"""An import plan laid out: what would happen at the left, card by card, and how the file is read at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Fate
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.imports.plan_cards import Planned, mail_card, namesakes_row, records_card, summary_card
from desktop_app.ui.pages.imports.reading_card import ReadingCard
from desktop_app.ui.pages.imports.refused_card import odd_card, refused_card
from desktop_app.ui.pages.imports.wording import refused_count


@dataclass(frozen=True, slots=True)
class PlanCalls:
    """What the cards may ask of the page: another shop, whether namesakes are meant, another reading, a file."""

    another: Callable[[], object]
    same: Callable[[bool], object]
    change: Callable[[], object]
    respell: Callable[[str], object]
    save_refused: Callable[[], object]


def plan_columns(desk: Desk, now: Planned, calls: PlanCalls, *, same: bool) -> tuple[list[QWidget], list[QWidget]]:
    """The cards of both columns; `same` is whether namesakes are taken for one. A letter is shown without the right."""
    summary = now.plan
    first = summary_card(desk, now, desk.today(), another=calls.another)
    if summary.proposed or same:
        first.add_row(namesakes_row(desk, same=same, say=calls.same))
    left: list[QWidget] = [first]
    if refused_count(summary):
        left.append(refused_card(desk, summary, save=calls.save_refused))
    if summary.odd:
        left.append(odd_card(desk, summary))
    if summary.kind is FileKind.MAIL:
        return [*left, *(mail_card(desk, record) for record in summary.sample)], []
    for fate, total in ((Fate.CHANGED, summary.changed), (Fate.NEW, summary.new)):
        if total:
            left.append(records_card(desk, summary.sample, fate, total=total, orders=summary.orders))
    return left, [ReadingCard(desk, now, change=calls.change, respell=calls.respell)]
