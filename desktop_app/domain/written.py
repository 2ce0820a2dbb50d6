"""Lists that are written to files: the columns they may have, and the short ones that have no page of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.list_columns import ListColumn
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message

R = TypeVar("R")


class PlainKind(StrEnum):
    """The lists that are only written whole."""

    VOUCHERS = "vouchers"
    MESSAGES = "messages"
    RENEWALS = "renewals"
    PRINTS = "prints"
    INBOXES = "inboxes"
    CARRIERS = "carriers"
    TAGS = "tags"
    INTERESTS = "interests"
    IMPORTS = "imports"
    CHANGES = "changes"


class CardVersion(StrEnum):
    """The forms of contact cards: phones and older programs read 3.0, all newer ones 4.0."""

    V3 = "3.0"
    V4 = "4.0"


@dataclass(frozen=True)  # no slots: `Written[Row](…)` must be able to note its type
class Written(Generic[R]):
    """A list as a file has it: its name for the sheet, and its columns."""

    name: Message
    columns: tuple[ListColumn[R], ...]
