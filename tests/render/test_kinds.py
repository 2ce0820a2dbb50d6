"""Every design of every kind on every stock it is for: all people and languages, both sides, without a remark."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Sequence

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop_app.documents.stocks import load_stock
from desktop_app.documents.templates import load_template, template_names
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import CardChange, RecordKey, Severity
from desktop_app.domain.printing import (
    ApologyDetails,
    ContactDetails,
    Kind,
    LineDetails,
    PaperDetails,
    ProductDetails,
    VoucherDetails,
)
from desktop_app.domain.shop_words import parts_of
from desktop_app.i18n import Language, english
from desktop_app.render.job import PrintJob, run_job
from tests.render.kinds import PEOPLE, SHOP, STOCKS, paper, papers
from tests.render.sheets import close, pages_of

EVERY = [
    (kind, design, stock) for kind, stocks in STOCKS.items() for design in template_names(kind) for stock in stocks
]


# What a person is told of these records and designs all the same, though nothing is wrong with them.
MEANT = ("the card greets without one.", "choose both sides, or folding, to print it.", "is its language right?")


def _usual(kind: Kind) -> str:
    """A6, or what the kind is for."""
    return "a6" if "a6" in STOCKS[kind] else STOCKS[kind][0]


def printed(
    kind: Kind, design: str, stock: str, records: Sequence[PaperDetails], *, duplex: Duplex = Duplex.OFF
) -> tuple[list[str], bytes, int]:
    """What was remarked, the file, and how many cards are in it."""
    out = io.BytesIO()
    job = PrintJob(
        kind=kind, details=records, shop=SHOP, by="Inese Š.", stock=load_stock(stock), designs={kind: design},
        imposing=Imposing(duplex=duplex),
    )  # fmt: skip
    result = run_job(job, out)
    said = [f"{one.title}: {english(one.message)}" for one in result.remarks]
    return [one for one in said if not one.endswith(MEANT)], out.getvalue(), result.cards


def test_every_kind_has_stocks_and_at_least_two_designs() -> None:
    assert set(STOCKS) == set(Kind) - {Kind.PARCEL}
    assert all(len(template_names(kind)) >= 2 for kind in STOCKS)


@pytest.mark.parametrize(("kind", "design", "stock"), EVERY, ids=["-".join(map(str, one)) for one in EVERY])
def test_everybody_gets_this_paper_as_it_was_meant(kind: Kind, design: str, stock: str) -> None:
    records = list(papers(kind))
    duplex = Duplex.LONG if len(load_template(kind, design).sides) > 1 and not stock.startswith("avery") else Duplex.OFF
    remarks, _, cards = printed(kind, design, stock, records, duplex=duplex)
    assert remarks == []
    assert cards >= len(records)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.BIRTHDAY, ["Дорогая Юлия,", "TEA4-U7KM", "10 €", "31 мая 2027"]),
        (Kind.APOLOGY, ["кружка пришла разбитой", "новая кружка уже в пути"]),
        (Kind.REFERRAL, ["ANNA-77K", "на 10 € дешевле"]),
        (Kind.VOUCHER, ["10 €", "TEA4-U7KM", "Юлия Преображенская"]),
        (Kind.WARRANTY, ["Linen scarf, flax blue", "#100", "16 ноября 2026", "16 ноября 2028", "24 месяца"]),
        (Kind.CARE_SHEET, ["Linen scarf, flax blue", "LN-014", "Стирайте вручную"]),
        (Kind.PROMISE, ["Наше обещание", "Если вы передумали", "14 дней"]),
        (Kind.MISSION, ["Прежде чем закрыть коробку"]),
        (Kind.ADDRESS, ["Юлия Преображенская", "125047", "RUSSIA", "Miera iela 12", "#1000"]),
        (Kind.PACKED_BY, ["3 вещи", "Inese Š."]),
        (Kind.CONTACTS, ["Юлия Преображенская", "+371 2612 3456", "zvanīt pēc 17"]),
    ],
)
def test_what_a_person_reads_on_it(kind: Kind, said: list[str]) -> None:
    record = paper(kind, PEOPLE[1], Language.RU)
    _, file, _ = printed(kind, "sprig", _usual(kind), [record])
    text = close("".join(pages_of(file)))
    for words in said:
        assert close(words) in text, words


@pytest.mark.parametrize("kind", [Kind.BIRTHDAY, Kind.APOLOGY, Kind.REFERRAL])
@pytest.mark.parametrize("language", list(Language))
def test_what_is_not_known_falls_away(kind: Kind, language: Language) -> None:
    bare = dataclasses.replace(paper(kind, PEOPLE[4], language), voucher=None, apology=None, gift="")
    for design in template_names(kind):
        remarks, file, _ = printed(kind, design, "a6", [bare])
        assert remarks == []
        text = "".join(pages_of(file))
        assert "{" not in text
        assert "  :" not in text
        assert "TEA4" not in text


@pytest.mark.parametrize("kind", [Kind.BIRTHDAY, Kind.REFERRAL])
def test_words_for_a_vouchers_worth_are_not_put_where_only_an_amount_reads_well(kind: Kind) -> None:
    worded = VoucherDetails("TEA4-U7KM", what="free delivery")
    record = dataclasses.replace(paper(kind, PEOPLE[0], Language.EN), voucher=worded)
    for design in template_names(kind):
        text = "".join(pages_of(printed(kind, design, "a6", [record])[1]))
        assert close("free delivery") in close(text)
        assert not any(close(f"free delivery {rest}") in close(text) for rest in ("less", "off", "for anything"))


def test_a_gift_is_announced_where_there_is_no_voucher() -> None:
    record = dataclasses.replace(paper(Kind.BIRTHDAY, PEOPLE[1], Language.RU), voucher=None, gift="пачка чая")
    _, file, _ = printed(Kind.BIRTHDAY, "sprig", "a6", [record])
    assert close("А в посылке: пачка чая.") in close(pages_of(file)[0])


def test_a_long_contact_sheet_goes_on_and_loses_nobody() -> None:
    record = paper(Kind.CONTACTS, PEOPLE[0], Language.LV)
    _, file, cards = printed(Kind.CONTACTS, "wave", "a4", [record])
    pages = pages_of(file)
    assert len(pages) == cards > 1
    assert sum(close(page).count(close("+371 2612 3456")) for page in pages) == len(record.people)
    assert close(f"1 / {cards}") in close(pages[0])


def a_parcel_with_two_things_to_care_for() -> PaperDetails:
    record = paper(Kind.THANK_YOU, PEOPLE[0], Language.LV)
    mug, scarf = ProductDetails("Krūze", "M-1", "Mazgāt ar roku."), ProductDetails("Šalle", "S-1", "Mazgāt 30 °C.")
    return dataclasses.replace(record, product=None, products=(mug, scarf))


def test_a_parcel_brings_the_care_sheets_of_its_products() -> None:
    _, file, cards = printed(Kind.PARCEL, "sprig", "a6", [a_parcel_with_two_things_to_care_for()])
    assert cards == 4
    assert [close(thing) in close(page) for thing, page in zip(("Krūze", "Šalle"), pages_of(file)[2:], strict=True)]


def test_one_care_sheet_of_two_is_changed_and_one_left_out() -> None:
    record = a_parcel_with_two_things_to_care_for()
    key = RecordKey(record.order, record.customer_id, record.title)
    mug, scarf = (key._replace(product=f"{one.name} · {one.sku}").of(Kind.CARE_SHEET) for one in record.products)
    job = PrintJob(Kind.PARCEL, [record], SHOP, "Inese", load_stock("a6"), changes={mug: CardChange(leave_out=True)})
    result = run_job(job, io.BytesIO())
    assert [(card.kind, card.product) for card in result.placed] == [
        (Kind.THANK_YOU, ""), (Kind.PACKING_INSERT, ""), (Kind.CARE_SHEET, "Šalle · S-1"),
    ]  # fmt: skip
    words = {"heading": "Tikai šallei"}
    changed = dataclasses.replace(job, changes={scarf: CardChange(words=words)}, kind=Kind.CARE_SHEET)
    out = io.BytesIO()
    run_job(changed, out)
    assert [close("Tikai šallei") in close(page) for page in pages_of(out.getvalue())] == [False, True]


ANY = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "C")), max_size=60)


@pytest.mark.parametrize(("kind", "design"), sorted({(kind, design) for kind, design, _ in EVERY}))
@settings(max_examples=8, phases=[Phase.generate])  # a failing list tells enough, and shrinking prints for minutes
@given(st.lists(ANY, min_size=20, max_size=20))
def test_any_text_is_printed_or_refused_by_name(kind: Kind, design: str, texts: list[str]) -> None:
    records = [_said(kind, text, number) for number, text in enumerate(texts, 1)]
    out = io.BytesIO()
    stock = load_stock(_usual(kind))
    result = run_job(PrintJob(kind, records, SHOP, "Inese", stock, {kind: design}), out)
    printed_ones = {key.title for key, _ in result.placed.papers()}
    refused = {one.title for one in result.remarks if one.severity is Severity.STOP}
    assert printed_ones | refused == {record.title for record in records}
    assert all(english(one.message) for one in result.remarks)
    assert not out.getvalue() or b"%%EOF" in out.getvalue()[-8:]


def _said(kind: Kind, text: str, number: int) -> PaperDetails:
    """A record that says a text wherever a person may have typed one."""
    record = paper(kind, CustomerFields(given=text, family=text), list(Language)[number % 3], number=number)
    return dataclasses.replace(
        record,
        order=OrderId(number),
        number=f"#{number}",
        lines=(LineDetails(1, text, text),),
        address=Address(text, text, text, text, text, text),
        voucher=VoucherDetails(text, what=text),
        referral=text,
        apology=ApologyDetails(text, text),
        product=ProductDetails(text, text, text, 1, text),
        gift=text,
        people=(ContactDetails(text, text, text, Address(street=text), text),),
        parts=tuple(parts_of(text)),
    )


@pytest.mark.parametrize("design", template_names(Kind.THANK_YOU))
def test_a_thank_you_card_names_the_gift_that_goes_with_it(design: str) -> None:
    record = dataclasses.replace(paper(Kind.THANK_YOU, PEOPLE[0], Language.LV), gift="paciņa tējas")
    remarks, file, _ = printed(Kind.THANK_YOU, design, "a6", [record])
    assert remarks == []
    assert close("Un vēl kaut kas jums: paciņa tējas.") in close(pages_of(file)[0])
