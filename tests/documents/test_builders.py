"""What a card says of a record: values, facts, articles, each as the customer reads it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from desktop_app.documents.builders import BUILDERS, PAPERS, papers_of
from desktop_app.documents.fields import VALUES, PaperWords, same_content
from desktop_app.documents.packing_insert import packing_insert
from desktop_app.documents.preflight import Refused, check_code, missing_letters, too_long
from desktop_app.documents.thank_you import thank_you
from desktop_app.documents.wording import SAME_FIELDS, facts_of
from desktop_app.domain.cards import Fact, Field
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import (
    BirthdayDetails,
    Kind,
    LineDetails,
    PaperDetails,
    ProductDetails,
    ShopDetails,
    VoucherDetails,
)
from desktop_app.domain.reaching import Standing
from desktop_app.i18n import Language

SHOP = ShopDetails("Mazais  veikals ", contact="sveiki@veikals.example")
PARCEL = PaperDetails(
    order=OrderId(7), number="#1007", language=Language.LV, customer=CustomerFields(given="Šarlote", family="Ozoliņa"),
    customer_id=None, lines=(LineDetails(2, "Lina šalle", "LN-1"), LineDetails(1, "", "T-9"), LineDetails(3, " ")),
    total=Money(1250, "EUR"), placed_on=dt.date(2026, 3, 5), first=True, regular=False, qr="https://veikals.example/r/1",
    standing=Standing(),
)  # fmt: skip
EVERY = frozenset([field.value for field in Field] + [fact.value for fact in Fact])


def values(parcel: PaperDetails) -> dict[str, str]:
    """Every field of a record in its customer's language."""
    return thank_you(parcel, same_content(SHOP, "Inese Š."), PaperWords(parcel.language), asked=EVERY).values


def test_every_field_has_a_value() -> None:
    told = {Field.PAGE.value, Field.PAGES.value} | SAME_FIELDS | set(VALUES)
    assert told == {field.value for field in Field}
    said = {name: value for name, value in values(PARCEL).items() if value}
    assert said == {
        "customer.greeting": "Mīļā Šarlote,",
        "customer.called": "Šarlote",
        "customer.name": "Šarlote Ozoliņa",
        "order.number": "#1007",
        "order.date": values(PARCEL)["order.date"],
        "order.total": "12,50\u00a0€",
        "order.item": "Lina šalle",
        "order.count": "6",
        "address.name": "Šarlote Ozoliņa",
        "packer": "Inese Š.",
        "shop.name": "Mazais veikals",
        "shop.contact": "sveiki@veikals.example",
    }


def test_a_date_is_said_in_the_customers_language() -> None:
    assert values(dataclasses.replace(PARCEL, language=Language.RU))["order.date"].startswith("5\u00a0марта 2026")
    assert values(dataclasses.replace(PARCEL, language=Language.EN))["order.date"] == "5\u00a0March 2026"
    assert "5.\u00a0mart" in values(PARCEL)["order.date"]


def test_a_number_of_an_address_stays_with_what_it_counts() -> None:
    home = Address(street="ул. Лесная, д. 112, корп. 4", city="Рига", postcode="LV-1010", country="LV")
    told = values(dataclasses.replace(PARCEL, address=home))["address.lines"]
    assert told.splitlines()[0] == "ул. Лесная, д.\u00a0112, корп.\u00a04"
    assert told.splitlines()[1] == "Рига, LV-1010"


def test_what_is_not_known_is_empty() -> None:
    bare = dataclasses.replace(PARCEL, customer=CustomerFields(), lines=(), total=None, placed_on=None)
    told = values(bare)
    assert [told[name] for name in ("customer.name", "customer.called", "order.date", "order.total", "order.item")] == [
        ""
    ] * 5
    assert told["customer.greeting"]


def test_only_what_is_asked_for_is_made() -> None:
    made = thank_you(PARCEL, same_content(SHOP, ""), PaperWords(Language.LV), asked=frozenset({"order.number"}))
    assert set(made.values) == SAME_FIELDS | {"order.number"}


