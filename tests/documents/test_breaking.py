"""Lines break where they may, and where they look best."""

from __future__ import annotations

from functools import cache
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.breaking import RUNT, break_lines, fill_lines, parts

NEVER = 1e9


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Žagariņa", ["Žagariņa"]),
        ("Ķēniņš-Žagariņa", ["Ķēniņš-", "Žagariņa"]),
        ("что-то", ["что-то"]),
        ("2026-11-20", ["2026-11-20"]),
        ("LV-100023", ["LV-100023"]),
        ("AUTUMN-TEA4-U7KM-2026,", ["AUTUMN-TEA4-U7KM-2026,"]),
        ("Код\u00a0AUTUMN-TEA4-U7KM-2026,", ["Код\u00a0AUTUMN-TEA4-U7KM-2026,"]),
        ("+371-2000", ["+371-2000"]),
        ("shop.lv/karte", ["shop.lv/", "karte"]),
        ("1/2", ["1/2"]),
        ("тепло—и", ["тепло—", "и"]),
        ("кофе\u00a0и\u00a0чай", ["кофе\u00a0и\u00a0чай"]),
        ("李小龍", ["李", "小", "龍"]),
    ],
)
def test_a_word_parts_only_where_a_reader_would_part_it(word: str, expected: list[str]) -> None:
    assert parts(word) == expected


def best(starts: list[float], ends: list[float], width: float) -> tuple[int, float]:
    """The fewest lines, and the least squared slack with so many (a last line that looks lost costs): by trying all."""
    count = len(ends)

    @cache
    def ways(begin: int) -> dict[int, float]:
        found: dict[int, float] = {}
        if ends[-1] - starts[begin] <= width + 1e-9:
            found[1] = width * width * 0.25 if ends[-1] - starts[begin] < RUNT * width else 0.0
        for after in range(begin + 1, count):
            slack = width - (ends[after - 1] - starts[begin])
            if slack < -1e-9:
                break
            for lines, cost in ways(after).items():
                found[lines + 1] = min(found.get(lines + 1, NEVER), cost + slack * slack)
        return found

    fewest = min(ways(0))
    return fewest, ways(0)[fewest]


@given(
    st.lists(st.floats(0.3, 9.0), min_size=1, max_size=45),
    st.floats(9.0, 30.0),
    st.lists(st.booleans(), min_size=45, max_size=45),
)
def test_breaks_are_whole_fit_and_are_as_even_as_can_be(widths: list[float], width: float, joined: list[bool]) -> None:
    advances = [w if join else w + 0.25 for w, join in zip(widths, joined, strict=False)]
    starts = list(accumulate(advances, initial=0.0))
    ends = [start + w for start, w in zip(starts, widths, strict=False)]
    lines = break_lines(starts, ends, width)
    assert lines is not None
    assert [lines[0][0], lines[-1][1]] == [0, len(widths)]
    assert all(one[1] == two[0] for one, two in zip(lines, lines[1:], strict=False))
    slacks = [width - (ends[end - 1] - starts[begin]) for begin, end in lines]
    assert min(slacks) > -1e-6
    fewest, least = best(starts, ends, width)
    assert len(lines) == fewest
    if fewest > 1:
        runt = width * width * 0.25 if width - slacks[-1] < RUNT * width else 0.0
        # The search looks at the last places a last line may begin: it may miss by little, never by much.
        assert sum(slack * slack for slack in slacks[:-1]) + runt <= least * 1.25 + 1e-6


def test_a_word_wider_than_the_line_is_not_hidden() -> None:
    assert break_lines([0.0, 3.0, 15.0], [2.5, 14.5], 10.0) is None
    assert fill_lines([0.0, 3.0, 15.0], [2.5, 14.5], 10.0) == [0, 1, 2]


def test_nothing_makes_no_line() -> None:
    assert break_lines([0.0], [], 10.0) == []
