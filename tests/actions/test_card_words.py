"""The words of one card: read as they stand, and tried before they are printed."""

from __future__ import annotations

import dataclasses
import io

import pytest

from desktop_app.actions.card_words import OneCard, card_words, check_card_words
from desktop_app.documents.stocks import load_stock
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.errors import NotFound
from desktop_app.domain.print_run import CardChange
from desktop_app.domain.printing import Kind, PaperDetails, ProductDetails
from desktop_app.domain.settings import SettingValues
from desktop_app.i18n import Language, english
from desktop_app.render.job import PrintJob, run_job
from tests.render.sheets import SHOP, pages_of, parcel


def card(kind: Kind = Kind.THANK_YOU, record: PaperDetails | None = None, *, about: str = "") -> OneCard:
    record = record or parcel(7, "Anna")
    key = f"order:7:{kind}{about}"
    return OneCard(key, Kind.PARCEL, record, SHOP, SettingValues({}), load_stock("a6"), by="Maija")


def test_a_card_says_its_words_with_the_fields_filled() -> None:
    words = card_words(card())
    assert words["greeting"] == "Dear Anna,"
    assert not any("{" in text for text in words.values())
    assert card_words(card(record=parcel(7, "Līga", Language.LV)))["greeting"] == "Mīļā Līga,"


def test_each_care_sheet_has_its_own_words() -> None:
    goods = tuple(ProductDetails(name, care=f"Wash the {name}.") for name in ("Mug", "Scarf"))
    record = parcel(7, products=goods)
    assert "Scarf" in " ".join(card_words(card(Kind.CARE_SHEET, record, about=":Scarf")).values())
    with pytest.raises(NotFound):
        card_words(card(Kind.CARE_SHEET, record, about=":Plate"))


def test_other_words_are_tried_before_they_are_printed() -> None:
    assert check_card_words(card(), {"greeting": "Dearest Anna {friend},"}) is None
    told = check_card_words(card(), {"greeting": "\U00013080"})
    assert told is not None
    assert "cannot be printed" in english(told)
    told = check_card_words(card(), {"letter": "word " * 3000})
    assert told is not None
    assert "does not fit" in english(told)


@pytest.mark.parametrize("given", ["\U00013080", "Ab" * 400, "", "<b>&{packer}"])
def test_a_card_that_cannot_be_printed_has_words_to_mend(given: str) -> None:
    asked = card(record=parcel(7, customer=CustomerFields(given=given)))
    words = card_words(asked)
    assert words["letter"]
    assert check_card_words(asked, {**words, "greeting": "Hello!"}) is None


def test_the_words_are_printed_on_that_card_alone() -> None:
    record = parcel(7, "Anna")
    other = dataclasses.replace(parcel(8, "Berta"))
    out = io.BytesIO()
    words = {**card_words(card(record=record)), "greeting": "Hello, neighbour!"}
    job = PrintJob(
        Kind.THANK_YOU,
        [record, other],
        SHOP,
        "Maija",
        load_stock("a6"),
        changes={"order:7:thank-you": CardChange(words)},
    )
    run_job(job, out)
    first, second = pages_of(out.getvalue())
    assert "Hello, neighbour!" in first
    assert "Dear Anna" not in first
    assert "Dear Berta," in second