@pytest.mark.parametrize(
    ("changes", "facts"),
    [
        ({}, {Fact.ORDER, Fact.FIRST, Fact.NAMED, Fact.FEMALE, Fact.QR}),
        (
            {"customer": CustomerFields(given="Jānis", family="Bērziņš")},
            {Fact.ORDER, Fact.FIRST, Fact.NAMED, Fact.MALE, Fact.QR},
        ),
        ({"customer": CustomerFields(email="a@b.example"), "qr": "", "order": None}, {Fact.FIRST}),
        ({"first": False, "regular": True}, {Fact.ORDER, Fact.REGULAR, Fact.NAMED, Fact.FEMALE, Fact.QR}),
        (
            {"gift": "tēja", "voucher": VoucherDetails("X", percent=5)},
            {Fact.ORDER, Fact.FIRST, Fact.NAMED, Fact.FEMALE, Fact.QR, Fact.GIFT, Fact.VOUCHER},
        ),
        (
            {"abroad": True, "birthday": BirthdayDetails(dt.date(2026, 3, 5), None), "first": False},
            {Fact.ORDER, Fact.NAMED, Fact.FEMALE, Fact.QR, Fact.ABROAD, Fact.BIRTHDAY},
        ),
    ],
)
def test_facts_of_a_record(changes: dict[str, object], facts: set[Fact]) -> None:
    parcel = dataclasses.replace(PARCEL, **changes)  # type: ignore[arg-type]
    made = thank_you(parcel, same_content(ShopDetails(""), ""), PaperWords(Language.LV), asked=EVERY)
    assert made.facts == facts_of(facts)


def test_facts_of_a_run() -> None:
    shop = ShopDetails("", contact="c", link="l", logo=b"x")
    assert same_content(shop, "Inese").facts == facts_of([Fact.PACKER, Fact.CONTACT, Fact.LINK, Fact.LOGO])
    assert same_content(ShopDetails("Veikals"), " ").facts == 0


def test_articles_are_named_even_when_the_file_did_not_name_them() -> None:
    made = packing_insert(PARCEL, same_content(SHOP, ""), PaperWords(Language.LV), asked=frozenset())
    assert [(a.quantity, a.name, a.sku) for a in made.articles] == [
        ("2\u00a0×", "Lina šalle", "LN-1"),
        ("1\u00a0×", "T-9", ""),
        ("3\u00a0×", "–", ""),
    ]


def test_a_parcel_is_a_card_an_insert_and_a_sheet_for_each_product_with_something_to_say() -> None:
    mug, lamp = ProductDetails("Mug", care="By hand."), ProductDetails("Lamp", warranty_months=24, link="https://l.lv")
    made = list(papers_of(Kind.PARCEL, dataclasses.replace(PARCEL, products=(mug, lamp))))
    assert [(kind, paper.product) for kind, paper in made] == [
        (Kind.THANK_YOU, None), (Kind.PACKING_INSERT, None), (Kind.CARE_SHEET, mug), (Kind.CARE_SHEET, lamp),
        (Kind.WARRANTY, lamp),
    ]  # fmt: skip
    alone = dataclasses.replace(PARCEL, products=(mug,))
    assert [paper.product for _, paper in papers_of(Kind.WARRANTY, alone)] == [None]  # refused with what is missing
    assert [kind for kind, _ in papers_of(Kind.PARCEL, PARCEL)] == [Kind.THANK_YOU, Kind.PACKING_INSERT]
    assert [kind for kind, _ in papers_of(Kind.VOUCHER, PARCEL)] == [Kind.VOUCHER]
    assert set(BUILDERS) == {kind for papers in PAPERS.values() for kind in papers}


def test_refusals_name_the_order_and_the_letters() -> None:
    assert str(missing_letters("龍李龍", "#7")) == (
        "#7: these letters cannot be printed: 李, 龍. Write the name in other letters."
    )
    assert "U+D800, U+20E3" not in str(missing_letters("\ud800", "#7"))
    assert "U+D800" in str(missing_letters("\ud800", "#7"))
    assert "and 8 more" in str(missing_letters("".join(map(chr, range(0x4E00, 0x4E14))), "#7"))
    assert "shop’s name" in str(missing_letters("龍", ""))
    assert "#7" in str(too_long("#7"))


@pytest.mark.parametrize("text", ["x" * 251, "я" * 126, "\ud800"])
def test_a_code_nobody_could_read_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="#7"):
        check_code(text, "#7")


def test_a_code_that_can_be_read_is_not_refused() -> None:
    check_code("x" * 250, "#7")
    check_code("", "#7")


def test_without_a_web_address_the_number_is_coded_for_the_bench_and_not_for_the_customer() -> None:
    parcel = dataclasses.replace(PARCEL, qr=PARCEL.number)
    same, words = same_content(SHOP, ""), PaperWords(Language.LV)
    card = thank_you(parcel, same, words, asked=frozenset())
    insert = packing_insert(parcel, same, words, asked=frozenset())
    assert (card.qr, card.facts & facts_of([Fact.QR])) == ("", 0)
    assert (insert.qr, insert.facts & facts_of([Fact.QR])) == ("#1007", facts_of([Fact.QR]))


def test_a_paper_names_a_person_and_never_an_address() -> None:
    assert values(dataclasses.replace(PARCEL, customer=CustomerFields(email="a@b.example")))["customer.name"] == ""
