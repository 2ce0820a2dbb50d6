"""Latvian names: who bears them, how one calls their bearer, their cases; greetings and cards take the forms from here.

The rules are those of the language consultations of the Latvian Language Institute (valodaskonsultacijas.lv, questions
731 on the vocative and those on personal names) and of the Cabinet's regulation no. 114 of 2004 on writing and using
personal names (names decline as nouns do; a man's name in -a or -e takes -am or -em in the dative; a name in -o, -i, -u
or a long vowel does not decline). A name the rules do not prove Latvian is left whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from desktop_app.domain.customers import Gender
from desktop_app.domain.grammar import Case
from desktop_app.domain.name_days import is_calendar_name
from desktop_app.domain.named import LONGEST


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


LETTERS = frozenset("abcdefghijklmnoprstuvzāčēģīķļņšūž")
_OWN = frozenset("āčēģīķļņšūž")
# Names in -us of the third declension; Markus or Lukas are foreign and stay as they are (in Latvian: Markuss, Lukass).
_US = _names("edžus didžus engus ingus krišus mikus sauļus viļus zemgus")
# Names that end as if they were declined in Latvian, and are not.
_UNDECLINED = _names(
    "aleks alexis alois anders bess boris brooks chris clovis curtis damaris denis dennis doris ellis feliks "
    "francis frans gijs hans harris iris jens jess joris klaus lars lewis lois loris louis luis mads maks mathijs "
    "mats matthijs mavis moris morris moss niels otis paris phyllis regis ross russ tess thijs tijs travis willis"
)
# Names borne by women and by men, or whose ending deceives: the ending alone proves nothing.
_OPEN = _names(
    "aljoša andre andrea antoine arne aļoša blake borja cole danila dante dave foma george ilja iļja jake jesse "
    "joe jose joshua jura kolja kuzma luca luka mike miša nicola nikita ole paša philippe pierre rene renē savva "
    "saša serge slava steve tolja toma uga uve valja vanja vasja vaņa vova ģena ņikita žeņa žora"
)
# Women's names of the calendar that men of other countries bear: a woman's family name has to agree.
_ABROAD = _names("aleksa dana gabriele ira mare nikola simona zane")
_VOWELS = "aeiouāēīōū"


def is_man(low: str) -> bool:
    """Whether a casefolded given name is a Latvian man’s by its ending: -is, -us, or -s, -š after a consonant."""
    if len(low) < 4 or not LETTERS.issuperset(low) or low in _UNDECLINED:
        return False
    if low.endswith("us"):
        return low in _US
    return low.endswith(("is", "s", "š")) and (low.endswith("is") or low[-2] not in _VOWELS)


def vocative(name: str) -> str:
    """A Latvian given name in the form in which its bearer is called (Jānis: Jāni); any other name as it is."""
    return " ".join(map(_called_word, name.split())) if len(name) <= LONGEST else name


def _called_word(word: str) -> str:
    """Both halves of a double name change (Jānis-Pauls), or neither: Ķēniņš-Žagariņa is no man's given name."""
    parts = word.split("-")
    if not all(is_man(part.casefold()) for part in parts):
        return word
    return "-".join(_called_part(part) for part in parts)


def _called_part(part: str) -> str:
    """Endings fall away, of -is and -us the s alone; a little one in -ītis loses all of it (Jānītis: Jānīt)."""
    return part[:-2] if part.casefold().endswith("ītis") else part[:-1]


def gender_by(given: str, family: str, *, at_home: bool = False) -> Gender | None:
    """The gender that a given and a family name, both casefolded words, prove; None where they leave a doubt.

    `at_home` says that they speak Latvian, and so bear a name as Latvians do.
    """
    if given in _OPEN or not LETTERS.issuperset(given):
        return None
    known = is_calendar_name(given)
    if is_man(given):
        # A man's family name may end in -a or -e (Liepa): it does not speak against his given name.
        return Gender.MALE if known or not family or family[-1] in "sšaeo" else None
    if known and given.endswith("o"):
        return Gender.MALE  # Hugo, Oto, Raivo
    if not given.endswith(("a", "e")):
        return None
    if known and (at_home or given not in _ABROAD):
        return Gender.FEMALE
    agrees = family.endswith(("a", "e")) or (not family and (at_home or not _OWN.isdisjoint(given)))
    return Gender.FEMALE if agrees else None


