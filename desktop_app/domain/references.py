"""What stands between two braces of a text: a field, its case or its counted forms, what to say when it is empty.

    {customer.name}  {customer.called.dative}  {order.count: item / items}  {customer.called|friend}

Cards and messages have a Vocabulary each; documents/wording and domain/message_wording compile texts with these.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.name_cases import Case
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language

F = TypeVar("F", bound=StrEnum)

BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_FEWEST, _MOST = 2, 3  # forms of a counted word: item / items, товар / товара / товаров, prece / preces / preču


@dataclass(frozen=True, slots=True)
class Reference(Generic[F]):
    """One field as a text names it; `default` is None where the text falls away without the field."""

    field: F
    case: Case | None = None
    forms: tuple[str, ...] = ()
    default: str | None = None

    @property
    def key(self) -> str:
        """The name its value is kept by."""
        name = f"{self.field.value}.{self.case.value}" if self.case else self.field.value
        return f"{name}: {' / '.join(self.forms)}" if self.forms else name


class Vocabulary(Generic[F]):
    """All fields that texts of one sort may name, those of them that take a case, and those that count something."""

    def __init__(self, fields: Iterable[F], *, cased: Collection[F], counted: Collection[F]) -> None:
        every = list(fields)
        self._counted = frozenset(counted)
        self._names = {field.value: Reference(field) for field in every} | {
            f"{field.value}.{case.value}": Reference(field, case) for field in every if field in cased for case in Case
        }

    def reference(self, text: str) -> Reference[F] | None:
        """What stands between the braces as a reference; None when no such field, case or number of forms exists."""
        name, default = _parted(text, "|")
        name, listed = _parted(name, ":")
        forms = tuple(form.strip() for form in listed.split("/")) if listed is not None else ()
        found = self._names.get(name.strip())
        if found is None or (forms and (found.case or found.field not in self._counted)):
            return None
        if forms and not (_FEWEST <= len(forms) <= _MOST and all(forms)):
            return None
        return Reference(found.field, found.case, forms, None if default is None else default.strip())

    def names(self) -> Collection[str]:
        """Every name that may stand between braces."""
        return self._names.keys()

    def unknown_in(self, text: str) -> str | None:
        """The first thing in braces that is no field, as it was written, or a lone brace; None when all is well."""
        for match in BRACES.finditer(text):
            if match.group() in ("{{", "}}"):
                continue
            name = match.group(1)
            if name is None:
                return match.group()
            if self.reference(name) is None:
                return name
        return None


def counted(n: int, forms: tuple[str, ...], language: Language) -> str:
    """A number with the form of a word that goes with it (CLDR): Russian one, few, many; Latvian one, more, none."""
    return f"{n}\u00a0{forms[min(_form(n, language), len(forms) - 1)]}"


def _form(n: int, language: Language) -> int:
    tens, ones = n % 100, n % 10
    if language is Language.EN:
        return 0 if n == 1 else 1
    if ones == 1 and tens != 11:
        return 0
    if language is Language.RU:
        return 1 if 2 <= ones <= 4 and not 12 <= tens <= 14 else 2
    return 2 if ones == 0 or 11 <= tens <= 19 else 1


def _parted(text: str, sign: str) -> tuple[str, str | None]:
    before, found, after = text.partition(sign)
    return before, after if found else None
