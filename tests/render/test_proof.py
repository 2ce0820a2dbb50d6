"""A proof is the card as the press prints it, with the boxes of its items where they came to stand."""

from __future__ import annotations

import io
import time
from typing import Any

import pytest
from PIL import Image

from desktop_app.domain.cards import Format, Side, Spot
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.printing import ShopDetails
from desktop_app.i18n import Language
from desktop_app.render.proof import ItemBox, Proof, ProofPress, proof, words_of
from tests.documents.designs import LETTER, design, template
from tests.render.sheets import SHOP, outside, pages_of, parcel

A6 = (105.0, 148.0)
DIGEST = "ab" * 32


def photograph(size: tuple[int, int] = (600, 400)) -> bytes:
    """A plain photograph."""
    out = io.BytesIO()
    Image.new("RGB", size, (30, 90, 60)).save(out, "JPEG")
    return out.getvalue()


def made(*items: dict[str, Any], shop: ShopDetails = SHOP, **more: Any) -> Proof:
    """A proof of the letter with further items."""
    changed = template(LETTER, items=[*design()["items"], *items])
    return proof(changed, parcel(1007, "Šarlote"), shop, by="Inese", card=A6, **more)


def box(of: Proof, name: str) -> ItemBox:
    """The box of an item."""
    return next(one for one in of.boxes if one.id == name)


def test_a_proof_is_one_clean_page_with_the_bleed_around_the_card() -> None:
    done = made()
    assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], done.pdf)
    info = " ".join(outside(["pdfinfo", "-box", "{}"], done.pdf).split())
    assert "Pages: 1" in info
    assert "MediaBox: 0.00 0.00 314.65 436.53" in info
    assert "TrimBox: 8.50 8.50 306.14 428.03" in info
    assert "Šarlote" in pages_of(done.pdf)[0]
    assert (done.size, done.bleed, done.page_count) == (A6, 3.0, 1)


def test_boxes_tell_where_items_stand() -> None:
    done = made({"type": "fill", "id": "patch", "rotate": 30, "box": {"left": 20, "top": 90, "width": 10, "height": 5}})
    assert [one.id for one in done.boxes] == [*(item["id"] for item in design()["items"]), "patch"]
    assert box(done, "qr") == ItemBox("qr", 75, 118, 20, 20)
    assert box(done, "patch") == ItemBox("patch", 20, 90, 10, 5, rotate=30)
    heading, greeting = box(done, "heading"), box(done, "greeting")
    assert (heading.x, heading.y, heading.width) == (10, 40, 85)
    assert greeting.y == pytest.approx(heading.y + heading.height + 8)
    assert [one.id for one in done.boxes if one.hidden] == ["logo", "regular"]


def test_an_item_put_by_hand_stands_there_on_that_size_only() -> None:
    moved = {"type": "rule", "id": "line", "box": {"top": 100}, "free": {"medium": {"left": 7, "top": 9, "width": 11}}}
    assert box(made(moved), "line") == ItemBox("line", 7, 9, 11, 0.2)
    line = template(LETTER, items=[*design()["items"], moved]).items[-1]
    assert line.free == {Format.MEDIUM: Spot(7, 9, 11)}
    small = proof(template(LETTER, items=[*design()["items"], moved]), parcel(1), SHOP, by="", card=(148.0, 210.0))
    assert (box(small, "line").x, box(small, "line").y) == (15, 100)


def test_what_is_wrong_is_told_by_item() -> None:
    changed = design()
    changed["texts"]["letter"]["en"] = "word " * 900
    done = proof(
        template(LETTER, texts=changed["texts"]), parcel(1, "Anna 🎉"), SHOP, by="Inese", card=A6,
    )  # fmt: skip
    assert [one.id for one in done.boxes if one.overflow] == ["letter"]
    assert box(done, "greeting").lost == "🎉"
    assert box(done, "letter").shrunk
    assert not box(done, "heading").shrunk


def test_a_last_line_that_looks_lost_is_told() -> None:
    def widows(words: int) -> list[str]:
        changed = design()
        changed["texts"]["letter"]["en"] = "\u00a0".join(["handwritten"] * words) + " ok"  # nothing can be moved down
        done = proof(template(LETTER, texts=changed["texts"]), parcel(1), SHOP, by="Inese", card=A6)
        return [one.id for one in done.boxes if one.widow]

    assert [words for words in range(1, 5) if widows(words)] == [4]
    assert widows(4) == ["letter"]