def is_mixed(name: str) -> bool:
    """Whether a double name joins a man's half and another, as a family name may that was given as the only name."""
    halves = [is_man(part) for part in name.casefold().split("-")]
    return any(halves) and not all(halves)


# Endings and what stands for them in genitive, dative and accusative, the longest first.
_MAN: Mapping[str, tuple[str, str, str]] = {
    "ais": ("ā", "ajam", "o"), "us": ("us", "um", "u"), "is": ("", "im", "i"), "s": ("a", "am", "u"),
    "š": ("a", "am", "u"), "a": ("as", "am", "u"), "e": ("es", "em", "i"),
}  # fmt: skip
_WOMAN: Mapping[str, tuple[str, str, str]] = {
    "ā": ("ās", "ajai", "o"), "a": ("as", "ai", "u"), "e": ("es", "ei", "i"),
}  # fmt: skip
_PLACE = {
    Case.GENITIVE: 0, Case.DATIVE: 1, Case.ACCUSATIVE: 2, Case.INSTRUMENTAL: 2, Case.PREPOSITIONAL: 2,
}  # fmt: skip
# What the last consonants of a name in -is become before the genitive's -a, the longest first (Alnis: Aļņa).
_SOFTENED: Mapping[str, str] = {
    "dz": "dž", "ln": "ļņ", "sn": "šņ", "zn": "žņ", "nn": "ņņ", "ll": "ļļ", "c": "č", "l": "ļ", "n": "ņ", "s": "š",
    "z": "ž", "t": "š", "d": "ž", "b": "bj", "m": "mj", "p": "pj", "v": "vj", "r": "r", "ģ": "ģ", "ķ": "ķ", "ļ": "ļ",
    "ņ": "ņ", "š": "š", "ž": "ž", "č": "č", "j": "j",
}  # fmt: skip
_SYLLABLE = re.compile("[aeiouāēīū]+")


def declined(name: str, case: Case, gender: Gender, *, family: bool = False) -> str | None:
    """A name in a case, each word and half of a double name, all or none; None where an ending proves nothing."""
    if len(name) > LONGEST:
        return None
    return _by_parts(name, lambda word: _word(word, _PLACE[case], gender, family=family))


def _by_parts(name: str, decline: Callable[[str], str | None]) -> str | None:
    words = [[decline(part) for part in word.split("-")] for word in name.split()]
    if not words or any(not made for word in words for made in word):
        return None
    return " ".join("-".join(made or "" for made in word) for word in words)


def _word(word: str, place: int, gender: Gender, *, family: bool) -> str | None:
    low = word.casefold()
    if len(low) < 3 or not LETTERS.issuperset(low):
        return None
    if low.endswith(("o", "i", "u", "ē", "ī", "ū")):
        return word  # Hugo, Raivo, Renē: no cases
    if gender is Gender.MALE and not family and low.endswith(("s", "š")) and not is_man(low):
        return None
    for ending, forms in (_MAN if gender is Gender.MALE else _WOMAN).items():
        if low.endswith(ending):
            stem, form = word[: -len(ending)], forms[place]
            return _second_genitive(stem) if ending == "is" and place == 0 else stem + form
    return None


def _second_genitive(stem: str) -> str | None:
    """The genitive of a name in -is: Jānis Jāņa, Kārlis Kārļa; of two syllables in -tis, -dis unchanged: Uldis Ulda."""
    if stem[-1:] in ("t", "d") and len(_SYLLABLE.findall(stem.casefold())) == 1:
        return stem + "a"
    for ending, soft in _SOFTENED.items():
        if stem.endswith(ending):
            return stem[: -len(ending)] + soft + "a"
    return None
