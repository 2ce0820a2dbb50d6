"""A chunk of a people file held against the shop's customers, and written into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.actions.import_identity import Identity, person_identity
from desktop_app.actions.import_news import NO_NEWS, News, NewsWriter, new_person, news_of
from desktop_app.actions.import_people import Known, PeopleWriter, as_kept, known_people, merged
from desktop_app.domain.customers import ContactKind
from desktop_app.domain.importing import Difference, Fate, PersonMore, PersonRecord
from desktop_app.domain.keys import contact_key
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.text import shorten
from desktop_app.queries import Shop
from desktop_app.queries.known import KeptPerson, further_ways, kept_people, people_by_email

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_SHOWN = tuple(name for name in KeptPerson._fields[1:] if name not in ("source", "source_key", "birth_year"))


@dataclass(frozen=True, slots=True)
class ComparedPerson:
    """One person of the file beside the customer the shop has; `rival` is another customer with the same e-mail."""

    record: PersonRecord
    who: Identity
    described: KeptPerson
    kept: KeptPerson | None = None
    after: KeptPerson | None = None
    rival: int | None = None
    more: News = NO_NEWS

    @property
    def fate(self) -> Fate:
        """What the import does with it."""
        if self.kept is None:
            return Fate.NEW
        return Fate.SAME if self.after == self.kept and not self.more else Fate.CHANGED

    def differences(self) -> tuple[Difference, ...]:
        """What changes, as people read it."""
        if self.kept is None or self.after is None:
            return ()
        own = (
            Difference(
                "birthday" if name == "birth_month_day" else name, _shown(self.kept, name), _shown(self.after, name)
            )
            for name in _SHOWN
            if _shown(self.kept, name) != _shown(self.after, name)
        )
        return (*own, *self.more.differences())


class CustomerComparer:
    """Holds chunks of people against the shop's customers."""

    def __init__(self, shop: Shop, source: str, *, country: str, imported_before: bool) -> None:
        self.shop = shop
        self.source = source
        self.country = country
        self.imported_before = imported_before

    def compare(self, records: Sequence[PersonRecord]) -> list[ComparedPerson]:
        """Each person beside the customer they are; a file imported already brings known customers nothing new."""
        whos = [person_identity(record, self.country) for record in records]
        known = known_people(self.shop, self.source, whos)
        by_email = people_by_email(self.shop, {who.email for who in whos if who.email})
        kept = kept_people(self.shop, {id_ for who in whos if (id_ := known(who)) is not None})
        further = further_ways(self.shop, kept)
        news = {} if self.imported_before else news_of(self.shop, _told_of(records, whos, known), source=self.source)
        found = []
        latest: dict[int, KeptPerson] = {}
        for record, who in zip(records, whos, strict=True):
            described = as_kept(record, who, self.source)
            id_ = known(who)
            if id_ is None:
                more = new_person(record.more)
                found.append(ComparedPerson(record, who, described, more=more))
                continue
            owner = by_email.get(who.email, id_)
            ours, after = latest.get(id_, kept[id_]), latest.get(id_, kept[id_])
            if not self.imported_before:
                own = bool(who.key) and (ours.source, ours.source_key) == (self.source, who.key)
                former = bool(who.key) and not own and known(Identity("", who.key)) == id_
                told = self._told(described, further.get(id_, set()))
                # A record that was merged into another, or a second of one person, only fills what is empty.
                after = merged(ours, told, overwrite=own or not (former or id_ in latest))
            latest[id_] = after
            rival = owner if owner != id_ else None
            found.append(ComparedPerson(record, who, described, ours, after, rival, news.pop(id_, NO_NEWS)))
        return found

    def _told(self, described: KeptPerson, further: set[tuple[str, str]]) -> KeptPerson:
        """What the file says that is news: an address or a number that stands further down is not the preferred one."""
        email, phone = (
            "" if value and (kind.value, contact_key(kind, value, self.country)) in further else value
            for kind, value in ((ContactKind.EMAIL, described.email), (ContactKind.PHONE, described.phone))
        )
        return described._replace(email=email, phone=phone)


class CustomerWriter:
    """Writes compared people inside one change."""

    def __init__(self, shop: Shop, change: Change, *, source: str, country: str) -> None:
        self.people = PeopleWriter(shop, change, source=source, country=country)
        self.news = NewsWriter(shop, change, source=source)

    def write(self, compared: Sequence[ComparedPerson]) -> None:
        """Adds the new people of a chunk and edits the changed."""
        new = [each for each in compared if each.kept is None]
        changed = [each for each in compared if each.kept is not None and each.fate is Fate.CHANGED]
        ids = self.people.add([each.described for each in new])
        after = {each.after.id: each.after for each in changed if each.after is not None and each.after != each.kept}
        self.people.write(list(after.values()))
        self.news.write({id_: each.more for id_, each in zip(ids, new, strict=True) if each.more}, known=False)
        self.news.write({each.kept.id: each.more for each in changed if each.kept and each.more}, known=True)


def _told_of(records: Sequence[PersonRecord], whos: Sequence[Identity], known: Known) -> dict[int, PersonMore | None]:
    """What the file tells of known customers beside their own rows, where two records are one person of both."""
    found: dict[int, PersonMore | None] = {}
    for record, who in zip(records, whos, strict=True):
        id_ = known(who)
        if id_ is not None:
            other = found.get(id_)
            found[id_] = other.with_more(record.more) if other and record.more else other or record.more
    return found


def _shown(person: KeptPerson, name: str) -> str:
    value = getattr(person, name)
    if name == "birth_month_day":
        birthday = Birthday.from_store(value, person.birth_year) if value else None
        year = f"{birthday.year}-" if birthday and birthday.year else ""
        return f"{year}{birthday.month:02}-{birthday.day:02}" if birthday else ""
    return shorten(str(value or ""))
