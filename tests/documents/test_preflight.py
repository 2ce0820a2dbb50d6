"""What is wrong with every card is laid at the right door: the shop's words, the design's, or one card's own."""

from __future__ import annotations

import pytest

from desktop_app.documents.model import Note, Trouble
from desktop_app.documents.preflight import Refused, check_alike, check_changed, check_size
from desktop_app.domain.cards import Variant
from desktop_app.domain.errors import Invalid
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language

TEXTS = {
    "shop": {Language.EN: (Variant("{shop.name}"),)},
    "motto": {Language.EN: (Variant("Handmade with love and care"),)},
}


@pytest.mark.parametrize(
    ("note", "field", "told"),
    [
        (Note("a", Trouble.OVERFLOW, "shop"), "shop", "shop’s name.*Settings"),
        (Note("a", Trouble.OVERFLOW, "motto"), "design", "“Handmade with love and care” is too long"),
        (Note("a", Trouble.OVERFLOW), "shop", "packer is too long"),
        (Note("a", Trouble.LOST, "shop", "🎉"), "shop", "shop’s name.*🎉"),
        (Note("a", Trouble.LOST, "motto", "🎉🎉"), "design", "letters of the design.*: 🎉\\."),
        (Note("a", Trouble.CODE, "motto"), "design", "code of the design"),
    ],
)
def test_what_all_cards_have_wrong_is_named_at_its_source(note: Note, field: str, told: str) -> None:
    with pytest.raises(Invalid, match=told) as failure:
        check_alike([Note("b", Trouble.TIGHT), note], TEXTS)
    assert failure.value.field == field


@pytest.mark.parametrize("trouble", [Trouble.OVERFLOW, Trouble.LOST, Trouble.CODE])
def test_words_written_for_one_card_are_refused_for_that_card(trouble: Trouble) -> None:
    with pytest.raises(Refused, match="#7") as failure:
        check_changed([Note("a", trouble, "motto", "🎉")], "#7")
    assert failure.value.text == "motto"


def test_what_only_just_fits_keeps_nobody_from_printing() -> None:
    check_alike([Note("a", Trouble.TIGHT, "motto")], TEXTS)
    check_changed([Note("a", Trouble.TIGHT, "motto")], "#7")


def test_a_contact_sheet_is_refused_on_the_smallest_paper() -> None:
    check_size(Kind.CONTACTS, (105, 148))
    check_size(Kind.MISSION, (85, 55))
    with pytest.raises(Invalid, match="Choose A4, Letter or A5") as refused:
        check_size(Kind.CONTACTS, (85, 55))
    assert refused.value.field == "stock"


def test_paper_too_small_for_the_designs_that_are_there_is_refused_once_but_not_for_a_shops_own() -> None:
    check_size(Kind.ADDRESS, (66.7, 25.4))
    check_size(Kind.ADDRESS, (38.1, 21.2), own=True)
    with pytest.raises(Invalid, match="Choose larger paper") as refused:
        check_size(Kind.ADDRESS, (38.1, 21.2))
    assert refused.value.field == "stock"
