"""Three papers of the sample shop side by side, printed as anybody would print them: the picture of what comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desktop_app.app import main
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer_rows
from desktop_app.queries.orders import OrderRow, order_ids, order_rows

PLACE = QSize(1400, 690)
CARD = QSize(400, 564)  # an A6 sheet's shape
GAP = 48
FINE = 2  # rendered so many times as large, then made smaller


class Paper(NamedTuple):
    """One of the three: what it is, its design, who packed, and whose order it may be."""

    kind: str
    design: str
    by: str
    fits: Callable[[OrderRow], bool]


PAPERS = (
    Paper("thank-you", "sprig", "Inese Š.", lambda row: row.first),
    Paper("thank-you", "stars", "Анна Л.", lambda row: row.regular),
    Paper("packing-insert", "wave", "Kate", lambda row: row.lines >= 3),
)


def order_for(shop: Shop, paper: Paper, language: Language) -> str:
    """The number of the newest order that shows this paper well."""
    rows = [row for row in order_rows(shop, order_ids(shop)) if row.customer_id and paper.fits(row)]
    people = {one.id: one for one in customer_rows(shop, [row.customer_id for row in rows if row.customer_id])}
    return next(row.number for row in rows if row.customer_id and people[row.customer_id].language is language)


def papers(shop: Shop, languages: tuple[Language, ...], folder: Path) -> QImage:
    """Print the three, in these languages, and lay them side by side on a table."""
    numbers = [order_for(shop, paper, language) for paper, language in zip(PAPERS, languages, strict=True)]
    shop.close()
    picture = QImage(PLACE, QImage.Format.Format_RGB32)
    picture.fill(QColor("#EBE3DA"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    left = (PLACE.width() - len(PAPERS) * CARD.width() - (len(PAPERS) - 1) * GAP) // 2
    for paper, number in zip(PAPERS, numbers, strict=True):
        file = folder / f"{paper.kind}-{number}.pdf"
        what = ["print", paper.kind, "--orders", number, "--template", paper.design, "--stock", "a6"]
        assert main(["--shop", shop.location, *what, "--by", paper.by, "--to", str(file)]) == 0
        place = QRect(QPoint(left, (PLACE.height() - CARD.height()) // 2), CARD)
        for spread in range(14, 0, -1):  # a soft shadow below the sheet
            painter.fillRect(place.adjusted(-spread, 0, spread, spread + 4), QColor(107, 90, 72, 5))
        painter.drawImage(place, _page(file))
        left += CARD.width() + GAP
    painter.end()
    return picture


def _page(file: Path) -> QImage:
    document = QPdfDocument()
    document.load(str(file))
    page = document.render(0, CARD * FINE)
    document.close()
    white = QImage(page.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, page)
    painter.end()
    return white
