"""A design is tried on real records; what their paper lacks is invented, so that it always says something."""

from __future__ import annotations

import pytest

from desktop_app.actions.design_records import any_record, record_of
from desktop_app.documents.builders import BUILDERS
from desktop_app.documents.fields import VALUES, PaperWords, same_content
from desktop_app.domain.kinds import FOR_SHOP, Kind
from desktop_app.domain.printing import ShopDetails
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.search import Hit, HitKind
from tests.made import bought, person

KINDS = [kind for kind in Kind if kind is not Kind.PARCEL]


def hit(kind: HitKind, number: int) -> Hit:
    return Hit(kind, number, "", "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("found", [HitKind.ORDER, HitKind.CUSTOMER])
def test_every_kind_can_be_tried_on_an_order_and_on_a_person(shop: Shop, kind: Kind, found: HitKind) -> None:
    who = person(shop, "Anna", "Kalniņa")
    order = bought(shop, who, "Linen tablecloth")
    paper = record_of(shop, kind, hit(found, int(order if found is HitKind.ORDER else who)))
    assert paper is not None
    words = PaperWords(Language.LV)
    content = BUILDERS[kind](paper, same_content(ShopDetails("Veikals"), "Inese"), words, asked=frozenset(VALUES))
    assert content.facts >= 0  # no kind refuses it
    if kind is Kind.CONTACTS:
        assert [one.name for one in paper.people] == ["Anna Kalniņa"]
    elif kind not in FOR_SHOP:
        assert paper.customer.family == "Kalniņa"
        assert (paper.order is None) is (kind is Kind.BIRTHDAY)


def test_what_is_gone_is_nobody(shop: Shop) -> None:
    assert record_of(shop, Kind.THANK_YOU, hit(HitKind.ORDER, 999)) is None
    assert record_of(shop, Kind.BIRTHDAY, hit(HitKind.CUSTOMER, 999)) is None


def test_any_record_is_a_real_one_and_another_seed_finds_others(shop: Shop) -> None:
    assert any_record(shop, Kind.THANK_YOU, 1) is None
    names = [f"Person{n}" for n in range(6)]
    for name in names:
        bought(shop, person(shop, name, "Kalniņa"), "Mug")
    found = {paper.customer.given for seed in range(30) if (paper := any_record(shop, Kind.THANK_YOU, seed))}
    assert found <= set(names)
    assert len(found) > 2


def test_a_contact_sheet_is_tried_on_a_few(shop: Shop) -> None:
    for n in range(20):
        person(shop, f"Person{n}", "Kalniņa")
    paper = any_record(shop, Kind.CONTACTS, 3)
    assert paper is not None
    assert len(paper.people) == 12
    assert len({one.name for one in paper.people}) == 12
