"""Every kind of paper on every family of stock is a clean PDF with its faces in it: one side, both sides, folded."""

from __future__ import annotations

import pytest

from desktop_app.documents.stocks import load_stock
from desktop_app.documents.templates import template_names
from desktop_app.domain.cards import Format, format_of
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.printing import Kind
from tests.render.artwork import logo, signature
from tests.render.kinds import SHOP, papers
from tests.render.sheets import outside, run

FAMILIES = {
    "business cards": ("card-85x55-10up-a4", Duplex.LONG),
    "business cards with bleed": ("card-85x55-8up-a4-bleed", Duplex.SHORT),
    "cards": ("a6", Duplex.LONG),
    "cards to cut": ("a6-4up-a4", Duplex.FOLD),
    "long cards": ("dl-3up-a4", Duplex.SHORT),
    "large cards": ("a5-2up-a4", Duplex.OFF),
    "sheets": ("a4", Duplex.OFF),
    "american sheets": ("letter-4up", Duplex.LONG),
    "labels": ("avery-l7169", Duplex.OFF),
    "a roll": ("roll-100x150", Duplex.OFF),
}
KINDS = [kind for kind in Kind if kind is not Kind.PARCEL]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("family", list(FAMILIES))
def test_the_file_is_clean_and_its_faces_are_in_it(kind: Kind, family: str) -> None:
    name, duplex = FAMILIES[family]
    stock = load_stock(name)
    if kind is Kind.CONTACTS and format_of(stock.card) is Format.SMALL:
        stock = load_stock("a5")  # the smaller is refused
    shop = SHOP.__class__(SHOP.name, SHOP.contact, SHOP.link, logo=logo(), address=SHOP.address,
                          signatures={"inese s.": signature()})  # fmt: skip
    design = template_names(kind)[-1]
    result, file = run(
        list(papers(kind))[:6], kind=kind, stock=stock, shop=shop, by="Inese Š.", designs={kind: design},
        imposing=Imposing(duplex=duplex),
    )  # fmt: skip
    assert len(result.placed) > 0
    assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], file)
    rows = [line.split() for line in outside(["pdffonts", "{}"], file).splitlines()[2:]]
    assert rows
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows), rows
