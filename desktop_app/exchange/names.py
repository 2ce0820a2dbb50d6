"""A whole name from one cell into its parts, and the language a name and country speak for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from desktop_app.i18n import Language

_COMPANY = re.compile(
    r"(?:^|[\s\"„“«])"
    r"(?:SIA|AS|IK|ZS|UAB|OÜ|Ltd\.?|LLC|Inc\.?|GmbH|AG|B\.?V\.?|S\.?A\.?S?|S\.?r\.?l\.?|Oy|AB|A/S|ООО|ОАО|ЗАО|АО|ИП|ТОО|ЧП)"
    r"(?=$|[\s\"”»,])"
)
_NO_NAME = re.compile(r"[^\w\s.,'’ʼ`´()\"“”„«»-]")  # signs no name has: “Ann & Co”, “Anna + Peter”, “<b>Anna”
_PARTICLES = frozenset(
    "van von der den de da di del della la le du dos das ter ten zu zur af bin ibn al el mac st. san".split()
)
_PATRONYMIC = ("ович", "евич", "ьич", "овна", "евна", "ична", "инична", "оглы", "кызы")
_FAMILY = ("ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "цкий", "ская", "цкая", "енко", "чук", "ян")
_PERHAPS_FAMILY = (*_FAMILY, "ин", "ын", "ина", "ына", "ко")
_IN_INA = frozenset(  # given names that end as family names may
    "нина ирина марина полина галина карина алина арина кристина екатерина валентина регина сабина эвелина ангелина "
    "антонина альбина дина зарина мадина снежана константин мартин валентин августин".split()
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NOT_RUSSIAN = re.compile(r"[іїєґўђјљњћџѓќәғқңөұүһ]", re.IGNORECASE)
_OTHER_CYRILLIC = frozenset(("UA", "BG", "RS", "MK", "ME", "BA", "MN"))
_ENGLISH = frozenset(
    ("GB", "UK", "IE", "US", "USA", "CA", "AU", "NZ", "United Kingdom", "Great Britain", "Ireland", "United States")
)
_LATVIAN = re.compile(r"[āēģīķļņū]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)


class NameParts(NamedTuple):
    """A name in its parts; a company alone has no given name."""

    given: str = ""
    patronymic: str = ""
    family: str = ""
    company: str = ""


@lru_cache(4096)
def split_name(name: str, family_first: bool = False) -> NameParts:
    """The parts of a whole name as people of its script write it.

    "Reed, Olivia" has the family name first; of three Russian names the one in -ович or -овна is the patronymic and
    tells the sequence; "van", "de la" and the like begin the family name; otherwise the last word is the family name.
    Of two Russian names the one with a family name's ending is it. One word alone is a given name. A name with SIA,
    GmbH, ООО… is a company; one with signs that no person's name has, like &, is called whole. `family_first` is what
    a heading like ФИО promises.
    """
    words = name.split()
    if not words:
        return NameParts()
    if _COMPANY.search(name):
        return NameParts(company=name)
    if len(words) == 1 or _NO_NAME.search(name):
        return NameParts(given=name)
    if name.count(",") == 1:
        family, _, given = name.partition(",")
        if family.strip() and given.strip():
            return NameParts(given=given.strip(), family=family.strip())
    if len(words) == 3:
        if words[2].casefold().endswith(_PATRONYMIC):
            return NameParts(given=words[1], patronymic=words[2], family=words[0])
        if words[1].casefold().endswith(_PATRONYMIC):
            return NameParts(given=words[0], patronymic=words[1], family=words[2])
    if family_first or (len(words) == 2 and _is_turned(*words)):
        return NameParts(given=" ".join(words[1:]), family=words[0])
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return NameParts(given=" ".join(words[:at]), family=" ".join(words[at:]))


def _is_turned(first: str, second: str) -> bool:
    """Whether only the first of two Russian names looks like a family name."""
    one, two = first.casefold(), second.casefold()
    if one in _IN_INA or two in _IN_INA:
        return one not in _IN_INA
    if one.endswith(_FAMILY):
        return not two.endswith(_FAMILY)
    return one.endswith(_PERHAPS_FAMILY) and not two.endswith(_PERHAPS_FAMILY)


@lru_cache(4096)
def guessed_language(name: str, country: str) -> str:
    """The language to greet a customer in, as far as name and country prove it; empty leaves it to the shop's own.

    A name in Cyrillic letters means Russian, unless its letters or the country belong to another Cyrillic language.
    A name in Latin letters with an address in Latvia, or with Latvian letters and no address elsewhere, means Latvian;
    one with an address in a country that speaks English means English.
    Nothing else is guessed: a country says little about the language of a person who writes in another script.
    """
    if _CYRILLIC.search(name):
        return "" if country in _OTHER_CYRILLIC or _NOT_RUSSIAN.search(name) else Language.RU.value
    if country in ("LV", "Latvia", "Latvija", "Латвия"):
        return Language.LV.value if _LATIN.search(name) else ""
    if country in _ENGLISH:
        return Language.EN.value if _LATIN.search(name) else ""
    return Language.LV.value if not country and _LATVIAN.search(name) else ""
