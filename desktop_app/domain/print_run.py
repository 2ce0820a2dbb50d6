"""What a print run did, card by card: where each lies, what was left out and what a person should look at."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, overload

from desktop_app.domain.concerns import Concern
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.domain.people import RelativeId
from desktop_app.domain.printing import Kind
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message

if TYPE_CHECKING:
    from desktop_app.domain.prints import RunLayout

_KINDS = tuple(Kind)
_NUMBERS = {kind: n for n, kind in enumerate(_KINDS)}
_NOBODY = -1  # no order, no customer: in an array of numbers


class Severity(StrEnum):
    """Whether a card could not be printed, was held back from its reader, or was printed and should be looked at."""

    STOP = "stop"
    HELD = "held"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class CardChange:
    """What a person changed on one card of a run: words by the key of their text in the design, or leave it out."""

    words: Mapping[str, str] = field(default_factory=dict)
    leave_out: bool = False


class RecordKey(NamedTuple):
    """Whose card it is: the same in every run, so that changes and the log find it again.

    `product` is what the card is about where an order has one for each of its articles, as care sheets, or where
    somebody is congratulated on another day than their birthday; else empty. `relative` is who of the people around
    the customer it is for.
    """

    order: OrderId | None
    customer: CustomerId | None
    title: str
    product: str = ""
    relative: RelativeId | None = None

    def of(self, kind: Kind) -> str:
        """The key of this record's card of one kind, such as “order:17:thank-you” or “order:17:care-sheet:Mug”."""
        about = f":{self.product}" if self.product else ""
        if self.order is not None:
            return f"order:{self.order}:{kind}{about}"
        if self.customer is not None:
            person = f":person:{self.relative}" if self.relative is not None else ""
            return f"customer:{self.customer}{person}:{kind}:{self.title}{about}"
        return f"record:{self.title}:{kind}{about}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What preflight says of one card; `card` is its number in the run, 0 where it was left out.

    `text` is the key of the text in the design that is the cause, empty where none is; `product` what it is about.
    """

    card: int
    key: str
    title: str
    severity: Severity
    message: Message
    order: OrderId | None = None
    customer: CustomerId | None = None
    kind: Kind | None = None
    text: str = ""
    product: str = ""
    concern: Concern | None = None


class PlacedCard(NamedTuple):
    """One card on paper: its number in the run, whose it is, its sheet and place, all counted from 1.

    `product` is that of its RecordKey.
    """

    card: int
    key: str
    title: str
    order: OrderId | None
    customer: CustomerId | None
    kind: Kind
    sheet: int
    place: int
    product: str = ""
    relative: RelativeId | None = None


class Placements(Sequence[PlacedCard]):
    """The cards of a run in their order, kept in a few bytes each: a season's run has a hundred thousand."""

    def __init__(self) -> None:
        self._records = array("L")
        self._kinds = array("B")
        self._sheets = array("L")
        self._places = array("H")
        self._orders = array("q")
        self._customers = array("q")
        self._titles: list[str] = []
        self._products: dict[int, str] = {}  # of few records
        self._relatives: dict[int, RelativeId] = {}

    def record(self, key: RecordKey) -> None:
        """Begins a record, or a paper of it about another product: the cards added from now on are its."""
        if key.product:
            self._products[len(self._titles)] = key.product
        if key.relative is not None:
            self._relatives[len(self._titles)] = key.relative
        self._orders.append(_NOBODY if key.order is None else key.order)
        self._customers.append(_NOBODY if key.customer is None else key.customer)
        self._titles.append(key.title)

    def card(self, kind: Kind, copies: int = 1) -> None:
        """Adds a card of the record begun last, with its copies; where it lies is told later."""
        record, number = len(self._titles) - 1, _NUMBERS[kind]
        for _ in range(copies):
            self._records.append(record)
            self._kinds.append(number)
            self._sheets.append(0)
            self._places.append(0)

    def lies(self, index: int, sheet: int, place: int) -> None:
        """Tells where a card lies: its index from 0, its sheet and place from 1."""
        self._sheets[index] = sheet
        self._places[index] = place

    def at(self, sheet: int, place: int) -> PlacedCard | None:
        """The card at a place of a sheet, both counted from 1; None where there is none."""
        found = (n for n, lies in enumerate(zip(self._sheets, self._places, strict=True)) if lies == (sheet, place))
        index = next(found, None)
        return None if index is None else self[index]

    def papers(self) -> Iterator[tuple[RecordKey, Kind]]:
        """Each record with each of its kinds once, in the order of the run."""
        for index in self.firsts():
            yield self._key(self._records[index]), _KINDS[self._kinds[index]]

    def firsts(self) -> Iterator[int]:
        """The index of the first card of each paper; copies, and the further cards of a long one, come after it."""
        last = (-1, -1)
        for index, one in enumerate(zip(self._records, self._kinds, strict=True)):
            if one != last:
                yield index
            last = one

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, index: int) -> PlacedCard: ...
    @overload
    def __getitem__(self, index: slice) -> list[PlacedCard]: ...
    def __getitem__(self, index: int | slice) -> PlacedCard | list[PlacedCard]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        record = self._records[index]
        key, kind = self._key(record), _KINDS[self._kinds[index]]
        number = index % len(self) + 1
        sheet, place = self._sheets[index], self._places[index]
        return PlacedCard(
            number, key.of(kind), key.title, key.order, key.customer, kind, sheet, place, key.product, key.relative
        )  # fmt: skip

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Placements) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def _key(self, record: int) -> RecordKey:
        order, customer = self._orders[record], self._customers[record]
        return RecordKey(
            None if order == _NOBODY else OrderId(order),
            None if customer == _NOBODY else CustomerId(customer),
            self._titles[record],
            self._products.get(record, ""),
            self._relatives.get(record),
        )


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What came out of a print run: pages of the file, sheets of paper, cards on them, and what was left out.

    A sheet takes `sides` pages of the file, one of `folded` cards a single one; `sheets` counts every sheet of paper,
    the cutting guide too, whose `guide` pages are the last. `free` holds the free places of the last sheet with cards,
    `begun` those of every sheet that is part-used once all is printed, the ones it was told of and did not need too.
    """

    pages: int
    sheets: int
    placed: Placements = field(default_factory=Placements)
    remarks: tuple[Remark, ...] = ()
    seconds: float = 0.0
    free: tuple[int, ...] = ()
    begun: tuple[tuple[int, ...], ...] = ()
    sides: int = 1
    folded: bool = False
    guide: int = 0
    stock: str = ""  # these four are known once the file is kept, and go into the print log
    design: str = ""
    sha256: str = ""
    layout: RunLayout | None = None

    @property
    def cards(self) -> int:
        """How many cards lie on the sheets, copies counted."""
        return len(self.placed)

    @property
    def skipped(self) -> tuple[Remark, ...]:
        """What was not printed, and why: because it could not be, or was held back."""
        return tuple(one for one in self.remarks if one.severity is not Severity.WARN)

    @property
    def held(self) -> tuple[Remark, ...]:
        """What was held back, and why; the record’s other papers are printed."""
        return tuple(one for one in self.remarks if one.severity is Severity.HELD)

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What was printed and should be looked at."""
        return tuple(one for one in self.remarks if one.severity is Severity.WARN)

    @property
    def printed(self) -> tuple[tuple[OrderId, Kind], ...]:
        """The orders that have their papers now, with each kind once."""
        return tuple(dict.fromkeys((key.order, kind) for key, kind in self.placed.papers() if key.order is not None))

    def pages_of(self, sheet: int) -> tuple[int, int]:
        """The first and the last page of the file that print a sheet, counted from 1."""
        first = (sheet - 1) * self.sides + 1
        return first, first + self.sides - 1
