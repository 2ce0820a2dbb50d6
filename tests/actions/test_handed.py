"""The light goes out between the printer and the log: what was on its way is asked about, and nothing is forgotten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.actions.handed import Handed, drop_handed, forget_handed, left_handed, note_handed
from desktop_app.actions.printing import print_folder
from desktop_app.actions.prints import log_handed, log_print
from desktop_app.domain.kinds import Kind
from desktop_app.domain.print_outcome import Outcome
from desktop_app.paths import with_password
from desktop_app.queries import Shop
from desktop_app.queries.orders import order
from desktop_app.queries.printing import print_rows
from desktop_app.queries.prints import print_items
from tests.made import BY, bought, printed_papers


def on_its_way(shop: Shop, *, name: str = "parcel-1", lives: bool = False) -> Handed:
    """Papers of an order that a program noted; it has stopped since, or `lives`."""
    one = bought(shop)
    papers = printed_papers(((one, Kind.THANK_YOU), (one, Kind.PACKING_INSERT)))
    file = print_folder(shop) / f"{name}.pdf"
    file.write_bytes(b"%PDF-")
    note = Handed(shop.location, papers, Kind.PARCEL, file, "Office", "Anna")
    note_handed(note)
    noted = file.with_suffix(".handed")
    process = os.getppid() if lives else ended()
    noted.write_text(json.dumps({**json.loads(noted.read_text()), "process": process}))
    return note


def ended() -> int:
    """The number of a process that is no more."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    return gone.pid


def test_what_was_on_its_way_is_known_whole_after_the_stop(shop: Shop) -> None:
    note = on_its_way(shop)
    [left] = left_handed(shop)
    assert (left.file, left.printer, left.by, left.kind) == (note.file, "Office", "Anna", Kind.PARCEL)
    assert left.orders == note.orders
    assert left.result.placed == note.result.placed
    assert left.result.layout == note.result.layout


def test_said_to_have_come_out_it_counts_as_printed_and_is_asked_no_more(shop: Shop) -> None:
    note = on_its_way(shop)
    [left] = left_handed(shop)
    log_handed(shop, left, actor=BY)
    [row] = print_rows(shop)
    assert row.outcome is not None
    assert row.outcome.state is Outcome.PRINTED
    assert [card.order for card in print_items(shop, row.id)] == list(note.orders) * 2
    assert order(shop, note.orders[0]).printed
    assert left_handed(shop) == []
    assert note.file.exists()  # its cards may be printed again


def test_said_not_to_have_come_out_nothing_of_it_is_kept(shop: Shop) -> None:
    note = on_its_way(shop)
    drop_handed(left_handed(shop)[0])
    assert left_handed(shop) == []
    assert not note.file.exists()
    assert print_rows(shop) == []
    assert not order(shop, note.orders[0]).printed


def test_what_the_log_knows_is_not_asked_about(shop: Shop) -> None:
    note = on_its_way(shop)
    noted = note.file.with_suffix(".handed").read_text()
    log_print(shop, note.result, kind=Kind.PARCEL, file=note.file, printer="Office", job="Office-1", actor=BY)
    assert not note.file.with_suffix(".handed").exists()
    note.file.with_suffix(".handed").write_text(noted)  # it stopped just between
    assert left_handed(shop) == []
    assert not note.file.with_suffix(".handed").exists()


def test_what_a_living_program_hands_on_is_its_own(shop: Shop) -> None:
    on_its_way(shop, lives=True)
    assert left_handed(shop) == []
    note = on_its_way(shop, name="parcel-2")
    note_handed(note)  # by this one
    assert left_handed(shop) == []
    assert [one.file for one in left_handed(shop, own=True)] == [note.file]
    forget_handed(note.file)
    assert left_handed(shop, own=True) == []


def test_that_of_another_shop_and_what_is_unreadable_is_left_alone(shop: Shop, tmp_path: Path) -> None:
    note = on_its_way(shop)
    note_handed(replace(note, shop=str(tmp_path / "another.db")))
    (print_folder(shop) / "torn.handed").write_text('{"shop":')
    assert left_handed(shop, own=True) == []


@pytest.mark.parametrize("half", [{}, {"shop": None}])
def test_a_note_of_a_newer_program_is_left_alone(shop: Shop, half: dict[str, object]) -> None:
    (print_folder(shop) / "newer.handed").write_text(json.dumps(half))
    assert left_handed(shop, own=True) == []


def test_no_password_of_a_server_is_written_down(shop: Shop) -> None:
    note = on_its_way(shop)
    note_handed(replace(note, shop=with_password("postgresql://anna@db.example/shop", "hush-hush")))
    assert b"hush" not in note.file.with_suffix(".handed").read_bytes()
