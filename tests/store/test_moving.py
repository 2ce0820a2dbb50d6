"""A shop moved to a server and back is the very same: rows, numbers to come, pictures, search, and what Undo knows."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.actions.demo import fill_sample
from desktop_app.actions.servers import move_shop
from desktop_app.domain.errors import Conflict, Invalid, Stopped, StoreUnavailable
from desktop_app.queries.pictures import picture
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.moving_rows import kept_tables, rows_of
from desktop_app.store.snapshots import backups
from desktop_app.store.tables import CustomerTable, PictureTable, ProductTable
from desktop_app.store.undo import undo
from tests.conftest import Server
from tests.store.contents import contents, hits, write

PICTURE = bytes(range(256))


def everything(shop: Shop) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table with every column, logs and versions too, as a file would keep them."""
    with shop.database.atomic():
        return {table.name: list(rows_of(shop, table, as_in=shop)) for table in kept_tables()}


def plain(found: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """Without the undo journal, where bytes stand in each engine's own way."""
    return {name: rows for name, rows in found.items() if name != "journal"}


@pytest.fixture
def filled(file_shop: Shop) -> Shop:
    """A shop with people, orders, a removed row at the end of a table, and a picture that was put in and taken out."""
    fill_sample(file_shop, customers=40, orders=90, seed=5)
    values = {"name": "Zīme", "media_type": "image/png", "width": 1, "height": 1, "sha256": "x"}
    with write(file_shop) as change:
        change.insert(PictureTable, {**values, "content": PICTURE})
        gone = change.insert(PictureTable, {**values, "content": PICTURE[::-1]})
    with write(file_shop) as change:
        change.delete(PictureTable, [gone])
    return file_shop


def test_there_and_back_again_is_the_same(filled: Shop, server: Server, tmp_path: Path) -> None:
    before, found = everything(filled), hits(filled, ["anna", "kal"])
    address = server.empty()
    there = move_shop(filled, address)
    on_server = open_shop(address)
    assert plain(everything(on_server)) == plain(before)
    assert there.rows == sum(map(len, before.values())) > 500
    assert hits(on_server, ["anna", "kal"]) == found
    back = move_shop(on_server, str(tmp_path / "back.db"))
    on_server.close()
    again = open_shop(tmp_path / "back.db")
    assert everything(again) == before  # the journal too, letter by letter
    assert hits(again, ["anna", "kal"]) == found
    assert back.rows == there.rows
    again.close()
    server.drop(address)


def test_undo_knows_what_was_done_before_the_move_bytes_too(filled: Shop, server: Server, tmp_path: Path) -> None:
    address = server.empty()
    move_shop(filled, address)
    on_server = open_shop(address)
    undo(on_server, actor="Anna")  # the removed picture
    last = on_server.sql("SELECT max(id) FROM picture")[0][0]
    assert picture(on_server, last) == PICTURE[::-1]
    with write(on_server) as change:
        change.delete(PictureTable, [last])
    move_shop(on_server, str(tmp_path / "back.db"))
    on_server.close()
    again = open_shop(tmp_path / "back.db")
    undo(again, actor="Anna")
    assert picture(again, last) == PICTURE[::-1]
    undo(again, actor="Anna")  # the undo of the removal, done on the server
    again.close()
    server.drop(address)


def test_numbers_go_on_where_they_stood(filled: Shop, server: Server, tmp_path: Path) -> None:
    last = filled.sql("SELECT seq FROM sqlite_sequence WHERE name = 'picture'")[0][0]
    address = server.empty()
    move_shop(filled, address)
    on_server = open_shop(address)
    with write(on_server) as change:
        new = {"media_type": "image/png", "width": 1, "height": 1, "sha256": "y", "content": b"1"}
        assert change.insert(PictureTable, new) == last + 1  # the removed one had the last
    move_shop(on_server, str(tmp_path / "back.db"))
    on_server.close()
    again = open_shop(tmp_path / "back.db")
    with write(again) as change:
        assert change.insert(PictureTable, new) == last + 2
    again.close()
    server.drop(address)


def test_the_old_shop_stays_and_a_backup_is_kept(filled: Shop, server: Server) -> None:
    before = contents(filled)
    address = server.empty()
    move_shop(filled, address)
    assert contents(filled) == before
    assert [row.reason.value for row in backups(filled.location)] == ["before-move"]
    server.drop(address)


def test_a_place_that_holds_records_is_refused(filled: Shop, server: Server) -> None:
    address = server.ready()
    taken = open_shop(address)
    with write(taken) as change:
        change.insert(CustomerTable, {"given": "Zoe"})
    with pytest.raises(Conflict, match="holds records already.*empty place"):
        move_shop(filled, address)
    assert taken.sql("SELECT given FROM customer") == [("Zoe",)]
    assert backups(filled.location) == []
    taken.close()
    server.drop(address)


def test_a_shop_is_not_moved_onto_itself(filled: Shop) -> None:
    with pytest.raises(Invalid, match="this very shop"):
        move_shop(filled, filled.location)


@pytest.mark.parametrize("after", [1, 300, 1100])
def test_a_move_that_is_stopped_leaves_nothing_behind(after: int, filled: Shop, server: Server) -> None:
    address = server.empty()
    with pytest.raises(Stopped):
        move_shop(filled, address, progress=lambda done, total: done < after)
    half = open_shop(address)
    assert not any(contents(half).values())
    half.close()
    seen: list[tuple[int, int]] = []
    move_shop(filled, address, progress=lambda done, total: seen.append((done, total)) or True)
    assert seen[-1][0] == seen[-1][1] == len(seen)
    server.drop(address)


def test_a_row_that_comes_out_otherwise_is_noticed(
    filled: Shop, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The positive control: a copy that loses a letter, or a row, is not taken."""
    from desktop_app.store import moving

    write_rows = moving.write_rows

    def careless(access: Any, table: Any, rows: Any) -> None:
        altered = ((*row[:3], "?", *row[4:]) if table.name == "customer" and row[0] == 7 else row for row in rows)
        write_rows(access, table, altered)

    address = server.empty()
    monkeypatch.setattr(moving, "write_rows", careless)
    with pytest.raises(StoreUnavailable, match="“customer” did not come out the same"):
        move_shop(filled, address)

    def forgetful(access: Any, table: Any, rows: Any) -> None:
        write_rows(access, table, (row for row in rows if table.name != "order_line" or row[0] != 3))

    monkeypatch.setattr(moving, "write_rows", forgetful)
    with pytest.raises(StoreUnavailable, match="“order_line” did not come out the same"):
        move_shop(filled, address)
    shop = open_shop(address)
    assert not any(contents(shop).values())
    shop.close()
    server.drop(address)


def test_a_value_a_server_cannot_keep_is_named(file_shop: Shop, server: Server) -> None:
    with write(file_shop) as change:
        change.insert(ProductTable, {"name": "Cup", "price_minor": 1 << 40})
    address = server.empty()
    with pytest.raises(StoreUnavailable, match="“product” cannot be kept on a server: .*out of range"):
        move_shop(file_shop, address)
    server.drop(address)


words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=6)
@given(
    rows=st.lists(
        st.tuples(words, words, st.booleans(), st.none() | st.dates(), st.integers(-(2**62), 2**62)), max_size=6
    )
)
def test_small_shops_of_any_content(rows: list[Any], server: Server, ready_file: Path, tmp_path_factory: Any) -> None:
    folder = tmp_path_factory.mktemp("moved")
    shutil.copy(ready_file, folder / "shop.db")
    source = open_shop(folder / "shop.db")
    names = ("given", "note", "deceased", "first_order_on", "spent_minor")
    with write(source) as change:
        change.insert_many(CustomerTable, names, rows)
    before = everything(source)
    address = server.ready()
    move_shop(source, address)
    source.close()
    on_server = open_shop(address)
    assert plain(everything(on_server)) == plain(before)
    move_shop(on_server, str(folder / "back.db"))
    on_server.close()
    again = open_shop(folder / "back.db")
    assert everything(again) == before
    again.close()
    server.drop(address)
