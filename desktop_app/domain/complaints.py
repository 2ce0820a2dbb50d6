"""Complaints and reviews: where they came from, what they are about, how far they are, and what was said since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.domain.products import ProductId
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg

ComplaintId = NewType("ComplaintId", int)
CauseId = NewType("CauseId", int)

MEDIOCRE = 3  # stars: a warning; more is praise, which asks for thanks and not for amends


class Source(StrEnum):
    """Where a complaint came from."""

    EMAIL = "email"
    PHONE = "phone"
    MARKETPLACE = "marketplace"
    SOCIAL = "social"
    IN_PERSON = "in-person"
    OWN = "own"  # the shop noticed it before the customer said so


SOURCE_NAMES: Mapping[Source, Message] = {
    Source.EMAIL: msg("E-mail"),
    Source.PHONE: msg("Phone"),
    Source.MARKETPLACE: msg("Marketplace review"),
    Source.SOCIAL: msg("Social network"),
    Source.IN_PERSON: msg("In person"),
    Source.OWN: msg("Noticed by ourselves"),
}


class Severity(StrEnum):
    """How bad it is for the customer."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


SEVERITY_NAMES: Mapping[Severity, Message] = {
    Severity.LOW: msg("Minor"),
    Severity.NORMAL: msg("Ordinary"),
    Severity.HIGH: msg("Serious"),
}


class Verdict(StrEnum):
    """Whether the shop finds it justified."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


VERDICT_NAMES: Mapping[Verdict, Message] = {
    Verdict.YES: msg("Justified"),
    Verdict.NO: msg("Not justified"),
    Verdict.UNCLEAR: msg("Not clear yet"),
}


class State(StrEnum):
    """How far a complaint is; all but SOLVED are open."""

    NEW = "new"
    ANSWERED = "answered"
    WAITING = "waiting"  # for the customer: the clock of the solution stands still
    PROMISED = "promised"  # something was promised by a day
    SOLVED = "solved"
    REOPENED = "reopened"


STATE_NAMES: Mapping[State, Message] = {
    State.NEW: msg("Unanswered"),
    State.ANSWERED: msg("Answered"),
    State.WAITING: msg("Waiting for the customer"),
    State.PROMISED: msg("Promised"),
    State.SOLVED: msg("Solved"),
    State.REOPENED: msg("Reopened"),
}


# Where a complaint may go from where it is; PROMISED to PROMISED is another day.
MOVES: Mapping[State, frozenset[State]] = {
    State.NEW: frozenset((State.ANSWERED, State.WAITING, State.PROMISED, State.SOLVED)),
    State.ANSWERED: frozenset((State.WAITING, State.PROMISED, State.SOLVED)),
    State.WAITING: frozenset((State.ANSWERED, State.PROMISED, State.SOLVED)),
    State.PROMISED: frozenset((State.ANSWERED, State.WAITING, State.PROMISED, State.SOLVED)),
    State.SOLVED: frozenset((State.REOPENED,)),
    State.REOPENED: frozenset((State.ANSWERED, State.WAITING, State.PROMISED, State.SOLVED)),
}


class Way(StrEnum):
    """Which way a word in the thread went; a NOTE stays among ourselves."""

    IN = "in"
    OUT = "out"
    NOTE = "note"


# The kinds that come with the program, by their codes; the shop may call them otherwise, hide them, and add its own.
KINDS: Mapping[str, Message] = {
    "late": msg("Came late"),
    "damaged": msg("Damaged"),
    "wrong": msg("Wrong article"),
    "size": msg("Size or colour"),
    "missing": msg("Something missing"),
    "rude": msg("Unfriendly"),
    "price": msg("Price"),
    "other": msg("Something else"),
}


@dataclass(frozen=True, slots=True)
class ComplaintKind:
    """One kind as the shop's list has it; `name` is said in the desk's language."""

    code: str
    name: Message
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ComplaintFields:
    """Everything a person may edit of a complaint in one form; `rating` (1–5) makes it a review.

    `received_at` is ISO 8601 with its offset; "" is now. `article` is what the article in question is called.
    """

    kind: str = "other"
    source: Source = Source.EMAIL
    source_name: str = ""  # which marketplace or network
    source_key: str = ""  # its own id there
    received_at: str = ""
    customer: CustomerId | None = None
    order: OrderId | None = None
    product: ProductId | None = None
    article: str = ""
    severity: Severity = Severity.NORMAL
    verdict: Verdict = Verdict.UNCLEAR
    rating: int | None = None
    subject: str = ""
    text: str = ""
    packer: str = ""
    carrier: str = ""
    supplier: str = ""
    cause: CauseId | None = None

    @property
    def counts(self) -> bool:
        """Whether it is a complaint or at least a warning: praise is not."""
        return counts(self.rating)


def counts(rating: int | None) -> bool:
    """Whether something said is a complaint or at least a warning: praise is not."""
    return rating is None or rating <= MEDIOCRE


@dataclass(frozen=True, slots=True)
class ComplaintStep:
    """One step of a complaint: to which state it went, when and by whom."""

    state: State
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class ComplaintWord:
    """One word in the thread; `message` is the number of the message it went out as."""

    way: Way
    at: str
    by: str
    text: str
    subject: str = ""
    channel: str = ""
    message: int | None = None


@dataclass(frozen=True, slots=True)
class ComplaintFile:
    """A picture that came with a complaint, without its bytes."""

    id: int
    name: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint as kept. `answer_by` and `solve_by` are the shop's local time; None where nothing is due."""

    id: ComplaintId
    version: int
    fields: ComplaintFields
    state: State
    answer_by: dt.datetime | None = None
    solve_by: dt.datetime | None = None
    answered_at: str = ""
    solved_at: str = ""
    promised_on: dt.date | None = None
    steps: tuple[ComplaintStep, ...] = ()
    words: tuple[ComplaintWord, ...] = ()
    files: tuple[ComplaintFile, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still wants something of the shop, and its customer is to be spared everything cheerful."""
        return self.state is not State.SOLVED and self.fields.counts
