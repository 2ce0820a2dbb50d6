"""The print log on the Paper page: what was printed, when, by whom and on what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from desktop_app.actions.stocks import StockChoice
from desktop_app.domain.printing import PrintId, PrintRow
from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.paper.run_words import run_detail, run_tag, run_title
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.task_row import TaskRow

_RUNS = 12


def prints_card(
    words: Words,
    desk: Desk,
    runs: Sequence[PrintRow],
    stocks: Sequence[StockChoice],
    today: dt.date,
    *,
    opened: Callable[[PrintId], object],
) -> Card:
    """What was printed, when, by whom and on what; each run opens to print some of it again."""
    card = Card(words("Printed"), words("newest first") if runs else "")
    titles = {one.stock.id: one.stock.title[words.language] for one in stocks}
    for run in runs[:_RUNS]:
        detail = run_detail(words, run, titles.get(run.stock, run.stock), today)
        tag = run_tag(words, run)
        buttons = [] if run.undone else [(words("Open"), lambda run=run: opened(run.id))]
        row = TaskRow(desk.theme, run_title(words, run), detail, tag=tag, buttons=buttons)
        if not run.undone:
            row.opened.connect(lambda run=run: opened(run.id))
        card.add_row(row)
    if len(runs) > _RUNS:
        more = len(runs) - _RUNS
        card.add_note(words.n("and {n} earlier run", "and {n} earlier runs", more))
    if not runs:
        card.add_note(words("Nothing yet. Every print run is kept here with its day, its packer and its paper."))
    return card
