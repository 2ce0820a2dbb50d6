"""Words that nobody bears but for a slip of the fingers: the words of the search index that come nearest to them.

The distinct words of an index are read off it only where a word one slip away may stand: with a wrong, a missing, a
doubled letter or two exchanged ones among the first four there are some hundred beginnings, and few words under each.
So nothing is kept that could grow old. A server, whose index tells no words, leaps from one first given name, family
name and town to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.keys import SOUND, TOWN
from desktop_app.domain.sounds import is_cyrillic, sounds_begun
from desktop_app.queries import Shop
from desktop_app.queries.typed import CUSTOMERS, RELATIVES, Beginnings, typed_words

_SHORTEST = 4  # letters of a word that may hold a slip; shorter ones are one slip away from too much
_TWO_FROM = 8  # letters from which two slips are forgiven
_OFFERED = 5
_LOOKED_AT = 3  # words of a text
_LOOKED_UNDER = 4  # letters of a beginning
_WORDS = 5_000  # of a server that are looked at
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_AFTER = "\U0010ffff"


def near_words(shop: Shop, words: Sequence[str]) -> Beginnings:
    """For each word those of the index that are meant by it, itself where it is there; () where one has none."""
    found: list[tuple[str, ...]] = []
    for word in words[:_LOOKED_AT]:
        asked = (nearest(word, _candidates(shop, word, table)) for table in (CUSTOMERS, RELATIVES))
        there = next(filter(None, asked), ())  # who is around customers is asked only where no customer is meant
        if not there:
            return ()
        found.append(there)
    return found


def nearest(word: str, candidates: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """The few candidates (a marked word, how many bear it) that are nearest to a word, perhaps not typed to its end."""
    from rapidfuzz.distance import OSA  # here, because it would take its time at every start

    forms = {"": (word,), **dict(_marked(word))}
    ranked: list[tuple[tuple[bool, int], int, int, str]] = []
    for term, count in candidates:
        bare = term.lstrip(SOUND + TOWN)
        for form in forms.get(term[: len(term) - len(bare)], ()):
            most = _slips(form)
            slips = min(
                OSA.distance(form, bare[:end], score_cutoff=most) for end in (len(form), len(form) - 1, len(form) + 1)
            )
            if slips <= most:
                begun = OSA.distance(form, bare, score_cutoff=most) > most
                ranked.append(((begun, slips), abs(len(bare) - len(form)), -count, term))
    ranked.sort()
    return tuple(dict.fromkeys(term for how, _, _, term in ranked if how == ranked[0][0]))[:_OFFERED]


def _slips(word: str) -> int:
    return 0 if len(word) < _SHORTEST else 1 if len(word) < _TWO_FROM else 2


def _marked(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """How a word may stand under each mark."""
    if is_cyrillic(word):
        yield TOWN, (word,)
    else:
        sounds = sounds_begun(word)
        yield from ((SOUND, sounds), (TOWN, (word,)), (TOWN + SOUND, sounds))


def _candidates(shop: Shop, word: str, table: str) -> list[tuple[str, int]]:
    """Words of an index that may be meant, with how many bear them."""
    begun = sorted(set(_beginnings(word) if _slips(word) else (word,)))
    if not shop.sqlite:
        return _on_server(shop, word, table, begun)
    begun += _marked_beginnings(word)
    found: list[tuple[str, int]] = shop.sql(
        f"{_sought(begun)} SELECT term, doc FROM sought"
        f" CROSS JOIN {table}_search_words WHERE term >= edge AND term < past",
        _edges(begun),
    )
    return found


def _sought(begun: Sequence[str]) -> str:
    return f"WITH RECURSIVE sought (edge, past) AS (VALUES {', '.join(['(?, ?)'] * len(begun))})"


def _edges(begun: Sequence[str]) -> list[str]:
    return [edge for start in begun for edge in (start, start + _AFTER)]


def _marked_beginnings(word: str) -> Iterator[str]:
    for mark, forms in _marked(word):
        yield from (mark + form[:2] for form in forms if len(form) >= _SHORTEST)


def _beginnings(word: str) -> Iterator[str]:
    """The first letters of words that come to this one by a slip of the fingers."""
    letters = _RUSSIAN if is_cyrillic(word) else _LATIN if word.isascii() else ""
    yield word[:_LOOKED_UNDER]
    for at in range(_LOOKED_UNDER):
        before, here, after = word[:at], word[at], word[at + 1 : _LOOKED_UNDER + 1]
        yield (before + after)[:_LOOKED_UNDER]
        yield (before + after[:1] + here + after[1:])[:_LOOKED_UNDER]
        for other in letters:
            yield (before + other + after)[:_LOOKED_UNDER]
            yield (before + other + here + after)[:_LOOKED_UNDER]


def _on_server(shop: Shop, word: str, table: str, begun: Sequence[str]) -> list[tuple[str, int]]:
    """The first words of keys that begin so, one step of their index for each; the word itself wherever it stands."""
    found: list[tuple[str, int]] = []
    for column, mark in (("given_key", ""), *((("sort_key", ""), ("city_key", TOWN)) if table == CUSTOMERS else ())):
        leaps = _LEAPS.format(sought=_sought(begun), column=column, table=table)
        found += [(mark + term, 1) for (key,) in shop.sql(leaps, _edges(begun)) for term in typed_words(key)[:1]]
    alike = f"SELECT 1 FROM {table} WHERE doc LIKE ? OR doc LIKE ? LIMIT 1"
    if not found and shop.sql(alike, (f"{word}%", f"% {word}%")):
        found.append((word, 1))
    return found


_PAST_WORD = "word || '!'"  # which stands right behind the space that ends a word
_NEXT = (
    "(SELECT split_part({column}, ' ', 1) FROM {table} WHERE {column} >= %s AND {column} < past"
    " ORDER BY {column} LIMIT 1)"
)
_LEAPS = (
    "{sought}, words (word, past) AS ("
    f"SELECT {_NEXT % 'edge'}, past FROM sought"
    f" UNION ALL SELECT {_NEXT % _PAST_WORD}, past FROM words WHERE word IS NOT NULL"
    f") SELECT DISTINCT word FROM words WHERE word IS NOT NULL LIMIT {_WORDS}"
)
