"""Every card lands on a sheet as often as it should, and marks stand only where there is something to cut."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.cutting import Mark, crop_marks
from desktop_app.documents.imposition import sheets
from desktop_app.documents.stocks import load_stock
from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Imposing
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
