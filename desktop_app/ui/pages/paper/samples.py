"""How each design looks: one real paper for an invented customer, made by the press and taken as a picture."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desktop_app.actions.paper import designs
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import Kind, LineDetails, PaperDetails, ShopDetails
from desktop_app.domain.settings import SettingValues
from desktop_app.i18n import Language, Words, msg

HIGH = 720  # pixels of a picture; tiles show it smaller on every screen
_STOCK = "a6"
_PEOPLE = {
    Language.EN: ("Anna", "Carter"),
    Language.RU: ("Анна", "Калинина"),
    Language.LV: ("Anna", "Kalniņa"),
}
_ARTICLES = (
    (1, msg("Linen tablecloth"), "LN-011"), (2, msg("Ceramic mug"), "KR-204"), (1, msg("Soy candle"), "SV-030"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """One design as it looks, or why it cannot be shown."""

    kind: Kind
    design: str
    title: str
    image: QImage


def sample_parcel(language: Language, today: dt.date, *, qr: str) -> PaperDetails:
    """An invented order of an invented customer who reads `language`."""
    words = Words(language)
    given, family = _PEOPLE[language]
    return PaperDetails(
        order=OrderId(0), number="10437", language=language, customer=CustomerFields(given=given, family=family),
        customer_id=None, lines=tuple(LineDetails(n, words.say(name), sku) for n, name, sku in _ARTICLES),
        total=Money(6450, "EUR"), placed_on=today, first=True, regular=False, qr=qr,
    )


def pictures(
    shop: ShopDetails, values: SettingValues, language: Language, today: dt.date, *, screen: Language, by: str
) -> list[Picture]:
    """Every design of every paper in a language, for the pool: the press and the reader of PDFs both need no shop."""
    parcel = sample_parcel(language, today, qr=shop.link or "10437")
    found = []
    with TemporaryDirectory() as folder:
        for kind in (Kind.THANK_YOU, Kind.PACKING_INSERT):
            for design, titles in designs(kind).items():
                file = Path(folder, f"{kind}-{design}.pdf")
                make_parcel_papers(
                    [parcel], shop, kind=kind, values=values, to=file, stock=_STOCK, design=design, by=by
                )
                found.append(Picture(kind, design, titles[screen], first_page(file, HIGH)))
    return found


def first_page(file: Path, high: int) -> QImage:
    """The first page of a PDF on white, `high` pixels high; an empty picture when there is none."""
    document = QPdfDocument()
    document.load(str(file))
    if not document.pageCount():
        return QImage()
    size = document.pagePointSize(0)
    rendered = document.render(0, QSize(round(high * size.width() / size.height()), high))
    document.close()
    page = QImage(rendered.size(), QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)  # what QtPdf renders is transparent where nothing is printed
    painter = QPainter(page)
    painter.drawImage(0, 0, rendered)
    painter.end()
    return page
