"""What is wrong with an item is said in few words, the worst first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.cards import BarcodeItem, Condition, Fact, Format, Item, PictureItem, Symbology, TextItem
from desktop_app.domain.design import Frame, box_at
from desktop_app.domain.design_seen import Seen, SeenPicture
from desktop_app.i18n import Language, Words
from desktop_app.ui.designer.remarks import advice_of, remarks_of
from desktop_app.ui.theme.tokens import Tone

FRAME = Frame(0, 0, 10, 10)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (Seen(FRAME), {}),
        (Seen(FRAME, widow=True), {"Short last line": Tone.WARN}),
        (Seen(FRAME, shrunk=True, widow=True), {"Made smaller": Tone.WARN}),
        (Seen(FRAME, overflow=True, shrunk=True), {"Does not fit": Tone.BAD}),
        (Seen(FRAME, lost="龍龍"), {"No letter for 龍": Tone.BAD}),
        (Seen(FRAME, dpi=90.0), {"Prints blurred: 90 dots per inch": Tone.WARN}),
        (Seen(FRAME, overflow=True, hidden=True), {}),
    ],
)
def test_what_is_wrong_is_said(seen: Seen, said: dict[str, Tone]) -> None:
    assert remarks_of(Words(Language.EN), seen) == said


BOX = box_at(FRAME, Format.MEDIUM)
TEXT = TextItem("text", "text", "text", BOX)
PICTURE = PictureItem("picture", "", BOX)
PHOTO = SeenPicture(FRAME, (0, 0, 0, 0), (1200, 800))


@pytest.mark.parametrize(
    ("seen", "item", "way_out"),
    [
        (Seen(FRAME, overflow=True), TEXT, "Make the box larger"),
        (Seen(FRAME, shrunk=True), TEXT, "made smaller so that the words fit"),
        (Seen(FRAME, widow=True), TEXT, "wider or narrower"),
        (Seen(FRAME, lost="龍"), TEXT, "Choose another one"),
        (Seen(FRAME, dpi=100.0, picture=PHOTO), PICTURE, "at most 5 mm wide"),
        (Seen(FRAME, dpi=300.0, picture=PHOTO), PICTURE, "1,200 × 800 pixels, 300 dots per inch here: prints sharply"),
        (Seen(FRAME, overflow=True, hidden=True), BarcodeItem("c", "c", BOX, Symbology.EAN13), "12 or 13 digits"),
        (Seen(FRAME, overflow=True, hidden=True), BarcodeItem("c", "c", BOX, Symbology.CODE128), "Choose a QR code"),
        (Seen(FRAME, hidden=True), TEXT, "nothing to show"),
        (
            Seen(FRAME, hidden=True), replace(TEXT, when=(Condition(Fact.ABROAD, False),)),
            "Only if it stays in the country",
        ),
    ],
)  # fmt: skip
def test_the_way_out_is_said_in_whole_sentences(seen: Seen, item: Item, way_out: str) -> None:
    ((said, _),) = advice_of(Words(Language.EN), seen, item)
    assert way_out in said


def test_what_is_well_needs_no_words() -> None:
    assert advice_of(Words(Language.EN), Seen(FRAME), TEXT) == []
