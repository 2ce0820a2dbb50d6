"""What each kind of paper says of a record, which code it shows, and what it refuses to be printed without."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from desktop_app.documents.builders import BUILDERS
from desktop_app.documents.fields import PaperWords, same_content
from desktop_app.documents.model import Content
from desktop_app.documents.preflight import Refused
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import (
    ApologyDetails,
    BirthdayDetails,
    ContactDetails,
    Kind,
    LineDetails,
    PaperDetails,
    ProductDetails,
    ShopDetails,
    VoucherDetails,
)
from desktop_app.domain.reaching import Standing
from desktop_app.domain.shop_words import PROMISE, parts_of
from desktop_app.i18n import Language

EN, RU, LV = Language.EN, Language.RU, Language.LV
LINK = "https://veikals.example"
ANNA = PaperDetails(
    order=OrderId(7), number="#7", language=EN, customer=CustomerFields(given="Anna", family="Ozoliņa"),
    customer_id=None, lines=(LineDetails(2, "Mug"), LineDetails(1, "Tea")), qr=LINK, standing=Standing(),
)  # fmt: skip
VOUCHER = VoucherDetails("TEA4U7", worth=Money(1000, "EUR"), valid_until=dt.date(2026, 5, 31))


def said(kind: Kind, paper: PaperDetails, *fields: str) -> Content:
    """What a kind of paper says of a record."""
    return BUILDERS[kind](
        paper, same_content(ShopDetails("Veikals"), "Inese"), PaperWords(paper.language), asked=frozenset(fields)
    )


def test_no_line_ends_inside_a_telephone_number() -> None:
    contact = same_content(ShopDetails("", contact="ours@veikals.example, +371 2612 3456"), "").values["shop.contact"]
    assert contact.split(" ") == ["ours@veikals.example,", "+371\u00a02612\u00a03456"]


def value(paper: PaperDetails, field: str) -> str:
    """One field as a thank-you card would print it."""
    return said(Kind.THANK_YOU, paper, field).values[field]


@pytest.mark.parametrize(
    ("language", "worth", "text"),
    [
        (EN, {"worth": Money(1000, "EUR")}, "€10"),
        (EN, {"worth": Money(1250, "EUR")}, "€12.50"),
        (LV, {"worth": Money(1000, "EUR")}, "10\u00a0€"),
        (RU, {"percent": 15}, "15\u00a0%"),
        (EN, {"percent": 15}, "15%"),
        (EN, {"what": "free  delivery"}, "free delivery"),
    ],
)
def test_what_a_voucher_is_worth(language: Language, worth: dict[str, object], text: str) -> None:
    voucher = VoucherDetails("X", **worth)  # type: ignore[arg-type]
    paper = dataclasses.replace(ANNA, language=language, voucher=voucher)
    assert value(paper, "voucher.worth") == text
    assert value(paper, "voucher.amount") == ("" if "what" in worth else text)


def test_a_vouchers_code_is_what_the_desk_scans() -> None:
    made = said(Kind.VOUCHER, dataclasses.replace(ANNA, voucher=VOUCHER), "voucher.until", "voucher.code")
    assert made.qr == made.values["voucher.code"] == "TEA4U7"
    assert made.values["voucher.until"] == "31\u00a0May 2026"


@pytest.mark.parametrize("kind", [Kind.BIRTHDAY, Kind.APOLOGY])
def test_a_letter_has_a_code_only_with_a_voucher(kind: Kind) -> None:
    assert said(kind, ANNA).qr == ""
    assert said(kind, dataclasses.replace(ANNA, voucher=VOUCHER)).qr == "TEA4U7"


def test_a_card_for_friends_leads_to_the_shop_or_holds_the_code() -> None:
    friends = dataclasses.replace(ANNA, referral="ANNA77")
    assert said(Kind.REFERRAL, friends, "referral.code").values["referral.code"] == "ANNA77"
    assert said(Kind.REFERRAL, friends).qr == LINK
    assert said(Kind.REFERRAL, dataclasses.replace(friends, qr="#7")).qr == "ANNA77"


def test_a_care_sheet_tells_of_its_product_and_leads_to_the_film() -> None:
    scarf = ProductDetails("Scarf", "S-1", "Wash at 30°.\n\n  Dry flat. ", 24, "https://veikals.example/scarf")
    made = said(
        Kind.CARE_SHEET, dataclasses.replace(ANNA, product=scarf), "product.care", "product.warranty: month / months"
    )
    assert made.qr == scarf.link
    assert made.values["product.care"] == "Wash at 30°.\nDry flat."
    assert made.values["product.warranty: month / months"] == "24\u00a0months"


def test_a_birthday_with_and_without_a_year() -> None:
    day = dt.date(2026, 3, 5)
    forty = dataclasses.replace(ANNA, language=RU, birthday=BirthdayDetails(day, 40))
    assert (value(forty, "birthday.date"), value(forty, "birthday.age")) == ("5\u00a0марта", "40")
    assert value(dataclasses.replace(ANNA, birthday=BirthdayDetails(day)), "birthday.age") == ""


@pytest.mark.parametrize(
    ("bought", "months", "until"),
    [
        (dt.date(2026, 11, 16), 24, "16\u00a0November 2028"), (dt.date(2026, 8, 31), 6, "28\u00a0February 2027"),
        (dt.date(2024, 2, 29), 12, "28\u00a0February 2025"), (dt.date(2026, 12, 31), 1, "31\u00a0January 2027"),
        (dt.date(9999, 1, 31), 1200, "31\u00a0January 9999"), (None, 24, ""),
    ],
)  # fmt: skip
def test_a_warranty_runs_from_the_day_of_purchase_to_a_day_in_the_calendar(
    bought: dt.date | None, months: int, until: str
) -> None:
    lamp = ProductDetails("Lamp", "L-1", warranty_months=months, link="https://l.example/film")
    made = said(Kind.WARRANTY, dataclasses.replace(ANNA, product=lamp, placed_on=bought), "product.until")
    assert (made.values["product.until"], made.qr) == (until, "https://l.example/film")


def test_an_apology_says_what_happened_and_what_is_done() -> None:
    sorry = dataclasses.replace(ANNA, apology=ApologyDetails("the mug was broken", "a new mug"))
    made = said(Kind.APOLOGY, sorry, "apology.what", "apology.promised")
    assert (made.values["apology.what"], made.values["apology.promised"]) == ("the mug was broken", "a new mug")


@pytest.mark.parametrize(
    ("address", "abroad", "lines"),
    [
        (Address("", "Brīvības iela 1 - 2", "Rīga", "", "LV-1010", "LV"), False, "Brīvības iela 1 - 2\nRīga, LV-1010"),
        (Address("", "ул. Ленина, 5", "Тверь", "Тверская обл.", "170000", "RU"), True,
         "ул. Ленина, 5\nТверь\nТверская обл.\n170000\nRUSSIA"),
        (Address("", "1 High St", "Leeds", "", "LS1 1AA", "GB"), True, "1 High St\nLeeds\nLS1 1AA\nUNITED KINGDOM"),
        (Address("", "5 Main St\nApt 2", "Salem", "OR", "97301", "US"), True,
         "5 Main St\nApt 2\nSalem, OR 97301\nUNITED STATES"),
        (Address("", "Hauptstr. 3", "Berlin", "", "10115", "DE"), True,
         "Hauptstr.\N{NO-BREAK SPACE}3\n10115 Berlin\nGERMANY"),
        (Address("", "", "Tartu", "", "", "Igaunija"), True, "Tartu\nIGAUNIJA"),
    ],
)  # fmt: skip
def test_an_address_stands_as_its_post_reads_it(address: Address, abroad: bool, lines: str) -> None:
    made = said(Kind.ADDRESS, dataclasses.replace(ANNA, address=address, abroad=abroad), "address.lines")
    assert (made.values["address.lines"], made.qr) == (lines, "#7")


def test_a_parcel_goes_to_the_name_on_it_else_to_the_customer() -> None:
    home = dataclasses.replace(ANNA, address=Address(street="Iela 1"))
    assert value(home, "address.name") == "Anna Ozoliņa"
    assert value(dataclasses.replace(ANNA, address=Address("Zane", "Iela 1")), "address.name") == "Zane"


def test_names_and_counts_take_the_form_the_text_asks_for() -> None:
    russian = dataclasses.replace(ANNA, language=RU, customer=CustomerFields(given="Анна", family="Ёлкина"))
    assert value(russian, "customer.name.dative") == "Анне Ёлкиной"
    assert value(russian, "customer.called.genitive") == "Анны"
    assert value(russian, "order.count: вещь / вещи / вещей") == "3\u00a0вещи"
    assert value(dataclasses.replace(ANNA, lines=()), "order.count: item / items") == ""


def test_the_promise_is_the_shops_own_words_part_by_part() -> None:
    made = said(Kind.PROMISE, dataclasses.replace(ANNA, parts=tuple(parts_of(PROMISE[EN]))))
    assert [row.quantity for row in made.articles] == ["1", "2", "3", "4", "5"]
    assert made.articles[1].name == "If you change your mind"
    assert made.articles[1].sku.startswith("You have 14 days")
    assert made.qr == LINK


def test_a_part_without_a_heading_is_a_text() -> None:
    made = said(Kind.MISSION, dataclasses.replace(ANNA, parts=tuple(parts_of("Be kind.\n \n\nTwice\nLook twice.\n"))))
    assert [(row.name, row.sku) for row in made.articles] == [("Be kind.", ""), ("Twice", "Look twice.")]
    assert made.qr == ""


def test_a_contact_sheet_has_a_row_for_each_person() -> None:
    people = (
        ContactDetails(
            "Anna", "+371 2000", "a@b.example", Address("", "Iela 1", "Rīga", "", "LV-1010", "LV"), "calls back"
        ),
        ContactDetails("Maie", address=Address(city="Tartu", postcode="51005", country="EE"), abroad=True),
        ContactDetails("Zane", address=Address(city="Tartu")),
        ContactDetails(""),
    )
    made = said(Kind.CONTACTS, dataclasses.replace(ANNA, people=people))
    assert [(row.quantity, row.name, row.sku) for row in made.articles] == [
        ("Anna", "+371 2000 · a@b.example", "Iela 1, Rīga, LV-1010, calls back"),
        ("Maie", "51005 Tartu, EE", ""),
        ("Zane", "Tartu", ""),
        ("–", "", ""),
    ]


def test_packed_by_lists_what_went_in() -> None:
    assert [row.name for row in said(Kind.PACKED_BY, ANNA).articles] == ["Mug", "Tea"]
    assert said(Kind.PACKED_BY, dataclasses.replace(ANNA, qr="#7")).qr == ""


@pytest.mark.parametrize(
    ("kind", "changes", "what"),
    [
        (Kind.VOUCHER, {}, "a voucher’s code"),
        (Kind.VOUCHER, {"voucher": VoucherDetails("X")}, "what the voucher is worth"),
        (Kind.REFERRAL, {}, "a code for friends"),
        (Kind.CARE_SHEET, {"product": ProductDetails("Mug")}, "care instructions or a how-to link"),
        (Kind.WARRANTY, {"product": ProductDetails("Mug", care="By hand.")}, "a warranty"),
        (Kind.ADDRESS, {"address": Address("Anna")}, "an address"),
    ],
)
def test_a_paper_without_what_it_is_about_is_refused_by_name(kind: Kind, changes: dict[str, object], what: str) -> None:
    with pytest.raises(Refused, match=f"#7.*{what}"):
        said(kind, dataclasses.replace(ANNA, **changes))  # type: ignore[arg-type]
