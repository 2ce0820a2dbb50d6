"""Words that nobody bears but for a slip of the fingers: the words of the search index that come nearest to them.

The distinct words of an index are read off it only where a word one slip away may stand: mostly the first two letters
are right; a wrong, a missing, a doubled letter or two exchanged ones among them leave few beginnings. So nothing is
kept that could grow old. A server is asked by its trigrams instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from desktop_app.domain.keys import SOUND, TOWN
from desktop_app.domain.sounds import is_cyrillic, sounds_begun
from desktop_app.queries import Shop
from desktop_app.queries.typed import CUSTOMERS, RELATIVES, Beginnings

_SHORTEST = 4  # letters of a word that may hold a slip; shorter ones are one slip away from too much
_TWO_FROM = 8  # letters from which two slips are forgiven
_OFFERED = 5
_LOOKED_AT = 3  # words of a text
_ROWS = 2_000  # a server's rows whose words are looked at
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_AFTER = "\U0010ffff"


def near_words(shop: Shop, words: Sequence[str]) -> Beginnings:
    """For each word those of the index that are meant by it, itself where it is there; () where one has none."""
    found: list[tuple[str, ...]] = []
    for word in words[:_LOOKED_AT]:
        there = next(filter(None, (nearest(word, some) for some in _candidates(shop, word))), ())
        if not there:
            return ()
        found.append(there)
    return found


def nearest(word: str, candidates: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """The few candidates (a marked word, how many bear it) that are nearest to a word, perhaps not typed to its end."""
    from rapidfuzz.distance import OSA  # here, because it would take its time at every start

    forms = {"": (word,), **dict(_marked(word))}
    ranked: list[tuple[int, int, int, str]] = []
    for term, count in candidates:
        bare = term.lstrip(SOUND + TOWN)
        for form in forms.get(term[: len(term) - len(bare)], ()):
            most = _slips(form)
            slips = min(
                OSA.distance(form, bare[:end], score_cutoff=most) for end in (len(form), len(form) - 1, len(form) + 1)
            )
            if slips <= most:
                ranked.append((slips, abs(len(bare) - len(form)), -count, term))
    ranked.sort()
    least = ranked[0][0] if ranked else 0
    return tuple(dict.fromkeys(term for slips, _, _, term in ranked if slips == least))[:_OFFERED]


def _slips(word: str) -> int:
    return 0 if len(word) < _SHORTEST else 1 if len(word) < _TWO_FROM else 2


def _marked(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """How a word may stand under each mark."""
    if is_cyrillic(word):
        yield TOWN, (word,)
    else:
        sounds = sounds_begun(word)
        yield from ((SOUND, sounds), (TOWN, (word,)), (TOWN + SOUND, sounds))


def _candidates(shop: Shop, word: str) -> Iterator[Iterable[tuple[str, int]]]:
    """Words of the index with how many bear them, the likelier ones by themselves first."""
    if shop.sqlite:
        yield _off_the_index(shop, {word[:2] if _slips(word) else word, *_marked_beginnings(word)})
        if _slips(word):
            yield _off_the_index(shop, set(_slipped_beginnings(word)))
    else:
        yield _by_trigrams(shop, word)


def _off_the_index(shop: Shop, begun: Collection[str]) -> list[tuple[str, int]]:
    edges = ", ".join(["(?, ?)"] * len(begun))
    text = " UNION ALL ".join(
        f"SELECT term, doc FROM sought CROSS JOIN {table}_search_words WHERE term >= edge AND term < past"
        for table in (CUSTOMERS, RELATIVES)
    )
    values = [edge for start in sorted(begun) for edge in (start, start + _AFTER)]
    found: list[tuple[str, int]] = shop.sql(f"WITH sought (edge, past) AS (VALUES {edges}) {text}", values)
    return found


def _marked_beginnings(word: str) -> Iterator[str]:
    for mark, forms in _marked(word):
        yield from (mark + form[:2] for form in forms if len(form) >= _SHORTEST)


def _slipped_beginnings(word: str) -> Iterator[str]:
    """What a word begins with that comes to this one by a slip in its first letters."""
    first, second, third, fourth = list(word[:4])
    yield from (second + first + third, second + third + fourth, first + third + second, first + third + fourth)
    letters = _RUSSIAN if is_cyrillic(word) else _LATIN if word.isascii() else ""
    for other in letters:
        yield from (other + second + third, other + first + second, first + other + third, first + other + second)


def _by_trigrams(shop: Shop, word: str) -> Iterable[tuple[str, int]]:
    """The words of documents that share most trigrams with the word: all but those a slip and the open end take."""
    if not _slips(word):
        likely = f"% {word}%", f"{word}%"
        text = " UNION ALL ".join([f"(SELECT doc FROM {table} WHERE doc LIKE ? OR doc LIKE ? LIMIT 1)"
                                   for table in (CUSTOMERS, RELATIVES)])  # fmt: skip
        rows = shop.sql(text, likely * 2)
    else:
        share = max(0.2, (len(word) - 3) / (len(word) + 5) - 0.01)  # two exchanged letters take four trigrams
        shop.sql("SELECT set_config('pg_trgm.word_similarity_threshold', ?, false)", (str(round(share, 2)),))
        forms = list(dict.fromkeys((word, *(mark + form for mark, each in _marked(word) for form in each))))
        text = " UNION ALL ".join(
            f"(SELECT doc FROM {table} WHERE ? <% doc ORDER BY ? <<-> doc LIMIT {_ROWS})"
            for table in (CUSTOMERS, RELATIVES)
            for _ in forms
        )
        rows = shop.sql(text, [form for form in forms * 2 for _ in range(2)])
    counts: dict[str, int] = {}
    for (doc,) in rows:
        for term in doc.split():
            counts[term] = counts.get(term, 0) + 1
    return counts.items()
