"""What a people file tells beside a customer's own row; only ever added, never overruled.

A file takes no word off anybody. It ends a consent only where the same source brought it, and never brings back one
that was withdrawn here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.actions.belongings import known_words
from desktop_app.actions.import_around import NOTHING_AROUND, Around, around_of, write_around
from desktop_app.actions.import_own import OwnChange, own_changes, own_differences, write_own
from desktop_app.domain.consents import Purpose
from desktop_app.domain.importing import Difference, PersonMore
from desktop_app.domain.keys import name_key
from desktop_app.domain.tags import WordKind
from desktop_app.queries import Shop
from desktop_app.queries.known import KeptConsent, KeptPerson, known_consents, known_words_of
from desktop_app.queries.known_around import KeptAround, known_around
from desktop_app.queries.own_fields import own_fields
from desktop_app.store.tables import ConsentTable, CustomerTable, CustomerWordTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_PURPOSES = {"news_email": Purpose.NEWS_EMAIL, "news_sms": Purpose.NEWS_SMS}


class News(NamedTuple):
    """What is new of one customer: words to put on, purposes agreed to, consents of this source that ended…"""

    tags: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    given: tuple[Purpose, ...] = ()
    ended: tuple[tuple[int, Purpose], ...] = ()
    own: tuple[OwnChange, ...] = ()
    around: Around = NOTHING_AROUND

    def __bool__(self) -> bool:
        return any(self[:-1]) or self.around != NOTHING_AROUND

    def differences(self) -> tuple[Difference, ...]:
        """What changes, as people read it."""
        words = (("tags", self.tags), ("interests", self.interests))
        agreed = dict.fromkeys(self.given, ("", "✓")) | {purpose: ("✓", "") for _, purpose in self.ended}
        return (
            *(Difference(field, "", ", ".join(said)) for field, said in words if said),
            *(Difference(name, *agreed[purpose]) for name, purpose in _PURPOSES.items() if purpose in agreed),
            *own_differences(self.own),
            *self.around.differences(),
        )


NO_NEWS = News()


def new_person(more: PersonMore | None, person: KeptPerson, *, country: str, owners: Mapping[str, int]) -> News:
    """What a file tells of somebody the shop does not know yet; `owners` are the customers of e-mail addresses."""
    if more is None:
        return NO_NEWS
    around = around_of(more, person, KeptAround(), country=country, owners=owners)
    return _news(more, frozenset(), {}, "")._replace(around=around, own=own_changes(more.own))


def news_of(
    shop: Shop,
    told: Mapping[int, PersonMore | None],
    people: Mapping[int, KeptPerson],
    *,
    source: str,
    country: str,
    owners: Mapping[str, int],
) -> dict[int, News]:
    """What a file tells that is not known of these customers yet; those without news are left out.

    `people` are they as they will be kept, `owners` the customers to whom e-mail addresses of the file belong.
    """
    ids = [customer for customer, more in told.items() if more is not None]
    words, consents, around = known_words_of(shop, ids), known_consents(shop, ids), known_around(shop, ids)
    own = own_fields(shop, [customer for customer in ids if (more := told[customer]) and more.own])
    found = {}
    for customer in ids:
        more = told[customer]
        news = _news(more, words.get(customer, frozenset()), consents.get(customer, {}), source)
        beside = around_of(told[customer], people[customer], around[customer], country=country, owners=owners)
        own_news = own_changes(more.own, own[customer]) if more and more.own else ()
        news = news._replace(around=beside, own=own_news)
        if news:
            found[customer] = news
    return found


def _news(
    more: PersonMore | None,
    words: frozenset[tuple[str, str]] | set[tuple[str, str]],
    consents: Mapping[str, KeptConsent],
    source: str,
) -> News:
    if more is None:
        return NO_NEWS
    given, ended = [], []
    for field, purpose in _PURPOSES.items():
        agreed, kept = getattr(more, field), consents.get(purpose.value)
        if agreed and kept is None:
            given.append(purpose)
        elif agreed is False and kept is not None and kept.source == source and not kept.withdrawn:
            ended.append((kept.id, purpose))
    given += [purpose for purpose in more.agreed if purpose not in given and purpose.value not in consents]
    return News(
        _unknown(more.tags, WordKind.TAG, words),
        _unknown(more.interests, WordKind.INTEREST, words),
        tuple(given),
        tuple(ended),
    )


def _unknown(
    said: tuple[str, ...], kind: WordKind, words: frozenset[tuple[str, str]] | set[tuple[str, str]]
) -> tuple[str, ...]:
    new = {name_key(word): word for word in reversed(said)}
    return tuple(word for key, word in reversed(new.items()) if (kind.value, key) not in words)


class NewsWriter:
    """Writes the news of customers inside one change."""

    def __init__(self, shop: Shop, change: Change, *, source: str, country: str) -> None:
        self.shop = shop
        self.change = change
        self.source = source
        self.country = country

    def write(self, news: Mapping[int, News], *, known: bool) -> None:
        """Writes what is new of customers by their ids; `known` ones were in the shop before this change."""
        if not news:
            return
        for kind in WordKind:
            said = {id_: one.tags if kind is WordKind.TAG else one.interests for id_, one in news.items()}
            numbers = known_words(
                self.shop, self.change, kind, sorted({word for words in said.values() for word in words})
            )
            rows = [(numbers[name_key(word)], id_) for id_, words in said.items() for word in words]
            if rows:
                self.change.insert_many(CustomerWordTable, ("word", "customer"), rows)
        write_own(self.change, {id_: one.own for id_, one in news.items()})
        around = {id_: one.around for id_, one in news.items() if one.around != NOTHING_AROUND}
        write_around(self.change, around, country=self.country)
        given = [(id_, purpose.value, self.source) for id_, one in news.items() for purpose in one.given]
        if given:
            self.change.insert_many(ConsentTable, ("customer", "what", "source"), given)
        ended = [number for one in news.values() for number, _ in one.ended]
        if ended:
            today = self.shop.today()
            self.change.update_many(ConsentTable, ended, ("withdrawn_on",), ((today,) for _ in ended))
        if known:
            self.change.touch_many(CustomerTable, sorted(news))
