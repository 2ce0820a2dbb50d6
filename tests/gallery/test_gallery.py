"""Every page and dialog as a picture in build/gallery: three languages, light, dark, large, small; nothing cut off.

Look at build/gallery/index.html before a change of the window is called done.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.actions.demo import fill_sample
from desktop_app.domain.desk_settings import DESK_LANGUAGE, DESK_PERSON, DESK_TEXT
from desktop_app.i18n import Language, Message, Words
from desktop_app.store.connect import Shop, open_shop
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode
from tests.gallery.clipping import clipped
from tests.gallery.papers import papers
from tests.gallery.scenes import FIRST_SCENES, PAPERS_SCENE, SCENES, SLOW, Scene
from tests.made import TODAY
from tests.ui.around import House

FOLDER = Path(__file__).resolve().parents[2] / "build" / "gallery"
SIZES = {"large": (1280, 800), "small": (640, 400)}
SIZES_IN = {Mode.LIGHT: SIZES, Mode.DARK: {"large": SIZES["large"]}}  # room does not depend on colours
PERSON = {Language.EN: "Kate", Language.RU: "Анна", Language.LV: "Inese"}
MORNING = dt.datetime.combine(TODAY, dt.time(9, 15)).astimezone()
PALE = 12  # a picture with fewer colours than this shows nothing


class Pseudo(Words):
    """English twice over: what is twice as long must still fit."""

    def __call__(self, text: str, /, **args: object) -> str:
        return _twice(super().__call__(text, **args))

    def n(self, singular: str, plural: str, n: int, /, **args: object) -> str:
        return _twice(super().n(singular, plural, n, **args))

    def say(self, message: Message | str) -> str:
        return _twice(Words().say(message)) if isinstance(message, Message) else message


def _twice(text: str) -> str:
    return f"{text} {text}" if text.strip() else text


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed shop with invented people and orders around the tests' day."""
    file = tmp_path_factory.mktemp("sample") / "shop.db"
    shop = open_shop(str(file), today=lambda: TODAY)
    fill_sample(shop, customers=90, orders=240, seed=3)
    shop.close()
    return file


@pytest.fixture
def house(qtbot: Any, theme: Theme, tmp_path: Path, sample_file: Path) -> Iterator[House]:
    """A window on the sample."""
    yield from _house(qtbot, theme, tmp_path, sample_file)


@pytest.fixture
def new_house(qtbot: Any, theme: Theme, tmp_path: Path, ready_file: Path) -> Iterator[House]:
    """A window on a shop that nobody is in yet."""
    yield from _house(qtbot, theme, tmp_path, ready_file)


def _house(qtbot: Any, theme: Theme, folder: Path, file: Path) -> Iterator[House]:
    copy = folder / "shop.db"
    shutil.copy(file, copy)
    made = House(qtbot, theme, str(copy), opener=lambda: _open_in_the_morning(copy))
    yield made
    made.close()
    theme.set_text_size(100)
    theme.choose(Mode.LIGHT)


def _open_in_the_morning(file: Path) -> Shop:
    shop = open_shop(str(file), today=lambda: TODAY)
    shop.now = lambda: MORNING  # type: ignore[method-assign]  # the same picture at any time of day
    return shop


def settle_in(house: House, theme: Theme, language: Language, mode: Mode) -> None:
    """Open the window for somebody of this language."""
    theme.choose(mode)
    house.settings.set(DESK_LANGUAGE, language.value)
    house.settings.set(DESK_PERSON, PERSON[language])
    house.open()


