from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.actions.template_files import export_template, import_template
from desktop_app.actions.templates import read_template, save_template, with_pictures
from desktop_app.domain.errors import BadFile, NotFound
from desktop_app.domain.printing import Kind, ShopDetails
from desktop_app.domain.templates import own_key
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.templates import own_templates
from desktop_app.store.connect import open_shop
from desktop_app.store.tables import PictureTable
from tests.actions.test_templates import showing, sprig
from tests.made import BY, TODAY
from tests.pictures import picture

PHOTO = picture(40, 30)
NAME = hashlib.sha256(PHOTO).hexdigest()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Shop]:
    """An empty shop elsewhere."""
    shop = open_shop(tmp_path / "other.cordial", today=lambda: TODAY)
    yield shop
    shop.close()


@pytest.fixture
def card(shop: Shop, tmp_path: Path) -> Path:
    """A design with a photo, as a file."""
    made, _ = save_template(shop, showing(sprig(shop), NAME), "Ours", pictures={NAME: PHOTO}, actor=BY)
    file = tmp_path / "ours.cordial-card"
    export_template(shop, Kind.THANK_YOU, own_key(made), file)
    return file


def remade(card: Path, **changed: bytes | None) -> Path:
    """The file with other parts; None leaves one out."""
    with zipfile.ZipFile(card) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts.update({name.replace("__", "/").replace("_json", ".json"): part for name, part in changed.items()})  # type: ignore[misc]
    with zipfile.ZipFile(card, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            if part is not None:
                archive.writestr(name, part)
    return card


def test_a_design_comes_into_another_shop_with_its_picture(card: Path, other: Shop) -> None:
    made, _ = import_template(other, card, actor="Anna")
    template = read_template(other, Kind.THANK_YOU, own_key(made))
    assert template.title[Language.RU] == "Ours"
    assert with_pictures(other, ShopDetails(""), [template]).pictures == {NAME: PHOTO}


def test_out_in_and_out_again_is_the_same_file(card: Path, other: Shop, tmp_path: Path) -> None:
    made, _ = import_template(other, card, actor="Anna")
    again = tmp_path / "again.cordial-card"
    export_template(other, Kind.THANK_YOU, own_key(made), again)
    assert again.read_bytes() == card.read_bytes()


def test_a_design_that_came_with_the_program_goes_out_too(shop: Shop, other: Shop, tmp_path: Path) -> None:
    file = tmp_path / "wave.cordial-card"
    export_template(shop, Kind.PACKING_INSERT, "wave", file)
    made, _ = import_template(other, file, actor=BY)
    (row,) = own_templates(other)
    assert (row.id, row.kind, row.base) == (made, Kind.PACKING_INSERT, "wave")


def test_a_design_whose_picture_is_gone_is_not_half_written(shop: Shop, tmp_path: Path) -> None:
    made, _ = save_template(shop, showing(sprig(shop), NAME), "Ours", pictures={NAME: PHOTO}, actor=BY)
    with shop.change(msg("Remove"), actor=BY, topics=()) as change:
        change.delete(PictureTable, [1])
    with pytest.raises(NotFound, match="picture of this design"):
        export_template(shop, Kind.THANK_YOU, own_key(made), tmp_path / "x.cordial-card")
    assert list(tmp_path.glob("*.cordial-card")) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "cannot be unpacked"), (b"\x89PNG\r\n", "cannot be unpacked"), (b"PK\x03\x04" + b"x" * 90, "unpacked")],
)
def test_what_is_no_design_is_refused_by_name(content: bytes, said: str, other: Shop, tmp_path: Path) -> None:
    file = tmp_path / "photo.cordial-card"
    file.write_bytes(content)
    with pytest.raises(BadFile, match=f"photo.cordial-card.*{said}"):
        import_template(other, file, actor=BY)


def test_a_file_that_is_not_there(other: Shop, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no file “gone.cordial-card”"):
        import_template(other, tmp_path / "gone.cordial-card", actor=BY)


def field_unknown(design: bytes) -> bytes:
    document = json.loads(design)
    document["design"]["texts"]["greeting"]["en"] = "{customer.greting}"
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"design_json": b"{}"}, "design cannot be read"),
        ({"design_json": b"[" * 100_000}, "design cannot be read"),
        ({"design_json": b'{"format": 99, "design": {}}'}, "newer Cordial"),
        ({"design_json": None}, "something else"),
        ({"evil": b"x"}, "something else"),
        ({f"pictures__{NAME}": None}, "picture of the design is missing"),
        ({f"pictures__{NAME}": b"\x00" * 10_000_001}, "too large"),
        ({f"pictures__{NAME}": b"<svg/>"}, "PNG, JPEG or WebP"),
    ],
)
def test_a_spoilt_file_keeps_nothing(parts: dict[str, bytes | None], said: str, card: Path, other: Shop) -> None:
    with pytest.raises(BadFile, match=f"(?s)ours.cordial-card.*{said}"):
        import_template(other, remade(card, **parts), actor=BY)
    assert own_templates(other) == []
    assert other.sql("SELECT count(*) FROM picture") == [(0,)]


def test_an_unknown_field_is_named_with_the_right_one(card: Path, other: Shop) -> None:
    with zipfile.ZipFile(card) as archive:
        design = archive.read("design.json")
    with pytest.raises(BadFile, match=r"customer\.greting.*customer\.greeting"):
        import_template(other, remade(card, design_json=field_unknown(design)), actor=BY)
