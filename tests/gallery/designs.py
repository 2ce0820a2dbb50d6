"""Every starter design, a few kinds of paper to a picture, printed for one person: what a shop has to choose from."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

from PIL import Image

from desktop_app.documents.stocks import load_stock
from desktop_app.documents.templates import template_names
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from desktop_app.render.job import PrintJob, run_job
from tests.render.kinds import SHOP, paper

DESIGN_SCENES: dict[str, tuple[Kind, ...]] = {
    "designs-letters": (Kind.THANK_YOU, Kind.BIRTHDAY, Kind.APOLOGY),
    "designs-parcel": (Kind.PACKING_INSERT, Kind.PACKED_BY, Kind.CARE_SHEET),
    "designs-codes": (Kind.VOUCHER, Kind.REFERRAL, Kind.ADDRESS),
    "designs-shop": (Kind.PROMISE, Kind.MISSION, Kind.CONTACTS),
}
CARD = (316, 446)
GAP = 28
ACROSS = 4
PEOPLE = {
    Language.EN: CustomerFields(given="Charlotte", family="Whitfield"),
    Language.RU: CustomerFields(given="Юлия", family="Соколова"),
    Language.LV: CustomerFields(given="Mārtiņš", family="Žagariņš"),
}
BY = {Language.EN: "Kate", Language.RU: "Анна Л.", Language.LV: "Inese Š."}


def designs(scene: str, language: Language, folder: Path) -> Image.Image:
    """The designs of a scene's kinds, four in a row, on a table."""
    cards = [(kind, name) for kind in DESIGN_SCENES[scene] for name in template_names(kind)]
    rows = -(-len(cards) // ACROSS)
    size = (ACROSS * (CARD[0] + GAP) + GAP, rows * (CARD[1] + GAP) + GAP)
    table = Image.new("RGB", size, "#EBE3DA")
    for place, (kind, name) in enumerate(cards):
        row, column = divmod(place, ACROSS)
        at = GAP + column * (CARD[0] + GAP), GAP + row * (CARD[1] + GAP)
        table.paste(_page(kind, name, language, folder=folder), at)
    return table


def _page(kind: Kind, name: str, language: Language, *, folder: Path) -> Image.Image:
    stock = load_stock("a4" if kind is Kind.CONTACTS else "a6")
    out = io.BytesIO()
    record = paper(kind, PEOPLE[language], language)
    result = run_job(PrintJob(kind, [record], SHOP, BY[language], stock, {kind: name}), out)
    assert result.pages
    file = folder / f"{kind}-{name}.pdf"
    file.write_bytes(out.getvalue())
    wanted = ["-png", "-singlefile", "-scale-to-x", str(CARD[0] * 2), "-scale-to-y", str(CARD[1] * 2)]
    subprocess.run(["pdftoppm", *wanted, str(file), str(file.with_suffix(""))], check=True)
    return Image.open(file.with_suffix(".png")).resize(CARD, Image.Resampling.LANCZOS)
