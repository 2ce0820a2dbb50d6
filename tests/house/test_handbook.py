"""The handbook is whole: every page in every language, listed, short, its links alive, its pictures the gallery's."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from desktop_app.i18n import Language
from desktop_app.ui.handbook.book import PARTS, Book
from desktop_app.ui.handbook.places import PLACES
from tests.gallery.bench_scenes import BENCH_SCENES
from tests.gallery.designs import DESIGN_SCENES, SMALL
from tests.gallery.handbook import kept, scene, shown
from tests.gallery.scenes import FIRST_SCENES, PAPERS_SCENE, SCENES
from tests.house.source import ROOT, modules

HANDBOOK = ROOT / "docs" / "handbook"
_LONGEST = 400  # words of a page: one task
_WINDOWS = {"QDialog", "DeedDialog", "Page", "ListPage", "Step"}  # what F1 is pressed in
_TROUBLE = {
    Language.EN: "## If it does not work", Language.RU: "## Если не получается", Language.LV: "## Ja neizdodas",
}  # fmt: skip
_IN_TROUBLE = {  # pages that are nothing else
    "bench-not-right", "file-does-not-go-in", "message-not-sent", "print-again", "shop-does-not-open", "undo",
}  # fmt: skip
_FOUNDATIONS = {"DeedDialog", "FormDialog", "ListPage", "Page", "Reader", "Step"}  # a form's page is that below it


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


def written(language: Language) -> set[str]:
    """The names of the pages of a language."""
    return {file.stem for file in (HANDBOOK / language.value).glob("*.md")}


def pictured() -> dict[Language, set[tuple[str, str]]]:
    """Which page of each language shows which scene."""
    found: dict[Language, set[tuple[str, str]]] = {language: set() for language in Language}
    for picture, on in shown().items():
        for page in on:
            if page.is_relative_to(HANDBOOK) and page.parent != HANDBOOK:
                found[Language(page.parent.name)].add((page.stem, scene(picture)[0]))
    return found


def test_a_page_shows_the_same_in_every_language() -> None:
    found = pictured()
    assert {language for language in Language if found[language] != found[Language.EN]} == set()


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_every_page_is_in_every_language_and_listed_once(language: Language) -> None:
    assert written(language) == written(Language.EN)
    book = Book(language)
    assert sorted(leaf.name for leaf in book.leaves) == sorted(written(language) - set(PARTS))
    assert [leaf.title for leaf in book.leaves if leaf.title != book.title(leaf.name)] == []


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_every_link_leads_somewhere_and_says_where(language: Language) -> None:
    book = Book(language)
    dead = [
        f"{page}: {target}"
        for page in written(language)
        for target in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", book.text(page))
        if not (book.folder / target).is_file()
    ]
    assert dead == []


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_a_page_says_what_to_do_if_it_does_not_work_and_where_to_read_on(language: Language) -> None:
    book = Book(language)
    lines = {leaf.name: book.text(leaf.name).splitlines() for leaf in book.leaves if "shell" not in leaf.name}
    assert [page for page in sorted(set(lines) - _IN_TROUBLE) if _TROUBLE[language] not in lines[page]] == []
    named = {page: re.findall(r"\[([^\]]+)\]\(([\w-]+)\.md\)", said[-1]) for page, said in lines.items()}
    assert [(page, title) for page, links in named.items() for title, to in links if title != book.title(to)] == []


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_every_page_is_short(language: Language) -> None:
    book = Book(language)
    words = {page: len(re.findall(r"\S*\w\S*", book.text(page))) for page in written(language) if page not in PARTS}
    assert {page: many for page, many in words.items() if many > _LONGEST} == {}


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_a_picture_on_a_page_is_in_its_language(language: Language) -> None:
    others = [
        f"{page.name}: {picture.name}"
        for picture, on in shown().items()
        for page in on
        if page.parent == HANDBOOK / language.value and scene(picture)[1] is not language
    ]
    assert others == []


def test_every_place_of_the_window_has_a_page() -> None:
    classes = {
        part.name: {base.id for base in part.bases if isinstance(base, ast.Name)}
        for module in modules()
        if module.floor == "ui"
        for part in module.all(ast.ClassDef)
    }
    windows = {name for name, bases in classes.items() if bases & _WINDOWS} - _FOUNDATIONS
    assert sorted(windows - set(PLACES)) == []
    assert sorted(set(PLACES) - set(classes)) == []  # a class that was renamed
    assert sorted(set(PLACES.values()) - written(Language.EN)) == []
