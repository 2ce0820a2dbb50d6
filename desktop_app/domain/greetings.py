"""How a person is called on paper: as kept in their record, else as their name proves; a card words itself by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.customers import CustomerFields, Gender, GreetingForms
from desktop_app.domain.grammar import Case
from desktop_app.domain.latvian_names import vocative
from desktop_app.domain.name_cases import called_in, called_in_or_none
from desktop_app.domain.name_genders import proven_gender
from desktop_app.domain.named import Named, key_of, patronymic_of, tidied
from desktop_app.domain.russian_names import patronymic_gender
from desktop_app.i18n import Language

__all__ = ["called", "forms", "gender", "go_on", "greeting", "joint_greeting", "joint_names", "proposed", "vocative"]

_BARE = {Language.EN: "Hello,", Language.RU: "Здравствуйте!", Language.LV: "Labdien!"}
_UNSURE = {Language.EN: "Dear {},", Language.RU: "Здравствуйте, {}!", Language.LV: "Labdien, {}!"}
_OPENINGS: dict[Language, dict[Gender, str]] = {
    Language.EN: {},
    Language.RU: {Gender.FEMALE: "Дорогая {},", Gender.MALE: "Дорогой {},"},
    Language.LV: {Gender.FEMALE: "Mīļā {},", Gender.MALE: "Mīļais {},"},
}
_BY_PATRONYMIC = {Gender.FEMALE: "Уважаемая {},", Gender.MALE: "Уважаемый {},"}
_AND = {Language.EN: " and ", Language.RU: " и ", Language.LV: " un "}


def gender(person: Named) -> Gender | None:
    """How somebody is addressed: as kept, else the gender that the names prove; None where they leave a doubt."""
    return person.forms.gender or proven_gender(person)


def called(person: Named, language: Language) -> str:
    """What a paper in `language` calls somebody: as kept, else the given name, in Russian with the patronymic."""
    return person.forms.called or _called(person, language)


def greeting(person: Named, language: Language) -> str:
    """The line a card opens with: as kept, else by gender; without a given name the bare greeting of the language."""
    return person.forms.opening or _opening(person, language)


def proposed(person: Named, language: Language) -> GreetingForms:
    """Each form as it comes out while a person keeps none of their own there; empty where none is sure."""
    dative = called_in_or_none(person, Case.DATIVE, language, worked_out=True)
    return GreetingForms(
        gender=proven_gender(person),
        called=_called(person, language),
        called_to=dative or "",
        opening=_opening(person, language),
    )


def forms(person: Named, language: Language) -> GreetingForms:
    """The forms that papers use: those a person kept, the rest worked out."""
    kept, worked_out = person.forms, proposed(person, language)
    return GreetingForms(
        gender=kept.gender or worked_out.gender,
        called=kept.called or worked_out.called,
        called_to=kept.called_to or worked_out.called_to,
        opening=kept.opening or worked_out.opening,
    )


def joint_names(people: Sequence[Named], language: Language, case: Case | None = None) -> str:
    """Several people on one paper: “Anna un Pēteri” as called, “Annai un Pēterim” in a case; without those unnamed."""
    alike = _called_alike(people, language)
    said = [called(one, language) if case is None else called_in(one, case, language) for one in alike]
    said = [name for name in said if name]
    if len(said) < 2:
        return "".join(said)
    return _AND[language].join((", ".join(said[:-1]), said[-1]))


def joint_greeting(people: Sequence[Named], language: Language) -> str:
    """The line a card to several people opens with; the opening lines kept for each of them stay out of it."""
    named = [one for one in people if called(one, language)]
    if len(named) < 2:
        return greeting(named[0], language) if named else _BARE[language]
    return _joint_opening(named, language).format(joint_names(named, language))


def go_on(text: str, after: str, language: Language) -> str:
    """`text` as it goes on after a greeting: Russian and Latvian write it small after a comma, else it begins large."""
    small = after.endswith(",") and language is not Language.EN
    return (text[:1].lower() if small else text[:1].upper()) + text[1:]


def _called(person: Named, language: Language) -> str:
    name = tidied(person.given)
    if language is Language.LV:
        return vocative(name)
    patronymic = patronymic_of(person) if language is Language.RU else ""
    return f"{name} {patronymic}" if name and patronymic else name


def _opening(person: Named, language: Language) -> str:
    name, sex = called(person, language), gender(person)
    if not name:
        return _BARE[language]
    name = name.rstrip(" ,;:!") or name
    openings = _BY_PATRONYMIC if language is Language.RU and _has_patronymic(name) else _OPENINGS[language]
    return openings.get(sex, _UNSURE[language]).format(name) if sex else _UNSURE[language].format(name)


def _called_alike(people: Sequence[Named], language: Language) -> Sequence[Named]:
    """All by their patronymics, or none but those for whom it was kept so: children are greeted with their mother."""
    if language is not Language.RU or all(_has_patronymic(called(one, language)) for one in people):
        return people
    return [replace(one, patronymic="") if isinstance(one, CustomerFields) else one for one in people]


def _has_patronymic(called: str) -> bool:
    """Whether somebody is called by name and patronymic, as one writes to whom one does not call by the name alone."""
    return bool(" " in called and patronymic_gender(key_of(called, last=True)))


def _joint_opening(people: Sequence[Named], language: Language) -> str:
    sexes = [gender(one) for one in people]
    if language is Language.RU:  # many are “Дорогие”, whoever they are
        formal = all(_has_patronymic(called(one, language)) for one in _called_alike(people, language))
        return "Уважаемые {}," if formal else "Дорогие {},"
    if language is Language.EN or None in sexes or Gender.NEUTRAL in sexes:
        return _UNSURE[language]
    return "Mīļās {}," if Gender.MALE not in sexes else "Mīļie {},"
