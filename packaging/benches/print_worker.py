"""One measured run of the print bench in its own process: print_worker.py NAME CARDS FOLDER."""

from __future__ import annotations

import sys
from collections.abc import Callable
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

    _written("floor", lambda page: zlib.compress(page, 6), count, folder)


def floor_deflate(count: int, folder: Path) -> None:
    """The same with libdeflate, as our press compresses."""
    from deflate import zlib_compress

    _written("floor-deflate", lambda page: zlib_compress(page, 1), count, folder)


def _written(name: str, pack: Callable[[bytes], bytes | bytearray], count: int, folder: Path) -> None:
    if not count:
        return
    with (folder / f"pages-{count}.bin").open("rb") as pages, (folder / f"{name}-{count}.pdf").open("wb") as out:
        while head := pages.read(4):
            out.write(pack(pages.read(int.from_bytes(head, "big"))))


def data(count: int, _folder: Path) -> None:
    """Only inventing the orders, to be taken off everything else."""
    from cards import parcels

    assert sum(1 for _ in parcels(count)) == count


if __name__ == "__main__":
    workers = {"ours": ours, "floor": floor, "floor-deflate": floor_deflate, "data": data}
    workers[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
