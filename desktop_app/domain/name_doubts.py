"""Names that may be none: what a form was filled with to be done with it; a card that greets by one is looked at."""

from __future__ import annotations

from desktop_app.i18n import Language, Message, msg

_FILLED_IN = frozenset(
    "test tests proba проба тест aaa asd asdf qwerty none null nan na nil unknown nezinams nezināms неизвестно "
    "anonymous guest customer client buyer klients viesis клиент гость покупатель noname name vards vārds имя".split()
)

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
    letters = [letter for letter in given.casefold() if letter.isalpha()]
    cyrillic = sum("а" <= letter <= "я" or letter == "ё" for letter in letters)
    latin = sum(letter.isascii() or letter in "āčēģīķļņšūž" for letter in letters)
    return bool(letters) and (cyrillic > latin if language is not Language.RU else latin > cyrillic)
