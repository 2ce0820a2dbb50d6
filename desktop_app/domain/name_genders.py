"""Whether somebody is addressed as a woman or a man: as kept, else as names prove; greetings word themselves by it."""

from __future__ import annotations

from desktop_app.domain import latvian_names, russian_names
from desktop_app.domain.customers import Gender
from desktop_app.domain.named import Named, key_of, patronymic_of
from desktop_app.i18n import Language


def proven_gender(person: Named) -> Gender | None:
    """The gender that patronymic, given name and endings prove in Russian or Latvian spelling; None where in doubt."""
    given = key_of(person.given)
    if not given.isalpha() or latvian_names.is_mixed(person.given):
        return None
    family = key_of(person.family, last=True)
    if "а" <= given[0] <= "я":
        return russian_names.gender_by(given, family, key_of(patronymic_of(person), last=True))
    return latvian_names.gender_by(given, family, at_home=person.language is Language.LV)


def grammatical_gender(person: Named) -> Gender | None:
    """The gender that cases go by: who wishes to be addressed as neither still has a name that declines as it does."""
    kept = person.forms.gender
    return kept if kept in (Gender.FEMALE, Gender.MALE) else proven_gender(person)
