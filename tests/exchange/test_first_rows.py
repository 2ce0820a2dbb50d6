"""The first row of each key is what a dictionary would say."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange import first_rows
from desktop_app.exchange.first_rows import FirstRows

KEYS = st.one_of(st.text(max_size=3), st.integers(-3, 3).map(lambda n: n * 2**16), st.tuples(st.just("id"), st.text()))


@given(st.lists(KEYS, max_size=60), st.sampled_from((0, 3, 60)))
def test_it_tells_what_a_dictionary_would(keys: list[object], few: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(first_rows, "_FEW", few)
        rows, known = FirstRows(), dict[int, int]()
        for row, key in enumerate(keys):
            assert rows.get(key) == known.get(hash(key))
            assert rows.setdefault(key, row) == known.setdefault(hash(key), row)
            assert rows.get(key) == known[hash(key)]


def test_many_keys_are_kept_in_little_room() -> None:
    rows, count = FirstRows(), 400_000
    for row in range(count):
        assert rows.setdefault(f"#{row}", row) == row
    assert rows.get("#399999") == 399_999
    lots = [lot for lot in rows._lots if lot is not None]
    few = sys.getsizeof(rows._few) + sum(map(sys.getsizeof, [*rows._few, *rows._few.values()]))
    assert (few + sys.getsizeof(rows._lots) + sum(map(sys.getsizeof, lots))) / count < 60
