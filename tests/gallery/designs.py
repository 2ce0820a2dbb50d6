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
    "designs-parcel": (Kind.PACKING_INSERT, Kind.PACKED_BY, Kind.CARE_SHEET, Kind.WARRANTY),
    "designs-codes": (Kind.VOUCHER, Kind.REFERRAL, Kind.ADDRESS),
    "designs-shop": (Kind.PROMISE, Kind.MISSION, Kind.CONTACTS),
}
SMALL = "designs-small"  # one design of each kind that a shop prints as a business card
SMALL_DESIGNS = (
    (Kind.THANK_YOU, "sprig"), (Kind.BIRTHDAY, "ribbon"), (Kind.VOUCHER, "dots"), (Kind.REFERRAL, "berries"),
    (Kind.PACKED_BY, "blossom"), (Kind.APOLOGY, "wave"), (Kind.CARE_SHEET, "wave"), (Kind.PACKING_INSERT, "stars"),
    (Kind.ADDRESS, "sprig"),
)  # fmt: skip
CARD, SMALL_CARD = (316, 446), (425, 275)
GAP = 28
PEOPLE = {
    Language.EN: CustomerFields(given="Charlotte", family="Whitfield"),
    Language.RU: CustomerFields(given="Юлия", family="Соколова"),
    Language.LV: CustomerFields(given="Mārtiņš", family="Žagariņš"),
}
BY = {Language.EN: "Kate", Language.RU: "Анна Л.", Language.LV: "Inese Š."}


def designs(scene: str, language: Language, folder: Path) -> Image.Image:
    """The designs of a scene's kinds on a table, four in a row, small cards three."""
    if scene == SMALL:
        cards, card, across = [*SMALL_DESIGNS], SMALL_CARD, 3
    else:
        cards, card, across = [(kind, name) for kind in DESIGN_SCENES[scene] for name in template_names(kind)], CARD, 4
    rows = -(-len(cards) // across)
    size = (across * (card[0] + GAP) + GAP, rows * (card[1] + GAP) + GAP)
    table = Image.new("RGB", size, "#EBE3DA")
    for place, (kind, name) in enumerate(cards):
        row, column = divmod(place, across)
        at = GAP + column * (card[0] + GAP), GAP + row * (card[1] + GAP)
        table.paste(_page(kind, name, language, card=card, folder=folder), at)
    return table


def _page(kind: Kind, name: str, language: Language, *, card: tuple[int, int], folder: Path) -> Image.Image:
    stock = load_stock("card-85x55" if card == SMALL_CARD else "a4" if kind is Kind.CONTACTS else "a6")
    out = io.BytesIO()
    record = paper(kind, PEOPLE[language], language)
    result = run_job(PrintJob(kind, [record], SHOP, BY[language], stock, {kind: name}), out)
    assert result.pages
    file = folder / f"{kind}-{name}.pdf"
    file.write_bytes(out.getvalue())
    wanted = ["-png", "-singlefile", "-scale-to-x", str(card[0] * 2), "-scale-to-y", str(card[1] * 2)]
    subprocess.run(["pdftoppm", *wanted, str(file), str(file.with_suffix(""))], check=True)
    return Image.open(file.with_suffix(".png")).resize(card, Image.Resampling.LANCZOS)
