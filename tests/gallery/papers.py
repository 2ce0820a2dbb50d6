"""Three papers of the sample shop side by side, printed as anybody would print them: the picture of what comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageFilter
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desktop_app.app import main
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_rows
from desktop_app.queries.orders import OrderRow, order_ids, order_rows
from desktop_app.queries.reaching import standings_of

PLACE = (1400, 690)
CARD = (400, 564)  # an A6 sheet's shape
GAP = 48
BY = {Language.EN: "Kate", Language.RU: "Анна Л.", Language.LV: "Inese Š."}
FINE = 2  # rendered so many times as large, then made smaller


class Paper(NamedTuple):
    """One of the three: what it is, its design, with the logo or the shop's name, and whose order it may be."""

    kind: str
    design: str
    logo: bool
    fits: Callable[[OrderRow], bool]


PAPERS = (
    Paper("thank-you", "sprig", True, lambda row: row.first),
    Paper("thank-you", "stars", False, lambda row: row.regular),
    Paper("packing-insert", "wave", False, lambda row: row.lines >= 3),
)


def order_for(shop: Shop, paper: Paper, language: Language) -> str:
    """The number of the newest order that shows this paper well."""
    rows = [row for row in order_rows(shop, order_ids(shop)) if row.customer_id and paper.fits(row)]
    people = {one.id: one for one in customer_rows(shop, [row.customer_id for row in rows if row.customer_id])}
    stands = standings_of(shop, list(people))  # who has a complaint open gets no thank-you card
    calm = [row for row in rows if row.customer_id and not stands[row.customer_id].open_complaints]
    return next(row.number for row in calm if row.customer_id and people[row.customer_id].language is language)


def papers(shop: Shop, languages: tuple[Language, ...], folder: Path) -> Image.Image:
    """Print the three, in these languages, and lay them side by side on a table."""
    chosen = [
        (paper, order_for(shop, paper, tongue), BY[tongue]) for paper, tongue in zip(PAPERS, languages, strict=True)
    ]
    shop.close()
    table = Image.new("RGB", PLACE, "#EBE3DA")
    left = (PLACE[0] - len(PAPERS) * CARD[0] - (len(PAPERS) - 1) * GAP) // 2
    for paper, number, by in chosen:
        if not paper.logo:
            assert main(["--shop", shop.location, "settings", "shop.logo="]) == 0
        file = folder / f"{paper.kind}-{number}.pdf"
        what = ["print", paper.kind, "--orders", number, "--template", paper.design, "--stock", "a6"]
        assert main(["--shop", shop.location, *what, "--by", by, "--to", str(file)]) == 0
        _lay(table, _page(file), left, (PLACE[1] - CARD[1]) // 2)
        left += CARD[0] + GAP
    return table


def _lay(table: Image.Image, paper: Image.Image, left: int, top: int) -> None:
    """Lay a paper on the table, with the soft shadow of a sheet."""
    shadow = Image.new("L", table.size, 0)
    shadow.paste(46, (left, top + 6, left + CARD[0], top + 6 + CARD[1]))
    table.paste("#6B5A48", (0, 0, *table.size), shadow.filter(ImageFilter.GaussianBlur(12)))
    table.paste(paper, (left, top))


def _page(file: Path) -> Image.Image:
    document = QPdfDocument()
    document.load(str(file))
    page = document.render(0, QSize(*CARD) * FINE)
    document.close()
    white = QImage(page.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, page)
    painter.end()
    fine = Image.frombytes("RGB", (white.width(), white.height()), bytes(white.constBits()), "raw", "BGRX")
    return fine.resize(CARD, Image.Resampling.LANCZOS)
