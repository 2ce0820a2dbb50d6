"""Cards are laid out for their size; what falls away leaves no hole, what is long shrinks, what cannot fit is told."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.layout import Layout
from desktop_app.documents.model import (
    MM,
    ArticleText,
    Code,
    Content,
    Drawing,
    Laid,
    Picture,
    Placed,
    Rectangle,
    TextBlock,
    Trouble,
)
from desktop_app.documents.plan import Ground
from desktop_app.documents.wording import facts_of
from desktop_app.domain.cards import Fact, Template
from desktop_app.i18n import Language
from tests.documents.designs import INSERT, LETTER, design, template
from tests.documents.letters import CAP, Composer

A6, A5 = (105.0, 148.0), (148.0, 210.0)
SAME = {"shop.name": "Mazais veikals", "shop.contact": "", "shop.link": "", "packer": "Inese"}


def layout(
    made: Template | None = None,
    *,
    size: tuple[float, float] = A6,
    same: dict[str, str] = SAME,
    logo: float = 0.0,
    lacking: str = "",
    language: Language = Language.EN,
) -> Layout:
    """The design laid out on a ground of blocks."""
    facts = [fact for fact, known in ((Fact.PACKER, same["packer"]), (Fact.LOGO, logo)) if known]
    ground = Ground(size, language, Composer(lacking))
    extent = {"logo": (round(logo * 100), 100)}.get if logo else None
    return Layout(made or template(), ground, same=Content(dict(same), facts_of(facts)), extent=extent)


def content(*facts: Fact, greeting: str = "Dear Anna,", number: str = "#1", qr: str = "", by: str = "Inese") -> Content:
    """What a record says."""
    values = {**SAME, "packer": by, "customer.greeting": greeting, "order.number": number}
    return Content(values, facts_of([*facts, *([Fact.PACKER] if by else []), *([Fact.QR] if qr else [])]), qr=qr)


def laid(made: Layout, said: Content) -> Laid:
    """The record's only card."""
    pages = made.pages(said)
    assert pages is not None
    assert len(pages) == 1
    return pages[0]


def read(shape: Placed) -> str:
    """A block's text, or what else the shape is."""
    if not isinstance(shape, TextBlock):
        return type(shape).__name__
    return " ".join("".join(p.text for p in shape.pieces[a:b]) for a, b in shape.lines)


def by_text(shapes: list[Placed], beginning: str) -> TextBlock:
    """The block that begins so."""
    return next(s for s in shapes if isinstance(s, TextBlock) and s.pieces[0].text.startswith(beginning))


def test_what_is_the_same_on_every_card_is_laid_once() -> None:
    made = layout()
    assert [read(s) for s in made.static] == ["Rectangle", "MAZAISVEIKALS", "Drawing", "Thankyou!"]
    assert [read(s) for s in laid(made, content()).placed] == ["DearAnna,", "Order#1isonitsway.", "Overlay"]
    assert made.asked == {"customer.greeting", "order.number", "regular", "first"}


def test_what_stands_over_a_text_that_may_reach_it_is_drawn_after_it() -> None:
    """The rule above the signature: a long letter may come as far down."""
    assert [[read(s) for s in layer] for layer in layout().overlays] == [["Rectangle", "Inese"]]


def test_the_logo_takes_the_place_of_the_shops_name_and_keeps_its_shape() -> None:
    wide = next(s for s in layout(logo=6.0).static if isinstance(s, Picture))
    tall = next(s for s in layout(logo=0.5).static if isinstance(s, Picture))
    assert (wide.x, wide.y, wide.width, wide.height) == (10, 10, 30, 5)
    assert (tall.width, tall.height) == (5, 10)


def test_texts_stand_under_each_other_from_baseline_to_capitals() -> None:
    shapes = laid(layout(), content()).placed
    heading = by_text(layout().static, "Thank")
    greeting, letter = by_text(shapes, "Dear"), by_text(shapes, "Order")
    assert heading.y == pytest.approx(40 + CAP * 40 / MM)
    assert greeting.y == pytest.approx(heading.y + 8 + CAP * 20 / MM)
    assert letter.y == pytest.approx(greeting.y + 6 + CAP * 10 / MM)


