"""Where items come to stand when they are moved, resized, turned, aligned and spread."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import Format, Spot, TextItem
from desktop_app.domain.design import CARDS, Frame, around, frame_of, item_of
from desktop_app.domain.design_items import group, lock, remove
from desktop_app.domain.design_new import Thing
from desktop_app.domain.design_place import Axis, Edge, Stand, align, distribute, grow, move, place, resize, rotate
from desktop_app.domain.printing import Kind
from tests.domain.designs import read_again, stand, standing, with_things

CARD = stand()


def at(template: object, name: str, form: Format = Format.MEDIUM) -> Frame:
    item = item_of(template, name)  # type: ignore[arg-type]
    assert item is not None
    return frame_of(item, form, {})


def test_an_item_moved_on_one_class_of_card_stays_where_it_was_on_the_others() -> None:
    before = with_things(Thing.AREA)
    after = move(before, ["area"], by=(3, -2), stand=CARD)
    assert at(after, "area") == at(before, "area").moved(3, -2)
    for other in (Format.SMALL, Format.LARGE):
        assert at(after, "area", other) == at(before, "area", other)


def test_an_item_that_hung_on_others_stands_where_the_proof_showed_it() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    seen = Frame(10, 71.3, 85, 42)
    moved = move(sprig, ["letter"], by=(0, 5), stand=stand(letter=seen))
    letter = item_of(moved, "letter")
    assert isinstance(letter, TextItem)
    assert letter.free[Format.MEDIUM].top == pytest.approx(76.3)
    assert letter.free[Format.MEDIUM].height == 0  # a text goes on growing with its words
    assert (letter.box.under, list(letter.free)) == ("greeting", [Format.MEDIUM])


def test_what_hangs_on_a_moved_item_stays_where_it_is() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    card = stand(greeting=Frame(10, 60, 85, 6), letter=Frame(10, 71.3, 85, 42))
    moved = move(sprig, ["greeting"], by=(0, -20), stand=card)
    letter = item_of(moved, "letter")
    assert letter is not None
    assert frame_of(letter, Format.MEDIUM, card.places) == Frame(10, 71.3, 85, 42)
    assert letter.free[Format.MEDIUM].height == 0  # it goes on growing with its words
    assert list(letter.free) == [Format.MEDIUM]  # elsewhere it goes on hanging there
    both = move(sprig, ["greeting", "letter"], by=(0, -20), stand=card)
    assert frame_of(item_of(both, "letter"), Format.MEDIUM, card.places).y == pytest.approx(51.3)  # type: ignore[arg-type]


def test_a_text_made_higher_keeps_its_height() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    made = resize(sprig, ["letter"], to=Frame(10, 71.3, 85, 30), stand=stand(letter=Frame(10, 71.3, 85, 42)))
    letter = item_of(made, "letter")
    assert letter is not None
    assert letter.free[Format.MEDIUM].height == 30


def test_a_text_grows_with_its_words_again() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    card = stand(letter=Frame(10, 71.3, 85, 42))
    made = grow(resize(sprig, ["letter"], to=Frame(10, 71.3, 85, 30), stand=card), "letter", stand=card)
    letter = item_of(made, "letter")
    assert letter is not None
    assert letter.free[Format.MEDIUM] == Spot(10, 71.3, 85)
    assert grow(made, "letter", stand=card) == made
    area = with_things(Thing.AREA)
    assert grow(area, "area", stand=card) == area


def test_several_are_resized_together_and_keep_their_shares() -> None:
    one, other = Frame(10, 10, 20, 10), Frame(40, 30, 10, 10)
    template = standing(with_things(Thing.AREA, Thing.ORNAMENT), area=one, ornament=other)
    made = resize(template, ["area", "ornament"], to=Frame(10, 10, 80, 60), stand=CARD)
    assert at(made, "area") == Frame(10, 10, 40, 20)
    assert at(made, "ornament") == Frame(70, 50, 20, 20)


def test_locked_items_stay_and_are_kept() -> None:
    template = lock(with_things(Thing.AREA), ["area"], locked=True)
    assert move(template, ["area"], by=(9, 9), stand=CARD) == template
    assert remove(template, ["area"], stand=CARD) == template
    assert lock(template, ["area"], locked=False) == with_things(Thing.AREA)


def test_one_item_turns_about_its_own_middle_and_all_the_way_round_is_where_it_was() -> None:
    template = with_things(Thing.AREA)
    turned = rotate(template, ["area"], by=30, stand=CARD)
    assert at(turned, "area").centre == at(template, "area").centre
    assert at(turned, "area").rotate == 30
    assert at(rotate(turned, ["area"], by=330, stand=CARD), "area") == at(template, "area")


def test_several_turn_about_their_common_middle() -> None:
    frames = {"area": Frame(0, 0, 10, 10), "ornament": Frame(30, 0, 10, 10)}
    template = standing(with_things(Thing.AREA, Thing.ORNAMENT), **frames)
    turned = rotate(template, ["area", "ornament"], by=90, stand=CARD)
    assert at(turned, "area").centre == (pytest.approx(20), pytest.approx(-10))
    assert at(turned, "ornament").centre == (pytest.approx(20), pytest.approx(20))


def test_the_outline_of_what_is_turned_holds_it() -> None:
    assert Frame(0, 0, 20, 10, 90).outline() == pytest.approx(Frame(5, -5, 10, 20))
    assert around([]) == Frame(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("edge", "where"),
    [
        (Edge.LEFT, (5, 30)), (Edge.RIGHT, (45, 30)), (Edge.CENTRE, (25, 30)),
        (Edge.TOP, (40, 10)), (Edge.BOTTOM, (40, 30)), (Edge.MIDDLE, (40, 20)),
    ],
)  # fmt: skip
def test_several_are_aligned_to_the_outermost(edge: Edge, where: tuple[float, float]) -> None:
    frames = {"area": Frame(5, 10, 50, 30), "ornament": Frame(40, 30, 10, 10)}
    template = standing(with_things(Thing.AREA, Thing.ORNAMENT), **frames)
    made = align(template, ["area", "ornament"], edge=edge, stand=CARD)
    assert at(made, "ornament")[:2] == where


def test_one_alone_is_aligned_to_the_card() -> None:
    made = align(with_things(Thing.AREA), ["area"], edge=Edge.CENTRE, stand=CARD)
    assert at(made, "area").centre[0] == pytest.approx(CARDS[Format.MEDIUM][0] / 2)


def test_what_is_spread_has_equal_distances_and_a_group_moves_whole() -> None:
    template = standing(
        with_things(Thing.AREA, Thing.ORNAMENT, Thing.QR, Thing.LOGO),
        area=Frame(0, 0, 10, 10), ornament=Frame(12, 0, 10, 10), qr=Frame(22, 0, 10, 10), logo=Frame(70, 0, 10, 10),
    )  # fmt: skip
    template = group(template, ["ornament", "qr"])
    made = distribute(template, ["area", "ornament", "qr", "logo"], axis=Axis.ACROSS, stand=CARD)
    assert [at(made, name).x for name in ("area", "ornament", "qr", "logo")] == [0, 30, 40, 70]


def test_two_are_not_spread() -> None:
    template = with_things(Thing.AREA, Thing.ORNAMENT)
    assert distribute(template, ["area", "ornament"], axis=Axis.DOWN, stand=CARD) == template


def test_nothing_gets_lost_or_smaller_than_a_millimetre() -> None:
    template = with_things(Thing.AREA)
    far = place(template, "area", frame=Frame(9000, -9000, 0, -4), stand=CARD)
    assert at(far, "area").width == 1
    assert read_again(far) == far


def test_what_hung_on_a_removed_item_stays_on_every_class_of_card() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    seen = {form: {"greeting": Frame(10, 50 + n, 60, 9)} for n, form in enumerate(Format)}
    made = remove(sprig, ["heading"], stand=Stand(Format.MEDIUM, CARDS[Format.MEDIUM], seen))
    greeting = item_of(made, "greeting")
    assert greeting is not None
    assert [greeting.free[form].top for form in Format] == [50 + n for n in range(len(Format))]
    assert "heading" not in made.texts
    assert "heading" not in made.styles
    assert read_again(made) == made


def test_a_text_the_removed_one_shared_stays() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    other = replace(sprig.items[4], id="again")
    made = remove(replace(sprig, items=(*sprig.items, other)), ["again"], stand=CARD)
    assert made.texts == sprig.texts
    assert made.styles == sprig.styles


def test_a_moment_old_proof_does_not_move_what_was_put_by_hand() -> None:
    stale = stand(area=Frame(1, 1, 1, 1))
    template = standing(with_things(Thing.AREA), area=Frame(20, 20, 30, 30))
    assert at(move(move(template, ["area"], by=(1, 0), stand=stale), ["area"], by=(1, 0), stand=stale), "area").x == 22
