"""Every page and dialog as a picture in build/gallery: three languages, light, dark, large, small; nothing cut off.

Look at build/gallery/index.html before a change of the window is called done.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.actions.demo import fill_sample
from desktop_app.domain.settings import DESK_LANGUAGE, DESK_TEXT
from desktop_app.i18n import Language, Message, Words
from desktop_app.store.connect import open_shop
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode
from tests.gallery.clipping import clipped
from tests.gallery.scenes import SCENES, SLOW
from tests.made import TODAY
from tests.ui.around import House

FOLDER = Path(__file__).resolve().parents[2] / "build" / "gallery"
SIZES = {"large": (1280, 800), "small": (640, 400)}
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
    file = tmp_path / "shop.db"
    shutil.copy(sample_file, file)
    made = House(qtbot, theme, str(file))
    yield made
    made.close()
    theme.set_text_size(100)
    theme.choose(Mode.LIGHT)


def walk(house: House, sizes: dict[str, tuple[int, int]], name: str) -> list[str]:
    """Take a picture of every scene at every size; returns what did not fit."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for scene, show in SCENES.items():
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
    theme.choose(mode)
    house.settings.set(DESK_LANGUAGE, language.value)
    house.open()
    assert walk(house, SIZES, f"{language}-{mode}") == []


def test_text_of_twice_the_size_is_not_cut_off(house: House, theme: Theme) -> None:
    theme.set_text_size(200)
    house.settings.set(DESK_TEXT, "200")
    house.open()
    assert walk(house, {"large": SIZES["large"]}, "en-200") == []


def test_words_twice_as_long_are_not_cut_off(house: House) -> None:
    house.speak = Pseudo
    house.open()
    assert walk(house, SIZES, "pseudo") == []


def test_the_first_questions_fit_too(qtbot: Any, theme: Theme, tmp_path: Path, ready_file: Path) -> None:
    lines = []
    for name, words in (("pseudo", Pseudo), ("en", Words)):
        file = tmp_path / f"{name}.db"
        shutil.copy(ready_file, file)
        house = House(qtbot, theme, str(file), speak=words)
        window = house.open()
        for size, (width, height) in SIZES.items():
            window.shell.resize(width, height)
            settle(house, window.shell)
            window.shell.grab().save(str(FOLDER / f"welcome-{name}-{size}.png"))
            lines += clipped(window.shell)
        house.close()
    assert lines == []


def album() -> list[str]:
    """The names of all pictures, scene by scene."""
    every = [f"{language}-{mode}-{size}" for language in Language for mode in ("light", "dark") for size in SIZES]
    every += ["en-200-large", *(f"pseudo-{size}" for size in SIZES)]
    return [f"{scene}-{name}.png" for scene in SCENES for name in every]


def test_an_album_of_all_pictures_lies_beside_them() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    figures = "".join(
        f'<figure><a href="{name}"><img loading="lazy" src="{name}"></a><figcaption>{name}</figcaption></figure>'
        for name in album()
    )
    style = "body{font:13px sans-serif;background:#888}figure{display:inline-block;margin:6px}img{width:420px}"
    page = f"<!doctype html><meta charset=utf-8><title>Gallery</title><style>{style}</style>{figures}"
    (FOLDER / "index.html").write_text(page, encoding="utf-8")
    assert len(set(album())) == len(SCENES) * 15
    assert "today-lv-dark-small.png" in page