def test_what_is_not_said_leaves_no_hole() -> None:
    made = layout()
    with_it = laid(made, content(Fact.REGULAR)).placed
    without = laid(made, content()).placed
    assert read(with_it[0]) == "Goodtoseeyouagain."
    gone = by_text(with_it, "Dear").y - by_text(without, "Dear").y
    assert gone == pytest.approx(4 + CAP * 10 / MM)


def test_what_follows_what_is_not_said_stands_no_nearer() -> None:
    items = [dict(item, box={"under": "heading", "gap": 20}) if item["id"] == "regular" else item
             for item in LETTER["items"]]  # fmt: skip
    made = layout(template(items=items))
    heading, greeting = by_text(made.static, "Thank"), by_text(laid(made, content()).placed, "Dear")
    assert greeting.y - CAP * greeting.size / MM - heading.y == pytest.approx(20)


def test_the_first_wording_that_suits_is_taken_and_goes_on_after_the_greeting() -> None:
    russian = layout(language=Language.RU)
    shapes = laid(russian, content(Fact.FIRST, greeting="Дорогая Анна,")).placed
    assert read(shapes[-2]) == "этовашпервыйзаказ."
    shapes = laid(russian, content(Fact.FIRST, greeting="Здравствуйте!")).placed
    assert read(shapes[-2]) == "Этовашпервыйзаказ."


def test_a_text_keeps_clear_of_what_stands_below_it_and_shrinks_for_it() -> None:
    made = layout()
    usual = laid(made, content())
    long = laid(made, content(number="number " * 110))
    assert not usual.tight
    block = by_text(long.placed, "Order")
    assert 8 <= block.size < 10
    assert by_text(long.placed, "Dear").size < 20
    bottom = block.y + (len(block.lines) - 1) * block.leading * block.size / MM
    signature = by_text(made.overlays[0], "Inese")
    assert bottom <= signature.y - CAP * 20 / MM - 4 + 0.01


def test_without_a_packer_the_code_still_keeps_its_room() -> None:
    made = layout(same={**SAME, "packer": ""})
    shapes = laid(made, content(number="number " * 70, qr="https://x", by="")).placed
    block, code = by_text(shapes, "Order"), next(s for s in shapes if isinstance(s, Code))
    assert (code.x, code.y, code.size) == (75, 118, 20)
    assert block.y + (len(block.lines) - 1) * block.leading * block.size / MM <= 114.01


def test_a_text_that_fits_at_no_size_is_told() -> None:
    assert layout().pages(content(number="number " * 400)) is None
    assert not layout(same={**SAME, "shop.name": "veikals " * 400}).fits


def test_letters_no_face_has_are_told() -> None:
    assert laid(layout(lacking="龍"), content(greeting="Dear 李小龍,")).lost == "龍"
    assert layout(lacking="M").lost == "M"


def test_the_same_design_is_laid_out_for_another_size_not_scaled() -> None:
    small, large = (by_text(layout(size=size).static, "Thank") for size in (A6, A5))
    assert (small.x, small.size) == (10, 40)
    assert (large.x, large.size) == (15, 56)
    ornaments = [next(s for s in layout(size=size).static if isinstance(s, Drawing)) for size in (A6, A5)]
    assert [ornament.x for ornament in ornaments] == [105 - 8 - 27, 148 - 8 - 27]
    ground = next(s for s in layout(size=A5).static if isinstance(s, Rectangle))
    assert (ground.x, ground.y, ground.width, ground.height) == (-3, -3, 154, 12)


