"""The computer lets an import down half way: the shop is what it was, a sentence says why, and it works afterwards."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop_app.actions import import_orders, importing
from desktop_app.actions.importing import plan_import, run_import
from desktop_app.domain.errors import AppError, StoreUnavailable
from desktop_app.queries import Shop
from desktop_app.store.connect import open_shop
from tests.actions.imported import contents, counts, export
from tests.made import BY

MANY = [{"Name": f"#{n}", "Email": f"person{n}@example.lv", "Notes": "x" * 2_000} for n in range(600)]


@pytest.fixture(autouse=True)
def by_hundreds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Written a hundred orders at a time, so that much is written before the fault."""
    monkeypatch.setattr("desktop_app.actions.import_intake.CHUNK", 100)
    monkeypatch.setattr(importing, "backup_if_changed", lambda *_, **__: None)


def in_the_third_chunk(monkeypatch: pytest.MonkeyPatch, deed: object) -> list[int]:
    """Does something right before the third hundred is written; the list counts the hundreds."""
    real, chunks = import_orders.OrderWriter.write, []

    def write(self: import_orders.OrderWriter, compared: list[import_orders.Compared]) -> None:
        chunks.append(len(compared))
        if len(chunks) == 3:
            deed()  # type: ignore[operator]
        real(self, compared)

    monkeypatch.setattr(import_orders.OrderWriter, "write", write)
    return chunks


def test_a_full_disk(file_shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_import(file_shop, export(tmp_path / "a.csv", *MANY))
    before = contents(file_shop)
    pages = file_shop.database.pragma("page_count")
    chunks = in_the_third_chunk(monkeypatch, lambda: file_shop.database.pragma("max_page_count", pages + 300))
    with pytest.raises(StoreUnavailable, match=r"is full"):
        run_import(file_shop, plan, actor=BY)
    assert len(chunks) >= 3
    assert contents(file_shop) == before
    file_shop.database.pragma("max_page_count", 1_000_000)
    assert counts(run_import(file_shop, plan, actor=BY)) == (600, 0, 0)


def test_a_server_that_goes_away(server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = server.ready()
    shop, other = open_shop(address), open_shop(address)
    plan = plan_import(shop, export(tmp_path / "a.csv", *MANY))
    before = contents(other)
    [(me,)] = shop.sql("SELECT pg_backend_pid()")
    in_the_third_chunk(monkeypatch, lambda: other.sql("SELECT pg_terminate_backend(?)", (me,)))
    with pytest.raises(StoreUnavailable, match="was lost"):
        run_import(shop, plan, actor=BY)
    assert contents(other) == before
    shop.close()
    assert counts(run_import(other, plan, actor=BY)) == (600, 0, 0)
    other.close()


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE])
def test_a_disk_that_no_longer_gives_the_file_out(
    number: int, shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.exchange import files

    file = export(tmp_path / "a.csv", *MANY)
    plan = plan_import(shop, file)
    before = contents(shop)

    class Failing:
        """The file's stream, which breaks on its third piece."""

        def __init__(self, path: Path) -> None:
            self._stream, self._pieces = path.open("rb", buffering=0), 0

        def read(self, size: int) -> bytes:
            self._pieces += 1
            if self._pieces > 2:
                raise OSError(number, os.strerror(number))
            return self._stream.read(size) or b""

        def close(self) -> None:
            self._stream.close()

    monkeypatch.setattr(files, "_PIECE", 400_000)
    real = files.HashedFile.__init__

    def opened(self: files.HashedFile, path: Path, progress: object = None) -> None:
        real(self, path, progress)  # type: ignore[arg-type]
        self._raw.close()
        self._raw = Failing(path)  # type: ignore[assignment]

    monkeypatch.setattr(files.HashedFile, "__init__", opened)
    with pytest.raises(AppError, match=r"a\.csv cannot be read: .*Close it in other programs"):
        run_import(shop, plan, actor=BY)
    assert contents(shop) == before
