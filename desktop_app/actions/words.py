"""The shop's tags and interests: put on many customers at once, renamed, removed, given a lead time."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.belongings import known_words
from desktop_app.actions.checks_people import checked_word
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.keys import name_key
from desktop_app.domain.people import LONGEST_LEAD
from desktop_app.domain.tags import WordId, WordKind
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customers_there
from desktop_app.queries.products import products_serving
from desktop_app.queries.words import bearers, word, word_ids
from desktop_app.store.tables import CustomerTable, CustomerWordTable, ProductTable, ProductWordTable, WordTable

_TOPICS = (Topic.CUSTOMERS, Topic.PRODUCTS)


def tag_customers(
    shop: Shop,
    customer_ids: Sequence[CustomerId],
    text: str,
    *,
    add: bool,
    kind: WordKind = WordKind.TAG,
    actor: str,
) -> Changes:
    """Puts a tag (or an interest) on customers, or takes it off; raises Invalid at "word" for one that cannot be."""
    tidy = _named(text)
    n = len(set(customer_ids))
    title = nmsg("Tag {n} customer “{word}”", "Tag {n} customers “{word}”", n=n, word=shorten(tidy))
    if not add:
        title = nmsg("Take “{word}” off {n} customer", "Take “{word}” off {n} customers", n=n, word=shorten(tidy))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        if add:
            number = known_words(shop, change, kind, [tidy])[name_key(tidy)]
            there = customers_there(shop, customer_ids)
            touched = sorted(there - bearers(shop, number, customer_ids).keys())
            change.insert_many(CustomerWordTable, ("word", "customer"), ((number, one) for one in touched))
        else:
            found = word_ids(shop, kind, [tidy]).get(name_key(tidy))
            bearing = bearers(shop, found, customer_ids) if found is not None else {}
            change.delete(CustomerWordTable, bearing.values())
            touched = sorted(bearing)
        change.touch_many(CustomerTable, touched)
    return change.changes


def rename(shop: Shop, word_id: WordId, version: int, text: str, *, actor: str) -> Changes:
    """Calls a tag or an interest otherwise, for everybody who bears it; raises Invalid at "word" and Conflict."""
    return edit(shop, word_id, version, text, word(shop, word_id).lead_days, actor=actor)


def edit(shop: Shop, word_id: WordId, version: int, text: str, lead_days: int | None, *, actor: str) -> Changes:
    """Keeps the name of a tag or an interest and how early its days are told; Invalid at its field, and Conflict."""
    tidy = _named(text)
    if lead_days is not None and not 0 <= lead_days <= LONGEST_LEAD:
        raise Invalid("lead_days", msg("Write 0 to {n}: so many days ahead a day can be told of.", n=LONGEST_LEAD))
    old = word(shop, word_id)
    title = msg("Lead time of “{word}”", word=shorten(old.word))
    if tidy != old.word:
        title = msg("Rename “{old}” to “{new}”", old=shorten(old.word), new=shorten(tidy))
    values = {"word": tidy, "word_key": name_key(tidy), "lead_days": lead_days}
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        if word_ids(shop, old.kind, [tidy]).get(name_key(tidy), word_id) != word_id:
            raise Invalid("word", msg("There is “{word}” already. Choose another name.", word=shorten(tidy)))
        change.update(WordTable, word_id, version=version, values=values)
        if change.wrote and tidy != old.word:
            change.touch_many(CustomerTable, bearers(shop, word_id))
            change.touch_many(ProductTable, products_serving(shop, word_id))
    return change.changes


def remove(shop: Shop, word_id: WordId, *, actor: str) -> Changes:
    """Removes a word, also from everybody who bears it and from products; Undo brings all of it back."""
    old = word(shop, word_id)
    with shop.change(msg("Remove “{word}”", word=shorten(old.word)), actor=actor, topics=_TOPICS) as change:
        bearing, serving = bearers(shop, word_id), products_serving(shop, word_id)
        change.delete(CustomerWordTable, bearing.values())
        change.delete(ProductWordTable, serving.values())
        change.delete(WordTable, [word_id])
        change.touch_many(CustomerTable, bearing)
        change.touch_many(ProductTable, serving)
    return change.changes


def set_lead(shop: Shop, word_id: WordId, version: int, days: int | None, *, actor: str) -> Changes:
    """Sets how many days ahead the days of those who bear a tag are told; None: as the shop does; raises Invalid."""
    return edit(shop, word_id, version, word(shop, word_id).word, days, actor=actor)


def _named(text: str) -> str:
    tidy = checked_word(text, "word")
    if not tidy:
        raise Invalid("word", msg("Enter a word."))
    return tidy
