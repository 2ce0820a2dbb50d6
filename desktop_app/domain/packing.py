"""What a packer works on: a parcel with its articles and checklist, and what became of one scan."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NewType

from desktop_app.domain.keys import sku_key
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.products import ProductId
from desktop_app.domain.promise import Standing
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language

PackingStepId = NewType("PackingStepId", int)
_TRADE = 7  # a number of more digits is a trade number: EAN-8, UPC-A, EAN-13


class Needs(StrEnum):
    """The parcels a step of the checklist is for."""

    EVERY = ""
    FRAGILE = "fragile"
    GIFT = "gift"
    FIRST = "first"
    ABROAD = "abroad"
    EXTRA_CARE = "extra-care"


@dataclass(frozen=True, slots=True)
class PackingStep:
    """One step of the owner's checklist; in a language that is missing another one serves."""

    texts: tuple[tuple[Language, str], ...]
    needs: Needs = Needs.EVERY
    id: PackingStepId = PackingStepId(0)


@dataclass(frozen=True, slots=True)
class ParcelLine:
    """One article of a parcel as the bench shows it; `checked` pieces were scanned.

    `codes` are what a scan of it may give, folded: its barcode, its article codes.
    """

    position: int
    name: str
    quantity: int
    sku: str = ""
    barcode: str = ""
    shelf: str = ""
    fragile: bool = False
    product: ProductId | None = None
    picture: int | None = None
    checked: int = 0
    codes: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        """Whether all pieces were checked."""
        return self.checked >= self.quantity

    @property
    def coded(self) -> bool:
        """Whether a scanner can find it; else it is ticked by its number in the parcel."""
        return bool(self.codes)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One order as a packer may see it: no phone, e-mail, spending or complaint, only what the parcel needs."""

    order: OrderId
    version: int
    number: str
    name: str  # to whom it goes, as on the parcel
    standing: Standing
    days_late: int
    ship_by: dt.date | None
    language: Language  # of the papers
    lines: tuple[ParcelLine, ...]
    steps: tuple[PackingStep, ...]
    first: bool = False
    regular: bool = False
    extra_care: bool = False  # the fact that there was a complaint before
    gift: bool = False  # a present: no prices on the papers
    note: str = ""  # the customer's wish
    packer_note: str = ""
    carrier: str = ""
    tracking: str = ""
    enclosed: tuple[Kind, ...] = ()  # papers from the office that go in too: an apology card, a voucher
    surprise: str = ""  # the gift that goes in, as the gift engine says
    surprise_shelf: str = ""
    set_aside: str = ""
    paid: bool = True
    steps_done: frozenset[PackingStepId] = frozenset()

    @property
    def unchecked(self) -> int:
        """How many pieces were not checked yet."""
        return sum(max(0, line.quantity - line.checked) for line in self.lines)


class Scan(StrEnum):
    """What became of one scan."""

    RIGHT = "right"  # one piece checked
    LINE_DONE = "line-done"
    ALL_DONE = "all-done"
    WRONG = "wrong"  # no such article in this parcel
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Ticks:
    """What was checked of a parcel so far: pieces by the line's position, and steps of the checklist."""

    lines: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    steps: frozenset[PackingStepId] = frozenset()


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one scan, on which line, and how the whole parcel stands after it."""

    scan: Scan
    line: int | None
    ticks: Ticks
    left: int  # pieces that are not checked yet


def ticks_text(ticks: Ticks) -> str:
    """Ticks as a claim keeps them."""
    kept = {str(position): pieces for position, pieces in sorted(ticks.lines.items()) if pieces}
    return json.dumps({"lines": kept, "steps": sorted(ticks.steps)}, separators=(",", ":"))


def ticks_from(text: str) -> Ticks:
    """Ticks as a claim kept them; none where it kept none."""
    if not text:
        return Ticks()
    kept = json.loads(text)
    lines = {int(position): int(pieces) for position, pieces in kept["lines"].items()}
    return Ticks(lines, frozenset(PackingStepId(step) for step in kept["steps"]))


def ticked(lines: Iterable[ParcelLine], ticks: Ticks) -> tuple[ParcelLine, ...]:
    """The lines of a parcel with what was checked of each."""
    return tuple(replace(line, checked=ticks.lines.get(line.position, 0)) for line in lines)


def scan_key(code: str) -> str:
    """A scanned or typed code as it is compared: folded, a trade number without the noughts that only some print."""
    key = sku_key(code)
    return key.lstrip("0") if key.isascii() and key.isdigit() and len(key) > _TRADE else key


def checked(lines: Sequence[ParcelLine], code: str) -> tuple[Scan, int | None]:
    """What a scan means for a parcel, and the position of the line it is about; None for an article that is not in it.

    A code is a barcode or an article code, else the product's number, else, for what bears no code, its line's number.
    """
    key = scan_key(code)
    found = [line for line in lines if key and key in line.codes]
    if not found and key.isascii() and key.isdigit():
        number = int(key)
        found = [line for line in lines if line.product == number and not line.coded]
        found = found or [line for line in lines if line.position == number and not line.coded]
        found = found or [line for line in lines if line.product == number]
    if not found:
        return Scan.WRONG, None
    line = next((one for one in found if not one.done), None)
    return (Scan.TOO_MANY, found[-1].position) if line is None else (after_one_more(lines, line), line.position)


def after_one_more(lines: Sequence[ParcelLine], line: ParcelLine) -> Scan:
    """What one more piece of a line makes of it and of the parcel."""
    if line.checked + 1 < line.quantity:
        return Scan.RIGHT
    others = all(one.done for one in lines if one.position != line.position)
    return Scan.ALL_DONE if others else Scan.LINE_DONE


def needed(steps: Iterable[PackingStep], wanted: Iterable[Needs]) -> tuple[PackingStep, ...]:
    """The steps of the checklist that a parcel with these traits needs, in their order."""
    traits = {Needs.EVERY, *wanted}
    return tuple(step for step in steps if step.needs in traits)


def step_words(step: PackingStep, language: Language) -> str:
    """A step in a language, else in another one it was written in."""
    texts = {spoken: text for spoken, text in step.texts if text}
    return texts.get(language) or next(iter(texts.values()), "")
