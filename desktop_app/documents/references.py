"""What stands between two braces of a text: a field, its case or its counted forms, what to say when it is empty.

    {customer.name}  {customer.called.dative}  {order.count: item / items}  {customer.called|friend}

wording.py compiles texts with these, fields.py gives each its value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.cards import CASED, COUNTED, Field
from desktop_app.domain.name_cases import Case
from desktop_app.i18n import Language

_FEWEST, _MOST = 2, 3  # forms of a counted word: item / items, товар / товара / товаров, prece / preces / preču


@dataclass(frozen=True, slots=True)
class Reference:
    """One field as a text names it; `default` is None where the text falls away without the field."""

    field: Field
    case: Case | None = None
    forms: tuple[str, ...] = ()
    default: str | None = None

    @property
    def key(self) -> str:
        """The name its value is kept by."""
        name = f"{self.field.value}.{self.case.value}" if self.case else self.field.value
        return f"{name}: {' / '.join(self.forms)}" if self.forms else name


def reference_of(text: str) -> Reference | None:
    """What stands between the braces as a reference; None when no such field, case or number of forms exists."""
    name, default = _parted(text, "|")
    name, listed = _parted(name, ":")
    forms = tuple(form.strip() for form in listed.split("/")) if listed is not None else ()
    found = _NAMES.get(name.strip())
    if found is None or (forms and (found.case or found.field not in COUNTED)):
        return None
    if forms and not (_FEWEST <= len(forms) <= _MOST and all(forms)):
        return None
    return Reference(found.field, found.case, forms, None if default is None else default.strip())


@lru_cache(maxsize=256)
def reference_by_key(key: str) -> Reference | None:
    """The reference whose value is kept by this key; None for other keys."""
    return reference_of(key)


def known_names() -> Iterable[str]:
    """Every name that may stand between braces."""
    return _NAMES.keys()


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


_NAMES = {field.value: Reference(field) for field in Field} | {
    f"{field.value}.{case.value}": Reference(field, case) for field in Field if field in CASED for case in Case
}
