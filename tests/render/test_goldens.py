"""What a card looks like stays as it is until somebody means to change it: layouts to read, pages to look at.

After a change that is meant: `python -m tests.render.test_goldens` from the checkout writes them anew; look at the
difference before it is kept.
"""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from desktop_app.documents.builders import BUILDERS
from desktop_app.documents.fields import PaperWords, same_content
from desktop_app.documents.layout import Layout
from desktop_app.documents.model import Overlay, Placed, TextBlock, Turned
from desktop_app.documents.plan import Ground
from desktop_app.domain.cards import Side
from desktop_app.domain.printing import Kind, LineDetails
from desktop_app.i18n import Language
from desktop_app.render.press import Press
from desktop_app.render.proof import proof
from desktop_app.render.shaping import Fonts
from tests.documents.designs import EVERYTHING, INSERT, LETTER, template
from tests.render.artwork import ARTFUL
from tests.render.sheets import SHOP, parcel, run

GOLDENS = Path(__file__).with_name("goldens")
NAMES = {Language.EN: "Charlotte", Language.RU: "Юлия", Language.LV: "Šarlote"}
DESIGNS = {Kind.THANK_YOU: template(LETTER), Kind.PACKING_INSERT: template(INSERT)}
CASES = [(kind, language, size) for kind in DESIGNS for language in Language for size in ("a6", "a5")]
SIZES = {"a6": (105.0, 148.0), "a5": (148.0, 210.0)}


def order(language: Language) -> Any:
    """An order of three articles in a language."""
    lines = tuple(LineDetails(n, f"Article with a rather long name, number {n}", f"AR-{n:03}") for n in range(1, 4))
    return parcel(1007, NAMES[language], language, lines=lines)


def layout(kind: Kind, language: Language, size: str) -> list[str]:
    """A card as lines a person can read: what stands where, in millimetres."""
    same = same_content(SHOP, "Inese Š.")
    made = Layout(DESIGNS[kind], Ground(SIZES[size], language, Fonts()), same=same)
    pages = made.pages(BUILDERS[kind](order(language), same, PaperWords(language), asked=made.asked))
    assert pages is not None
    alike = [shape for layer in (made.static, *made.overlays) for shape in layer]
    varying = [shape for page in pages for shape in page.placed if not isinstance(shape, Overlay)]
    return [told(shape) for shape in (*alike, *varying)]


def layout_of_everything(language: Language, side: Side) -> list[str]:
    """One side of a card that has everything on it, line by line."""
    press = Press(io.BytesIO(), SIZES["a6"], ARTFUL, by="Inese Š.")
    same = same_content(ARTFUL, "Inese Š.")
    made = press.layout(template(EVERYTHING), language, same, side=side)
    content = BUILDERS[Kind.THANK_YOU](order(language), same, PaperWords(language), asked=made.asked)
    return [told(shape) for one in made.seen(content)[0] for shape in one.shapes]


def told(shape: Placed) -> str:
    """A shape in one line."""
    assert not isinstance(shape, Overlay)
    if isinstance(shape, Turned):
        return f"{shape.degrees:.0f}° about {shape.x:.1f} {shape.y:.1f}: " + "; ".join(map(told, shape.shapes))
    place = f"{shape.x:.1f} {shape.y:.1f}"
    if not isinstance(shape, TextBlock):
        return f"{place} {type(shape).__name__}"
    lines = [" ".join(piece.text for piece in shape.pieces[begin:end]) for begin, end in shape.lines]
    return f"{place} {shape.style.face.value} {shape.size:.1f} {shape.style.colour}: {' / '.join(lines)}"


def picture(kind: Kind, language: Language, folder: Path) -> Image.Image:
    """The card's page as poppler draws it, grey, 60 dots to the inch."""
    return drawn(run([order(language)], kind=kind, by="Inese Š.", designs=DESIGNS)[1], folder)


def picture_of_everything(language: Language, side: Side, folder: Path) -> Image.Image:
    """The same of one side of a card that has everything on it."""
    made = proof(template(EVERYTHING), order(language), ARTFUL, by="Inese Š.", card=SIZES["a6"], side=side)
    return drawn(made.pdf, folder)


def drawn(file: bytes, folder: Path) -> Image.Image:
    """The first page as poppler draws it, grey, 60 dots to the inch."""
    (folder / "card.pdf").write_bytes(file)
    command = ["pdftoppm", "-r", "60", "-gray", "-png", "-singlefile", "card.pdf", "card"]
    subprocess.run(command, cwd=folder, check=True, timeout=120)
    with Image.open(folder / "card.png") as page:
        grey: Image.Image = page.convert("L")
        return grey


@pytest.mark.parametrize(("kind", "language", "size"), CASES)
def test_a_card_is_laid_out_as_it_was(kind: Kind, language: Language, size: str) -> None:
    kept = json.loads((GOLDENS / "layouts.json").read_text(encoding="utf-8"))
    assert layout(kind, language, size) == kept[f"{kind} {language} {size}"]


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("language", list(Language))
def test_a_card_of_everything_is_laid_out_as_it_was(language: Language, side: Side) -> None:
    kept = json.loads((GOLDENS / "layouts.json").read_text(encoding="utf-8"))
    assert layout_of_everything(language, side) == kept[f"everything {language} {side}"]


@pytest.mark.parametrize("kind", list(DESIGNS))
def test_a_page_looks_as_it_did(kind: Kind, tmp_path: Path) -> None:
    page = picture(kind, Language.LV, tmp_path)
    with Image.open(GOLDENS / f"{kind}.png") as kept:
        assert page.size == kept.size
        # Poppler's versions smooth letters differently: a moved line shows far more than that.
        assert ImageStat.Stat(ImageChops.difference(page, kept)).mean[0] < 1.0


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("language", list(Language))
def test_a_card_of_everything_looks_as_it_did(language: Language, side: Side, tmp_path: Path) -> None:
    page = picture_of_everything(language, side, tmp_path)
    with Image.open(GOLDENS / f"everything-{language}-{side}.png") as kept:
        assert page.size == kept.size
        assert ImageStat.Stat(ImageChops.difference(page, kept)).mean[0] < 1.0


def test_a_moved_line_would_be_seen(tmp_path: Path) -> None:
    page = picture(Kind.THANK_YOU, Language.LV, tmp_path)
    moved = ImageChops.offset(page, 0, 3)
    assert ImageStat.Stat(ImageChops.difference(page, moved)).mean[0] > 1.0


def renew() -> None:
    """Writes the goldens as cards are laid out now."""
    GOLDENS.mkdir(exist_ok=True)
    made = {f"{kind} {language} {size}": layout(kind, language, size) for kind, language, size in CASES}
    both = [(language, side) for language in Language for side in Side]
    made |= {f"everything {language} {side}": layout_of_everything(language, side) for language, side in both}
    text = json.dumps(made, ensure_ascii=False, indent=1)
    (GOLDENS / "layouts.json").write_text(text + "\n", encoding="utf-8")
    for language, side in both:
        with tempfile.TemporaryDirectory() as folder:
            page = picture_of_everything(language, side, Path(folder))
            page.save(GOLDENS / f"everything-{language}-{side}.png", optimize=True)
    for kind in DESIGNS:
        with tempfile.TemporaryDirectory() as folder:
            picture(kind, Language.LV, Path(folder)).save(GOLDENS / f"{kind}.png", optimize=True)


if __name__ == "__main__":
    renew()
