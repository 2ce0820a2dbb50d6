"""How a person is called on paper: vocative and gender where the name proves them; a card words itself by it."""

from __future__ import annotations

from desktop_app.domain.customers import CustomerFields, Gender
from desktop_app.i18n import Language


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LATVIAN = frozenset("abcdefghijklmnoprstuvzāčēģīķļņšūž")
_LATVIAN_ONLY = frozenset("āčēģīķļņšūž")
_LATVIAN_US = frozenset(("edžus", "ingus", "mikus", "zemgus"))  # other names in -us are foreign and stay as they are
# Names that end as if they were declined in Latvian, and are not.
_UNDECLINED = _names(
    "alexis anders boris chris curtis denis dennis doris ellis francis frans hans harris iris jens klaus lars "
    "lewis lois louis luis morris otis paris phyllis ross travis willis"
)
# Names borne by women and by men, or whose ending deceives: the ending alone proves nothing.
_LATVIAN_OPEN = _names(
    "aljoša andre andrea antoine arne aļoša blake borja cole danila dante dave foma george ilja iļja jake jesse "
    "joe jose joshua jura kolja kuzma luca luka mike miša nicola nikita ole paša philippe pierre rene renē savva "
    "saša serge slava steve tolja toma uve valja vanja vasja vaņa vova ģena ņikita žeņa žora"
)
_RUSSIAN_OPEN = _names(
    "алеша валя ваня вася витя вова гаврила данила дима добрыня жасмин женя захария зосима илия илья ира ирен "
    "кармен коля костя кузьма леша лорелей лука миша мишель никита николь паша петя рут савва саша сева сережа "
    "слава толя фома шура элен эстер юра"
)

_SURE = ("ова", "ева", "ская", "цкая", "ов", "ев", "ский", "цкий")  # not -ин, -ина: Робин, Щербина


_BARE = {Language.EN: "Hello,", Language.RU: "Здравствуйте!", Language.LV: "Labdien!"}
_OPENINGS: dict[Language, dict[Gender | None, str]] = {
    Language.EN: dict.fromkeys((Gender.FEMALE, Gender.MALE, None), "Dear {},"),
    Language.RU: {Gender.FEMALE: "Дорогая {},", Gender.MALE: "Дорогой {},", None: "Здравствуйте, {}!"},
    Language.LV: {Gender.FEMALE: "Mīļā {},", Gender.MALE: "Mīļais {},", None: "Labdien, {}!"},
}


def vocative(name: str) -> str:
    """A Latvian given name in the form in which its bearer is called (Jānis: Jāni); any other name as it is."""
    return " ".join(_called_word(word) for word in name.split())


def gender(fields: CustomerFields) -> Gender | None:
    """The gender that patronymic and endings prove in Russian or Latvian spelling; None where they leave a doubt."""
    given = _key(fields.given)
    if not given.isalpha() or _is_mixed(fields.given):
        return None
    if "а" <= given[0] <= "я":
        return _russian_gender(given, _key(fields.family, last=True), _key(fields.patronymic, last=True))
    return _latvian_gender(given, _key(fields.family, last=True))


def called(fields: CustomerFields, language: Language) -> str:
    """The given name as a card in `language` calls its bearer; empty when none is known."""
    name = tidied(fields.given)
    return vocative(name) if language is Language.LV else name


def greeting(fields: CustomerFields, language: Language) -> str:
    """The line a card opens with; without a given name the bare greeting of the language."""
    name = called(fields, language)
    return _OPENINGS[language][gender(fields)].format(name) if name else _BARE[language]


def go_on(text: str, after: str, language: Language) -> str:
    """`text` as it goes on after a greeting: Russian and Latvian write it small after a comma, else it begins large."""
    small = after.endswith(",") and language is not Language.EN
    return (text[:1].lower() if small else text[:1].upper()) + text[1:]


def _is_mixed(name: str) -> bool:
    """Whether a double name joins a man's half and another, as a family name may that was given as the only name."""
    halves = [is_latvian_man(part) for part in name.casefold().split("-")]
    return any(halves) and not all(halves)


def tidied(name: str) -> str:
    """A name typed all in capitals or all in small letters, as a name is written."""
    name = " ".join(name.split())
    typed_so = name.islower() or (name.isupper() and len(name) > 2)
    if typed_so and name.replace(" ", "").replace("-", "").isalpha():
        return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in name.split())
    return name


def _key(name: str, *, last: bool = False) -> str:
    """The word of a name that carries the ending: the first of a given name, the last of a family name; ё as е."""
    parts = name.replace("-", " ").casefold().replace("ё", "е").split()
    return parts[-1 if last else 0] if parts else ""


def _called_word(word: str) -> str:
    """Both halves of a double name change (Jānis-Pauls), or neither: Ķēniņš-Žagariņa is no man's given name."""
    parts = word.split("-")
    if not all(is_latvian_man(part.casefold()) for part in parts):
        return word
    return "-".join(part[:-1] for part in parts)


def is_latvian_man(low: str) -> bool:
    """Whether a folded given name is a Latvian masculine one, whose s or š falls away in the vocative."""
    if len(low) < 4 or not _LATVIAN.issuperset(low) or low in _UNDECLINED:
        return False
    if low.endswith("us"):
        return low in _LATVIAN_US
    return low.endswith(("is", "s", "š")) and (low.endswith("is") or low[-2] not in "aeouāēīōū")


def _latvian_gender(given: str, family: str) -> Gender | None:
    if given in _LATVIAN_OPEN or not _LATVIAN.issuperset(given):
        return None
    if is_latvian_man(given):
        # A man's family name may end in -a or -e (Liepa): it does not speak against his given name.
        return Gender.MALE if not family or family[-1] in "sšaeo" else None
    if not given.endswith(("a", "e")):
        return None
    agrees = family.endswith(("a", "e")) or (not family and not _LATVIAN_ONLY.isdisjoint(given))
    return Gender.FEMALE if agrees else None


def _russian_gender(given: str, family: str, patronymic: str) -> Gender | None:
    if patronymic.endswith(("вна", "чна", "кызы")):
        return Gender.FEMALE
    if patronymic.endswith(("ич", "оглы")):
        return Gender.MALE
    by_family = _russian_family(family)
    if given in _RUSSIAN_OPEN:
        return by_family if family.endswith(_SURE) else None
    if by_family is not None:
        return by_family if _russian_given(given) is by_family else None
    return _russian_given(given) if given.endswith(("ий", "ей", "ай", "ия")) else None


def _russian_given(given: str) -> Gender | None:
    if given.endswith(("а", "я")):
        return Gender.FEMALE
    return None if given[-1] in "еёиоуыэюь" and not given.endswith("рь") else Gender.MALE


def _russian_family(family: str) -> Gender | None:
    if family.endswith(("ова", "ева", "ина", "ына", "ская", "цкая", "иня", "ыня")):
        return Gender.FEMALE
    if family.endswith(("ов", "ев", "ин", "ын", "ский", "цкий", "иньш", "ыньш")):
        return Gender.MALE
    return None
