"""The card of the print bench as other programs make it, each in its usual way: peers.py NAME CARDS-FILE OUT.

Runs in an environment of its own (packaging/requirements-bench.txt). The cards, and the squares of their QR codes, come
ready in a JSON file that `cards.py` writes, so that no program is measured by its QR library unless it says so.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

WIDTH, HEIGHT = 105.0, 148.5  # mm, four on an A4 sheet
CODE = 20.0  # mm


def fpdf2(job: dict[str, Any], out: Path) -> None:
    """fpdf2: multi_cell, the logo placed by name, the code as a picture of one bit."""
    from fpdf import FPDF
    from PIL import Image

    pdf = FPDF(unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_font("Text", fname=job["text"])
    pdf.add_font("Hand", fname=job["hand"])
    for n, card in enumerate(job["cards"]):
        if n % 4 == 0:
            pdf.add_page()
        x, y = n % 2 * WIDTH, n % 4 // 2 * HEIGHT
        pdf.image(job["logo"], x + 8, y + 8, 32, 12)
        for font, size, colour, down, text in (
            ("Hand", 36, (168, 72, 31), 30, card["heading"]), ("Hand", 20, (33, 28, 23), 46, card["name"]),
            ("Text", 8, (33, 28, 23), 122, card["number"]), ("Hand", 18, (33, 28, 23), 134, job["packer"]),
        ):  # fmt: skip
            pdf.set_font(font, size=size)
            pdf.set_text_color(*colour)
            pdf.set_xy(x + 8, y + down)
            pdf.cell(text=text)
        pdf.set_font("Text", size=9)
        pdf.set_xy(x + 8, y + 58)
        pdf.multi_cell(w=89, h=4.4, text=card["text"], align="L")
        side, rows = len(card["qr"]), card["qr"]
        code = Image.new("1", (side, side))
        code.putdata([0 if module == "1" else 255 for row in rows for module in row])
        pdf.image(code, x + WIDTH - 28, y + HEIGHT - 28, CODE, CODE)
    pdf.output(str(out))


def weasyprint(job: dict[str, Any], out: Path) -> None:
    """WeasyPrint: a sheet of HTML and CSS, the code as SVG."""
    from html import escape

    from weasyprint import HTML

    style = f"""@page {{ size: A4; margin: 0 }} body {{ margin: 0 }}
    @font-face {{ font-family: Text; src: url(file://{job["text"]}) }}
    @font-face {{ font-family: Hand; src: url(file://{job["hand"]}) }}
    .sheet {{ position: relative; width: 210mm; height: 297mm; page-break-after: always }}
    .card {{ position: absolute; width: 105mm; height: 148.5mm }} .card > * {{ position: absolute; left: 8mm }}
    .l {{ top: 8mm; width: 32mm; height: 12mm }}
    .h {{ top: 30mm; font: 36pt Hand; color: #A8481F }} .n {{ top: 46mm; font: 20pt Hand }}
    .t {{ top: 58mm; width: 89mm; font: 9pt/1.4 Text }} .o {{ top: 122mm; font: 8pt Text }}
    .p {{ top: 134mm; font: 18pt Hand }} .q {{ left: 77mm; top: 120.5mm; width: 20mm; height: 20mm }}"""
    sheets = []
    for first in range(0, len(job["cards"]), 4):
        cards = []
        for n, card in enumerate(job["cards"][first : first + 4]):
            place = f"left:{n % 2 * WIDTH}mm;top:{n // 2 * HEIGHT}mm"
            cards.append(
                f'<div class=card style="{place}"><img class=l src="file://{job["logo"]}">'
                f"<div class=h>{escape(card['heading'])}</div><div class=n>{escape(card['name'])}</div>"
                f"<div class=t>{escape(card['text'])}</div><div class=o>{escape(card['number'])}</div>"
                f"<div class=p>{escape(job['packer'])}</div><div class=q>{_svg(card['qr'])}</div></div>"
            )
        sheets.append(f"<div class=sheet>{''.join(cards)}</div>")
    HTML(string=f"<meta charset=utf-8><style>{style}</style>{''.join(sheets)}").write_pdf(out)


def typst(job: dict[str, Any], out: Path) -> None:
    """typst: one program that reads the cards from JSON, the code as SVG."""
    import shutil
    import tempfile

    import typst as compiler

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(job["logo"], folder / "logo.png")
        cards = [{**card, "qr": _svg(card["qr"])} for card in job["cards"]]
        (folder / "cards.json").write_text(json.dumps({"cards": cards, "packer": job["packer"]}), encoding="utf-8")
        (folder / "cards.typ").write_text(_TYPST, encoding="utf-8")
        fonts = [str(Path(job["text"]).parent), str(Path(job["hand"]).parent)]
        compiler.compile(str(folder / "cards.typ"), output=str(out), root=name, font_paths=fonts)


_TYPST = """#set page("a4", margin: 0mm)
#let data = json("cards.json")
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)
#let card(it) = box(width: 105mm, height: 148.5mm, {
  at(8mm, 8mm, image("logo.png", width: 32mm, height: 12mm))
  at(8mm, 30mm, text(font: "Caveat", size: 36pt, fill: rgb("#A8481F"), it.heading))
  at(8mm, 46mm, text(font: "Caveat", size: 20pt, it.name))
  at(8mm, 58mm, box(width: 89mm, { set par(leading: 0.55em); text(font: "PT Serif", size: 9pt, it.text) }))
  at(8mm, 122mm, text(font: "PT Serif", size: 8pt, it.number))
  at(8mm, 134mm, text(font: "Caveat", size: 18pt, data.packer))
  at(77mm, 120.5mm, image(bytes(it.qr), format: "svg", width: 20mm))
})
#for sheet in data.cards.chunks(4) {
  page(grid(columns: 2, rows: (148.5mm, 148.5mm), ..sheet.map(card)))
}
"""


def _svg(rows: list[str]) -> str:
    """The dark squares of a code as one path."""
    path = "".join(
        f"M{column} {row}h1v1h-1z"
        for row, line in enumerate(rows)
        for column, module in enumerate(line)
        if module == "1"
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}"><path d="{path}"/></svg>'


def reportlab(job: dict[str, Any], out: Path) -> None:
    """Reportlab as everyone writes it: a canvas, Paragraphs, its own QR widget, the logo drawn on every card."""
    from naive_reportlab import draw

    draw(job, out)


if __name__ == "__main__":
    peers = {"fpdf2": fpdf2, "weasyprint": weasyprint, "typst": typst, "reportlab": reportlab}
    peers[sys.argv[1]](json.loads(Path(sys.argv[2]).read_bytes()), Path(sys.argv[3]))
