"""The declaration of a form's field; what it becomes on screen is the form's business."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.states import StrEnum


class Input(StrEnum):
    """What a person gives, and the Python value the form reads and shows for it."""

    TEXT = "text"  # str
    LONG = "long"  # str of several lines
    CHOICE = "choice"  # one of the choices' values
    CHECK = "check"  # bool
    DATE = "date"  # datetime.date | None
    BIRTHDAY = "birthday"  # Birthday | None
    MONEY = "money"  # Money | None
    NUMBER = "number"  # int, with `empty` int | None


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form, its words already in the desk's language.

    `choices` are (value, text); `low` and `high` bound numbers; `wide` takes the whole row of a two-column form;
    `group` begins a group of fields under that title, `folds` lets it be folded away, as it is at first; `currency` is
    what an empty amount is in; `lines` of a LONG; `empty` lets a number be left out;
    `check` raises Invalid for a value that can be read and not be kept; `make` makes an input of the caller's own.
    """

    key: str
    label: str
    input: Input = Input.TEXT
    help: str = ""
    hint: str = ""
    choices: Sequence[tuple[Any, str]] = ()
    low: int = 0
    high: int = 0
    wide: bool = False
    group: str = ""
    folds: bool = False
    empty: bool = False
    currency: str = "EUR"
    lines: int = 3
    check: Callable[[Any], object] | None = None
    make: Callable[[], Any] | None = None
