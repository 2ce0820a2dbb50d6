"""The days near today as the tables hold them: how many there may be on each, and whose they are; days.py makes rows.

Everything goes by an IN list of days or of the names that have their day, in the order of the indexes. What is `far`
lies beyond the usual lead times: there only people and days with a lead time of their own are looked for.

The statements are written out: to put them together from tables took longer than to find whom they ask for. What
stands in them are days and names of the calendar and words of our own, never what a person typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop_app.domain.name_days import name_keys_on
from desktop_app.domain.near_days import NearDay
from desktop_app.domain.people_dates import NameDays
from desktop_app.i18n import Language
from desktop_app.queries import Shop


class Found(NamedTuple):
    """One day of one person; relatives' columns are empty where it is the customer's own, but for a spouse's.

    The spouse of a customer's own anniversary stands in them where the two get one card.
    """

    day: NearDay
    customer: int
    whose: int  # the relative, 0 for the customer
    kind: str
    title: str
    year: int
    day_lead: int  # -1: none of its own, as the next two
    person_lead: int
    group_lead: int
    orders: int
    given: str
    family: str
    company: str
    email: str
    phone: str
    relative: int
    relative_given: str
    relative_family: str
    relation: str
    relation_words: str
    together: bool
    other: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many days there may be on each near day, and the longest lead time that a day, person or group has."""

    on: Mapping[NearDay, int]
    longest: int
    groups: bool  # whether any tag has a lead time


class Sought:
    """The near days, by what the tables hold: a number for each day, folded names for its name day."""

    def __init__(self, days: Iterable[NearDay], *, names: NameDays, shop_language: Language) -> None:
        self.days = {day.stored: day for day in days}
        self._names = names
        self._shop_language = shop_language
        known = [] if names is NameDays.NOBODY else [day.stored for day in self.days.values() if not day.whole_month]
        self.names = {name: self.days[stored] for name, stored in name_keys_on(known).items()}

    def day(self, key: str) -> NearDay:
        """The day of a number or a name as a query returned it."""
        return self.days[int(key)] if key.isdigit() else self.names[key]

    def names_of(self, days: Iterable[NearDay]) -> list[str]:
        """The names that have their day on one of these."""
        wanted = {day.stored for day in days}
        return [name for name, day in self.names.items() if day.stored in wanted]

    def audience(self, customer: str) -> str:
        """That the name day of a customer, by the letter of their table, is kept at all."""
        if self._names is not NameDays.LATVIAN:
            return f"{customer}.name_day"
        languages = "'lv', ''" if self._shop_language is Language.LV else "'lv'"
        return f"{customer}.name_day AND {customer}.language IN ({languages})"


def counted(shop: Shop, sought: Sought, *, birthdays: Sequence[NearDay], names: Sequence[NearDay]) -> Counts:
    """How many there may be on each day: more than there are, for the silent and the congratulated are not known here.

    `birthdays` are the days on which anything but name days is looked for.
    """
    first, last = min(day.kept_on for day in birthdays), max(day.kept_on for day in birthdays)
    called = sought.names_of(names)
    text = _COUNTS.format(days=_listed(day.stored for day in birthdays), first=first, last=last)
    rows = shop.sql(text + (_NAME_COUNTS.format(names=_listed(called)) if called else ""))
    on: Counter[NearDay] = Counter()
    marked: Counter[str] = Counter()
    leads: dict[str, int] = {}
    for what, key, number in rows:
        if what == "lead":
            leads[key] = number
        elif what == "marked":
            marked[key] = number
        else:
            on[sought.day(key)] += number
    for day in on:
        # one stays: what was done may be about somebody who is not counted (any more), and a day of 0 is not looked at
        taken = min(on[day] - 1, marked[day.kept_on.isoformat()])
        marked[day.kept_on.isoformat()] -= taken
        on[day] -= taken
    return Counts(on, max(leads.values(), default=-1), leads.get("group", -1) >= 0)


