"""A person's name in the cases of Russian and Latvian, for card texts; where a form is not sure it stays whole."""

from __future__ import annotations

from desktop_app.domain import latvian_names, russian_names
from desktop_app.domain.customers import Gender
from desktop_app.domain.grammar import Case
from desktop_app.domain.name_genders import grammatical_gender
from desktop_app.domain.named import Named, patronymic_of, tidied
from desktop_app.domain.text import fold
from desktop_app.i18n import Language

__all__ = ["Case", "called_in", "called_in_or_none", "name_in"]


def called_in(person: Named, case: Case, language: Language) -> str:
    """What somebody is called, in a case of `language`: as kept, else worked out, else as it is; empty if unnamed."""
    form = called_in_or_none(person, case, language)
    return form if form is not None else _called(person, language)


def called_in_or_none(person: Named, case: Case, language: Language, *, worked_out: bool = False) -> str | None:
    """The same, None where the form is refused rather than guessed; `worked_out` passes over a kept dative."""
    if case is Case.DATIVE and person.forms.called_to and not worked_out:
        return person.forms.called_to
    name = _called(person, language)
    if not name or language is Language.EN:
        return name
    if language is Language.RU and not person.forms.called:
        return _with_patronymic(person, case)
    return _declined(name, case, language, grammatical_gender(person))


def name_in(person: Named, case: Case, language: Language) -> str:
    """Given and family name in a case of `language`, both or neither; a company's name stays as it is."""
    given, family, gender = tidied(person.given), tidied(person.family), grammatical_gender(person)
    whole = f"{given} {family}".strip()
    if not whole:
        return str(getattr(person, "company", ""))
    first = _declined(given, case, language, gender) if given else ""
    if case is Case.DATIVE and _is_form_of(person.forms.called_to, given):
        first = person.forms.called_to
    if first is None:
        return whole
    last = _declined(family, case, language, gender, family=True) if family else ""
    return " ".join(part for part in (first, family if last is None else last) if part)


def _is_form_of(kept: str, given: str) -> bool:
    """Whether a kept dative is the given name's own, not that of a short form or with a patronymic."""
    begun = fold(given)[: max(len(given) - 2, 2)]
    return bool(given) and fold(kept).startswith(begun) and len(kept.split()) == len(given.split())


def _called(person: Named, language: Language) -> str:
    """The name that cases are made of: kept words in Russian and English, where one is called as one is named."""
    if person.forms.called and language is not Language.LV:
        return person.forms.called
    given, patronymic = tidied(person.given), patronymic_of(person)
    return f"{given} {patronymic}" if given and patronymic and language is Language.RU else given


def _with_patronymic(person: Named, case: Case) -> str | None:
    gender, patronymic = grammatical_gender(person), patronymic_of(person)
    given = _declined(tidied(person.given), case, Language.RU, gender)
    if not patronymic or given is None or gender is None:
        return given if not patronymic else None
    made = russian_names.declined(patronymic, case, gender, part="patronymic")
    return f"{given} {made}" if made is not None else None


def _declined(name: str, case: Case, language: Language, gender: Gender | None, *, family: bool = False) -> str | None:
    if language is Language.EN:
        return name
    if gender is None:
        return None
    if language is Language.LV:
        return latvian_names.declined(name, case, gender, family=family)
    return russian_names.declined(name, case, gender, part="family" if family else "given")
