"""Pictures of every starter design for the album and the handbook, one language at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from desktop_app.documents.templates import template_names
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from tests.gallery.album import main as album
from tests.gallery.designs import CARD, DESIGN_SCENES, SMALL, SMALL_DESIGNS, designs
from tests.gallery.variants import filed, plain


@pytest.mark.parametrize("scene", [*DESIGN_SCENES, SMALL])
@pytest.mark.parametrize("language", list(Language), ids=str)
def test_the_designs_of_a_scene_lie_side_by_side(scene: str, language: Language, tmp_path: Path) -> None:
    picture = designs(scene, language, tmp_path)
    picture.save(filed(scene, plain(language)))
    designs_of = [len(template_names(kind)) for kind in DESIGN_SCENES.get(scene, ())]
    assert len(list(tmp_path.glob("*.pdf"))) == (sum(designs_of) or len(SMALL_DESIGNS))
    assert picture.height >= 2 * CARD[1]
    assert len(picture.getcolors(maxcolors=1 << 24) or ()) > 500


def test_the_album_shows_what_is_printed_and_names_what_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made_of = ["--kinds", "address", "--stocks", "roll-62x29", "--languages", "lv", "--to", str(tmp_path)]
    album(made_of)
    with Image.open(tmp_path / "address-roll-62x29-lv.png") as picture:
        assert len(picture.getcolors(maxcolors=1 << 24) or ()) > 100
    said = capsys.readouterr().out
    assert said.count("stop: #1000") == len(template_names(Kind.ADDRESS))  # the endless name alone


def test_every_kind_is_shown() -> None:
    assert sorted(kind for kinds in DESIGN_SCENES.values() for kind in kinds) == sorted(set(Kind) - {Kind.PARCEL})
