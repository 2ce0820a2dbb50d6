"""What stands in the preflight list: lines about single cards, and headings that say how many follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop_app.domain.concerns import CONCERN_NAMES, Concern
from desktop_app.domain.print_run import RecordKey, Remark, Severity
from desktop_app.domain.printing import KIND_NAMES, Kind
from desktop_app.i18n import Words
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import Tone

MANY = 20  # more lines under one heading stay folded until it is opened


@dataclass(frozen=True, slots=True)
class Line:
    """One card, with what was found on it; `card` is its number in the run, 0 where it is not printed."""

    key: str
    record: RecordKey
    kind: Kind | None
    title: str
    text: str
    tone: Tone = Tone.MUTED
    card: int = 0
    concern: Concern | None = None
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines below have in common; `name` is the same in every list."""

    name: str
    title: str
    count: int
    tone: Tone
    open: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong under one heading."""

    name: str
    title: str
    tone: Tone
    lines: tuple[Line, ...]


Row = Line | Heading


def remark_line(words: Words, told: Remark, title: str, *, several: bool) -> Line:
    """A line for what the press said of a card, with its kind where a record has `several` papers."""
    record = RecordKey(told.order, told.customer, told.title, told.product)
    tone = Tone.BAD if told.severity is Severity.STOP else Tone.WARN
    tag = "" if told.severity is Severity.WARN else words("Left out")
    kind = words.say(KIND_NAMES[told.kind]) if several and told.kind is not None else ""
    text = joined(kind, sentence(words, told))
    return Line(told.key, record, told.kind, title, text, tone, told.card, told.concern, tag)


def sentence(words: Words, told: Remark) -> str:
    """What the press said of a card, without the name of its record, which stands above it."""
    said = words.say(told.message)
    bare = said.removeprefix(f"{told.title}: ")
    return bare[:1].upper() + bare[1:]


def by_concern(words: Words, lines: Iterable[Line], tone: Tone) -> list[Group]:
    """The lines grouped by what was found, the worst first."""
    order: dict[Concern, list[Line]] = {concern: [] for concern in Concern}
    for line in lines:
        order[line.concern or Concern.LACKING].append(line)
    return [
        Group(f"{tone}:{concern}", words.say(CONCERN_NAMES[concern]), tone, tuple(found))
        for concern, found in order.items()
        if found
    ]


def rows_of(groups: Iterable[Group], turned: Collection[str]) -> list[Row]:
    """The groups as rows; those with many lines are folded. `turned` names the headings a person turned over."""
    rows: list[Row] = []
    for group in groups:
        is_open = (len(group.lines) <= MANY) is not (group.name in turned)
        rows.append(Heading(group.name, group.title, len(group.lines), group.tone, is_open))
        if is_open:
            rows += group.lines
    return rows
