"""The album of papers: every kind, design, language and stock with awkward records, printed to be looked at.

`python -m tests.gallery.album` writes it to build/album and says what preflight says of each page; `--kinds`,
`--stocks` and `--languages` take a part of it. A picture is of one kind on one stock in one language: a row for each
design, a column for each record of `tests/render/awkward.py`. Stocks of several cards have a picture of a whole sheet.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from desktop_app.documents.stocks import all_stocks, load_stock
from desktop_app.documents.templates import load_template, template_names
from desktop_app.domain.cards import Side
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.printing import Kind
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language, english
from desktop_app.render.job import PrintJob, run_job
from tests.gallery.handbook import ROOT
from tests.render.awkward import Case, cases

ALBUM = ROOT / "build" / "album"
WIDE = 1600  # pixels of a picture
GAP = 10
TABLE = "#D8CDBF"
KINDS = tuple(kind for kind in Kind if kind is not Kind.PARCEL)
LABELS = (Kind.ADDRESS,)


@dataclass(frozen=True)
class Page:
    """A printed page with whose it is."""

    case: str
    picture: Image.Image


def on_stock(kind: Kind, stock: Stock) -> bool:
    """Whether a kind of paper is printed on such a stock: labels bear addresses, and lists need room."""
    if kind is Kind.CONTACTS:
        return min(stock.card) >= 125
    if stock.labels and min(stock.card) < 24:
        return False  # only a design of the shop's own has room there
    return not (stock.labels or stock.roll) or kind in LABELS or stock.id.endswith(("8371", "c32011"))


def one_card(stock: Stock) -> Stock:
    """A card of the stock on a sheet of its own size: what is looked at is the card."""
    return Stock(stock.id, stock.title, stock.card, stock.card)


def printed(kind: Kind, design: str, case: Case, stock: Stock, *, dots: int) -> tuple[list[Image.Image], list[str]]:
    """The pages of a case, both sides where the design has a back, and what is said of it."""
    out = io.BytesIO()
    both = Side.BACK in load_template(kind, design).sides
    over = Duplex.LONG if stock.card[1] >= stock.card[0] else Duplex.SHORT  # so that both sides stand upright
    duplex = Imposing(duplex=over if both else Duplex.OFF)
    result = run_job(PrintJob(kind, [case.paper], case.shop, case.by, stock, {kind: design}, imposing=duplex), out)
    return pictures(out.getvalue(), dots), [f"{one.severity}: {english(one.message)}" for one in result.remarks]


def pictures(file: bytes, dots: int) -> list[Image.Image]:
    """The pages of a PDF at so many dots to the inch."""
    if not file:
        return []
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(dots), "-", str(Path(folder, "page"))]
        subprocess.run(command, input=file, check=True, timeout=120)
        return [Image.open(page).convert("RGB") for page in sorted(Path(folder).iterdir())]


def contact(kind: Kind, stock: Stock, language: Language) -> tuple[Image.Image, list[str]]:
    """A row of pages for each design, its back once, and what is said of them."""
    rows: list[list[Page]] = []
    said: list[str] = []
    made = list(cases(kind, language))
    across = max(4, min(6, len(made)))
    dots = int(min(110, ((WIDE - GAP) / across - GAP - 1) / stock.card[0] * 25.4))
    for design in template_names(kind):
        row: list[Page] = []
        sides = len(load_template(kind, design).sides)
        for case in made:
            pages, remarks = printed(kind, design, case, one_card(stock), dots=dots)
            row += [Page(case.name, page) for page in (pages[:3] if case is made[0] or sides == 1 else pages[::2])]
            said += [f"  {design} {case.name}: {one}" for one in remarks]
        rows += [row[n : n + across] for n in range(0, len(row), across)]
    return table(rows), said


def table(rows: list[list[Page]]) -> Image.Image:
    """Pages laid in rows on a table, each under the name of its case."""
    label = 14
    rows = [row for row in rows if row] or [[Page("refused", Image.new("RGB", (WIDE // 8, GAP), TABLE))]]
    width = max(sum(page.picture.width + GAP for page in row) for row in rows) + GAP
    heights = [max((page.picture.height for page in row), default=0) + label + GAP for row in rows]
    made = Image.new("RGB", (width, sum(heights) + GAP), TABLE)
    draw, top = ImageDraw.Draw(made), GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for page in row:
            draw.text((left, top), page.case, fill="#6A6158")
            made.paste(page.picture, (left, top + label))
            left += page.picture.width + GAP
        top += height
    return made


def sheet(kind: Kind, stock: Stock) -> Image.Image:
    """A whole sheet of a stock of several cards with its marks, and its back."""
    made = [case.paper for language in Language for case in cases(kind, language) if case.name != "endless"]
    case = next(cases(kind, Language.LV))
    out = io.BytesIO()
    designs = template_names(kind)
    both = [name for name in designs if Side.BACK in load_template(kind, name).sides]
    imposing = Imposing(duplex=Duplex.LONG if both else Duplex.OFF)
    job = PrintJob(kind, made, case.shop, case.by, stock, {kind: (both or designs)[0]}, imposing=imposing)
    run_job(job, out)
    pages = pictures(out.getvalue(), 80)[: 2 if both else 1]
    return table([[Page(stock.id, page) for page in pages]])


def chosen(names: list[str]) -> Iterator[Stock]:
    """The stocks of these names, all where none is named."""
    yield from map(load_stock, names or all_stocks())


def main(asked_for: list[str] | None = None) -> None:
    """Makes the album, or the part of it that is named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--to", type=Path, default=ALBUM)
    asked.add_argument("--kinds", nargs="*", type=Kind, default=list(KINDS))
    asked.add_argument("--stocks", nargs="*", default=[])
    asked.add_argument("--languages", nargs="*", type=Language, default=list(Language))
    asked.add_argument("--sheets", action="store_true", help="whole sheets of several cards only")
    wanted = asked.parse_args(asked_for)
    wanted.to.mkdir(parents=True, exist_ok=True)
    for stock in chosen(wanted.stocks):
        for kind in (kind for kind in wanted.kinds if on_stock(kind, stock)):
            if wanted.sheets:
                if stock.places > 1:
                    sheet(kind, stock).save(wanted.to / f"sheet-{stock.id}-{kind}.png")
                continue
            for language in wanted.languages:
                picture, said = contact(kind, stock, language)
                name = f"{kind}-{stock.id}-{language}.png"
                picture.save(wanted.to / name)
                sys.stdout.write("\n".join([name, *said, ""]))
                sys.stdout.flush()


if __name__ == "__main__":
    main()
