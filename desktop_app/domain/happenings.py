"""What happened with a customer, in one list whatever it was; the record shows it newest first."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.money import Money
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message


class HappeningKind(StrEnum):
    """What something in the timeline is."""

    ORDER = "order"
    PRINT = "print"
    NOTE = "note"
    CONSENT = "consent"
    CONGRATULATION = "congratulation"
    COMPLAINT = "complaint"
    MESSAGE = "message"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened; `ref` is the number of the order, print run, note … it speaks of.

    `at` is ISO 8601, a day or a moment, and empty where nobody knows; `by` is who did it, `detail` text as typed.
    """

    at: str
    kind: HappeningKind
    title: Message
    ref: int | None = None
    by: str = ""
    detail: str = ""
    amount: Money | None = None
