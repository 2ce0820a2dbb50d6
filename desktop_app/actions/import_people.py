"""People of a file into customers: found by their keys, the unknown added, empty fields of the known filled in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.actions.import_identity import Identity
from desktop_app.domain.importing import PersonRecord
from desktop_app.domain.keys import customer_keys
from desktop_app.queries import Shop
from desktop_app.queries.known import KeptPerson, kept_people, people_by_email, people_by_key
from desktop_app.store.tables import CustomerTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

COLUMNS = (
    "given", "family", "patronymic", "company", "language", "email", "phone", "street", "city", "region",
    "postcode", "country", "birth_month_day", "birth_year", "note", "source", "source_key",
    "email_key", "phone_key", "sort_key", "given_key", "city_key", "doc",
)  # fmt: skip
_NAME = ("given", "family", "patronymic")
_PLACE = ("street", "city", "region", "postcode", "country")
_BIRTH = ("birth_month_day", "birth_year")
_SINGLE = ("company", "language", "email", "phone", "note")

Known = Callable[[Identity], "int | None"]


def known_people(shop: Shop, source: str, identities: Collection[Identity]) -> Known:
    """A look-up of customers for some identities: by the source's own key first, then by e-mail address."""
    by_key = people_by_key(shop, source, {who.key for who in identities if who.key})
    by_email = people_by_email(shop, {who.email for who in identities if who.email})

    def known(who: Identity) -> int | None:
        found = by_key.get(who.key) if who.key else None
        return found if found is not None else by_email.get(who.email) if who.email else None

    return known


def as_kept(person: PersonRecord, who: Identity, source: str) -> KeptPerson:
    """A new customer as the file describes them; the source's key is kept where nothing better tells them apart."""
    home, birthday = person.address, person.birthday
    return KeptPerson(
        0, person.given, person.family, person.patronymic, person.company, person.language, person.email, person.phone,
        home.street, home.city, home.region, home.postcode, home.country,
        birthday.month_day if birthday else None, birthday.year if birthday else None, person.note, source, who.key,
    )  # fmt: skip


def merged(kept: KeptPerson, new: KeptPerson, *, overwrite: bool) -> KeptPerson:
    """A customer with what a file says of them: empty fields filled, with `overwrite` the others replaced too.

    An empty cell never takes anything away, so what only says less is no news. Otherwise an address and a birthday are
    taken whole, for half of each would be nobody's; a name is filled in whole too, and overruled word by word.
    """
    changes: dict[str, Any] = {}
    for group in (_NAME, _PLACE, _BIRTH):
        ours, theirs = ([getattr(each, name) for name in group] for each in (kept, new))
        if ours == theirs or not (overwrite or not any(ours)):
            continue
        news = [name for name, our, their in zip(group, ours, theirs, strict=True) if their and their != our]
        if news:
            taken = news if group is _NAME else group
            changes.update((name, getattr(new, name)) for name in taken)
    for name in _SINGLE:
        ours, theirs = getattr(kept, name), getattr(new, name)
        if theirs and theirs != ours and (overwrite or not ours):
            changes[name] = theirs
    if new.source_key and not kept.source_key:
        changes.update(source=new.source, source_key=new.source_key)
    return kept._replace(**changes) if changes else kept


def row_of(person: KeptPerson, country: str) -> tuple[Any, ...]:
    """The row under COLUMNS; `country` is the one whose phone numbers are typed without a code."""
    keys = customer_keys(
        person.given, person.family, patronymic=person.patronymic, company=person.company, email=person.email,
        phone=person.phone, city=person.city, country=country,
    )  # fmt: skip
    return (
        *person[1:], keys["email_key"], keys["phone_key"], keys["sort_key"], keys["given_key"],
        keys["city_key"], keys["doc"],
    )  # fmt: skip


class Buyer(NamedTuple):
    """Whom a record names, and the customer its order has already (None for a new order or one of nobody)."""

    person: PersonRecord
    who: Identity
    customer: int | None = None
    has_email: bool = False


def _holder(buyer: Buyer, known: Known) -> int | None:
    """The customer a buyer is; an order's own stays, but a guest's goes to the owner of its new e-mail address."""
    if not buyer.who:
        return buyer.customer
    if buyer.customer is None:
        return known(buyer.who)
    if buyer.has_email or not buyer.who.email:
        return buyer.customer
    owner = known(Identity(buyer.who.email, ""))
    return buyer.customer if owner is None else owner


class PeopleWriter:
    """Finds or adds the customers of an import's records, a chunk at a time, inside one change."""

    def __init__(
        self,
        shop: Shop,
        change: Change,
        *,
        source: str,
        country: str,
        met: Callable[[Sequence[KeptPerson]], object] = len,
    ) -> None:
        self.shop = shop
        self.change = change
        self.source = source
        self.country = country
        self.met = met  # is told of new people before they are added
        self._added: list[range] = []  # the ids of new customers: one range, unless another desk adds some meanwhile
        self._lacking: set[int] = set()  # those of them of whom a later record may tell more

    @property
    def count(self) -> int:
        """How many customers were added."""
        return sum(map(len, self._added))

    def is_new(self, customer: int) -> bool:
        """Whether this import added a customer."""
        for ids in self._added:  # noqa: SIM110  # asked for each order; any() would take three times as long
            if customer in ids:
                return True
        return False

    def ids_of(self, buyers: Sequence[Buyer]) -> list[int | None]:
        """The customer of each buyer, None for nobody; the unknown are added, empty fields of the known filled."""
        known = known_people(self.shop, self.source, [buyer.who for buyer in buyers])
        new: dict[str, KeptPerson] = {}
        found: list[tuple[int | None, str]] = []
        fills: dict[int, list[KeptPerson]] = {}
        for buyer in buyers:
            mark = buyer.who.email or buyer.who.key
            id_ = _holder(buyer, known)
            found.append((id_, mark))
            if not mark or (id_ is not None and id_ not in self._lacking and self.is_new(id_)):
                continue
            described = as_kept(buyer.person, buyer.who, self.source)
            if id_ is None:
                first = new.get(mark)
                new[mark] = merged(first, described, overwrite=False) if first else described
            else:
                fills.setdefault(id_, []).append(described)
        ids = dict(zip(new, self.add(list(new.values())), strict=True))
        self.fill(fills)
        return [ids.get(mark) if id_ is None else id_ for id_, mark in found]

    def fill(self, fills: dict[int, list[KeptPerson]]) -> None:
        """Fills empty fields of known customers by what records say of them."""
        changed = []
        for kept in kept_people(self.shop, fills).values():
            after = kept
            for described in fills[kept.id]:
                after = merged(after, described, overwrite=False)
            if after != kept:
                changed.append(after)
        self.write(changed)

    def write(self, people: Sequence[KeptPerson]) -> None:
        """Keeps customers as they now are."""
        rows = (row_of(person, self.country) for person in people)
        self.change.update_many(CustomerTable, [person.id for person in people], COLUMNS, rows)

    def add(self, people: Sequence[KeptPerson]) -> Sequence[int]:
        """Adds customers and returns their ids."""
        if not people:
            return ()
        self.met(people)
        ids = self.change.insert_many(CustomerTable, COLUMNS, (row_of(person, self.country) for person in people))
        if self._added and self._added[-1].stop == ids.start:
            self._added[-1] = range(self._added[-1].start, ids.stop)
        else:
            self._added.append(ids)
        self._lacking.update(
            id_
            for id_, person in zip(ids, people, strict=True)
            if not (person.family and person.phone and (person.street or person.city))
        )
        return ids
