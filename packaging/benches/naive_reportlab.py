"""The card of the print bench as a usual reportlab program makes it; measured beside ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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

_CARD = (105 * mm, 148.5 * mm)


def draw(job: dict[str, Any], out: Path) -> None:
    """Writes the cards, four on an A4 sheet."""
    pdfmetrics.registerFont(TTFont("Text", job["text"]))
    pdfmetrics.registerFont(TTFont("Hand", job["hand"]))
    style = ParagraphStyle("letter", fontName="Text", fontSize=9, leading=12.6, textColor=HexColor("#211C17"))
    canvas = Canvas(str(out), pagesize=(210 * mm, 297 * mm))
    for n, card in enumerate(job["cards"]):
        if n and n % 4 == 0:
            canvas.showPage()
        row, column = divmod(n % 4, 2)
        canvas.saveState()
        canvas.translate(column * _CARD[0], (1 - row) * _CARD[1])
        _card(canvas, card, job, style)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()


def _card(canvas: Canvas, card: dict[str, Any], job: dict[str, Any], style: ParagraphStyle) -> None:
    height = _CARD[1]
    canvas.drawImage(job["logo"], 8 * mm, height - 20 * mm, 32 * mm, 12 * mm, mask="auto")
    _ornament(canvas, job["ornament"], _CARD[0] - 38 * mm, height - 12 * mm)
    canvas.setFillColor(HexColor("#A8481F"))
    canvas.setFont("Hand", 36)
    canvas.drawString(8 * mm, height - 42 * mm, card["heading"])
    canvas.setFillColor(HexColor("#211C17"))
    canvas.setFont("Hand", 20)
    canvas.drawString(8 * mm, height - 52 * mm, card["name"])
    letter = Paragraph(card["text"], style)
    _, tall = letter.wrap(89 * mm, 80 * mm)
    letter.drawOn(canvas, 8 * mm, height - 56 * mm - tall)
    canvas.setFont("Text", 8)
    canvas.drawString(8 * mm, 22 * mm, card["number"])
    canvas.setFont("Hand", 18)
    canvas.drawString(8 * mm, 8 * mm, job["packer"])
    code = QrCodeWidget(card["link"], barLevel="M", barWidth=20 * mm, barHeight=20 * mm, barBorder=0)
    drawing = Drawing(20 * mm, 20 * mm)
    drawing.add(code)
    renderPDF.draw(drawing, canvas, _CARD[0] - 28 * mm, 8 * mm)
    canvas.setLineWidth(0.25)
    canvas.line(0, 0, 4 * mm, 0)
    canvas.line(0, 0, 0, 4 * mm)


def _ornament(canvas: Canvas, paths: list[dict[str, Any]], x: float, y: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(1, -1)
    canvas.setFillColor(HexColor("#A8481F"))
    for path in paths:
        shape = canvas.beginPath()
        shape.moveTo(*(value * mm for value in path["start"]))
        for segment in path["segments"]:
            (shape.curveTo if len(segment) == 6 else shape.lineTo)(*(value * mm for value in segment))
        canvas.drawPath(shape, stroke=int(path["stroke"] > 0), fill=int(path["filled"]))
    canvas.restoreState()
