"""Cards printed for tests: orders from names, a run into memory, and what independent readers find in the PDF."""

from __future__ import annotations

import io
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from desktop_app.documents.stocks import load_stock
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.cards import Template
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import CardChange, PrintResult
from desktop_app.domain.printed_before import PrintedBefore
from desktop_app.domain.printing import Kind, LineDetails, PaperDetails, ShopDetails
from desktop_app.domain.reaching import Standing
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language
from desktop_app.render.job import PrintJob, run_job
from desktop_app.render.records import Progress

SHOP = ShopDetails("Mazais veikals", contact="sveiki@veikals.example", link="https://veikals.example")


def parcel(number: int, given: str = "Anna", language: Language = Language.EN, **changes: object) -> PaperDetails:
    """An order of somebody."""
    made: dict[str, object] = {
        "order": OrderId(number), "number": f"#{number}", "language": language,
        "customer": CustomerFields(given=given, language=language), "customer_id": None,
        "lines": (LineDetails(1, "Mug", "M-1"),),
        "total": None, "placed_on": None, "first": False, "regular": False, "qr": f"https://veikals.example/r/{number:06}",
        "standing": Standing(),
    }  # fmt: skip
    return PaperDetails(**{**made, **changes})  # type: ignore[arg-type]


def parcels(count: int) -> Iterator[PaperDetails]:
    """So many orders, in turn in each language."""
    for n in range(count):
        yield parcel(1000 + n, f"Anna{n}", list(Language)[n % 3])


def run(
    details: Iterable[PaperDetails],
    *,
    kind: Kind = Kind.THANK_YOU,
    stock: str | Stock = "a6",
    shop: ShopDetails = SHOP,
    by: str = "Анна Лиепиня",
    designs: Mapping[Kind, str | Template] | None = None,
    copies: int = 1,
    imposing: Imposing | None = None,
    changes: Mapping[str, CardChange] | None = None,
    calibration: Calibration | None = None,
    before: PrintedBefore = PrintedBefore(),
    progress: Progress | None = None,
) -> tuple[PrintResult, bytes]:
    """A print run: what it told, and the file."""
    out = io.BytesIO()
    paper = load_stock(stock) if isinstance(stock, str) else stock
    job = PrintJob(
        kind, details, shop, by, paper, designs or {}, copies, imposing=imposing or Imposing(), changes=changes or {},
        calibration=calibration, before=before,
    )  # fmt: skip
    return run_job(job, out, progress), out.getvalue()


def outside(command: list[str], file: bytes) -> str:
    """What a program of others says of a PDF; {} in the command stands for the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(file)
        done = subprocess.run(
            [word.format(path) for word in command], capture_output=True, check=False, encoding="utf-8", timeout=120
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def pages_of(file: bytes) -> list[str]:
    """The text of each page, as pdftotext finds it."""
    return outside(["pdftotext", "-enc", "UTF-8", "{}", "-"], file).split("\f")[:-1]


def close(text: str) -> str:
    """A text without any space or direction mark, composed, as a search would compare it."""
    text = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in text if not letter.isspace() and letter not in "\u202a\u202b\u202c\u200e\u200f")
