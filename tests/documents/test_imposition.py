"""Every card lands on a sheet as often as it should, and marks stand only where there is something to cut."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.cutting import Mark, crop_marks
from desktop_app.documents.duplex import back_lie
from desktop_app.documents.folding import folded
from desktop_app.documents.imposition import free_places, part_used, sheets, stacked
from desktop_app.documents.stocks import load_stock
from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.stock import Stock

FOUR_UP = load_stock("a6-4up-a4")
SPACED = dataclasses.replace(
    FOUR_UP, id="spaced", card=(85.0, 55.0), columns=2, rows=4, left=15.0, top=20.0, gap_x=10.0, gap_y=5.0
)


@given(
    cards=st.integers(0, 30),
    start=st.integers(1, 12),
    copies=st.integers(1, 4),
    columns=st.integers(1, 3),
    rows=st.integers(1, 4),
)
def test_every_card_is_there_as_often_as_it_should(
    cards: int, start: int, copies: int, columns: int, rows: int
) -> None:
    stock = dataclasses.replace(FOUR_UP, columns=columns, rows=rows)
    start = (start - 1) % stock.places + 1
    made = list(sheets(range(cards), stock, Imposing(start=start), copies=copies))
    flat = [card for sheet in made for _, card in sheet]
    assert flat == [card for card in range(cards) for _ in range(copies)]
    places = [place + stock.places * n for n, sheet in enumerate(made) for place, _ in sheet]
    assert places == list(range(start - 1, start - 1 + cards * copies))
    assert len(made) == (-(-(start - 1 + cards * copies) // stock.places) if cards else 0)


RUNS = st.builds(
    lambda columns, rows, start, left_over: (
        dataclasses.replace(FOUR_UP, columns=columns, rows=rows),
        Imposing(
            (start - 1) % (columns * rows) + 1,
            tuple(frozenset((place - 1) % (columns * rows) + 1 for place in free) for free in left_over),
        ),
    ),
    st.integers(1, 4), st.integers(1, 5), st.integers(1, 20),
    st.lists(st.frozensets(st.integers(1, 20), max_size=6), max_size=3),
)  # fmt: skip


@given(run=RUNS, sheets_of=st.integers(0, 4), more=st.integers(-1, 1), stack=st.booleans())
def test_no_place_is_used_twice_and_part_used_sheets_are_filled_first(
    run: tuple[Stock, Imposing], sheets_of: int, more: int, stack: bool
) -> None:
    stock, imposing = run
    cards = max(0, sheets_of * stock.places + more)
    made = list(stacked(cards, stock, imposing) if stack else sheets(range(cards), stock, imposing))
    assert sorted(card for sheet in made for _, card in sheet) == list(range(cards))
    before = part_used(stock, imposing)
    for n, sheet in enumerate(made):
        places = [place for place, _ in sheet]
        there = before[n] if n < len(before) else tuple(range(stock.places))
        assert places == sorted(set(places))
        assert set(places) <= set(there)
        if n < len(made) - 1:
            assert len(places) == len(there)  # only the last sheet is part-filled
        free = free_places(stock, n, places, imposing)
        assert {place - 1 for place in free} | set(places) == set(there)


@given(cards=st.integers(0, 60), columns=st.integers(1, 3), rows=st.integers(1, 4))
def test_piles_of_whole_sheets_laid_on_one_another_are_in_order(cards: int, columns: int, rows: int) -> None:
    stock = dataclasses.replace(FOUR_UP, columns=columns, rows=rows)
    made = [dict(sheet) for sheet in stacked(cards, stock)]
    pile = [sheet[place] for place in range(stock.places) for sheet in made if place in sheet]
    assert pile == list(range(cards))


@pytest.mark.parametrize("imposing", [Imposing(left_over=((1, 5),)), Imposing(left_over=((0,),))])
def test_a_free_place_that_is_not_on_the_sheet_is_refused(imposing: Imposing) -> None:
    with pytest.raises(Invalid, match="4 places"):
        list(stacked(1, FOUR_UP, imposing))


@given(
    columns=st.integers(1, 4), rows=st.integers(1, 4), duplex=st.sampled_from([Duplex.LONG, Duplex.SHORT]),
    lying=st.booleans(), left=st.floats(0, 9), gap=st.floats(0, 6),
)  # fmt: skip
def test_turned_over_each_back_covers_its_front(
    columns: int, rows: int, duplex: Duplex, lying: bool, left: float, gap: float
) -> None:
    sheet = (297.0, 210.0) if lying else (210.0, 297.0)
    stock = Stock("s", {}, sheet, (40.0, 30.0), columns, rows, left, 2 * left, gap, gap / 2)
    for place in range(stock.places):
        back, (x, y) = back_lie(stock, place, duplex), stock.corner(place)
        upright = (duplex is Duplex.LONG) is not lying
        seen = (sheet[0] - back.x - 40, back.y) if upright else (back.x, sheet[1] - back.y - 30)
        assert seen == pytest.approx((x, y))
        assert back.turned is not upright


@given(columns=st.integers(1, 4), rows=st.integers(1, 4), gap=st.sampled_from([0.0, 6.0]))
def test_double_cards_lie_on_the_two_places_they_take(columns: int, rows: int, gap: float) -> None:
    stock = Stock("s", {}, (297.0, 297.0), (60.0, 50.0), columns, rows, 5.0, 5.0, gap, gap)
    double = folded(stock)
    if stock.places == 1:
        assert double.stock.card in ((120.0, 50.0), (60.0, 100.0))
        assert double.stock.sheet != stock.sheet
        return
    assert len(double.pairs) == double.stock.places
    assert len({place for pair in double.pairs for place in pair}) == 2 * double.stock.places
    for n, pair in enumerate(double.pairs):
        (x, y), (first, second) = double.stock.corner(n), (stock.corner(place) for place in pair)
        assert x + double.stock.card[0] / 2 == pytest.approx((first[0] + second[0] + 60) / 2)
        assert y + double.stock.card[1] / 2 == pytest.approx((first[1] + second[1] + 50) / 2)


@pytest.mark.parametrize(("cards", "expected"), [(0, 0), (1, 1), (3, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_the_last_sheet_is_never_forgotten(cards: int, expected: int) -> None:
    assert len(list(sheets(range(cards), FOUR_UP))) == expected


def test_cards_are_taken_no_faster_than_sheets_are_printed() -> None:
    taken: list[int] = []

    def counted() -> object:
        for n in range(100):
            taken.append(n)
            yield n

    next(iter(sheets(counted(), FOUR_UP)))  # type: ignore[call-overload]
    assert len(taken) == 4


@pytest.mark.parametrize(("start", "copies", "field"), [(0, 1, "start"), (5, 1, "start"), (1, 0, "copies")])
def test_a_place_that_is_not_on_the_sheet_is_refused_by_field(start: int, copies: int, field: str) -> None:
    with pytest.raises(Invalid) as told:
        list(sheets([1], FOUR_UP, Imposing(start=start), copies=copies))
    assert told.value.field == field


def inside(mark: Mark, stock: Stock, place: int) -> bool:
    """Whether a mark stands on a card, not beside it or on its edge."""
    x, y = stock.corner(place)
    across = x + 0.01 < mark.x1 < x + stock.card[0] - 0.01 or x + 0.01 < mark.x2 < x + stock.card[0] - 0.01
    down = y + 0.01 < mark.y1 < y + stock.card[1] - 0.01 or y + 0.01 < mark.y2 < y + stock.card[1] - 0.01
    return across and down


@given(st.sampled_from([FOUR_UP, SPACED]), st.sets(st.integers(0, 7), min_size=1))
def test_marks_stand_beside_cards_and_only_where_one_is(stock: Stock, places: set[int]) -> None:
    placed = {place % stock.places for place in places}
    marks = crop_marks(stock, placed)
    assert marks
    assert not any(inside(mark, stock, place) for mark in marks for place in range(stock.places))
    for mark in marks:
        assert 0 <= min(mark.x1, mark.x2) <= max(mark.x1, mark.x2) <= stock.sheet[0]
        assert 0 <= min(mark.y1, mark.y2) <= max(mark.y1, mark.y2) <= stock.sheet[1]
        near = [
            place
            for place in placed
            for x, y in [stock.corner(place)]
            if x - 5 <= mark.x1 <= x + stock.card[0] + 5 and y - 5 <= mark.y1 <= y + stock.card[1] + 5
        ]
        assert near


def test_after_the_first_cut_each_half_still_shows_where_to_cut() -> None:
    marks = crop_marks(FOUR_UP, range(4))
    upper = [mark for mark in marks if mark.x1 == mark.x2 and max(mark.y1, mark.y2) <= 148.5]
    lower = [mark for mark in marks if mark.x1 == mark.x2 and min(mark.y1, mark.y2) >= 148.5]
    assert [Counter(mark.x1 for mark in half) for half in (upper, lower)] == [{105.0: 2}, {105.0: 2}]


def test_a_single_card_needs_no_mark() -> None:
    assert crop_marks(load_stock("a6"), [0]) == []
