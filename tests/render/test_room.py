"""Nothing on a starter design stands on anything else or is too long, whatever logo, signature and name there are."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import Image

from desktop_app.documents.stocks import load_stock
from desktop_app.documents.templates import load_template, template_names
from desktop_app.domain.cards import Template
from desktop_app.domain.printing import Kind
from desktop_app.domain.signatures import signature_key
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language
from desktop_app.render.shaping import Fonts
from tests.documents.designs import LETTER, template
from tests.render.awkward import cases
from tests.render.kinds import PEOPLE, SHOP, STOCKS, paper
from tests.render.room import meetings

EVERY = [(kind, name, stock) for kind, stocks in STOCKS.items() for name in template_names(kind) for stock in stocks]


def block(size: tuple[int, int]) -> bytes:
    """A picture that is ink all over."""
    out = io.BytesIO()
    Image.new("RGB", size, "#303030").save(out, "PNG")
    return out.getvalue()


SHOPS = {
    "no logo": SHOP,
    "wide logo": dataclasses.replace(SHOP, logo=block((250, 100))),
    "no contact": dataclasses.replace(SHOP, contact=""),
    "tall logo": dataclasses.replace(
        SHOP, logo=block((100, 100)), signatures={signature_key("Inese Š."): block((300, 100))}
    ),
}


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    """The faces, read once."""
    return Fonts()


def found(design: Template, stock: Stock, fonts: Fonts) -> list[str]:
    """What stands on something else, in which language and shop, on the card of a person with a long name."""
    return [
        f"{language} {shop_name}: {one}"
        for language in Language
        for shop_name, shop in SHOPS.items()
        for one in meetings(design, paper(design.kind, PEOPLE[2], language), shop, card=stock.card, fonts=fonts)
    ]


@pytest.mark.parametrize(("kind", "name", "stock"), EVERY, ids=["-".join(map(str, one)) for one in EVERY])
def test_nothing_stands_on_anything_else(kind: Kind, name: str, stock: str, fonts: Fonts) -> None:
    assert found(load_template(kind, name), load_stock(stock), fonts) == []


@pytest.mark.parametrize(("kind", "name", "stock"), EVERY, ids=["-".join(map(str, one)) for one in EVERY])
def test_nor_where_the_shop_wishes_no_codes(kind: Kind, name: str, stock: str, fonts: Fonts) -> None:
    design, on, shop = load_template(kind, name), load_stock(stock), SHOPS["tall logo"]
    for language in Language:
        bare = dataclasses.replace(paper(kind, PEOPLE[2], language), qr="")
        assert meetings(design, bare, shop, card=on.card, fonts=fonts) == []


@pytest.mark.parametrize(("kind", "name"), sorted({(kind, name) for kind, name, _ in EVERY}))
def test_a_card_that_lies_has_room_too(kind: Kind, name: str, fonts: Fonts) -> None:
    lying = dataclasses.replace(load_stock("a6"), sheet=(148.0, 105.0), card=(148.0, 105.0))
    assert found(load_template(kind, name), lying, fonts) == []


@pytest.mark.parametrize("stock", ["a6", "card-85x55"])
@pytest.mark.parametrize(("kind", "name"), sorted({(kind, name) for kind, name, _ in EVERY}))
def test_nor_on_an_awkward_record_that_fits(kind: Kind, name: str, stock: str, fonts: Fonts) -> None:
    """Signed or not, with a long contact, note, packer and voucher, with next to nothing, for two at once."""
    design, on = load_template(kind, name), load_stock(stock)
    if kind is Kind.CONTACTS:
        on = load_stock("a4")
    for language in Language:
        for case in (case for case in cases(kind, language) if case.name != "endless"):
            seen = meetings(design, case.paper, case.shop, card=on.card, fonts=fonts, by=case.by)
            assert seen == [] or any(one.endswith("too long") for one in seen), f"{language} {case.name}: {seen}"


def test_what_stands_on_something_else_is_noticed(fonts: Fonts) -> None:
    """The logo under the sprig, and the heading moved up to the shop's name."""
    items = [dict(item) for item in LETTER["items"]]
    for item in items:
        if item["id"] == "sprig":
            item["box"] = {"left": 8, "top": 8, "width": 27, "height": 18}
        if item["id"] == "heading":
            item["box"] = {"top": 16}
    seen = found(template(items=items), load_stock("a6"), fonts)
    assert {one.split(": ")[1] for one in seen} >= {"sprig on logo", "logo on heading", "sprig on heading"}
