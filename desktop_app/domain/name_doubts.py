"""Names that may be none, and kept forms of address that no longer fit theirs; a card that greets so is looked at."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop_app.domain.customers import Gender
from desktop_app.domain.name_genders import proven_gender
from desktop_app.domain.named import LONGEST, Named, patronymic_of
from desktop_app.domain.sounds import sound
from desktop_app.domain.text import fold, words_of
from desktop_app.i18n import Language, Message, msg

_FILLED_IN = frozenset(
    "test tests proba проба тест aaa asd asdf qwerty none null nan na nil unknown nezinams nezināms неизвестно "
    "anonymous guest customer client buyer klients viesis клиент гость покупатель noname name vards vārds имя".split()
)

# Short forms that begin otherwise than the names they are short for, as they sound.
_SHORT_FOR: Mapping[str, tuple[str, ...]] = {
    "alik": ("ale", "alb"), "beta": ("eliz",), "bill": ("vil",), "bob": ("rob",), "dima": ("dmi",), "dunia": ("evdo",),
    "gosa": ("geor", "igor", "egor"), "iura": ("geor",), "lesa": ("alek",), "nura": ("an",), "peggi": ("mar",),
    "sasa": ("alek",), "sura": ("alek",), "ted": ("ed", "teo"), "vova": ("vlad",), "zena": ("evg", "ievg", "eug"),
    "zora": ("geor", "egor"),
}  # fmt: skip
_CYRILLIC, _LATIN = re.compile("[а-яё]"), re.compile("[a-zāčēģīķļņšūž]")
_MOST_FIGURES = 2  # more are a telephone or an order number typed into the wrong field


def doubt_of(given: str) -> Message | None:
    """What speaks against a name to greet by; None when it looks like one, or when there is none at all."""
    name = given.strip()
    if not name or (len(name) > 1 and name.isalpha() and name.lower() not in _FILLED_IN):
        return None  # nearly every name, and a run asks for each
    letters = [letter for letter in name if letter.isalpha()]
    if sum(letter.isdigit() for letter in name) > _MOST_FIGURES:
        return msg("“{name}” has figures in it: is that the name to greet by?", name=name)
    if not letters or any(letter in "@/\\<>{}[]|_#$%^*=~?!:;" for letter in name):
        return msg("“{name}” has signs in it that names do not have: is that the name to greet by?", name=name)
    if "".join(letters).lower() in _FILLED_IN:
        return msg("“{name}” looks as if nobody had given a name.", name=name)
    if len(letters) == 1 and letters[0].lower() != letters[0].upper():  # one sign may be a whole name in Chinese
        return msg("“{name}” is only one letter: the card greets by it.", name=name)
    return None


def speaks_otherwise(given: str, language: Language) -> bool:
    """Whether a name is written in the letters of another of our languages than the card's."""
    if given.isascii():
        return language is Language.RU and any(letter.isalpha() for letter in given)
    folded = given.casefold()
    cyrillic, latin = len(_CYRILLIC.findall(folded)), len(_LATIN.findall(folded))
    return cyrillic > latin if language is not Language.RU else latin > cyrillic


def doubt_of_forms(person: Named) -> Message | None:
    """What speaks against the forms of address a person kept, now that the name is another; None when all fit."""
    kept, name = person.forms, person.given.strip()
    if not (kept.gender or kept.called or kept.called_to or kept.opening):
        return None  # nearly everybody, and a run asks for each
    if not name or len(name) > LONGEST:
        return None
    proven = proven_gender(person)
    if kept.gender is Gender.MALE and proven is Gender.FEMALE:
        return msg("“{name}” is to be addressed as a man, but it is a woman’s name: is that right?", name=name)
    if kept.gender is Gender.FEMALE and proven is Gender.MALE:
        return msg("“{name}” is to be addressed as a woman, but it is a man’s name: is that right?", name=name)
    for form in (kept.called, kept.called_to, _names_in(kept.opening)):
        if form and not _fits(form, person):
            return msg("“{form}” is kept as the form of address for “{name}”: is it still right?", form=form, name=name)
    return None


def _names_in(opening: str) -> str:
    """The words of an opening line that may be names: large ones after the first."""
    words = "".join(letter if letter.isalnum() or letter in "-’'" else " " for letter in opening).split()
    return " ".join(word for word in words[1:] if word[:1].isupper())


def _fits(form: str, person: Named) -> bool:
    """Whether a word of a form sounds like the given or family name, or one short for it."""
    names = _sounds(f"{person.given} {person.family}")
    words = _sounds(form)
    if len(words) == 1:
        names += _sounds(patronymic_of(person))  # some are called by it alone
    return not words or any(_alike(word, one) for word in words for one in names)


def _sounds(text: str) -> list[str]:
    return [sound(word) or fold(word) for word in words_of(text[:LONGEST])]


def _alike(word: str, name: str) -> bool:
    short = [begun for one, longer in _SHORT_FOR.items() if one[:-1] == word[:-1] for begun in longer]  # in any case
    if word[:2] == name[:2] or name.startswith(tuple(short)):
        return True
    return any(word[at : at + 3] in name for at in range(len(word) - 2))