def test_a_small_card_has_words_of_its_own() -> None:
    texts = {**LETTER["texts"], "letter": {
        language: [{"when": ["small", "first"], "text": "The first!"}, {"when": "!small", "text": "Order"}, "So."]
        for language in ("en", "ru", "lv")
    }}  # fmt: skip
    items = [{**item, "when": "!small"} if item["id"] == "sprig" else item for item in LETTER["items"]]
    made = template(items=items, texts=texts)
    small, large = layout(made, size=(74, 148)), layout(made)
    assert [read(laid(small, content(*facts)).placed[1]) for facts in ((Fact.FIRST,), ())] == ["Thefirst!", "So."]
    assert read(laid(large, content(Fact.FIRST)).placed[1]) == "Order"
    assert [any(isinstance(s, Drawing) for s in one.static) for one in (small, large)] == [False, True]


@pytest.mark.parametrize("right", [10, 40])
def test_a_text_in_a_column_of_its_own_goes_on_beside_the_code(right: float) -> None:
    """Over the whole card it ends above the code, 20 mm high at the lower right; left of it, it may go on."""
    texts = {key: dict.fromkeys(("en", "ru", "lv"), "four " * 50) for key in LETTER["texts"]}
    styles = {**LETTER["styles"], "text": {"face": "serif", "size": 10, "min_size": 4}}
    items = [
        {"type": "text", "id": "letter", "text": "letter", "style": "text", "until": "qr", "clear": 0,
         "box": {"top": 98, "right": right}},
        {"type": "qr", "id": "qr", "box": {"bottom": "margin", "right": "margin", "width": 20}},
    ]  # fmt: skip
    made = layout(template(items=items, texts=texts, styles=styles))
    block = by_text([*made.static, *laid(made, content(qr="x")).placed], "four")
    bottom = block.y + (len(block.lines) - 1) * block.leading * block.size / MM
    assert (bottom > 118) is (right == 40)
    assert bottom <= 138.01


@pytest.mark.parametrize("by", ["Inese", "", "of a name so long that it takes two lines"])
@pytest.mark.parametrize("qr", ["", "https://x"])
def test_a_text_that_rises_stays_above_all_that_it_must(by: str, qr: str) -> None:
    """It hangs on the signature, which may be lower or higher than the code beside it."""
    items = [
        {"type": "text", "id": "note", "text": "letter", "style": "text", "until": "qr", "clear": 3,
         "box": {"above": "signature", "gap": 5}},
        {"type": "text", "id": "signature", "text": "packer", "style": "text",
         "box": {"bottom": "margin", "right": 70}},
        {"type": "qr", "id": "qr", "box": {"bottom": "margin", "right": "margin", "width": 20}},
    ]  # fmt: skip
    made = layout(template(items=items), same={**SAME, "packer": by})
    shapes = [*made.static, *chain(*made.overlays), *laid(made, content(qr=qr, by=by)).placed]
    foot = by_text(shapes, "Order").y
    code = [shape.y - 3 for shape in shapes if isinstance(shape, Code)]
    blocks = [shape for shape in shapes if isinstance(shape, TextBlock) and shape.y > foot]
    signed = [block.y - CAP * block.size / MM - 5 for block in blocks]
    assert len(signed) == bool(by)
    assert foot == pytest.approx(min([*code, *signed, 138.0]))


def insert(count: int) -> tuple[list[Laid] | None, list[str]]:
    """An insert of so many articles: its cards, and all its names in their order."""
    said = Content(
        dict(SAME), facts_of([Fact.PACKER]), tuple(ArticleText("1", f"article{n}", f"S{n}") for n in range(count))
    )
    pages = layout(template(INSERT)).pages(said)
    names = [read(s) for page in pages or [] for s in page.placed if isinstance(s, TextBlock)]
    return pages, [name for name in names if name.startswith("article")]


@given(st.integers(1, 90))
def test_every_article_is_on_one_of_the_cards_once_and_in_order(count: int) -> None:
    pages, names = insert(count)
    assert pages
    assert names == [f"article{n}" for n in range(count)]
    signed = [any(read(s) == "Inese" for s in page.placed) for page in pages]
    assert signed == [False] * (len(pages) - 1) + [True]
    for page in pages:
        for shape in page.placed:
            assert not isinstance(shape, TextBlock) or shape.y <= 138.01


