"""The shop's tags and interests, and who bears them."""

from __future__ import annotations

from collections.abc import Collection

from peewee import JOIN, fn

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.keys import name_key
from desktop_app.domain.tags import Word, WordId, WordKind
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import CustomerWordTable as X
from desktop_app.store.tables import WordTable as W


def words_of(shop: Shop, kind: WordKind) -> list[Word]:
    """All tags, or all interests, in their order, each with how many customers bear it."""
    query = (
        W.select(W.id, W.version, W.word, W.lead_days, fn.COUNT(X.id))
        .join(X, JOIN.LEFT_OUTER)
        .where(W.kind == kind.value)
        .group_by(W.id, W.version, W.word, W.lead_days, W.word_key)
        .order_by(W.word_key)
    )
    return [
        Word(WordId(number), version, kind, text, count, lead)
        for number, version, text, lead, count in shop.rows(query.tuples())
    ]


def word(shop: Shop, word_id: WordId) -> Word:
    """One tag or interest; raises NotFound."""
    row = shop.row(W.select(W.id, W.version, W.kind, W.word, W.lead_days).where(W.id == word_id))
    if row is None:
        raise NotFound(msg("There is no tag number {id} in this shop. Check the number.", id=word_id))
    number, version, kind, text, lead = row
    borne = shop.value(X.select(fn.COUNT(X.id)).where(X.word == word_id))
    return Word(WordId(number), version, WordKind(kind), text, borne, lead)


def word_named(shop: Shop, kind: WordKind, text: str) -> Word:
    """The tag or interest that is called so, however it is spelt; raises NotFound."""
    number = word_ids(shop, kind, [text]).get(name_key(text))
    if number is None:
        raise NotFound(msg("No customer has “{word}”. Look at how it is spelt.", word=shorten(text)))
    return word(shop, number)


def word_ids(shop: Shop, kind: WordKind, words: Collection[str]) -> dict[str, WordId]:
    """The tags or interests that are called so, by their key; unknown ones are left out."""
    keys = {name_key(text) for text in words}
    if not keys:
        return {}
    query = W.select(W.word_key, W.id).where(W.kind == kind.value, W.word_key.in_(sorted(keys)))
    return {key: WordId(number) for key, number in shop.rows(query.tuples())}


def bearings(shop: Shop, customer_id: CustomerId, kind: WordKind) -> dict[WordId, int]:
    """The words of a kind a customer bears, with the number of the row that says so."""
    query = X.select(X.word, X.id).join(W).where(X.customer == customer_id, W.kind == kind.value)
    return {WordId(number): row for number, row in shop.rows(query.tuples())}


def bearers(shop: Shop, word_id: WordId, among_: Collection[int] | None = None) -> dict[CustomerId, int]:
    """The customers who bear a word (of these, where some are named), with the number of the row that says so."""
    query = X.select(X.customer, X.id).where(X.word == word_id)
    if among_ is None:
        return {CustomerId(customer): row for customer, row in shop.rows(query.tuples())}
    found: dict[CustomerId, int] = {}
    for part in in_parts(list(among_)):
        found.update(shop.rows(query.where(among(X.customer, part)).tuples()))
    return found
