"""Somebody with a name, customer or relative, and the words of it that carry the grammar; every rule starts here."""

from __future__ import annotations

from typing import Protocol

from desktop_app.domain.customers import GreetingForms
from desktop_app.i18n import Language

LONGEST = 60  # letters; nobody's name is longer, and no rule looks at such a text


class Named(Protocol):
    """Who can be greeted: a customer, or somebody around one."""

    @property
    def given(self) -> str:
        """The given name as typed."""

    @property
    def family(self) -> str:
        """The family name as typed."""

    @property
    def language(self) -> Language | None:
        """The language they speak, where known."""

    @property
    def forms(self) -> GreetingForms:
        """The forms of address that a person kept."""


def patronymic_of(person: Named) -> str:
    """The patronymic as written; relatives are kept without one."""
    return tidied(str(getattr(person, "patronymic", "")))


def tidied(name: str) -> str:
    """A name typed all in capitals or all in small letters, as a name is written."""
    name = " ".join(name.split())
    typed_so = name.islower() or (name.isupper() and len(name) > 2)
    if typed_so and name.replace(" ", "").replace("-", "").isalpha():
        return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in name.split())
    return name


def key_of(name: str, *, last: bool = False) -> str:
    """The word of a name that carries the ending: the first of a given name, the last of a family name; ё as е."""
    if len(name) > LONGEST:
        return ""
    parts = name.replace("-", " ").casefold().replace("ё", "е").split()
    return parts[-1 if last else 0] if parts else ""


def is_cyrillic(name: str) -> bool:
    """Whether a name has only Russian letters, spaces and hyphens."""
    low = name.casefold()
    return any("а" <= letter <= "я" for letter in low) and all("а" <= c <= "я" or c in "ё -" for c in low)
