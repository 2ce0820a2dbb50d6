"""What one action did: the change every page hears of once, and the line undo shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message

ChangeId = NewType("ChangeId", int)


class Topic(StrEnum):
    """The kinds of record a page may depend on."""

    CUSTOMERS = "customers"
    ORDERS = "orders"
    PRODUCTS = "products"
    CARDS = "cards"
    PRINTS = "prints"
    IMPORTS = "imports"
    SETTINGS = "settings"
    VIEWS = "views"
    PACKERS = "packers"
    COMPLAINTS = "complaints"
    MESSAGES = "messages"


@dataclass(frozen=True, slots=True)
class Changes:
    """A committed change: its number (0 when nothing had to be written), what it touched, and what it is called."""

    id: ChangeId
    topics: frozenset[Topic]
    title: Message


@dataclass(frozen=True, slots=True)
class Done:
    """One change as the log has it: its number, who did it ("" when that is not known), and what it is called."""

    id: ChangeId
    actor: str
    title: Message


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Undo and Redo would do now; None where there is nothing.

    `others` is the last change of somebody else, where only one's own are undone and there is none.
    """

    undo: tuple[ChangeId, Message] | None
    redo: tuple[ChangeId, Message] | None
    others: Done | None = None
