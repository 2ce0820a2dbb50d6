"""What is previewed is what is printed: Qt, poppler and Ghostscript show the golden pages alike."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import Side
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from desktop_app.render.proof import proof
from tests.documents.designs import EVERYTHING, INSERT, LETTER, template
from tests.render.artwork import ARTFUL
from tests.render.kinds import PEOPLE, paper
from tests.render.sheets import parcel, run

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before pytest-qt makes the application
DOTS = 200  # to the inch
SMOOTH = 5.0  # dots; viewers smooth edges each in its own way, and round a page to dots
MOST = 36  # of 255, by which a dot of two smoothed pages may differ


def letter() -> bytes:
    """The letter on a sheet of four."""
    return run([parcel(1007, "Šarlote", Language.LV)], stock="a6-4up-a4", designs={Kind.THANK_YOU: template(LETTER)})[1]


def insert() -> bytes:
    """The insert."""
    orders = [parcel(1007, "Юлия", Language.RU)]
    return run(orders, kind=Kind.PACKING_INSERT, designs={Kind.PACKING_INSERT: template(INSERT)})[1]


def everything(side: Side = Side.FRONT) -> bytes:
    """A card with everything there is on it."""
    order = parcel(1007, "Šarlote", Language.LV)
    return proof(template(EVERYTHING), order, ARTFUL, by="Inese Š.", card=(105, 148), side=side).pdf


def back() -> bytes:
    """The other side of that card."""
    return everything(Side.BACK)


def by_qt(file: Path) -> Image.Image:
    """The first page as Qt shows it in the preview."""
    assert QApplication.instance() is not None
    document = QPdfDocument()
    document.load(str(file))
    size = document.pagePointSize(0)
    wide, high = (round(length / 72 * DOTS) for length in (size.width(), size.height()))
    shown = document.render(0, QSize(wide, high))
    document.close()
    shown.save(str(file.with_suffix(".png")))
    with Image.open(file.with_suffix(".png")) as page:
        ground = Image.new("RGBA", page.size, "white")
        ground.alpha_composite(page.convert("RGBA"))
        return ground.convert("RGB")


def by_poppler(file: Path) -> Image.Image:
    """The first page as poppler shows it."""
    return _shown(["pdftoppm", "-r", str(DOTS), "-png", "-f", "1", "-l", "1", str(file)])


def by_ghostscript(file: Path) -> Image.Image:
    """The first page as Ghostscript prints it."""
    options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dLastPage=1", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"]
    return _shown(["gs", *options, "-sDEVICE=png16m", f"-r{DOTS}", "-sOutputFile=-", str(file)])


def _shown(command: list[str]) -> Image.Image:
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    with Image.open(io.BytesIO(done.stdout)) as page:
        shown: Image.Image = page.convert("RGB")
        return shown


def apart(one: Image.Image, other: Image.Image) -> int:
    """The most by which any dot of two pages differs, after both were smoothed."""
    assert abs(one.width - other.width) <= 1
    assert abs(one.height - other.height) <= 1
    box = (0, 0, min(one.width, other.width), min(one.height, other.height))
    smooth = ImageFilter.GaussianBlur(SMOOTH)
    seen: Image.Image = ImageChops.difference(one.crop(box).filter(smooth), other.crop(box).filter(smooth))
    return max(value for band in seen.split() for value, count in enumerate(band.histogram()) if count)


def starter(kind: Kind, name: str, card: tuple[float, float]) -> bytes:
    """One of the designs that come with the program."""
    made = load_template(kind, name)
    return proof(made, paper(kind, PEOPLE[1], Language.RU), ARTFUL, by="Inese Š.", card=card).pdf


PAGES: dict[str, Callable[[], bytes]] = {
    "letter": letter,
    "insert": insert,
    "everything": everything,
    "back": back,
    "ribbon": lambda: starter(Kind.BIRTHDAY, "ribbon", (105, 148)),
    "stars": lambda: starter(Kind.MISSION, "stars", (210, 297)),
    "snow": lambda: starter(Kind.VOUCHER, "snow", (85, 55)),
    "blossom": lambda: starter(Kind.PACKED_BY, "blossom", (99, 210)),
}


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize("viewer", [by_poppler, by_ghostscript])
def test_the_preview_shows_what_others_print(
    name: str, viewer: Callable[[Path], Image.Image], qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(PAGES[name]())
    assert apart(by_qt(file), viewer(file)) <= MOST


@pytest.mark.parametrize("change", ["moved", "patch", "paler"])
def test_a_difference_would_be_seen(change: str, tmp_path: Path) -> None:
    """A word moved by 1 mm, a spot of 2 mm that is not there, a colour a fifth paler."""
    file = tmp_path / "page.pdf"
    file.write_bytes(everything())
    page = by_poppler(file)
    other = page.copy()
    if change == "moved":
        word = (80, 420, 520, 490)
        other.paste(page.crop(word), (word[0] + 8, word[1]))
    elif change == "patch":
        other.paste((200, 60, 60), (400, 600, 416, 616))
    else:
        other = Image.blend(page, Image.new("RGB", page.size, "white"), 0.2)
    assert apart(page, other) > MOST
