"""Some sheets of a run: as typed, as pages for the printer, as cards for the log, and what is begun afterwards."""

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.print_run import Placements, PrintResult, RecordKey
from desktop_app.domain.printing import Kind
from desktop_app.domain.sheet_choice import card_sheets, only_sheets, page_ranges, sheets_of


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
    assert page_ranges(result(12, sides=2, guide=2), (2, 3)) == ((5, 8),)
    assert page_ranges(result(12), ()) == ()
    assert card_sheets(result(12, guide=1)) == 3


def test_only_the_cards_on_the_sheets_chosen_count():
    whole = result(10, free=(3, 4), begun=((3, 4),))
    some = only_sheets(whole, (2,), Imposing())
    assert [(card.order, card.sheet, card.place) for card in some.placed] == [
        (5, 2, 1),
        (6, 2, 2),
        (7, 2, 3),
        (8, 2, 4),
    ]
    assert (some.cards, some.sheets, some.begun) == (4, 1, ())
    assert [order for order, _ in some.printed] == [5, 6, 7, 8]
    assert only_sheets(whole, (), Imposing()) is whole
    assert only_sheets(whole, (3,), Imposing()).begun == ((3, 4),)


def test_a_begun_sheet_that_is_not_printed_stays_as_it_was():
    placed = Placements()
    for n, (sheet, place) in enumerate([(1, 3), (1, 4), (2, 1), (2, 2)]):
        placed.record(RecordKey(n + 1, None, str(n + 1)))
        placed.card(Kind.THANK_YOU)
        placed.lies(n, sheet, place)
    whole = PrintResult(2, 2, placed, free=(3, 4), begun=((3, 4),))
    begun = Imposing(left_over=((3, 4),))
    assert only_sheets(whole, (1,), begun).begun == ()
    assert only_sheets(whole, (2,), begun).begun == ((3, 4), (3, 4))
    assert only_sheets(whole, (2,), Imposing(left_over=((3, 4),), duplex=Duplex.FOLD)).begun == ((3, 4),)
