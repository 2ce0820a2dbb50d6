import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.packing import (
    Needs,
    PackingStep,
    PackingStepId,
    ParcelLine,
    Scan,
    Ticks,
    checked,
    needed,
    scan_key,
    ticked,
    ticks_from,
    ticks_text,
)
from desktop_app.domain.products import ProductId

CUP = ParcelLine(1, "Cup", 2, "KR-2", "0475000000012", product=ProductId(7), codes=("475000000012", "kr-2"))
RIBBON = ParcelLine(2, "Ribbon", 1)
LINES = (CUP, RIBBON)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("KR-2", (Scan.RIGHT, 1)),
        (" kr - 2 ", (Scan.RIGHT, 1)),
        ("0475000000012", (Scan.RIGHT, 1)),
        ("475000000012", (Scan.RIGHT, 1)),  # UPC-A, as some scanners leave the nought out
        ("7", (Scan.RIGHT, 1)),  # the product's number in the shop
        ("2", (Scan.LINE_DONE, 2)),  # what bears no code is ticked by its line
        ("1", (Scan.WRONG, None)),
        ("", (Scan.WRONG, None)),
        ("999", (Scan.WRONG, None)),
    ],
)
def test_what_a_scan_means(code, found):
    assert checked(LINES, code) == found


def test_the_last_piece_ends_the_parcel_and_one_more_is_too_many():
    almost = ticked(LINES, Ticks({1: 1, 2: 1}))
    assert checked(almost, "KR-2") == (Scan.ALL_DONE, 1)
    assert checked(ticked(LINES, Ticks({1: 2, 2: 1})), "KR-2") == (Scan.TOO_MANY, 1)


def test_the_same_article_on_two_lines_is_ticked_on_one_after_the_other():
    again = ParcelLine(3, "Cup", 1, "KR-2", codes=("kr-2",))
    lines = ticked((CUP, again), Ticks({1: 2}))
    assert checked(lines, "KR-2") == (Scan.ALL_DONE, 3)


@given(st.lists(st.integers(1, 3), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_every_parcel_ends_when_all_its_pieces_were_scanned(quantities, chance):
    lines = tuple(ParcelLine(n, str(n), pieces, codes=(f"c{n}",)) for n, pieces in enumerate(quantities, 1))
    scans = [f"C{line.position}" for line in lines for _ in range(line.quantity)]
    chance.shuffle(scans)
    ticks: dict[int, int] = {}
    for code in scans:
        scan, position = checked(ticked(lines, Ticks(ticks)), code)
        assert scan not in (Scan.WRONG, Scan.TOO_MANY)
        ticks[position] = ticks.get(position, 0) + 1
    assert scan is Scan.ALL_DONE
    assert checked(ticked(lines, Ticks(ticks)), scans[0])[0] is Scan.TOO_MANY


@given(st.dictionaries(st.integers(1, 99), st.integers(1, 9)), st.frozensets(st.integers(1, 99)))
def test_ticks_are_read_as_they_were_kept(lines, steps):
    kept = Ticks(lines, frozenset(map(PackingStepId, steps)))
    found = ticks_from(ticks_text(kept))
    assert (dict(found.lines), found.steps) == (lines, steps)


def test_no_ticks_are_none():
    assert ticks_from("") == Ticks()


def test_a_parcel_needs_the_steps_of_its_traits():
    steps = [PackingStep((), needs) for needs in Needs]
    assert [step.needs for step in needed(steps, [Needs.GIFT])] == [Needs.EVERY, Needs.GIFT]
    assert needed(steps, Needs) == tuple(steps)


def test_short_numbers_keep_their_noughts():
    assert (scan_key("007"), scan_key("00000000007")) == ("007", "7")
