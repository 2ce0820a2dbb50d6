"""A person's name in the cases of Russian and Latvian, for card texts; where a form is not sure it stays whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from desktop_app.domain.customers import CustomerFields, Gender
from desktop_app.domain.greetings import gender, is_latvian_man, tidied
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language


class Case(StrEnum):
    """The cases a text may ask a name in; English has none, Latvian takes its accusative after a preposition."""

    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


_LETTERS = frozenset("abcdefghijklmnoprstuvzāčēģīķļņšūž")
_LATVIAN = {
    Case.GENITIVE: 0, Case.DATIVE: 1, Case.ACCUSATIVE: 2, Case.INSTRUMENTAL: 2, Case.PREPOSITIONAL: 2,
}  # fmt: skip
_SOFT = {"l": "ļ", "n": "ņ", "s": "š", "z": "ž", "r": "r", "ģ": "ģ", "ķ": "ķ", "ļ": "ļ", "ņ": "ņ", "j": "j"}
# Endings and what stands for them in genitive, dative and accusative, the longest first.
_MAN: Mapping[str, tuple[str, str, str]] = {
    "ais": ("ā", "ajam", "o"), "us": ("us", "um", "u"), "is": ("", "im", "i"), "s": ("a", "am", "u"),
    "š": ("a", "am", "u"), "a": ("as", "am", "u"), "e": ("es", "em", "i"),
}  # fmt: skip
_WOMAN: Mapping[str, tuple[str, str, str]] = {
    "ā": ("ās", "ajai", "o"),
    "a": ("as", "ai", "u"),
    "e": ("es", "ei", "i"),
}


def called_in(fields: CustomerFields, case: Case, language: Language) -> str:
    """The given name in a case of `language`; the name as it is where its form is not sure, empty without one."""
    return _declined(tidied(fields.given), case, language, gender(fields), family=False)


def name_in(fields: CustomerFields, case: Case, language: Language) -> str:
    """Given and family name in a case of `language`, both or neither; a company's name stays as it is."""
    given, family, sex = tidied(fields.given), tidied(fields.family), gender(fields)
    whole = f"{given} {family}".strip()
    if not whole:
        return fields.company
    parts = [
        _declined(given, case, language, sex, family=False),
        _declined(family, case, language, sex, family=True) if family else "",
    ]
    if parts[0] == given and not _undeclined(given):
        return whole
    return " ".join(part for part in parts if part)


def _declined(name: str, case: Case, language: Language, sex: Gender | None, *, family: bool) -> str:
    if not name or sex is None or language is Language.EN:
        return name
    if language is Language.LV:
        return _by_parts(name, lambda word: _latvian(word, _LATVIAN[case], sex, family=family))
    return _russian(name, case, sex, family) if _is_cyrillic(name) else name


def _undeclined(name: str) -> bool:
    """Whether a given name has no cases in Russian or Latvian at all, so that the family name may stand in one."""
    return name[-1:].casefold() in ("о", "у", "э", "и", "ю", "o", "i", "u")


def _is_cyrillic(name: str) -> bool:
    return all("а" <= letter <= "я" or letter in "ё- " for letter in name.casefold())


@lru_cache(maxsize=4096)
def _russian(name: str, case: Case, sex: Gender, family: bool) -> str:
    from pytrovich.enums import Case as Declension  # its rules are read at the first name, not at start
    from pytrovich.enums import Gender as Sex
    from pytrovich.enums import NamePart
    from pytrovich.maker import PetrovichDeclinationMaker

    part = NamePart.LASTNAME if family else NamePart.FIRSTNAME
    return PetrovichDeclinationMaker().make(part, Sex[sex.name], Declension[case.name], name)


def _by_parts(name: str, decline: Callable[[str], str | None]) -> str:
    """Each word and half of a double name declined, all or none of them."""
    words = [[(part, decline(part)) for part in word.split("-")] for word in name.split()]
    if any(not made for word in words for _, made in word):
        return name
    return " ".join("-".join(made or part for part, made in word) for word in words)


def _latvian(word: str, place: int, sex: Gender, *, family: bool) -> str | None:
    """One Latvian word in its case; None where its ending proves nothing."""
    low = word.casefold()
    if len(low) < 3 or not _LETTERS.issuperset(low):
        return None
    if low.endswith(("o", "i", "u")):
        return word  # Hugo, Raivo: no cases
    if sex is Gender.MALE and not family and not is_latvian_man(low):
        return None
    for ending, forms in (_MAN if sex is Gender.MALE else _WOMAN).items():
        if low.endswith(ending):
            stem, form = word[: -len(ending)], forms[place]
            if ending == "is" and place == 0:
                return _second_genitive(stem)
            return stem + form
    return None


def _second_genitive(stem: str) -> str | None:
    """The genitive of a name in -is: Jānis Jāņa, Kārlis Kārļa, Uldis Ulda; None where the change is not sure."""
    last = stem[-1:]
    if last in ("t", "d"):
        return stem + "a" if sum(letter in "aeiouāēīū" for letter in stem.casefold()) == 1 else None
    return stem[:-1] + _SOFT[last] + "a" if last in _SOFT else None