def found_on(
    shop: Shop,
    sought: Sought,
    *,
    birthdays: Sequence[NearDay],
    names: Sequence[NearDay],
    far: Sequence[NearDay],
    counts: Counts,
    limits: tuple[int | None, int | None] = (None, None),
) -> list[Found]:
    """Whose days they are, in no order; nobody silent, deceased or congratulated.

    With `limits` it is at most so many of each sort, of the coming days and of the missed ones.
    """
    if limits == (None, None):
        arms = _arms(sought, birthdays, names, counts)
    else:
        arms = []
        for coming, limit in zip((True, False), limits, strict=True):
            part = [[day for day in days if (day.until >= 0) is coming] for days in (birthdays, names)]
            made = _arms(sought, part[0], part[1], counts)
            arms += made if limit is None else [f"SELECT * FROM ({arm} LIMIT {limit}) AS arm" for arm in made]
    arms += _arms(sought, far, far, counts, far=True) if far else []
    rows = shop.sql(" UNION ALL ".join(arms)) if arms else []
    return [Found(sought.day(row[0]), *row[1:]) for row in rows]


def _arms(
    sought: Sought, days: Sequence[NearDay], names: Sequence[NearDay], counts: Counts, *, far: bool = False
) -> list[str]:
    """The five sorts of days: birthdays, own other days, those of people around, name days of both."""
    made: list[str] = []
    person = _PERSON.format(group=_GROUP if counts.groups else "-1")
    wanted: dict[str, Any] = {"person": person, "far": _FAR if far else "", "far_day": _FAR_DAY if far else ""}
    if days:
        by_number = {day.stored: day for day in days}
        listed = _listed(by_number)
        for sort, column in ((_BIRTHDAYS, "c.birth_month_day"), (_OWN_DAYS, "d.month_day"), (_KIN_DAYS, "d.month_day")):
            made.append(sort.format(days=listed, kept=_kept_on(column, by_number), **wanted))
    called = {name: sought.names[name] for name in sought.names_of(names)}
    if called:
        listed = _listed(called)
        for sort, column in ((_OWN_NAMES, "c.given_key"), (_KIN_NAMES, "r.given_key")):
            kept = _kept_on(column, called)
            made.append(sort.format(
                names=listed, kept=kept, audience=sought.audience("c"), other=sought.audience("o"), **wanted
            ))  # fmt: skip
    return made


def _kept_on(stored: str, days: Mapping[Any, NearDay]) -> str:
    """The date on which a stored day, or the day of a name, falls near today, as text."""
    return f"CASE {stored} {' '.join(f'WHEN {key!r} THEN {str(day.kept_on)!r}' for key, day in days.items())} END"


def _listed(values: Iterable[int | str]) -> str:
    return ", ".join(map(repr, values))


_COUNTS = """
SELECT 'on' AS what, CAST(birth_month_day AS text) AS key, COUNT(*) AS number FROM customer
 WHERE birth_month_day IN ({days}) AND congratulate GROUP BY birth_month_day
UNION ALL SELECT 'on', CAST(month_day AS text), COUNT(*) FROM special_day WHERE month_day IN ({days}) GROUP BY month_day
UNION ALL SELECT 'marked', CAST(kept_on AS text), COUNT(*) FROM congratulation
 WHERE kept_on BETWEEN '{first}' AND '{last}' GROUP BY kept_on
UNION ALL SELECT 'lead', 'person', COALESCE(MAX(lead_days), -1) FROM customer WHERE lead_days IS NOT NULL
UNION ALL SELECT 'lead', 'day', COALESCE(MAX(lead_days), -1) FROM special_day WHERE lead_days IS NOT NULL
UNION ALL SELECT 'lead', 'group', COALESCE(MAX(lead_days), -1) FROM word
"""
_NAME_COUNTS = """
UNION ALL SELECT 'on', given_key, COUNT(*) FROM customer WHERE given_key IN ({names}) GROUP BY given_key
UNION ALL SELECT 'on', given_key, COUNT(*) FROM relative WHERE given_key IN ({names}) AND name_day GROUP BY given_key
"""
_GROUP = """COALESCE((
  SELECT MAX(w.lead_days) FROM customer_word x JOIN word w ON w.id = x.word_id WHERE x.customer_id = c.id), -1)"""
_PERSON = "COALESCE(c.lead_days, -1), {group}, c.orders, c.given, c.family, c.company, c.email, c.phone"
_NOBODY = "0, '', '', '', '', FALSE, 0"
_KIN = (
    "COALESCE(r.id, 0), COALESCE(r.given, ''), COALESCE(r.family, ''), COALESCE(r.relation, ''),"
    " COALESCE(r.relation_words, ''), COALESCE(r.together, FALSE), COALESCE(r.other_id, 0)"
)
_DAY = "d.kind, d.title, COALESCE(d.year, 0), COALESCE(d.lead_days, -1)"
_LIVES = "c.congratulate AND NOT c.deceased"
# Somebody around a customer; not where their own record, that of a customer, has the day too, or forbids it.
_KIN_LIVES = "r.congratulate AND NOT r.deceased AND (r.other_id IS NULL OR (o.congratulate AND NOT o.deceased AND NOT ("
_FAR_PEOPLE = """c.id IN (SELECT id FROM customer WHERE lead_days IS NOT NULL UNION ALL
  SELECT x.customer_id FROM customer_word x JOIN word w ON w.id = x.word_id WHERE w.lead_days IS NOT NULL)"""
