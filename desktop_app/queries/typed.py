"""What somebody typed as ways to people: for each typed word the beginnings any of which will do, and selects of ids.

Names go by the full-text index of a file and by the trigrams of a server, keys by their own indexes; `matching` makes
conditions of lists from them, `search` the hits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.domain.customers import email_key
from desktop_app.domain.keys import MAIL, SOUND, TOWN
from desktop_app.domain.phones import is_phone_like, phone_beginnings
from desktop_app.domain.sounds import is_cyrillic, latin_spellings, sounds_begun
from desktop_app.domain.text import digits_of, search_words
from desktop_app.queries import Shop

CUSTOMERS, RELATIVES = "customer", "relative"  # the tables whose `doc` is indexed
_MOST_WORDS = 8
_LONGEST_WORD = 40
_PHONE_DIGITS = 3
_SHORTEST_OF_BOTH = 3  # letters of words that two people share
_NEWEST = 2_000  # of each of them that are looked at while one types
AFTER = "\U0010ffff"  # stands behind every text that begins alike

Beginnings = Sequence[tuple[str, ...]]


class Ids(NamedTuple):
    """A select of ids, values standing as ?, with its values."""

    text: str
    values: tuple[str, ...]


def typed_words(text: str) -> list[str]:
    """The words of a typed text as the index keeps them."""
    return [word[:_LONGEST_WORD] for word in search_words(text)[:_MOST_WORDS]]


def as_typed(words: Sequence[str]) -> Beginnings:
    """Names in the letters they were typed in."""
    return [(word,) for word in words]


def in_any_way(words: Sequence[str]) -> Beginnings:
    """The same and more: names of the other alphabet, towns, words of an e-mail address."""
    return [tuple(dict.fromkeys((word, *_others(word)))) for word in words]


def named(shop: Shop, table: str, words: Beginnings, *, limit: int | None = None, only: str = "") -> Ids:
    """Those of a table who have for each word a name that begins so, the newest where only `limit` are wanted.

    `only` is a further condition of ours on the table's own columns: so the limit is filled by those who fulfil it.
    """
    if shop.sqlite:
        match = " AND ".join("(" + " OR ".join(f'"{begun}"*' for begun in ways) + ")" for ways in words)
        index = f"{table}_search"
        rows = f" CROSS JOIN {table} ON {table}.id = {index}.rowid" if only else ""
        wanted = f"{index} MATCH ?" + (f" AND {only}" if only else "")
        last = f" ORDER BY {index}.rowid DESC LIMIT {int(limit)}" if limit else ""
        return Ids(f"SELECT {index}.rowid FROM {index}{rows} WHERE {wanted}{last}", (match,))
    patterns = [[pattern for begun in ways for pattern in _patterns(begun)] for ways in words]
    conditions = ["(" + " OR ".join(["doc LIKE ?"] * len(ways)) + ")" for ways in patterns]
    wanted = " AND ".join([*conditions, only] if only else conditions)
    last = f" LIMIT {int(limit)}" if limit else ""
    return Ids(f"SELECT id FROM {table} WHERE {wanted}{last}", tuple(pattern for ways in patterns for pattern in ways))


def named_after(shop: Shop, words: Beginnings, *, limit: int | None = None) -> Ids | None:
    """The people around customers by one word of theirs and another of their customer's: a child's family name."""
    if len(words) != 2 or not all(len(word) >= _SHORTEST_OF_BOTH and word.isalpha() for ways in words for word in ways):
        return None
    parts: list[Ids] = []
    for one, other in (words, reversed(words)):
        theirs = named(shop, RELATIVES, [one], limit=limit and _NEWEST)
        whose = named(shop, CUSTOMERS, [other], limit=limit and _NEWEST)
        if limit:  # a part of a union takes none of its own
            theirs, whose = (each._replace(text=f"SELECT * FROM ({each.text}) AS few") for each in (theirs, whose))
        # by whose they are: a file's index of that alone tells both ids, and is read in far fewer places than the rows
        number = "+id" if shop.sqlite else "id"
        text = f"SELECT id FROM relative WHERE {number} IN ({theirs.text}) AND customer_id IN ({whose.text})"
        parts.append(Ids(text, theirs.values + whose.values))
    last = f" LIMIT {int(limit)}" if limit else ""
    return Ids(" UNION ALL ".join(part.text for part in parts) + last, tuple(v for part in parts for v in part.values))


def key_begun(text: str) -> tuple[str, tuple[str, ...]]:
    """The key column a text may begin, of "email_key" and "phone_key", and how it begins; nothing where it is none."""
    if is_phone_like(text):
        return "phone_key", phone_beginnings(text) if len(digits_of(text)) >= _PHONE_DIGITS else ()
    key = email_key(text) if (len(text.split()) == 1 and len(text) > 1) or "@" in text else ""
    return "email_key", (key,) if key else ()


def keyed(column: str, beginnings: Sequence[str], *, limit: int | None = None) -> Ids:
    """The customers whose own e-mail address or telephone begins so."""
    return _ranges("SELECT id FROM customer WHERE", column, beginnings, limit)


def reached(beginnings: Sequence[str], *, limit: int | None = None, show: str = "customer_id") -> Ids:
    """The customers one of whose further e-mail addresses, telephones or messengers begins so."""
    return _ranges(f"SELECT {show} FROM contact WHERE", "key", beginnings, limit)


def mail_words(text: str) -> Beginnings:
    """What was typed after an @ as a word of e-mail addresses; with the name before it the address itself is begun."""
    words = typed_words(text[1:].partition(".")[0]) if text.startswith("@") else []
    return [(MAIL + word,) for word in words]


def _others(word: str) -> Sequence[str]:
    if word.isdigit():
        return ()
    if is_cyrillic(word):
        spellings = latin_spellings(word)
        return (TOWN + word, *spellings, *(TOWN + spelling for spelling in spellings))
    sounds = [SOUND + begun for begun in sounds_begun(word)] if word.isascii() else []
    return (*sounds, TOWN + word, *(TOWN + begun for begun in sounds), MAIL + word)


def _patterns(begun: str) -> tuple[str, ...]:
    """With the space before it even one letter is a trigram that the index knows; what is marked never stands first."""
    return (f"% {begun}%",) if begun[0] in (SOUND, TOWN, MAIL) else (f"{begun}%", f"% {begun}%")


def _ranges(select: str, column: str, beginnings: Sequence[str], limit: int | None) -> Ids:
    wanted = " OR ".join([f"{column} >= ? AND {column} < ?"] * len(beginnings))
    last = f" LIMIT {int(limit)}" if limit else ""
    return Ids(f"{select} {wanted}{last}", tuple(edge for begun in beginnings for edge in (begun, begun + AFTER)))
