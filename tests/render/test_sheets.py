"""On the printed pages every card is where it should be, once, with its back behind it and nothing over its edge."""

from __future__ import annotations

import dataclasses
import re
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop_app.documents.cutting import bleed
from desktop_app.documents.stocks import load_stock
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex, Imposing, Order
from desktop_app.domain.print_run import CardChange, PrintResult
from desktop_app.domain.printing import Kind
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language
from tests.render.marked import AT, GROUND, MM, Found, marked, marks_in, numbered
from tests.render.sheets import outside, pages_of, run

WHITE = (255, 255, 255)
DOWN = 3.1  # mm from a card's upper edge to the box pdftotext draws round a mark
TURNED = (Duplex.LONG, Duplex.SHORT)
NAMES = ["a6-4up-a4", "a6-2up-a4-bleed", "card-85x55-8up-a4-bleed", "avery-l7163", "a6", "dl-3up-a4"]


def printed(
    count: int, stock: Stock | str, imposing: Imposing, *, copies: int = 1, calibration: Calibration | None = None
) -> tuple[PrintResult, list[Found]]:
    """A run of marked cards, and its marks."""
    result, file = run(
        numbered(count), stock=stock, imposing=imposing, copies=copies, designs={Kind.THANK_YOU: marked()},
        calibration=calibration,
    )  # fmt: skip
    return result, marks_in(file)


