"""Who packs signs with a picture of their own, or with the name."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.actions.designing import Proofer, open_design
from desktop_app.actions.history import undo
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.actions.signatures import remove_signature, set_signature
from desktop_app.domain.cards import Format, Side
from desktop_app.domain.design_samples import Sample, sample
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.printing import parcel_details, shop_details
from desktop_app.queries.settings import settings
from desktop_app.queries.signatures import signatures
from tests.documents.designs import EVERYTHING, template
from tests.made import BY, bought, person
from tests.pictures import bomb, picture
from tests.render.artwork import PHOTO, STAMP, photograph, stamp


def test_one_signature_each_the_newer_in_place_of_the_older(shop: Shop) -> None:
    set_signature(shop, " Līga  Kalniņa", picture(40, 20), actor=BY)
    set_signature(shop, "Anna", picture(60, 20), actor=BY)
    set_signature(shop, "LĪGA KALNIŅA", picture(50, 20), actor=BY)
    assert [(one.person, one.picture) for one in signatures(shop)] == [
        ("Anna", picture(60, 20)), ("LĪGA KALNIŅA", picture(50, 20)),
    ]  # fmt: skip
    undo(shop, actor=BY)
    assert [one.person for one in signatures(shop)] == ["Anna", "Līga Kalniņa"]


def test_a_signature_taken_away_comes_back_by_undo(shop: Shop) -> None:
    set_signature(shop, "Anna", picture(60, 20), actor=BY)
    remove_signature(shop, "anna", actor=BY)
    assert signatures(shop) == []
    with pytest.raises(NotFound, match="no signature of Anna"):
        remove_signature(shop, "Anna", actor=BY)
    undo(shop, actor=BY)
    assert [one.person for one in signatures(shop)] == ["Anna"]


@pytest.mark.parametrize(
    ("name", "content", "field"),
    [(" ", picture(4, 4), "person"), ("A" * 101, picture(4, 4), "person"), ("Anna", b"<svg/>", "picture"),
     ("Anna", bomb(12_000, 12_000), "picture")],
)  # fmt: skip
def test_what_is_no_name_or_no_picture_is_said_at_its_field(shop: Shop, name: str, content: bytes, field: str) -> None:
    with pytest.raises(Invalid) as error:
        set_signature(shop, name, content, actor=BY)
    assert error.value.field == field
    assert signatures(shop) == []


@pytest.mark.parametrize(("by", "pictures"), [("anna", 4), ("Berta", 3)])
def test_a_card_is_signed_by_the_hand_of_who_packs(shop: Shop, tmp_path: Path, by: str, pictures: int) -> None:
    set_signature(shop, "Anna", picture(60, 20), actor=BY)
    details = shop_details(shop)
    order = bought(shop, person(shop, "Zane"))
    made = make_parcel_papers(
        parcel_details(shop, [order]), replace(details, pictures={PHOTO: photograph(), STAMP: stamp()}, logo=stamp()),
        kind=Kind.THANK_YOU, values=settings(shop), to=tmp_path / "a.pdf", stock="a6", design="own-1",
        own_designs={"own-1": template(EVERYTHING)}, by=by,
    )  # fmt: skip
    assert made.cards == 1
    images = subprocess.run(["pdfimages", "-list", tmp_path / "a.pdf"], capture_output=True, text=True, check=True)
    shown = [line for line in images.stdout.splitlines()[2:] if line.split()[2] == "image"]
    assert len(shown) == pictures
    text = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert ("Berta" in text) == (by == "Berta")


def test_the_designer_shows_the_hand_of_who_is_at_the_desk(shop: Shop) -> None:
    set_signature(shop, "Anna", picture(60, 20), actor=BY)
    opened = open_design(shop, Kind.PACKED_BY, "sprig")
    record = sample(Sample.USUAL, Language.EN, today=shop.today(), qr="")
    shown = {}
    for by in ("Anna", "Berta"):
        seen = Proofer(opened.shop, by=by).see(
            opened.template, record, card=(105, 148), form=Format.MEDIUM, side=Side.FRONT, language=Language.EN
        )
        shown[by] = [name for name in ("ink", "signature") if not seen.items[name].hidden]
    assert shown == {"Anna": ["ink"], "Berta": ["signature"]}


@pytest.mark.parametrize("language", list(Language), ids=str)
@pytest.mark.parametrize(
    ("kind", "design"),
    [(Kind.PACKING_INSERT, one) for one in ("sprig", "wave", "stars")]
    + [(Kind.PACKED_BY, one) for one in ("sprig", "stars", "blossom")],
)
def test_who_packed_is_named_and_signs_in_every_design(
    file_shop: Shop, tmp_path: Path, kind: Kind, design: str, language: Language
) -> None:
    """A signature is not always to be read: the name stands beside it, and alone where nobody signed."""
    set_signature(file_shop, "Anna Ozola", picture(60, 20), actor=BY)
    order = bought(file_shop, person(file_shop, "Zane", language=language))
    seen = {}
    for by in ("Anna Ozola", "Berta Liepa"):
        made = make_parcel_papers(
            parcel_details(file_shop, [order]), shop_details(file_shop), kind=kind, values=settings(file_shop),
            to=tmp_path / "a.pdf", stock="a6", design=design, by=by,
        )  # fmt: skip
        assert made.cards == 1
        text = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, text=True, check=True).stdout
        listed = subprocess.run(["pdfimages", "-list", tmp_path / "a.pdf"], capture_output=True, text=True, check=True)
        images = [line for line in listed.stdout.splitlines()[2:] if line.split()[2] == "image"]
        seen[by] = (by in " ".join(text.split()), len(images))
    assert seen == {"Anna Ozola": (True, 1), "Berta Liepa": (True, 0)}
