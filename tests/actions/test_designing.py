"""What the designer is given: a design with its shop, proofs of it, checks of its words, pictures from the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.actions.designing import (
    Proofer,
    check_words,
    drawings,
    open_design,
    take_picture,
)
from desktop_app.actions.settings import set_settings
from desktop_app.actions.stocks import save_stock
from desktop_app.actions.templates import save_template
from desktop_app.documents.stocks import load_stock
from desktop_app.domain.cards import Fact, Format, Side
from desktop_app.domain.design import CARDS
from desktop_app.domain.design_new import Thing, Wish, add
from desktop_app.domain.design_samples import Sample, sample
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.paper_settings import STOCK
from desktop_app.domain.printing import Kind, ShopDetails
from desktop_app.domain.templates import own_key
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from tests.domain.designs import empty, with_things
from tests.made import BY, TODAY
from tests.pictures import bomb, picture

SHOP = ShopDetails("Mazais veikals", "hello@example.com", "https://example.com")


def see(proofer: Proofer, template: object, which: Sample = Sample.USUAL, language: Language = Language.EN) -> object:
    details = sample(which, language, today=TODAY, qr="10437")
    return proofer.see(
        template, details, card=CARDS[Format.MEDIUM], form=Format.MEDIUM, side=Side.FRONT, language=language,  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_new_design_is_a_blank_card_called_as_its_kind(shop: Shop) -> None:
    opened = open_design(shop, Kind.BIRTHDAY, "")
    assert (opened.template.items, opened.row, opened.base) == ((), None, "")
    assert len(set(opened.template.title.values())) == len(Language)


def test_a_design_of_the_program_and_one_of_the_shop(shop: Shop) -> None:
    ready = open_design(shop, Kind.THANK_YOU, "sprig")
    assert (ready.row, ready.base) == (None, "sprig")
    number, _ = save_template(shop, ready.template, "Ours", base="sprig", actor=BY)
    own = open_design(shop, Kind.THANK_YOU, own_key(number))
    assert own.row is not None
    assert own.row.title[Language.EN] == "Ours"


def test_the_size_the_shop_prints_on_is_looked_at_first(shop: Shop) -> None:
    cards = open_design(shop, Kind.THANK_YOU, "").cards
    assert [card.own for card in cards] == [True] + [False] * (len(Format) - 1)
    assert [card.form for card in cards[:3]] == [Format.MEDIUM, Format.SMALL, Format.TALL]
    label = open_design(shop, Kind.ADDRESS, "").cards[0]
    assert label.own


def test_a_proof_tells_where_everything_stands_and_what_is_wrong(tmp_path: Path) -> None:
    proofer = Proofer(SHOP, by="Ilze")
    template = with_things(Thing.BACKGROUND, Thing.HEADING, Thing.LOGO, Thing.QR)
    page = see(proofer, template)
    assert page.pdf.startswith(b"%PDF")  # type: ignore[attr-defined]
    items = page.items  # type: ignore[attr-defined]
    assert items["background"].frame[:4] == (-3, -3, 111, 154)
    assert items["logo"].hidden  # the shop has none
    assert not items["qr"].hidden
    assert Fact.FIRST in page.facts  # type: ignore[attr-defined]


def test_the_same_design_gives_the_same_page_twice() -> None:
    template = with_things(Thing.HEADING, Thing.ORNAMENT)
    assert see(Proofer(SHOP, by="Ilze"), template).pdf == see(Proofer(SHOP, by="Ilze"), template).pdf  # type: ignore[attr-defined]


@pytest.mark.parametrize("which", list(Sample))
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PARCEL])
def test_every_sample_can_be_tried_on_every_kind(kind: Kind, language: Language, which: Sample) -> None:
    template = empty(kind)
    for thing in (Thing.HEADING, Thing.TEXT):
        template, _ = add(template, Wish(thing), form=Format.MEDIUM)
    page = see(Proofer(SHOP, by="Ilze"), template, which, language)
    assert not page.items["heading"].hidden  # type: ignore[attr-defined]


def test_a_picture_new_to_the_shop_is_seen_and_its_fineness_told() -> None:
    proofer = Proofer(SHOP, by="Ilze")
    taken = take_picture(picture(200, 160))
    proofer.add_pictures({taken.sha256: taken.content})
    template, name = add(empty(), Wish(Thing.PICTURE, picture=taken.sha256, shape=200 / 160), form=Format.MEDIUM)
    seen = see(proofer, template).items[name]  # type: ignore[attr-defined]
    assert seen.dpi == pytest.approx(200 / (50 / 25.4), rel=0.01)
    assert seen.coarse


def test_a_picture_too_large_to_unpack_is_refused() -> None:
    with pytest.raises(Invalid):
        take_picture(bomb(12_000, 12_000))


@pytest.mark.parametrize("words", ["Dear {customer.name}!", "{customer.called|friend}", "50 {{%}}", ""])
def test_good_words(words: str) -> None:
    check_words(words)


@pytest.mark.parametrize(
    ("words", "said"), [("{customer.nam}", "customer.name"), ("{oder.number}", "order.number"), ("{", "brace")]
)
def test_wrong_words_name_the_nearest_right_ones(words: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        check_words(words)


def test_every_ornament_is_there_to_choose() -> None:
    found = drawings()
    assert {"sprig", "stars", "wave"} <= {one.name for one in found}
    assert all(one.paths for one in found)


def test_a_design_that_is_gone(shop: Shop) -> None:
    with pytest.raises(NotFound):
        open_design(shop, Kind.THANK_YOU, own_key(7))


def test_a_design_is_opened_at_the_size_of_the_shops_own_paper(shop: Shop) -> None:
    stock = replace(load_stock("a6"), card=(90.0, 120.0), sheet=(90.0, 120.0))
    key, _ = save_stock(shop, stock, "Ours", actor=BY)
    set_settings(shop, {STOCK: key}, actor=BY)
    first = open_design(shop, Kind.BIRTHDAY, "").cards[0]
    assert (first.own, first.size) == (True, (90.0, 120.0))