def walk(house: House, sizes: dict[str, tuple[int, int]], name: str, *, scenes: dict[str, Scene] = SCENES) -> list[str]:
    """Take a picture of every scene at every size; returns what did not fit."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for scene, show in scenes.items():
        top: QWidget | None = None
        for size, (width, height) in sizes.items():
            house.shell.resize(width, height)
            if top is not house.shell:  # a page is only made smaller, a dialog is opened anew
                top = show(house)
            settle(house, top, wait=400 if scene in SLOW else 20)
            picture = top.grab().toImage()
            file = f"{scene}-{name}-{size}.png"
            picture.save(str(FOLDER / file), quality=90)  # quickly rather than small
            lines += [f"{file}: nothing to see"] if _pale(picture) else []
            lines += [f"{file}: {line}" for line in clipped(top)]
            for dialog in house.shell.findChildren(QDialog):
                dialog.close()
            drop_deleted()
    return lines


def _pale(picture: QImage) -> bool:
    across, down = max(1, picture.width() // 50), max(1, picture.height() // 50)
    places = [(x, y) for x in range(0, picture.width(), across) for y in range(0, picture.height(), down)]
    return len({picture.pixel(x, y) for x, y in places}) < PALE


def settle(house: House, top: QWidget, *, wait: int = 20) -> None:
    """Let layouts come to rest and late answers (the pages of a preview) arrive."""
    house.settle()
    for _ in range(3):
        QApplication.sendPostedEvents()
    house.qtbot.wait(wait)
    house.settle()
    top.ensurePolished()


def drop_deleted() -> None:
    """Closed dialogs are really gone before the next scene."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK], ids=str)
@pytest.mark.parametrize("language", list(Language), ids=str)
def test_every_page_in_every_language_and_light(house: House, theme: Theme, language: Language, mode: Mode) -> None:
    settle_in(house, theme, language, mode)
    assert walk(house, SIZES_IN[mode], f"{language}-{mode}") == []


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK], ids=str)
@pytest.mark.parametrize("language", list(Language), ids=str)
def test_the_first_minutes_in_every_language_and_light(
    new_house: House, theme: Theme, language: Language, mode: Mode
) -> None:
    settle_in(new_house, theme, language, mode)
    assert walk(new_house, SIZES_IN[mode], f"{language}-{mode}", scenes=FIRST_SCENES) == []


def test_text_of_twice_the_size_is_not_cut_off(house: House, theme: Theme) -> None:
    theme.set_text_size(200)
    house.settings.set(DESK_TEXT, "200")
    house.open()
    assert walk(house, {"large": SIZES["large"]}, "en-200") == []


def test_the_first_minutes_fit_at_twice_the_size(new_house: House, theme: Theme) -> None:
    theme.set_text_size(200)
    new_house.settings.set(DESK_TEXT, "200")
    new_house.open()
    assert walk(new_house, {"large": SIZES["large"]}, "en-200", scenes=FIRST_SCENES) == []


def test_words_twice_as_long_are_not_cut_off(house: House) -> None:
    house.speak = Pseudo
    house.open()
    assert walk(house, SIZES, "pseudo") == []


def test_the_first_minutes_fit_in_words_twice_as_long(new_house: House) -> None:
    new_house.speak = Pseudo
    new_house.open()
    assert walk(new_house, SIZES, "pseudo", scenes=FIRST_SCENES) == []


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_three_papers_as_they_come_out_of_the_printer(
    qapp: Any, language: Language, sample_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "shop.db"
    shutil.copy(sample_file, copy)
    first = list(Language).index(language)
    order = (*list(Language)[first:], *list(Language)[:first])
    picture = papers(open_shop(str(copy), today=lambda: TODAY), order, tmp_path)
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"{PAPERS_SCENE}-{language}-light-large.png"
    picture.save(file)
    assert not _pale(QImage(str(file)))


def album() -> list[str]:
    """The names of all pictures, scene by scene."""
    every = [f"{language}-{mode}-{size}" for language in Language for mode, sizes in SIZES_IN.items() for size in sizes]
    every += ["en-200-large", *(f"pseudo-{size}" for size in SIZES)]
    pictures = [f"{scene}-{name}.png" for scene in (*FIRST_SCENES, *SCENES) for name in every]
    return [*pictures, *(f"{PAPERS_SCENE}-{language}-light-large.png" for language in Language)]


def test_an_album_of_all_pictures_lies_beside_them() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    figures = "".join(
        f'<figure><a href="{name}"><img loading="lazy" src="{name}"></a><figcaption>{name}</figcaption></figure>'
        for name in album()
    )
    style = "body{font:13px sans-serif;background:#888}figure{display:inline-block;margin:6px}img{width:420px}"
    page = f"<!doctype html><meta charset=utf-8><title>Gallery</title><style>{style}</style>{figures}"
    (FOLDER / "index.html").write_text(page, encoding="utf-8")
    assert len(set(album())) == (len(SCENES) + len(FIRST_SCENES)) * 12 + len(Language)
    assert "today-lv-dark-large.png" in page
