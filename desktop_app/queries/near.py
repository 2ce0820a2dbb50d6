"""Words that nobody bears but for a slip of the fingers: the words of the search index that come nearest to them.

The distinct words of an index are read off it only where a word one slip away may stand: with a wrong, a missing, a
doubled letter or two exchanged ones among the first four there are some hundred beginnings, and few words under each.
So nothing is kept that could grow old. A server is asked by its trigrams instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.keys import SOUND, TOWN
from desktop_app.domain.sounds import is_cyrillic, sounds_begun
from desktop_app.queries import Shop
from desktop_app.queries.typed import CUSTOMERS, RELATIVES, Beginnings

_SHORTEST = 4  # letters of a word that may hold a slip; shorter ones are one slip away from too much
_TWO_FROM = 8  # letters from which two slips are forgiven
_OFFERED = 5
_LOOKED_AT = 3  # words of a text
_LOOKED_UNDER = 4  # letters of a beginning
_ROWS = 2_000  # a server's rows whose words are looked at
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


def _candidates(shop: Shop, word: str, table: str) -> Iterable[tuple[str, int]]:
    """Words of an index that may be meant, with how many bear them."""
    if not shop.sqlite:
        return _by_trigrams(shop, word, table)
    begun = {*(_beginnings(word) if _slips(word) else (word,)), *_marked_beginnings(word)}
    edges = ", ".join(["(?, ?)"] * len(begun))
    found: list[tuple[str, int]] = shop.sql(
        f"WITH sought (edge, past) AS (VALUES {edges}) SELECT term, doc"
        f" FROM sought CROSS JOIN {table}_search_words WHERE term >= edge AND term < past",
        [edge for start in sorted(begun) for edge in (start, start + _AFTER)],
    )
    return found


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


def _by_trigrams(shop: Shop, word: str, table: str) -> Iterable[tuple[str, int]]:
    """The words of documents that share most trigrams with the word: all but those a slip and the open end take."""
    if not _slips(word):
        text = f"SELECT doc FROM {table} WHERE doc LIKE ? OR doc LIKE ? LIMIT 1"
        rows = shop.sql(text, (f"{word}%", f"% {word}%"))
    else:
        share = max(0.2, (len(word) - 3) / (len(word) + 5) - 0.01)  # two exchanged letters take four trigrams
        shop.sql("SELECT set_config('pg_trgm.word_similarity_threshold', ?, false)", (str(round(share, 2)),))
        forms = list(dict.fromkeys((word, *(mark + form for mark, each in _marked(word) for form in each))))
        one = f"(SELECT doc FROM {table} WHERE ? <% doc ORDER BY ? <<-> doc LIMIT {_ROWS})"
        rows = shop.sql(" UNION ALL ".join([one] * len(forms)), [form for form in forms for _ in range(2)])
    counts: dict[str, int] = {}
    for (doc,) in rows:
        for term in doc.split():
            counts[term] = counts.get(term, 0) + 1
    return counts.items()
