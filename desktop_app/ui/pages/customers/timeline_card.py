"""Everything that happened with a customer in one list: orders, papers, messages, notes, consents, changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.happenings import Happening, HappeningKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import short_day, stamp
from desktop_app.ui.pages.orders.wording import joined, money_text
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import plain, small
from desktop_app.ui.widgets.labels import Elided, Label

_SHOWN = 40
_ICONS = {
    HappeningKind.ORDER: "orders", HappeningKind.PRINT: "print", HappeningKind.NOTE: "edit",
    HappeningKind.CONSENT: "check", HappeningKind.CONGRATULATION: "cake", HappeningKind.CHANGE: "clock",
    HappeningKind.COMPLAINT: "complaint", HappeningKind.MESSAGE: "message",
}  # fmt: skip
_PAGES = {HappeningKind.ORDER: "orders", HappeningKind.COMPLAINT: "complaints", HappeningKind.MESSAGE: "messages"}


class TimelineCard(RecordCard):
    """The latest first; what is longer ago comes with a press."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Timeline"), desk.words("everything in one list"), parent=parent)
        self._shown = _SHOWN
        self._found: tuple[Happening, ...] = ()

    def begin_anew(self) -> None:
        """Somebody else's comes: only the latest of it."""
        self._shown = _SHOWN

    def show_happenings(self, found: Sequence[Happening]) -> None:
        """What happened, the latest first."""
        self._found = tuple(found)
        self._show()

    def _show(self) -> None:
        rows: list[QWidget] = [self._row(one) for one in self._found[: self._shown]]
        hidden = len(self._found) - len(rows)
        if hidden > 0:
            rows.append(plain(self.words.n("{n} earlier", "{n} earlier", hidden), self._more))
        self.fill(rows, note="" if rows else self.words("Nothing happened yet."))

    def _more(self) -> None:
        self._shown = len(self._found)
        self._show()

    def _row(self, one: Happening) -> QWidget:
        words, theme, today = self.words, self.desk.theme, self.desk.today()
        row = QWidget()
        row.setMinimumHeight(scaled(44))
        line = QHBoxLayout(row)
        line.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_2)
        line.setSpacing(SPACE_3)
        icon = QLabel()
        icon.setPixmap(theme.pixmap(_ICONS[one.kind], Tone.MUTED, ratio=self.devicePixelRatioF()))
        line.addWidget(icon)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        title = joined(words.say(one.title), money_text(words, one.amount))
        texts.addWidget(Elided(title))
        if one.detail:
            texts.addWidget(Label(one.detail, Size.SMALL, wrap=True))
        when = joined(self._when(one.at, today), one.by)
        texts.addWidget(Elided(when, Size.SMALL, tone=Tone.MUTED))
        line.addLayout(texts, 1)
        if one.kind in _PAGES and one.ref:
            button = small(words("Open"), partial(self.desk.navigate, _PAGES[one.kind], **{one.kind.value: one.ref}))
            button.setAccessibleName(f"{button.text()}: {title}")
            line.addWidget(button)
        row.setAccessibleName(joined(title, one.detail, when))
        return row

    def _when(self, at: str, today: dt.date) -> str:
        if not at:
            return self.words("day not known")
        day_only = len(at) == 10
        return short_day(self.words, dt.date.fromisoformat(at), today) if day_only else stamp(self.words, at, today)