def test_a_text_box_with_a_height_shrinks_its_text_and_tells_when_it_cannot() -> None:
    def letter(words: int, height: float) -> ItemBox:
        changed = design()
        changed["texts"]["letter"]["en"] = "word " * words
        changed["items"][7]["free"] = {"medium": {"left": 10, "top": 60, "width": 60, "height": height}}
        changed["items"][7]["until"] = []
        return box(
            proof(template(LETTER, **{k: changed[k] for k in ("texts", "items")}), parcel(1), SHOP, by="", card=A6),
            "letter",
        )

    assert letter(20, 20) == ItemBox("letter", 10, 60, 60, 20)
    assert letter(36, 20).shrunk
    assert not letter(36, 20).overflow
    assert letter(160, 20).overflow


def test_the_fineness_of_a_picture_is_told_and_a_missing_one_is_no_failure() -> None:
    photo = {"type": "picture", "id": "photo", "picture": DIGEST, "crop": [0.5, 0, 0, 0],
             "box": {"left": 0, "top": 0, "width": 25.4, "height": 30}}  # fmt: skip
    shop = ShopDetails("Veikals", pictures={DIGEST: photograph()})
    # 300 of 600 dots across stay, on an inch.
    assert box(made(photo, shop=shop), "photo").dpi == pytest.approx(300)
    assert box(made(photo), "photo").hidden


def test_what_of_a_picture_is_drawn_and_where_is_told() -> None:
    photo = {"type": "picture", "id": "photo", "picture": DIGEST, "crop": [0, 0, 0, 0.5],
             "box": {"left": 10, "top": 20, "width": 30, "height": 20}}  # fmt: skip
    shop = ShopDetails("Veikals", pictures={DIGEST: photograph()})
    filled = box(made(photo, shop=shop), "photo").picture
    assert filled is not None
    assert (filled.x, filled.y, filled.width, filled.height) == (10, 20, 30, 20)
    assert filled.crop == pytest.approx((0.25, 0, 0.25, 0.5))  # three to one is left, three to two is filled
    assert filled.pixels == (600, 400)
    whole = box(made({**photo, "fit": "contain"}, shop=shop), "photo").picture
    assert whole is not None
    assert (whole.x, whole.y, whole.width, whole.height) == pytest.approx((10, 25, 30, 10))
    assert whole.crop == (0, 0, 0, 0.5)


def test_the_back_has_boxes_of_its_own() -> None:
    note = {"type": "text", "id": "note", "text": "packer", "style": "text", "side": "back", "box": {"top": 30}}
    assert "note" not in [one.id for one in made(note).boxes]
    back = made(note, side=Side.BACK)
    assert [one.id for one in back.boxes] == ["note"]
    assert pages_of(back.pdf)[0].split() == ["Inese"]


def test_the_language_may_be_another_than_the_customers() -> None:
    assert "Спасибо" in pages_of(made(language=Language.RU).pdf)[0]


def test_a_kept_press_gives_the_same_card_and_is_quick() -> None:
    press = ProofPress()
    fresh = made()
    kept = [made(press=press) for _ in range(2)]
    assert kept[0].pdf == kept[1].pdf == fresh.pdf
    assert kept[1].boxes == fresh.boxes
    spent = []
    for n in range(5):
        began = time.process_time()
        person = CustomerFields(given="Jānis"[: 2 + n])
        proof(template(), parcel(1007, customer=person), SHOP, by="Inese", card=A6, press=press)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.03


def test_the_words_of_a_card_are_told_by_the_texts_they_are_of() -> None:
    note = {"type": "text", "id": "note", "text": "packer", "style": "text", "side": "back", "box": {"top": 30}}
    changed = [item for item in design()["items"] if item["id"] not in ("rule", "signature")]
    for item in changed:
        item.pop("until", None)
    made = template(LETTER, items=[*changed, note])
    assert words_of(made, parcel(1007, "Šarlote", Language.LV), SHOP, by="Inese", card=A6) == {
        "shop": "Mazais veikals",
        "heading": "Paldies!",
        "greeting": "Mīļā Šarlote,",
        "letter": "sūtījums #1007 jau ir ceļā.",
        "packer": "Inese",
    }
