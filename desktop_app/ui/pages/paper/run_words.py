"""One print run in words: what was printed when, by whom, with which design, and how long its file is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.kinds import KIND_NAMES, counted
from desktop_app.domain.people import about_words
from desktop_app.domain.print_outcome import OUTCOME_LABELS, Outcome, outcome_words
from desktop_app.domain.print_run import PlacedCard
from desktop_app.domain.printing import PrintRow
from desktop_app.domain.prints import PrintRun
from desktop_app.domain.text import fold
from desktop_app.i18n import Words
from desktop_app.ui.pages.dates import short_day, stamp
from desktop_app.ui.pages.orders.wording import joined, number_text
from desktop_app.ui.pages.paper.run_log import Logged
from desktop_app.ui.theme.tokens import Tone

_TONES = {Outcome.STOPPED: Tone.WARN, Outcome.CANCELLED: Tone.WARN, Outcome.FAILED: Tone.BAD}


def run_title(words: Words, run: PrintRow | PrintRun) -> str:
    """“14 cards and inserts · 4 sheets of paper”, “3 birthday cards · 1 sheet of paper”."""
    sheets = words.n("{n} sheet of paper", "{n} sheets of paper", run.sheets)
    return joined(words.say(counted(run.kind, run.cards)), sheets)


def run_tag(words: Words, run: PrintRow) -> tuple[str, Tone] | None:
    """What somebody should see at a glance: taken back, stopped, cancelled, not printed; None where all went well."""
    if run.undone:
        return words("Taken back"), Tone.MUTED
    tone = _TONES.get(run.outcome.state) if run.outcome else None
    return (words.say(OUTCOME_LABELS[run.outcome.state]), tone) if run.outcome and tone else None


def run_detail(words: Words, run: PrintRow, paper: str, today: dt.date) -> str:
    """“The paper is out. · today 14:05 · Anna · A6, four on an A4 sheet”, “today 14:05 · Printed · Anna · …”."""
    why = ended = ""
    if run.outcome and run.outcome.state in _TONES:
        why = " ".join(words.say(reason) for reason in run.outcome.reasons)
    elif run.outcome:
        ended = words.say(OUTCOME_LABELS[run.outcome.state])
    return joined(why, stamp(words, run.at, today), ended, run.by, paper)


def when_and_who(words: Words, now: Logged, today: dt.date) -> str:
    """“today 14:05 · Anna · Office · A6, four on an A4 sheet”."""
    run = now.run
    paper = now.stock.title[words.language] if now.stock else ""
    ended = words.say(outcome_words(run.outcome)) if run.outcome else ""
    return joined(stamp(words, run.at, today), run.by, run.printer or words("saved as a PDF"), ended, paper)


def made_of(words: Words, now: Logged, today: dt.date) -> str:
    """Its designs with their versions, how long the file is kept, of which run it is a reprint."""
    run, named = now.run, []
    for key in dict.fromkeys(run.design.split()):
        name, _, version = key.partition("@")
        title = now.designs.get(name, {}).get(words.language, name)
        named.append(words("{title}, version {number}", title=title, number=version) if version else title)
    designs = words("Design: {names}", names=", ".join(dict.fromkeys(named))) if named else ""
    until = ""
    if now.file is not None and run.kept_until is not None:
        until = words("file kept until {day}", day=short_day(words, run.kept_until, today))
    again = words("printed again from run {number}", number=run.again) if run.again else ""
    return joined(designs, until, again)


def card_name(words: Words, card: PlacedCard) -> str:
    """The order's number, else the person, else what it is."""
    return number_text(words, card.title) if card.order is not None else card.title or words.say(KIND_NAMES[card.kind])


def card_place(words: Words, card: PlacedCard) -> str:
    """“7 · Thank-you card · sheet 2, place 3”, a care sheet with its product."""
    where = words("sheet {sheet}, place {place}", sheet=card.sheet, place=card.place)
    return joined(f"{card.card}", words.say(KIND_NAMES[card.kind]), words.say(about_words(card.product)), where)


def answers(words: Words, card: PlacedCard, wanted: Sequence[str]) -> bool:
    """Whether every folded word is in what is said of a card; a short number is its order’s, its own or its sheet’s."""
    said = fold(f"{card_name(words, card)} {card_place(words, card)}")
    numbers = (fold(card.title), f"{card.card}", f"{card.sheet}")
    return all(word in numbers if word.isdecimal() and len(word) < 4 else word in said for word in wanted)
