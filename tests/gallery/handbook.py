"""The pictures of the handbook and the README: `python -m tests.gallery.handbook` takes them anew from the gallery.

A picture is called as its scene, in the folder of its language: `docs/handbook/pictures/lv/today.png` is the scene
`today` in Latvian. The README's, in `docs/pictures`, are the English ones. Those that no page shows go.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PIL import Image

from desktop_app.i18n import Language
from tests.gallery.asking import PAPER_TESTS, WINDOW_TESTS, Asked, take
from tests.gallery.variants import filed, plain

ROOT = Path(__file__).resolve().parents[2]
_SHOWN = re.compile(r"!\[[^\]]*\]\(([^)]+\.png)\)")
_COLOURS = 200  # a window has few; a third of the bytes


def pages(root: Path = ROOT) -> list[Path]:
    """Every page that may show a picture."""
    return [root / "README.md", *sorted((root / "docs").rglob("*.md"))]


def shown(root: Path = ROOT) -> dict[Path, list[Path]]:
    """Every picture that a page shows, with the pages that do."""
    found: dict[Path, list[Path]] = {}
    for page in pages(root):
        for link in _SHOWN.findall(page.read_text(encoding="utf-8")):
            found.setdefault((page.parent / link).resolve(), []).append(page)
    return found


def kept(root: Path = ROOT) -> set[Path]:
    """Every picture that lies there."""
    return {file.resolve() for file in (root / "docs").rglob("*.png")}


def scene(picture: Path) -> tuple[str, Language]:
    """The scene and the language a picture shows."""
    folder = picture.parent.name
    return picture.stem, Language(folder) if folder in tuple(Language) else Language.EN


def renew() -> None:
    """Takes every shown picture, with fewer colours, and drops what is shown no more."""
    wanted = shown()
    names = {picture: scene(picture) for picture in wanted}
    files = {picture: filed(name, plain(language)) for picture, (name, language) in names.items()}
    for file in files.values():
        file.unlink(missing_ok=True)
    scenes = tuple({name for name, _ in names.values()})
    take(Asked(tuple(plain(language) for language in Language), scenes), *WINDOW_TESTS, *PAPER_TESTS)
    missing = sorted(f"{file.parent.name}/{file.name}" for file in files.values() if not file.exists())
    if missing:
        sys.exit(f"The gallery has no {', '.join(missing)}: the reason stands above.")
    for picture, file in files.items():
        picture.parent.mkdir(parents=True, exist_ok=True)
        few = (
            Image.open(file)
            .convert("RGB")
            .quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
        )
        few.save(picture, optimize=True)
    for picture in kept() - set(wanted):
        picture.unlink()
    sys.stdout.write(f"{len(wanted)} pictures\n")


if __name__ == "__main__":
    renew()
