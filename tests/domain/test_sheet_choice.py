"""Some sheets of a run: as typed, as pages for the printer, as cards for the log, and what is begun afterwards."""

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex, Imposing, Order
from desktop_app.domain.print_run import Placements, PrintResult, RecordKey
from desktop_app.domain.printing import Kind
from desktop_app.domain.sheet_choice import (
    begun_after,
    card_sheets,
    only_sheets,
    page_ranges,
    ranges_said,
    sheets_of,
    sheets_on,
)


def result(cards: int, *, places: int = 4, sides: int = 1, guide: int = 0, **more) -> PrintResult:
    """A run of orders 1, 2, … laid one after the other on sheets."""
    placed = Placements()
    for n in range(cards):
        placed.record(RecordKey(n + 1, None, str(n + 1)))
        placed.card(Kind.THANK_YOU)
        placed.lies(n, n // places + 1, n % places + 1)
    sheets = -(-cards // places)
    return PrintResult(sheets * sides + guide, sheets + bool(guide), placed, sides=sides, guide=guide, **more)


@pytest.mark.parametrize(
    ("typed", "sheets"),
    [
        ("", ()), ("  ", ()), ("3", (3,)), ("2-3", (2, 3)), ("2–3, 5", (2, 3, 5)), ("5,1", (1, 5)), ("4-", (4, 5)),
        ("1 3 5", (1, 3, 5)), ("2 - 4", (2, 3, 4)), ("1;2", (1, 2)),
    ],
)  # fmt: skip
def test_sheets_as_people_type_them(typed, sheets):
    assert sheets_of(typed, 5) == sheets


@pytest.mark.parametrize("typed", ["0", "6", "3-2", "all", "-2", "2-9", "1,x"])
def test_sheets_that_are_not_there_are_named(typed):
    with pytest.raises(Invalid, match="sheets 1 to 5") as error:
        sheets_of(typed, 5)
    assert error.value.field == "sheets"


def test_pages_follow_from_sides_and_the_cutting_guide():
    assert page_ranges(result(12), (1, 3)) == ((1, 1), (3, 3))
    assert page_ranges(result(12, sides=2, guide=2), (2, 3)) == ((3, 6),)
    assert page_ranges(result(12), ()) == ()
    assert card_sheets(result(12, guide=1)) == 3


def test_sheets_are_said_as_people_write_them():
    assert ranges_said((2, 3, 4, 7)) == "2–4, 7"
    assert ranges_said(()) == ""


def test_pages_chosen_elsewhere_are_sheets_too():
    assert sheets_on(result(12), ((2, 2),)) == (2,)
    assert sheets_on(result(12), ((1, 9),)) == ()
    assert sheets_on(result(12), ()) == ()
    assert sheets_on(result(12, sides=2, guide=2), ((1, 1), (6, 6))) == (1, 3)


def test_only_the_cards_on_the_sheets_chosen_count():
    whole = result(10, free=(3, 4), begun=((3, 4),))
    some = only_sheets(whole, (2,))
    assert [(card.order, card.sheet, card.place) for card in some.placed] == [(n + 4, 2, n) for n in range(1, 5)]
    assert (some.cards, some.sheets) == (4, 1)
    assert [order for order, _ in some.printed] == [5, 6, 7, 8]
    assert only_sheets(whole, ()) is whole


def test_the_last_sheet_is_begun_where_it_is_printed_and_kept():
    whole = result(10, free=(3, 4), begun=((3, 4),))
    assert begun_after(whole, (), Imposing(), last=True) == ((3, 4),)
    assert begun_after(whole, (), Imposing(), last=False) == ()
    assert begun_after(whole, (3,), Imposing(), last=True) == ((3, 4),)
    assert begun_after(whole, (1, 2), Imposing(), last=True) == ()


def test_a_begun_sheet_that_is_not_printed_stays_as_it_was():
    placed = Placements()
    for n, (sheet, place) in enumerate([(1, 3), (1, 4), (2, 1), (2, 2)]):
        placed.record(RecordKey(n + 1, None, str(n + 1)))
        placed.card(Kind.THANK_YOU)
        placed.lies(n, sheet, place)
    whole = PrintResult(2, 2, placed, free=(3, 4), begun=((3, 4),))
    begun = Imposing(left_over=((3, 4),))
    assert begun_after(whole, (), begun, last=True) == ((3, 4),)
    assert begun_after(whole, (1,), begun, last=True) == ()
    assert begun_after(whole, (2,), begun, last=True) == ((3, 4), (3, 4))
    assert begun_after(whole, (2,), begun, last=False) == ((3, 4),)


def test_cards_of_cut_piles_fill_a_begun_sheet_too():
    placed = Placements()
    for n, (sheet, place) in enumerate([(1, 3), (2, 1), (1, 4), (2, 2)]):
        placed.record(RecordKey(n + 1, None, str(n + 1)))
        placed.card(Kind.THANK_YOU)
        placed.lies(n, sheet, place)
    whole = PrintResult(2, 2, placed, free=(3, 4), begun=((3, 4),))
    begun = Imposing(left_over=((3, 4),), order=Order.CUT_AND_STACK)
    assert begun_after(whole, (), begun, last=False) == ()


def test_what_begins_on_a_begun_sheet_and_ends_there_leaves_its_rest():
    some = result(1, free=(2, 3), begun=((2, 3),))
    assert begun_after(some, (), Imposing(left_over=((1, 2, 3),)), last=False) == ((2, 3),)


def test_folded_sheets_are_told_by_the_press_alone():
    whole = result(2, places=2, free=(3, 4), begun=((1, 2), (3, 4)))
    folded = Imposing(duplex=Duplex.FOLD)
    assert begun_after(whole, (), folded, last=True) == ((1, 2), (3, 4))
    assert begun_after(whole, (), folded, last=False) == ((1, 2),)
    assert begun_after(whole, (1,), Imposing(left_over=((4,),), duplex=Duplex.FOLD), last=True) == ((4,),)
