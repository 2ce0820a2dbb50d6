"""How each design looks: one real paper for an invented customer, made by the press and taken as a picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desktop_app.actions.paper import chosen_stock
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.actions.stocks import read_stock
from desktop_app.actions.templates import all_templates, read_template, with_pictures
from desktop_app.domain.cards import Template
from desktop_app.domain.design_samples import Sample, sample
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import FOR_SHOP, Kind, PaperDetails, ShopDetails
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.domain.templates import TemplateRow
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.printing import shop_details, shop_paper
from desktop_app.queries.settings import settings

HIGH = 720  # pixels of a picture; tiles show it smaller on every screen


@dataclass(frozen=True, slots=True)
class Picture:
    """One design as it looks; the image is empty where it cannot be shown."""

    kind: Kind
    design: str
    title: str
    image: QImage


@dataclass(frozen=True, slots=True)
class KindDesigns:
    """The designs of one kind of paper with what their pictures are made of; a spoilt one has no template."""

    kind: Kind
    rows: tuple[TemplateRow, ...]
    templates: Mapping[str, Template]
    shop: ShopDetails
    values: SettingValues
    card: tuple[float, float]
    own_words: PaperDetails | None  # of a paper that is about the shop


def kind_designs(shop: Shop, kind: Kind, language: Language) -> KindDesigns:
    """The designs of a kind, and the shop as its papers in this language show it."""
    values, rows = settings(shop), tuple(all_templates(shop, kind))
    templates = {}
    for row in rows:
        try:
            templates[row.key] = read_template(shop, kind, row.key)
        except AppError:
            continue
    details = with_pictures(shop, shop_details(shop), list(templates.values()))
    own_words = shop_paper(shop, kind, language) if kind in FOR_SHOP else None
    return KindDesigns(
        kind, rows, templates, details, values, read_stock(shop, chosen_stock(kind, values)).card, own_words
    )


def pictures(found: KindDesigns, language: Language, today: dt.date, *, screen: Language, by: str) -> list[Picture]:
    """Every design of a kind in a language, for the pool: the press and the reader of PDFs both need no shop."""
    paper = found.own_words or sample(Sample.USUAL, language, today=today, qr=found.shop.link or "10437")
    single = Stock("picture", {}, sheet=found.card, card=found.card)
    made = []
    with TemporaryDirectory() as folder:
        for row in found.rows:
            image = QImage()
            if row.key in found.templates:
                file = Path(folder, f"{row.key}.pdf")
                make_parcel_papers(
                    [replace(paper, language=language)],
                    found.shop,
                    kind=found.kind,
                    values=found.values,
                    to=file,
                    stock=single,
                    design=row.key,
                    own_designs=found.templates,
                    by=by,
                )
                image = first_page(file, HIGH)
            made.append(Picture(found.kind, row.key, row.title[screen], image))
    return made


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
