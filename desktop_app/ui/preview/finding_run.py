"""A run as the preflight list sees it: what was found, what is left out, what a person changed, and every card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from desktop_app.domain.concerns import Concern
from desktop_app.domain.customers import full_name
from desktop_app.domain.people import about_words
from desktop_app.domain.print_run import PrintResult, RecordKey, Remark, Severity
from desktop_app.domain.printing import ENCLOSED, KIND_NAMES, PARCEL_PAPERS, Kind, PaperDetails
from desktop_app.domain.text import fold
from desktop_app.i18n import Words
from desktop_app.ui.pages.orders.wording import joined, order_title
from desktop_app.ui.preview.card_changes import CardChanges
from desktop_app.ui.preview.every_card import EveryCard, in_order, searched
from desktop_app.ui.preview.finding_lines import Group, Line, by_concern, remark_line
from desktop_app.ui.theme.tokens import Tone


class FindingRun:
    """Made anew with every result and every change of a person's; `unknown` are those without such a paper."""

    def __init__(
        self, words: Words, result: PrintResult, papers: Sequence[PaperDetails], *, kind: Kind,
        changes: CardChanges, unknown: Sequence[Remark] = (),
    ) -> None:
        self._words, self._kind = words, kind
        self.result = result
        self._records = {(paper.order, paper.customer_id, paper.title): paper for paper in papers}
        self._changes = changes
        kinds = (*PARCEL_PAPERS, *ENCLOSED) if kind is Kind.PARCEL else (kind,)
        mine = {key: line for key, line in changes.lines.items() if line.kind in kinds}
        self.put_aside = [self._aside(line) for key, line in mine.items() if changes.of(key).leave_out]
        told = [one for one in (*unknown, *result.remarks) if not changes.of(one.key).leave_out]
        self._told = told
        self.refused = [self._line(one) for one in told if one.severity is Severity.STOP]
        self.held = [self._line(one) for one in told if one.severity is Severity.HELD]
        self.warned = [self._line(one) for one in told if one.severity is Severity.WARN]
        worded = [key for key in mine if changes.of(key).words and not changes.of(key).leave_out]
        numbers = self._numbers(set(worded))
        self.reworded = [self._card(replace(mine[key], card=numbers.get(key, 0))) for key in worded]

    @property
    def doubtful(self) -> int:
        """How many cards are to be looked at, whatever is said of each."""
        return len({(line.record, line.kind, line.card) for line in self.warned})

    @property
    def left_out(self) -> int:
        """How many are not printed: refused by the press, held back, or put aside by a person."""
        return len(self.refused) + len(self.held) + len(self.put_aside)

    @property
    def count(self) -> int:
        """How many cards there are, those left out too; one of its record where that is refused."""
        aside = {line.key for line in self.put_aside}
        return len(self._firsts) + len(self.refused) + len(self.held) + len(aside - self._numbers(aside).keys())

    @property
    def printed_before(self) -> list[Line]:
        """The cards that were printed before and are not left out."""
        return [line for line in self.warned if line.concern is Concern.PRINTED]

    def findings(self) -> list[Group]:
        """All that was found, the worst first, then what a person did about it."""
        words = self._words
        groups = [*self.out(), *by_concern(words, self.warned, Tone.WARN)]
        if self.reworded:
            groups.append(Group("reworded", words("Words changed by you"), Tone.MUTED, tuple(self.reworded)))
        return groups

    def out(self) -> list[Group]:
        """What is not printed."""
        groups = [*by_concern(self._words, self.refused, Tone.BAD), *by_concern(self._words, self.held, Tone.WARN)]
        if self.put_aside:
            groups.append(Group("aside", self._words("Left out by you"), Tone.MUTED, tuple(self.put_aside)))
        return groups

    def cards(self, search: str = "") -> Sequence[Line]:
        """Every card in the order of the run, those left out too; of a search those whose number or name has it."""
        wanted = fold(search).strip()
        if not wanted:
            return self._every
        entries = self._every.entries
        return EveryCard([entries[n] for n, text in enumerate(self._texts) if wanted in text], self.line_of)

    def record(self, line: Line) -> PaperDetails | None:
        """The record a card is of."""
        return self._records.get(line.record[:3])

    def sentences(self, key: str) -> list[str]:
        """All that was found on a card."""
        return [self._line(one).text for one in self._told if one.key == key and key]

    def line_of(self, card: int) -> Line:
        """The line of a card by its number in the run."""
        placed = self.result.placed[card - 1]
        key = RecordKey(placed.order, placed.customer, placed.title, placed.product)
        return self._card(Line(placed.key, key, placed.kind, self._title(key), "", card=card))

    @cached_property
    def _every(self) -> EveryCard:
        order = {whose: place for place, whose in enumerate(self._records)}
        aside = [*self.put_aside, *self.refused, *self.held]
        return EveryCard(in_order(self.result.placed, aside, order), self.line_of)

    @cached_property
    def _firsts(self) -> list[int]:
        return list(self.result.placed.firsts())

    @cached_property
    def _texts(self) -> list[str]:
        return searched(self._every.entries, self.result.placed, self._title)

    def _numbers(self, keys: set[str]) -> dict[str, int]:
        """The number of each of these cards in the run; a few of a hundred thousand."""
        placed, found = self.result.placed, {}
        if keys:
            for index, (record, kind) in zip(self._firsts, placed.papers(), strict=True):
                key = record.of(kind)
                if key in keys:
                    found[key] = index + 1
        return found

    def _line(self, told: Remark) -> Line:
        record = RecordKey(told.order, told.customer, told.title, told.product)
        return remark_line(self._words, told, self._title(record), several=self._kind is Kind.PARCEL)

    def _aside(self, line: Line) -> Line:
        text = self._words.say(KIND_NAMES[line.kind]) if line.kind else ""
        return Line(line.key, line.record, line.kind, line.title, text, tag=self._words("Left out"))

    def _card(self, line: Line) -> Line:
        """A card as it is found among all of them: its number and kind, and whether a person changed it."""
        words, change = self._words, self._changes.of(line.key)
        if change.leave_out:
            return self._aside(line)
        number = words("Card {n}", n=line.card) if line.card else ""
        kind = words.say(KIND_NAMES[line.kind]) if line.kind else ""
        tag = words("Words changed") if change.words else ""
        return Line(line.key, line.record, line.kind, line.title, joined(number, kind), card=line.card, tag=tag)

    def _title(self, key: RecordKey) -> str:
        paper = self._records.get(key[:3])
        name = full_name(paper.customer) if paper is not None else ""
        title = order_title(self._words, key.title, name) if key.order is not None else key.title
        about = self._words.say(about_words(key.product))
        return joined(title, about) or self._words.say(KIND_NAMES[self._kind])  # a paper about the shop

