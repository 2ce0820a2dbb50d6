"""A chunk of a people file held against the shop's customers, and written into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.actions.import_identity import Identity, person_identity
from desktop_app.actions.import_namesakes import Namesakes
from desktop_app.actions.import_news import NO_NEWS, News, NewsWriter, new_person, news_of
from desktop_app.actions.import_own import known_by_number
from desktop_app.actions.import_people import Known, PeopleWriter, as_kept, known_people, merged
from desktop_app.domain.customers import Contact, ContactKind, email_key
from desktop_app.domain.importing import Difference, Fate, PersonMore, PersonRecord
from desktop_app.domain.keys import contact_key, name_key
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
    namesake: int | None = None  # the one customer called so, who may be meant

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

    def __init__(
        self, shop: Shop, source: str, *, country: str, imported_before: bool, same_names: bool = False,
        own: bool = False, only_adds: bool = False,
    ) -> None:  # fmt: skip
        self.shop = shop
        self.source = source
        self.country = country
        self.imported_before = imported_before
        self.own = own  # Cordial wrote the file: it numbers customers as a shop of its own does
        self.only_adds = only_adds  # an address book overrules nothing of what stands there
        self.namesakes = Namesakes(shop, same=same_names, country=country, address_book=only_adds)

    def compare(self, records: Sequence[PersonRecord]) -> list[ComparedPerson]:
        """Each person beside the customer they are; a file imported already brings known customers nothing new."""
        whos = [person_identity(record, self.country) for record in records]
        known = known_people(self.shop, self.source, whos)
        by_email = people_by_email(self.shop, {who.email for who in whos if who.email} | _further_emails(records))
        meant, proposed = self.namesakes.look(records, self._known(records, whos, known))
        ids, kept = self._found(records, meant, by_email)
        further = further_ways(self.shop, kept)
        found: list[ComparedPerson] = []
        latest: dict[int, KeptPerson] = {}
        told_of: dict[int, PersonMore | None] = {}
        for record, who, id_, namesake in zip(records, whos, ids, proposed, strict=True):
            described = as_kept(record, who, self.source)
            if id_ is None:
                more = new_person(record.more, described, country=self.country, owners=by_email)
                found.append(ComparedPerson(record, who, described, more=more, namesake=namesake))
                continue
            if self.own or self.only_adds:  # its numbers are no platform’s that would find them again
                described = described._replace(source="", source_key="")
            owner = by_email.get(who.email, id_)
            ours, after = latest.get(id_, kept[id_]), latest.get(id_, kept[id_])
            if not self.imported_before:
                own = bool(who.key) and (ours.source, ours.source_key) == (self.source, who.key)
                former = bool(who.key) and not own and known(Identity("", who.key)) == id_
                told = self._told(described, further.get(id_, set()))
                if record.borrowed:
                    told = _with_own_name(told, ours)
                # A record that was merged into another, or a second of one person, only fills what is empty.
                overrules = not self.only_adds and (own or not (former or id_ in latest))
                after = merged(ours, told, overwrite=overrules)
            latest[id_] = after
            told_of[id_] = _together(_together(told_of.get(id_), record.more), self._untaken(described, after))
            rival = owner if owner != id_ else None
            found.append(ComparedPerson(record, who, described, ours, after, rival))
        if self.imported_before:
            return found
        news = news_of(
            self.shop, told_of, latest, source=self.source, country=self.country, owners=by_email
        )  # fmt: skip
        return [replace(each, more=news.pop(each.kept.id, NO_NEWS)) if each.kept else each for each in found]

    def _known(self, records: Sequence[PersonRecord], whos: Sequence[Identity], known: Known) -> list[int | None]:
        """The customer of each record by its keys; in a file of our own first by the number they have here."""
        found: list[int | None] = [None] * len(records)
        if self.own or (self.only_adds and any(record.key for record in records)):
            found = known_by_number(self.shop, records, uids=self.only_adds)
        return [known(who) if id_ is None else id_ for id_, who in zip(found, whos, strict=True)]

    def _found(
        self, records: Sequence[PersonRecord], known: Sequence[int | None], by_email: Mapping[str, int]
    ) -> tuple[list[int | None], dict[int, KeptPerson]]:
        """The customer of each record, None for a new one, and all of them as they are kept.

        Who is not known by key or first address is by a further one, if its one owner is called the same: families
        share addresses.
        """
        owners = [
            {by_email[key] for key in _emails_of(record) if key in by_email} if id_ is None else set()
            for record, id_ in zip(records, known, strict=True)
        ]
        wanted = {id_ for id_ in known if id_ is not None}
        kept = kept_people(self.shop, wanted.union(*(each for each in owners if len(each) == 1)))
        ids = list(known)
        for at, (record, each) in enumerate(zip(records, owners, strict=True)):
            if len(each) == 1 and _same_name(record, kept[min(each)]):
                ids[at] = min(each)
        there = {id_ for id_ in ids if id_ is not None}
        return ids, {id_: person for id_, person in kept.items() if id_ in there}

    def _untaken(self, described: KeptPerson, after: KeptPerson) -> PersonMore | None:
        """An address and a number of the file that are not the preferred ones: they stand further down."""
        left = tuple(
            Contact(kind, theirs)
            for kind, theirs, ours in (
                (ContactKind.EMAIL, described.email, after.email),
                (ContactKind.PHONE, described.phone, after.phone),
            )
            if theirs and contact_key(kind, theirs, self.country) != contact_key(kind, ours, self.country)
        )
        return PersonMore(contacts=left) if left else None

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
        self.news = NewsWriter(shop, change, source=source, country=country)

    def write(self, compared: Sequence[ComparedPerson]) -> None:
        """Adds the new people of a chunk and edits the changed."""
        new = [each for each in compared if each.kept is None]
        changed = [each for each in compared if each.kept is not None and each.fate is Fate.CHANGED]
        ids = self.people.add([each.described for each in new])
        after = {each.after.id: each.after for each in changed if each.after is not None and each.after != each.kept}
        self.people.write(list(after.values()))
        self.news.write({id_: each.more for id_, each in zip(ids, new, strict=True) if each.more}, known=False)
        self.news.write({each.kept.id: each.more for each in changed if each.kept and each.more}, known=True)


def _with_own_name(told: KeptPerson, ours: KeptPerson) -> KeptPerson:
    """What a file says under a name that may be another's: a name the shop has stays, and so does a company."""
    names = ("given", "family", "patronymic")
    own = names if any(getattr(ours, name) for name in names) else ()
    kept = {name: getattr(ours, name) for name in (*own, *(("company",) if ours.company else ()))}
    return told._replace(**kept)


def _together(one: PersonMore | None, other: PersonMore | None) -> PersonMore | None:
    return one.with_more(other) if one and other else one or other


def _emails_of(record: PersonRecord) -> list[str]:
    """The further e-mail addresses of a record, as they are compared."""
    return [
        email_key(one.value) for one in (record.more.contacts if record.more else ()) if one.kind is ContactKind.EMAIL
    ]


def _further_emails(records: Sequence[PersonRecord]) -> set[str]:
    return {key for record in records for key in _emails_of(record)}


def _same_name(record: PersonRecord, person: KeptPerson) -> bool:
    ours, theirs = (set(name_key(f"{each.given} {each.family}").split()) for each in (person, record))
    return bool(ours) and (ours <= theirs or theirs <= ours) and bool(theirs)


def _shown(person: KeptPerson, name: str) -> str:
    value = getattr(person, name)
    if name == "birth_month_day":
        birthday = Birthday.from_store(value, person.birth_year) if value else None
        year = f"{birthday.year}-" if birthday and birthday.year else ""
        return f"{year}{birthday.month:02}-{birthday.day:02}" if birthday else ""
    return shorten(str(value or ""))
