"""One measured run of the print bench in its own process: print_worker.py NAME CARDS FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path


def ours(count: int, folder: Path) -> None:
    """The program's own press."""
    from cards import PACKER, SHOP, parcels

    from desktop_app.documents.reading import read_json
    from desktop_app.documents.stocks import load_stock
    from desktop_app.documents.templates import template_of
    from desktop_app.domain.printing import Kind, ShopDetails
    from desktop_app.render.job import PrintJob, run_job

    shop = ShopDetails(SHOP, logo=(folder / "logo.png").read_bytes())
    design = template_of(read_json(Path(__file__).with_name("card.json")))
    job = PrintJob(
        Kind.THANK_YOU, parcels(count), shop, PACKER, load_stock("a6-4up-a4"), designs={Kind.THANK_YOU: design}
    )
    with (folder / f"ours-{count}.pdf").open("wb") as out:
        result = run_job(job, out)
    assert result.cards == count, result.skipped[:3]


def floor(count: int, folder: Path) -> None:
    """Compressing and writing the very pages of our file, already made: what nobody can go below with zlib."""
    import zlib

    with (folder / f"pages-{count}.bin").open("rb") as pages, (folder / f"floor-{count}.pdf").open("wb") as out:
        while head := pages.read(4):
            out.write(zlib.compress(pages.read(int.from_bytes(head, "big")), 6))


def data(count: int, _folder: Path) -> None:
    """Only inventing the orders, to be taken off everything else."""
    from cards import parcels

    assert sum(1 for _ in parcels(count)) == count


def naive(count: int, folder: Path) -> None:
    """Reportlab as everyone writes it: a canvas, Paragraphs, its own QR widget, the logo drawn on every card."""
    from naive_reportlab import draw

    draw(count, folder)


if __name__ == "__main__":
    {"ours": ours, "floor": floor, "data": data, "naive": naive}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
