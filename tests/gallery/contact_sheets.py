"""Many pictures on one sheet, large enough to be read and small enough to be looked at one after another."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

ACROSS = 2600  # pixels of a sheet at most
_HEAD = 18


def contact_sheets(folder: Path, variants: list[str], *, high: int = 1660) -> list[Path]:
    """Sheets of each variant's pictures in `folder`, as many as fit on one; returns the files written."""
    made: list[Path] = []
    for variant in variants:
        pictures = sorted((folder / variant).glob("*.png"))
        for number, page in enumerate(_pages(pictures, high), start=1):
            file = folder / "sheets" / f"{variant}-{number:02}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            _sheet(page).save(file)
            made.append(file)
    return made


def _pages(pictures: list[Path], high: int) -> list[list[tuple[Path, int, int]]]:
    """Where each picture stands, page by page: rows from the left, the next row below the highest of this one."""
    pages: list[list[tuple[Path, int, int]]] = [[]]
    x = y = row = 0
    for picture in pictures:
        wide, tall = _size(picture)
        if x and x + wide > ACROSS:
            x, y, row = 0, y + row, 0
        if pages[-1] and y + tall > high:
            pages.append([])
            x = y = row = 0
        pages[-1].append((picture, x, y))
        x, row = x + wide + 8, max(row, tall + 8)
    return [page for page in pages if page]


def _size(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as opened:
        part = 0.5 if opened.width > ACROSS else 1.0
        return round(opened.width * part), round(opened.height * part) + _HEAD


def _sheet(page: list[tuple[Path, int, int]]) -> Image.Image:
    ends = [(x + _size(picture)[0], y + _size(picture)[1]) for picture, x, y in page]
    sheet = Image.new("RGB", (max(x for x, _ in ends), max(y for _, y in ends)), "#777777")
    pen = ImageDraw.Draw(sheet)
    for picture, x, y in page:
        pen.text((x + 4, y + 3), picture.stem, fill="white")
        with Image.open(picture) as opened:
            wide, tall = _size(picture)
            sheet.paste(opened.convert("RGB").resize((wide, tall - _HEAD)), (x, y + _HEAD))
    return sheet
