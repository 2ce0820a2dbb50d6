"""What prints but should be looked at is told of the card it stands on; nothing of it keeps a card from paper."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

import pytest

from desktop_app.domain.cards import Box, Colour, LogoItem, Variant
from desktop_app.domain.concerns import Concern
from desktop_app.domain.customers import CustomerFields, CustomerId, GreetingForms
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import CardChange, Remark, Severity
from desktop_app.domain.printed_before import LastPrint, PrintedBefore
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language, english
from tests.pictures import picture
from tests.render.marked import all_sizes, marked, numbered
from tests.render.sheets import SHOP, parcel, parcels, run


def said(remarks: Iterable[Remark]) -> list[tuple[int, str]]:
    """The number of each card with what is said of it."""
    assert all(remark.severity is Severity.WARN for remark in remarks)
    return [(remark.card, english(remark.message)) for remark in remarks]


def test_a_card_for_nobody_is_told_only_where_it_greets() -> None:
    nobody = parcel(7, customer=CustomerFields(email="a@example.com"))
    result, _ = run([*parcels(2), nobody])
    assert said(result.remarks) == [(3, "No name is known: the card greets without one.")]
    assert result.remarks[0].key == result.placed[2].key
    result, _ = run([nobody], designs={Kind.THANK_YOU: marked()}, imposing=Imposing(duplex=Duplex.LONG))
    assert result.remarks == ()


def test_a_kept_form_of_address_that_no_longer_fits_is_told() -> None:
    kept = CustomerFields(given="Kristīne", family="Ozola", forms=GreetingForms(called="Anna"))
    result, _ = run([parcel(7, customer=kept)])
    told = "“Anna” is kept as the form of address for “Kristīne”: is it still right?"
    assert said(result.remarks) == [(1, told)]
    assert not run([parcel(7, customer=dataclasses.replace(kept, given="Anna"))])[0].remarks
    anna = CustomerFields(given="Anna")
    assert said(run([dataclasses.replace(parcel(7, customer=anna), together=(anna, kept))])[0].remarks) == [(1, told)]


def test_a_name_left_whole_where_another_form_is_wanted_is_told() -> None:
    gift = Variant("{customer.called.dative}")
    design = dataclasses.replace(marked(), items=marked().items[:1], texts={"front": dict.fromkeys(Language, (gift,))})
    told = "“Саша” stays whole where the text wants another form: none is sure. Does it read well?"
    for person, words in [
        (CustomerFields(given="Саша"), [(1, told)]),
        (CustomerFields(given="Саша", forms=GreetingForms(called_to="Саше")), []),
        (CustomerFields(given="Анна"), []),
    ]:
        paper = dataclasses.replace(parcel(7, customer=person), language=Language.RU)
        assert said(run([paper], designs={Kind.THANK_YOU: design})[0].remarks) == words
        english_paper = dataclasses.replace(paper, language=Language.EN, customer=CustomerFields(given="Robin"))
        assert not run([english_paper], designs={Kind.THANK_YOU: design})[0].remarks


def test_a_back_nobody_asked_for_is_told_once() -> None:
    result, _ = run(numbered(3), designs={Kind.THANK_YOU: marked()})
    assert [card for card, _ in said(result.remarks)] == [1]
    assert "has a back" in english(result.remarks[0].message)
    for duplex in (Duplex.SHORT, Duplex.FOLD):
        assert not run(numbered(3), designs={Kind.THANK_YOU: marked()}, imposing=Imposing(duplex=duplex))[0].remarks


def test_a_colour_of_the_shop_that_is_not_set_is_told_once() -> None:
    plain = dataclasses.replace(marked(), items=marked().items[:1])
    design = dataclasses.replace(plain, palette={**plain.palette, Colour.INK: "shop.Rose"})
    result, _ = run(numbered(3), designs={Kind.THANK_YOU: design})
    told = "The shop’s colour Rose is not set: another is printed. Set it in Settings."
    assert said(result.remarks) == [(1, told)]
    shop = dataclasses.replace(SHOP, colours={"Rose": "#A8481F"})
    assert not run(numbered(3), designs={Kind.THANK_YOU: design}, shop=shop)[0].remarks


def test_what_was_printed_before_is_told_with_its_day() -> None:
    last = LastPrint(dt.date(2026, 3, 8), "Anna")
    result, _ = run(parcels(3), before=PrintedBefore({(OrderId(1001), Kind.THANK_YOU, ""): last}))
    assert said(result.remarks) == [(2, "This card was printed already, on 8 March 2026 by Anna.")]
    assert result.cards == 3


@pytest.mark.parametrize(("pixels", "rough"), [(100, True), (900, False)])
def test_a_coarse_picture_is_told_with_its_dots(pixels: int, rough: bool) -> None:
    box = Box(left=all_sizes(10), top=all_sizes(20), width=all_sizes(50), height=all_sizes(50))
    plain = dataclasses.replace(marked(), items=(*marked().items[:1], LogoItem("logo", box)))
    shop = dataclasses.replace(SHOP, logo=picture(pixels, pixels))
    result, _ = run(numbered(2), designs={Kind.THANK_YOU: plain}, shop=shop)
    assert [card for card, _ in said(result.remarks)] == ([1] if rough else [])
    assert not rough or "51 dots" in english(result.remarks[0].message)


def test_a_second_card_of_a_person_within_a_year_is_told() -> None:
    anna = dataclasses.replace(parcel(7), order=None, number="", customer_id=CustomerId(3))
    before = PrintedBefore(people={(CustomerId(3), None, Kind.THANK_YOU, ""): LastPrint(dt.date(2026, 3, 8))})
    result, _ = run([anna], before=before)
    assert said(result.remarks) == [
        (1, "This is the second such card within a year: the last one was printed on 8 March 2026.")
    ]
    assert [remark.concern for remark in result.remarks] == [Concern.PRINTED]
    assert not run([parcel(7)], before=before)[0].remarks  # an order of hers is another thing


@pytest.mark.parametrize(
    ("given", "language", "told"),
    [
        ("Anna 29123456", None, Concern.NAME), ("N/A", None, Concern.NAME), ("test", None, Concern.NAME),
        ("J.", None, Concern.NAME), ("Anna", None, None), ("O’Neil", None, None), ("李", None, None),
        ("Anna-Marija", Language.EN, None), ("Пётр", None, Concern.LANGUAGE), ("Пётр", Language.EN, None),
    ],
)  # fmt: skip
def test_a_doubtful_name_or_language_is_told(given: str, language: Language | None, told: Concern | None) -> None:
    whom = parcel(7, language=Language.EN, customer=CustomerFields(given=given, family="Lee", language=language))
    result, _ = run([whom])
    assert [remark.concern for remark in result.remarks] == ([told] if told else [])
    assert result.cards == 1
    quiet, _ = run([whom], designs={Kind.THANK_YOU: marked()}, imposing=Imposing(duplex=Duplex.LONG))
    assert quiet.remarks == ()  # a card that greets nobody has no doubts


def test_words_of_the_card_itself_leave_no_doubt_about_the_name() -> None:
    whom = parcel(7, customer=CustomerFields(given="test"))
    result, _ = run([whom], changes={"order:7:thank-you": CardChange({"greeting": "Dear friend,"})})
    assert result.remarks == ()