def test_a_long_list_says_which_card_of_how_many_it_is() -> None:
    pages, _ = insert(40)
    assert pages
    said = [[read(s) for s in page.placed if isinstance(s, TextBlock) and "of" in read(s)] for page in pages]
    assert said == [[f"{n + 1}of{len(pages)}"] for n in range(len(pages) - 1)] + [[]]


def test_an_order_without_articles_still_has_its_insert() -> None:
    pages, names = insert(0)
    assert pages
    assert (len(pages), names) == (1, [])


def aligned(align: str) -> TextBlock:
    """The heading of a design that aligns it so."""
    styles: dict[str, Any] = design()["styles"]
    styles["heading"]["align"] = align
    return by_text(layout(template(styles=styles)).static, "Thank")


def test_lines_are_moved_to_where_their_style_says() -> None:
    assert aligned("left").indents == ()
    assert aligned("right").indents[0] == pytest.approx(2 * aligned("centre").indents[0])


def test_articles_in_a_box_of_a_height_go_on_on_further_cards() -> None:
    boxed = design(INSERT)
    boxed["items"][2]["free"] = {"medium": {"left": 10, "top": 50, "width": 85, "height": 30}}
    said = Content(dict(SAME), facts_of([Fact.PACKER]), tuple(ArticleText("1", f"article{n}", "") for n in range(9)))
    pages = layout(template(INSERT, items=boxed["items"])).pages(said)
    assert pages
    bottoms = [max(s.y for s in page.placed if isinstance(s, TextBlock) and s.x == 19) for page in pages]
    assert all(50 < bottom <= 80.01 for bottom in bottoms)
    assert sum(read(s).startswith("article") for page in pages for s in page.placed) == 9


def boxed_text(height: float, *, rising: bool = False, words: int = 40) -> tuple[TextBlock | None, Layout]:
    """The letter in a box of 60 mm and a height, at the top of it or at the bottom."""
    box = {"left": 20, "width": 60, "height": height, **({"bottom": 20} if rising else {"top": 60})}
    items = [{"type": "text", "id": "letter", "text": "letter", "style": "text", "box": box}]
    texts = {"letter": dict.fromkeys(("en", "ru", "lv"), "word " * words)}
    made = layout(template(items=items, texts=texts))
    return next((s for s in made.static if isinstance(s, TextBlock)), None), made


def test_a_text_shrinks_into_the_height_of_its_box_and_begins_where_it_is_held() -> None:
    free, _ = boxed_text(60)
    tight, made = boxed_text(24)
    risen, _ = boxed_text(24, rising=True)
    assert free
    assert tight
    assert risen
    assert (free.size, made.fits) == (10, True)
    assert 8 <= tight.size < 10
    assert tight.y == pytest.approx(60 + CAP * tight.size / MM)
    last = risen.y + (len(risen.lines) - 1) * risen.leading * risen.size / MM
    assert risen.size == tight.size
    assert last == pytest.approx(128)


def test_a_text_too_long_for_its_box_is_told_by_its_key() -> None:
    _, made = boxed_text(10)
    assert not made.fits
    assert [(note.item, note.trouble, note.text) for note in made.notes] == [("letter", Trouble.OVERFLOW, "letter")]


def test_what_hangs_on_a_box_with_a_height_hangs_under_the_box() -> None:
    items = [
        {"type": "text", "id": "letter", "text": "letter", "style": "text",
         "box": {"top": 20, "width": 60, "height": 50}},
        {"type": "rule", "id": "rule", "box": {"under": "letter", "gap": 2}},
    ]  # fmt: skip
    made = layout(template(items=items, texts={"letter": dict.fromkeys(("en", "ru", "lv"), "short")}))
    assert next(s for s in made.static if isinstance(s, Rectangle)).y == 72


def test_a_record_that_does_not_fit_is_told_which_text_is_to_blame() -> None:
    made = layout()
    said = content(number="number " * 400)
    assert made.pages(said) is None
    assert [(note.item, note.text) for note in made.too_long(said)] == [("letter", "letter")]
