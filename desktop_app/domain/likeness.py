"""Whether two customers may be one person: how sure that is, and the reasons in words; nothing is ever joined by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.spellings import rough, town_key
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg

PROPOSED_FROM = 40  # of 100: below this two people are not shown side by side
NAME_ALONE = 66  # the most that the same name in one town says by itself
_EQUAL, _NEAR, _KIN = 99, 84, 75  # how alike names are, of 100; KIN is enough where something else is the same too
_INITIAL = 80  # A. for Anna
_PART = 88  # one of two names


class Sureness(StrEnum):
    """How sure it is that two customers are one person."""

    CERTAIN = "almost-certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


SURENESS_LABELS: Mapping[Sureness, Message] = {
    Sureness.CERTAIN: msg("Almost certainly one person"),
    Sureness.PROBABLE: msg("Probably one person"),
    Sureness.POSSIBLE: msg("Perhaps one person"),
}


@dataclass(frozen=True, slots=True)
class Someone:
    """A customer as far as two are compared; e-mails and phones by their keys, as typed."""

    id: CustomerId
    given: str = ""
    family: str = ""
    patronymic: str = ""
    company: str = ""
    city: str = ""
    street: str = ""
    birthday: Birthday | None = None
    emails: Mapping[str, str] = field(default_factory=dict)
    phones: Mapping[str, str] = field(default_factory=dict)
    orders: int = 0

    @property
    def name(self) -> str:
        """The name to show."""
        shown = [*self.emails.values(), *self.phones.values(), ""][0]
        return display_name(self.given, self.family, self.company) or shown


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two customers are, 0 to 100, and why."""

    score: int
    reasons: tuple[Message, ...]

    @property
    def sureness(self) -> Sureness:
        """The score in one word."""
        if self.score >= 85:
            return Sureness.CERTAIN
        return Sureness.PROBABLE if self.score >= 60 else Sureness.POSSIBLE


@dataclass(frozen=True, slots=True)
class _Names:
    """How alike the names are: the given ones, the family ones, and both together by the weaker of them."""

    given: int
    family: int
    together: int
    known: bool  # both have a name


def likeness(one: Someone, other: Someone) -> Likeness:
    """Compares two customers: a shared e-mail or phone tells most, then the name in one town, days for and against."""
    names = _names(one, other)
    emails = [one.emails[key] for key in one.emails if key in other.emails]
    phones = [one.phones[key] for key in one.phones if key in other.phones]
    reasons: list[Message] = []
    score = 0
    if emails:
        reasons.append(msg("the same e-mail {email}", email=emails[0]))
        score = 50 if _differ(names) else 97 if names.known else 90
    if phones:
        reasons.append(msg("the same phone {phone}", phone=phones[0]))
        by_phone = _by_phone(names)
        score = max(score, by_phone) + (8 if emails else 0)
    town = bool(one.city and other.city and town_key(one.city) == town_key(other.city))
    street = town and bool(one.street) and rough(one.street) == rough(other.street)
    score = max(score, _by_name(names, town=town))
    if score:
        reasons.extend(_of_names(names, one.city if town else ""))
        score += _around(one, other, names, street, reasons)
    return Likeness(max(0, min(99, score)), tuple(reasons))


def names_near(one: str, other: str) -> bool:
    """Whether two names are nearly the same, by which people of one town are compared at all."""
    return _alike(one, other) >= _NEAR


def _names(one: Someone, other: Someone) -> _Names:
    if one.family and one.given and other.family and other.given:
        straight = (_alike(one.given, other.given), _alike(one.family, other.family))
        turned = (_alike(one.given, other.family), _alike(one.family, other.given))
        given, family = max(straight, turned, key=min)
        return _Names(given, family, min(given, family), known=True)
    mine, theirs = _whole(one), _whole(other)
    if not mine or not theirs:
        return _Names(0, 0, 0, known=False)
    alike = _alike(mine, theirs)
    return _Names(alike, alike, alike, known=True)


def _whole(someone: Someone) -> str:
    return " ".join(part for part in (someone.given, someone.family) if part) or someone.company


def _alike(one: str, other: str) -> int:
    from rapidfuzz import fuzz  # what most of the program does without is loaded at first use

    mine, theirs = rough(one), rough(other)
    if not mine or not theirs:
        return 100 if one == other else 0
    if (len(mine) == 1 or len(theirs) == 1) and mine[0] == theirs[0]:
        return 100 if mine == theirs else _INITIAL
    words = set(mine.split()), set(theirs.split())
    if words[0] < words[1] or words[1] < words[0]:  # Bērziņa and Bērziņa-Lielmane, Anna and Anna Marija
        return _PART
    return int(fuzz.ratio(mine, theirs))


def _differ(names: _Names) -> bool:
    return names.known and names.together < _KIN


def _by_phone(names: _Names) -> int:
    if not names.known:
        return 75
    if names.together >= _NEAR:
        return 94
    return 85 if names.together >= _KIN else 45  # a family shares its telephone


def _by_name(names: _Names, *, town: bool) -> int:
    if not town or not names.known or names.together < _NEAR:
        return 0
    return NAME_ALONE if names.together >= _EQUAL else 52


def _of_names(names: _Names, town: str) -> list[Message]:
    if not names.known:
        return []
    if names.together >= _EQUAL:
        return [msg("the same name in {town}", town=town) if town else msg("the same name")]
    if names.together >= _KIN:
        return [msg("nearly the same name in {town}", town=town) if town else msg("nearly the same name")]
    if names.family >= _KIN > names.given:
        return [msg("but other given names")]
    return [msg("but other names")]


def _around(one: Someone, other: Someone, names: _Names, street: bool, reasons: list[Message]) -> int:
    """What phones, the street, the birthdays and the patronymics add or take away."""
    score = 0
    if one.phones and other.phones and not any(key in other.phones for key in one.phones):
        reasons.append(msg("but other phones"))
        score -= 10
    if street:
        reasons.append(msg("the same street"))
        score += 14
    if one.birthday and other.birthday:
        days = (one.birthday.month, one.birthday.day), (other.birthday.month, other.birthday.day)
        years = one.birthday.year, other.birthday.year
        if (all(years) and years[0] != years[1]) or (days[0] != days[1] and all(day for _, day in days)):
            reasons.append(msg("but other birthdays"))
            score -= 35
        elif days[0] == days[1]:
            reasons.append(msg("the same birthday"))
            score += 20 if names.together >= _KIN else 6
    if one.patronymic and other.patronymic and _alike(one.patronymic, other.patronymic) < _KIN:
        reasons.append(msg("but other patronymics"))
        score -= 25
    return score