def through_paper(back: Found, stock: Stock, duplex: Duplex) -> tuple[float, float]:
    """Where a back's text begins, seen through the sheet from the front once the printer has turned it."""
    wide, high = stock.sheet
    if (duplex is Duplex.LONG) == (high >= wide):  # over an upright edge, as one turns a page
        return wide - back.x, back.y
    return back.x + back.width, high - back.y - back.height  # over a lying edge: it was printed upside down


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(NAMES),
    sheets=st.integers(0, 2),
    more=st.integers(-1, 1),
    copies=st.integers(1, 3),
    duplex=st.sampled_from([Duplex.OFF, *TURNED]),
    order=st.sampled_from(Order),
    start=st.integers(0, 20),
    left_over=st.lists(st.sets(st.integers(0, 20), max_size=5), max_size=2),
)
def test_each_card_is_there_once_on_its_place_with_its_back_behind_it(
    name: str, sheets: int, more: int, copies: int, duplex: Duplex, order: Order, start: int,
    left_over: list[set[int]],
) -> None:  # fmt: skip
    stock = load_stock(name)
    count = max(0, sheets * stock.places + more)
    used = tuple(frozenset(place % stock.places + 1 for place in free) for free in left_over)
    imposing = Imposing(start % stock.places + 1, used, duplex=duplex, order=order)
    result, marks = printed(count, stock, imposing, copies=copies)
    fronts = [mark for mark in marks if mark.letter == "F"]
    assert Counter(mark.number for mark in fronts) == dict.fromkeys(range(count), copies)
    assert len(result.placed) == count * copies
    sides = 1 if duplex is Duplex.OFF else 2
    told = {(card.sheet, card.place): int(card.title) for card in result.placed}
    assert len(told) == count * copies  # no place is taken twice
    for mark in fronts:
        [place] = [
            place
            for place in range(stock.places)
            if abs(mark.x - stock.corner(place)[0] - AT) < 0.5 and abs(mark.y - stock.corner(place)[1] - DOWN) < 0.5
        ]
        assert told[mark.page // sides + 1, place + 1] == mark.number
        assert mark.page % sides == 0
    backs = [mark for mark in marks if mark.letter == "B"]
    if duplex is Duplex.OFF:
        assert not backs
        return
    assert len(backs) == len(fronts)
    for back in backs:
        x, y = through_paper(back, stock, duplex)
        # Turned like a page of a book the back begins at its left: that lies behind the front's right.
        assert [
            front
            for front in fronts
            if front.page == back.page - 1
            and front.number == back.number
            and abs(front.x - AT + stock.card[0] - AT - x) < 0.3
            and abs(front.y - y) < 0.3
        ]


def test_the_control_a_back_printed_where_its_front_is_would_be_noticed() -> None:
    stock = load_stock("a6-4up-a4")
    _, marks = printed(1, stock, Imposing(duplex=Duplex.LONG))
    [back] = [mark for mark in marks if mark.letter == "B"]
    wrong = through_paper(back, stock, Duplex.SHORT)
    assert abs(wrong[1] - DOWN) > 100


@pytest.mark.parametrize("name", ["a6-4up-a4", "card-85x55-8up-a4-bleed", "a6", "dl-3up-a4"])
def test_folded_the_back_is_beside_its_front_and_reads_the_same_way(name: str) -> None:
    stock = load_stock(name)
    result, marks = printed(5, stock, Imposing(duplex=Duplex.FOLD))
    assert result.pages == result.sheets
    for number in range(5):
        front, back = sorted((mark for mark in marks if mark.number == number), key=lambda mark: mark.letter)[::-1]
        assert front.page == back.page
        assert front.y == pytest.approx(back.y)
        assert front.x - back.x == pytest.approx(stock.card[0], abs=0.1)


def test_long_cards_in_one_column_fold_at_their_upper_edge() -> None:
    stock = Stock("column", {}, (210.0, 297.0), (210.0, 99.0), columns=1, rows=3)
    _, marks = printed(1, stock, Imposing(duplex=Duplex.FOLD))
    front, back = sorted(marks, key=lambda mark: mark.letter)[::-1]
    assert front.y == pytest.approx(99 + DOWN, abs=0.1)
    # Upside down over the fold: its first letter is at the right, its upper edge near the fold.
    assert back.x + back.width == pytest.approx(210 - AT, abs=0.1)
    assert back.y + back.height == pytest.approx(99 - DOWN, abs=0.1)


def test_folding_takes_part_used_sheets_where_two_places_beside_each_other_are_free() -> None:
    imposing = Imposing(left_over=({2, 3, 4}, {2, 3}), duplex=Duplex.FOLD)  # type: ignore[arg-type]
    result, marks = printed(2, "a6-4up-a4", imposing)
    assert [(mark.page, round(mark.y)) for mark in marks if mark.letter == "F"] == [(0, 152), (1, 3)]
    assert result.free == (3, 4)


def test_marks_show_where_to_fold_only_beside_the_card() -> None:
    stock = load_stock("card-85x55-8up-a4-bleed")
    _, file = run(numbered(1), stock=stock, imposing=Imposing(duplex=Duplex.FOLD), designs={Kind.THANK_YOU: marked()})
    image = picture_of(file)
    middle = round((stock.corner(0)[0] + stock.card[0] + stock.gap_x / 2) * 4)
    dark = [y / 4 for y in range(image.height) for x in (middle - 1, middle) if image.getpixel((x, y)) != WHITE]
    top = stock.corner(0)[1]
    assert dark
    assert all(top - 3.3 < y < top + 0.3 or top + 54.7 < y < top + 58.3 for y in dark)


@settings(max_examples=30, deadline=None)
@given(
    count=st.integers(0, 12), duplex=st.sampled_from([Duplex.OFF, Duplex.FOLD]), order=st.sampled_from(Order),
    start=st.integers(1, 4), left_over=st.lists(st.frozensets(st.integers(1, 4)), max_size=3),
)  # fmt: skip
def test_what_is_left_of_begun_sheets_is_what_was_free_less_what_was_taken(
    count: int, duplex: Duplex, order: Order, start: int, left_over: list[frozenset[int]]
) -> None:
    imposing = Imposing(start, tuple(left_over), duplex=duplex, order=order)
    result, _ = run(numbered(count), stock="a6-4up-a4", imposing=imposing, designs={Kind.THANK_YOU: marked()})
    told = [*left_over, *([frozenset(range(start, 5))] if start > 1 else [])]
    each = 2 if duplex is Duplex.FOLD else 1
    before = [free for free in told if free]
    new = result.sheets - sum(  # sheets taken whole
        1 for free in before if duplex is Duplex.OFF or {1, 2} <= free or {3, 4} <= free
    )
    left = sum(map(len, result.begun))
    assert left == sum(map(len, before)) + 4 * max(new, 0) - each * count
    assert all(0 < len(free) < 4 or free in [tuple(sorted(one)) for one in before] for free in result.begun)


def test_begun_sheets_are_told_for_the_next_run() -> None:
    result, _ = printed(4, "a6-4up-a4", Imposing(left_over=((2, 3), (4,), (1, 2, 3))))
    assert result.begun == ((2, 3),)
    result, _ = printed(1, "a6-4up-a4", Imposing(left_over=((2, 3), (4,))))
    assert result.begun == ((3,), (4,))
    result, _ = printed(2, "a6-4up-a4", Imposing(left_over=((2, 3, 4), (1, 4)), duplex=Duplex.FOLD))
    assert result.begun == ((2,), (1, 4), (3, 4))
    result, _ = printed(0, "a6-4up-a4", Imposing(left_over=((2, 3),)))
    assert result.begun == ((2, 3),)


def test_labels_are_not_folded() -> None:
    with pytest.raises(Invalid, match="not folded"):
        printed(1, "avery-l7160", Imposing(duplex=Duplex.FOLD))


def test_piles_laid_on_one_another_are_in_order() -> None:
    result, marks = printed(10, "a6-4up-a4", Imposing(order=Order.CUT_AND_STACK))
    by_place = sorted((place.place, place.sheet, place.card) for place in result.placed)
    assert [card for _, _, card in by_place] == list(range(1, 11))
    assert result.sheets == 3
    assert [sum(mark.page == page for mark in marks if mark.letter == "F") for page in range(3)] == [4, 4, 2]
    assert result.free == (3, 4)


def test_what_lies_where_is_told_and_what_is_left() -> None:
    result, _ = printed(3, "a6-4up-a4", Imposing(left_over=((4,),), start=2))
    assert [(card.card, card.title, card.sheet, card.place) for card in result.placed] == [
        (1, "0000", 1, 4), (2, "0001", 2, 2), (3, "0002", 2, 3),
    ]  # fmt: skip
    assert result.placed[1].key == "order:1:thank-you"
    assert result.free == (4,)
    assert [result.pages_of(sheet) for sheet in (1, 2)] == [(1, 1), (2, 2)]
    duplex, _ = printed(5, "a6-4up-a4", Imposing(duplex=Duplex.SHORT))
    assert (duplex.pages, duplex.sheets, duplex.pages_of(2)) == (4, 2, (3, 4))


@pytest.mark.parametrize("back", [False, True])
def test_a_calibration_moves_every_point_of_the_page_as_it_says(back: bool) -> None:
    calibration = Calibration(dx=1.5, dy=-2.0, sx=1.01, sy=0.99, back_dx=-3.0, back_dy=0.5)
    imposing = Imposing(duplex=Duplex.LONG)
    letter = "B" if back else "F"
    plain = [mark for mark in printed(4, "a6-4up-a4", imposing)[1] if mark.letter == letter]
    moved = [mark for mark in printed(4, "a6-4up-a4", imposing, calibration=calibration)[1] if mark.letter == letter]
    for one, other in zip(plain, moved, strict=True):
        assert calibration.placed(one.x, one.y, back=back) == pytest.approx((other.x, other.y), abs=0.02)


def picture_of(file: bytes, page: int = 1) -> Image.Image:
    """A page as poppler paints it, four dots a millimetre."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(file)
        outside(["pdftoppm", "-r", "101.6", "-f", str(page), "-l", str(page), str(path), f"{folder}/p"], file)
        [made] = Path(folder).glob("p*.ppm")
        with Image.open(made) as image:
            made_of: Image.Image = image.convert("RGB")
            return made_of


@pytest.mark.parametrize("duplex", [Duplex.OFF, Duplex.SHORT])
@pytest.mark.parametrize("name", ["a6-4up-a4", "a6-2up-a4-bleed", "card-85x55-8up-a4-bleed"])
def test_ink_goes_over_the_edge_as_far_as_there_is_room_and_no_further(name: str, duplex: Duplex) -> None:
    stock = load_stock(name)
    _, file = run(
        numbered(1), stock=stock, imposing=Imposing(duplex=duplex, marks=False),
        designs={Kind.THANK_YOU: marked(ground=True)},
    )  # fmt: skip
    image = picture_of(file)
    dots = [(x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y)) == GROUND]
    x, y = stock.corner(0)
    room = bleed(stock, 0)
    edges = (x - room.left, y - room.top, x + stock.card[0] + room.right, y + stock.card[1] + room.bottom)
    inked = (min(x for x, _ in dots), min(y for _, y in dots), max(x for x, _ in dots), max(y for _, y in dots))
    assert [dot / 4 for dot in inked] == pytest.approx(edges, abs=0.6)


def test_the_boxes_of_a_page_say_where_it_is_trimmed_and_bled() -> None:
    _, file = run(
        numbered(9), stock="card-85x55-8up-a4-bleed", imposing=Imposing(duplex=Duplex.LONG),
        designs={Kind.THANK_YOU: marked()},
    )  # fmt: skip
    boxes = re.findall(r"(Media|Trim|Bleed)Box: +(.*)", outside(["pdfinfo", "-box", "{}"], file))
    told = {name: [float(value) / MM for value in numbers.split()] for name, numbers in boxes}
    assert told["Media"] == pytest.approx([0, 0, 210, 297], abs=0.01)
    assert told["Trim"] == pytest.approx([17, 29.5, 193, 267.5], abs=0.01)
    assert told["Bleed"] == pytest.approx([14, 26.5, 196, 270.5], abs=0.01)
    assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], file)


def test_marks_lie_over_the_ink_on_the_front_only() -> None:
    _, file = run(
        numbered(1), stock="card-85x55-8up-a4-bleed", imposing=Imposing(duplex=Duplex.LONG),
        designs={Kind.THANK_YOU: marked(ground=True)},
    )  # fmt: skip
    front, back = picture_of(file, 1), picture_of(file, 2)
    x, y = load_stock("card-85x55-8up-a4-bleed").corner(0)
    beside = [(round((x - 0.1) * 4) + aside, round((y + n) * 4)) for n in (1, 2, 3) for aside in (-1, 0, 1)]
    assert any(front.getpixel(dot) != GROUND for dot in beside)
    mirrored = [(840 - x, y) for x, y in beside]
    assert all(back.getpixel(dot) == WHITE for dot in mirrored)


def test_one_cards_own_words_and_a_card_left_out() -> None:
    changes = {
        "order:1:thank-you": CardChange({"front": "Dear {Anna}, 100 %"}),
        "order:2:thank-you": CardChange(leave_out=True),
    }
    result, file = run(numbered(4), designs={Kind.THANK_YOU: marked()}, changes=changes)
    pages = [page.strip() for page in pages_of(file)]
    assert pages == ["F0000", "Dear {Anna}, 100 %", "F0003"]
    assert [card.title for card in result.placed] == ["0000", "0001", "0003"]
    assert not result.skipped


def test_a_card_that_only_just_fits_is_found_by_its_number_and_key() -> None:
    long = dataclasses.replace(next(numbered(1)), number="M" * 20)
    people = [*numbered(2), dataclasses.replace(long, order=None, language=Language.LV)]
    result, _ = run(people, copies=2, designs={Kind.THANK_YOU: marked()})
    [remark] = [one for one in result.remarks if "only just" in one.message.text]
    assert (remark.card, remark.title, remark.kind, remark.order) == (5, "M" * 20, Kind.THANK_YOU, None)
    assert remark.key == result.placed[4].key
