"""The watched folder: what came into it is offered when it can be read, and nothing else is."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Any

from desktop_app.actions.importing import undo_import
from desktop_app.actions.watched import Offer, offered_files
from desktop_app.domain.file_kinds import FileKind
from desktop_app.queries import Shop
from tests.actions.imported import DATA, taken
from tests.made import BY

OLD = 1_600_000_000
LATER = time.time() + 3600


def offered(shop: Shop, folder: Path, **when: Any) -> Offer:
    return offered_files(lambda deed: deed(shop), folder, **when)


def came(folder: Path, name: str = "shopify_orders.csv", *, to: str = "") -> Path:
    """A file in the folder."""
    file = folder / (to or name)
    shutil.copy(DATA / name, file)
    return file


def test_readable_files_are_offered_the_newest_first_and_nothing_is_taken(shop: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    came(folder)
    came(folder, "people_lv_cp1257.csv")
    (folder / "photo.csv").write_bytes(b"\x89PNG\r\n")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    (folder / ".hidden.csv").write_text("Order number\n1\n")
    (folder / "orders.csv.part").write_text("Order number\n1\n")
    (folder / "sub.csv").mkdir()
    offer = offered(shop, folder, since=0, now=LATER)
    assert {(each.path.name, each.kind) for each in offer.files} == {
        ("shopify_orders.csv", FileKind.SHOPIFY_ORDERS),
        ("people_lv_cp1257.csv", FileKind.MAPPED_CUSTOMERS),
    }
    assert [each.at for each in offer.files] == sorted((each.at for each in offer.files), reverse=True)
    assert len(offer.nothing) == 1
    assert not offer.unfinished
    again = offered(shop, folder, since=0, now=LATER, left=offer.nothing)
    assert again.files == offer.files
    assert not again.nothing


def test_what_lay_there_before_or_was_not_wanted_is_not_offered(shop: Shop, tmp_path: Path) -> None:
    file = came(tmp_path)
    os.utime(file, (OLD, OLD))
    assert not offered(shop, tmp_path, since=LATER, now=LATER).files
    [found] = offered(shop, tmp_path, since=0, now=LATER).files
    assert not offered(shop, tmp_path, since=0, now=LATER, left={found.mark}).files
    file.write_bytes(file.read_bytes() + b"\n")  # written anew: another file
    assert offered(shop, tmp_path, since=0, now=LATER, left={found.mark}).files


def test_a_file_that_may_still_be_written_waits(shop: Shop, tmp_path: Path) -> None:
    file = came(tmp_path)
    offer = offered(shop, tmp_path, since=0, now=file.stat().st_ctime + 1)
    assert offer.unfinished
    assert not offer.files


def test_an_imported_file_is_offered_again_only_when_it_was_taken_back(shop: Shop, tmp_path: Path) -> None:
    done = taken(shop, DATA / "shopify_orders.csv")
    came(tmp_path, to="orders (2).csv")
    assert not offered(shop, tmp_path, since=0, now=LATER).files
    undo_import(shop, done.id, actor=BY)
    assert [file.path.name for file in offered(shop, tmp_path, since=0, now=LATER).files] == ["orders (2).csv"]


def test_a_folder_that_is_gone_offers_nothing(shop: Shop, tmp_path: Path) -> None:
    assert offered(shop, tmp_path / "stick", since=0, now=LATER).files == ()
