"""The card of the print bench as a usual reportlab program makes it; measured beside ours."""

from __future__ import annotations

from pathlib import Path

from cards import HEADINGS, PACKER, parcels
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from desktop_app.documents.ornaments import ORNAMENTS
from desktop_app.domain.cards import Face
from desktop_app.domain.customers import full_name
from desktop_app.domain.printing import PaperDetails
from desktop_app.render.faces import SOURCES

_CARD = (105 * mm, 148.5 * mm)


def draw(count: int, folder: Path) -> None:
    """Writes `count` cards, four on an A4 sheet, into the folder."""
    pdfmetrics.registerFont(TTFont("Text", SOURCES[Face.SERIF].path()))
    pdfmetrics.registerFont(TTFont("Hand", SOURCES[Face.HAND].path()))
    style = ParagraphStyle("letter", fontName="Text", fontSize=9, leading=12.6, textColor=HexColor("#211C17"))
    canvas = Canvas(str(folder / f"naive-{count}.pdf"), pagesize=(210 * mm, 297 * mm))
    for n, parcel in enumerate(parcels(count)):
        if n and n % 4 == 0:
            canvas.showPage()
        row, column = divmod(n % 4, 2)
        canvas.saveState()
        canvas.translate(column * _CARD[0], (1 - row) * _CARD[1])
        _card(canvas, parcel, style, str(folder / "logo.png"))
        canvas.restoreState()
    canvas.showPage()
    canvas.save()


def _card(canvas: Canvas, parcel: PaperDetails, style: ParagraphStyle, logo: str) -> None:
    height = _CARD[1]
    canvas.drawImage(logo, 8 * mm, height - 20 * mm, 32 * mm, 12 * mm, mask="auto")
    _ornament(canvas, _CARD[0] - 38 * mm, height - 12 * mm)
    canvas.setFillColor(HexColor("#A8481F"))
    canvas.setFont("Hand", 36)
    canvas.drawString(8 * mm, height - 42 * mm, HEADINGS[parcel.language])
    canvas.setFillColor(HexColor("#211C17"))
    canvas.setFont("Hand", 20)
    canvas.drawString(8 * mm, height - 52 * mm, full_name(parcel.customer))
    letter = Paragraph(parcel.lines[0].name, style)
    _, tall = letter.wrap(89 * mm, 80 * mm)
    letter.drawOn(canvas, 8 * mm, height - 56 * mm - tall)
    canvas.setFont("Text", 8)
    canvas.drawString(8 * mm, 22 * mm, parcel.number)
    canvas.setFont("Hand", 18)
    canvas.drawString(8 * mm, 8 * mm, PACKER)
    code = QrCodeWidget(parcel.qr, barLevel="M", barWidth=20 * mm, barHeight=20 * mm, barBorder=0)
    drawing = Drawing(20 * mm, 20 * mm)
    drawing.add(code)
    renderPDF.draw(drawing, canvas, _CARD[0] - 28 * mm, 8 * mm)
    canvas.setLineWidth(0.25)
    canvas.line(0, 0, 4 * mm, 0)
    canvas.line(0, 0, 0, 4 * mm)


def _ornament(canvas: Canvas, x: float, y: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(1, -1)
    canvas.setFillColor(HexColor("#A8481F"))
    for path in ORNAMENTS["sprig"](30, 20, 3):
        shape = canvas.beginPath()
        shape.moveTo(*(value * mm for value in path.start))
        for segment in path.segments:
            (shape.curveTo if len(segment) == 6 else shape.lineTo)(*(value * mm for value in segment))
        canvas.drawPath(shape, stroke=int(path.stroke > 0), fill=int(path.filled))
    canvas.restoreState()