_FAR = f" AND {_FAR_PEOPLE}"
_FAR_DAY = f" AND (d.lead_days IS NOT NULL OR {_FAR_PEOPLE})"
_MARKED = "NOT EXISTS (SELECT 1 FROM congratulation g WHERE g.customer_id = c.id AND g.relative_id "
_ABOUT = " AND CAST(g.kept_on AS text) = {kept})"
_NAMED = " AND g.kind = 'name-day' AND g.title = ''" + _ABOUT
_OF_DAY = " AND g.kind = d.kind AND g.title = d.title" + _ABOUT

_BIRTHDAYS = f"""
SELECT CAST(c.birth_month_day AS text), c.id, 0, 'birthday', '', COALESCE(c.birth_year, 0), -1, {{person}}, {_NOBODY}
  FROM customer c WHERE c.birth_month_day IN ({{days}}) AND {_LIVES}
   AND {_MARKED} IS NULL AND g.kind = 'birthday' AND g.title = ''{_ABOUT}{{far}}"""
# COALESCE(…) IS NULL: most days are nobody's but the customer's, so their index would be the longest way
_OWN_DAYS = f"""
SELECT CAST(d.month_day AS text), c.id, 0, {_DAY}, {{person}}, {_KIN}
  FROM special_day d JOIN customer c ON c.id = d.customer_id
  LEFT JOIN relative r ON r.customer_id = d.customer_id AND d.kind = 'anniversary' AND r.relation = 'spouse'
   AND r.together AND r.congratulate AND NOT r.deceased AND NOT EXISTS (
    SELECT 1 FROM customer o WHERE o.id = r.other_id AND (o.deceased OR NOT o.congratulate))
 WHERE d.month_day IN ({{days}}) AND COALESCE(d.relative_id, NULL) IS NULL AND {_LIVES}
   AND {_MARKED} IS NULL{_OF_DAY}{{far_day}}"""
_KIN_DAYS = f"""
SELECT CAST(d.month_day AS text), c.id, r.id, {_DAY}, {{person}}, {_KIN}
  FROM special_day d JOIN relative r ON r.id = d.relative_id JOIN customer c ON c.id = d.customer_id
  LEFT JOIN customer o ON o.id = r.other_id
 WHERE d.month_day IN ({{days}}) AND {_LIVES} AND {_KIN_LIVES}
         (d.kind = 'birthday' AND o.birth_month_day IS NOT NULL)
         OR EXISTS (SELECT 1 FROM special_day own WHERE own.customer_id = r.other_id AND own.relative_id IS NULL
                     AND own.kind = d.kind AND own.title = d.title))))
   AND {_MARKED} = r.id{_OF_DAY}{{far_day}}"""
_OWN_NAMES = f"""
SELECT c.given_key, c.id, 0, 'name-day', '', 0, -1, {{person}}, {_NOBODY}
  FROM customer c WHERE c.given_key IN ({{names}}) AND {{audience}} AND {_LIVES}
   AND NOT EXISTS (SELECT 1 FROM special_day own WHERE own.customer_id = c.id AND own.relative_id IS NULL
                    AND own.kind = 'name-day')
   AND {_MARKED} IS NULL{_NAMED}{{far}}"""
_KIN_NAMES = f"""
SELECT r.given_key, c.id, r.id, 'name-day', '', 0, -1, {{person}}, {_KIN}
  FROM relative r JOIN customer c ON c.id = r.customer_id LEFT JOIN customer o ON o.id = r.other_id
 WHERE r.given_key IN ({{names}}) AND r.name_day AND {_LIVES} AND {_KIN_LIVES}{{other}})))
   AND NOT EXISTS (SELECT 1 FROM special_day own WHERE own.relative_id = r.id AND own.kind = 'name-day')
   AND {_MARKED} = r.id{_NAMED}{{far}}"""
