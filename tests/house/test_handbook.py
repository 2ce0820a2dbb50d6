"""The handbook is whole: every chapter in every language, every picture there, shown, and a scene of the gallery."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.i18n import Language
from tests.gallery.bench_scenes import BENCH_SCENES
from tests.gallery.designs import DESIGN_SCENES, SMALL
from tests.gallery.handbook import kept, pages, scene, shown
from tests.gallery.scenes import FIRST_SCENES, PAPERS_SCENE, SCENES
from tests.house.source import ROOT

HANDBOOK = ROOT / "docs" / "handbook"


def offences(root: Path) -> list[str]:
    """What is wrong with the pictures of a checkout."""
    scenes = {*SCENES, *FIRST_SCENES, PAPERS_SCENE, *DESIGN_SCENES, *BENCH_SCENES, SMALL}
    there, wanted = kept(root), shown(root)
    lines = [
        f"{page.name} shows {picture.name}, which is not there"
        for picture in wanted
        if picture not in there
        for page in wanted[picture]
    ]
    lines += [f"{picture.name} is no scene of the gallery" for picture in there if scene(picture)[0] not in scenes]
    return lines + [f"no page shows {picture.name}" for picture in there - set(wanted)]


def test_every_picture_is_there_and_of_the_gallery() -> None:
    assert offences(ROOT) == []


def test_a_picture_that_is_missing_foreign_or_superfluous_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "handbook" / "en" / "01.md"
    page.parent.mkdir(parents=True)
    (tmp_path / "README.md").touch()
    page.write_text("![Today](../pictures/en/today.png) ![Me](../pictures/en/holiday.png)")
    pictures = tmp_path / "docs" / "handbook" / "pictures" / "en"
    pictures.mkdir(parents=True)
    for name in ("holiday", "orders"):
        (pictures / f"{name}.png").touch()
    assert sorted(offences(tmp_path)) == [
        "01.md shows today.png, which is not there",
        "holiday.png is no scene of the gallery",
        "no page shows orders.png",
    ]


def chapters(language: Language) -> dict[str, list[str]]:
    """The chapters of a language, each with the scenes it shows."""
    folder = HANDBOOK / language.value
    by_page = {page: [scene(picture)[0] for picture, on in shown().items() if page in on] for page in pages()}
    return {page.name: sorted(by_page[page]) for page in pages() if page.parent == folder}


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_every_chapter_is_in_every_language_and_listed(language: Language) -> None:
    assert chapters(language) == chapters(Language.EN)
    listed = re.findall(rf"\({language}/([^)]+)\)", (HANDBOOK / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(chapters(language))


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_a_picture_on_a_page_is_in_its_language(language: Language) -> None:
    others = [
        f"{page.name}: {picture.name}"
        for picture, on in shown().items()
        for page in on
        if page.parent == HANDBOOK / language.value and scene(picture)[1] is not language
    ]
    assert others == []
