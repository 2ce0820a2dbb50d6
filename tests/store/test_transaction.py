"""One change: all of it or nothing, logged and announced, its rows stamped with its number."""

from __future__ import annotations

import datetime as dt
import threading

import peewee
import pytest

from desktop_app.domain.changes import Topic
from desktop_app.domain.errors import Conflict, NotFound, StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.messages import message_from_json
from desktop_app.store.tables import CustomerTable, LineTable, OrderTable, PictureTable, ProductTable, SettingTable
from desktop_app.store.undo import undo
from tests.store.contents import add_customers, contents, hits, write

ORDER = {"number": "#1", "number_key": "1", "source_key": "1", "status": "new"}


def versions(shop: Shop) -> list[int]:
    return [version for (version,) in shop.rows(CustomerTable.select(CustomerTable.version).order_by(CustomerTable.id))]


def test_a_change_is_kept_and_says_what_it_touched(shop: Shop) -> None:
    with shop.change(msg("Add a customer"), actor="Anna", topics=[Topic.CUSTOMERS]) as change:
        number = change.insert(CustomerTable, {"given": "Jānis"})
        assert change.id > 0
    assert change.changes.id == change.id
    assert change.changes.topics == {Topic.CUSTOMERS}
    row = shop.row(CustomerTable.select(CustomerTable.id, CustomerTable.given, CustomerTable.version))
    assert row == (number, "Jānis", change.changes.id)
    again = open_shop(shop.location, write=False)
    assert len(contents(again)["customer"]) == 1
    again.close()


def test_the_log_says_who_did_what_when(shop: Shop) -> None:
    title = msg("Add {name}", name="Anna")
    with shop.change(title, actor="Līga", topics=[Topic.ORDERS, Topic.CUSTOMERS]) as change:
        change.insert(CustomerTable, {"given": "Anna"})
    [(at, actor, text, topics, undoable)] = shop.sql("SELECT at, actor, title, topics, undoable FROM change_log")
    assert dt.datetime.fromisoformat(at).tzinfo is not None
    assert (actor, topics, undoable) == ("Līga", "customers,orders", 1)
    assert message_from_json(text) == title


def test_an_error_takes_everything_back(shop: Shop) -> None:
    add_customers(shop, "Anna")
    before, log = contents(shop), shop.sql("SELECT count(*) FROM change_log")

    def go_wrong() -> None:
        with write(shop) as change:
            change.insert_many(CustomerTable, ["given"], [("Boriss",), ("Cilda",)])
            change.update(CustomerTable, 1, version=None, values={"given": "Zoe"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        go_wrong()
    assert contents(shop) == before
    assert shop.sql("SELECT count(*) FROM change_log") == log
    assert shop.sql("SELECT count(*) FROM journal") == [(1,)]
    add_customers(shop, "Dace")  # the shop goes on
    assert len(contents(shop)["customer"]) == 2


def test_an_error_while_rows_stream_in_takes_everything_back(shop: Shop) -> None:
    def rows():
        yield ("Anna", "anna")
        raise LookupError("the file ended in the middle")

    with pytest.raises(LookupError), write(shop) as change:
        change.insert_many(CustomerTable, ["given", "doc"], rows())
    assert contents(shop)["customer"] == []
    assert hits(shop, ["anna"]) == {"anna": []}


def test_a_change_that_writes_nothing_leaves_nothing(shop: Shop) -> None:
    with write(shop) as change:
        change.insert_many(CustomerTable, ["given"], [])
        change.delete(CustomerTable, [5, 6])
        change.update_many(CustomerTable, [], ["given"], [])
    assert change.changes.id == 0
    assert change.changes.topics == frozenset()
    assert shop.sql("SELECT count(*) FROM change_log") == [(0,)]


def test_values_that_stand_already_are_not_written(shop: Shop) -> None:
    [first, second] = add_customers(shop, "Anna", "Boriss")
    before = versions(shop)
    with write(shop) as change:
        change.update(CustomerTable, first, version=None, values={"given": "Anna", "birth_year": None})
        change.update_many(CustomerTable, [first, second], ["given"], [("Anna",), ("Boriss",)])
    assert change.changes.id == 0
    assert versions(shop) == before
    with write(shop) as change:
        change.update_many(CustomerTable, [first, second], ["given", "birth_year"], [("Anna", None), ("Boriss", 1990)])
    assert versions(shop) == [before[0], change.changes.id]


def test_nothing_is_seen_by_others_before_commit(shop: Shop) -> None:
    other = open_shop(shop.location, write=False)
    with write(shop) as change:
        change.insert(CustomerTable, {"given": "Anna"})
        assert len(contents(shop)["customer"]) == 1
        assert contents(other)["customer"] == []
    assert len(contents(other)["customer"]) == 1
    other.close()


def test_a_failing_commit_acknowledges_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(shop.database, "commit", fail)
        with pytest.raises(StoreUnavailable, match="full"):
            add_customers(shop, "Anna")
    assert contents(shop)["customer"] == []
    add_customers(shop, "Boriss")


def test_a_full_disk_changes_nothing_and_is_named(file_shop: Shop) -> None:
    add_customers(file_shop, "Anna")
    before = contents(file_shop)
    pages = file_shop.database.pragma("page_count")
    file_shop.database.pragma("max_page_count", pages + 2)
    with pytest.raises(StoreUnavailable, match=r"drive .+ is full \(\d+ MB free\)"), write(file_shop) as change:
        change.insert_many(CustomerTable, ["given", "note"], (("Boriss", "x" * 1000) for _ in range(1000)))
    assert contents(file_shop) == before
    file_shop.database.pragma("max_page_count", 1_000_000)
    add_customers(file_shop, "Boriss")
    assert len(contents(file_shop)["customer"]) == 2


def test_changes_do_not_nest(shop: Shop) -> None:
    with pytest.raises(RuntimeError, match="inside a change"), write(shop), write(shop):
        pass
    assert contents(shop)["customer"] == []


def test_writing_outside_of_a_change_is_a_bug(shop: Shop) -> None:
    with pytest.raises(RuntimeError):
        shop.run(CustomerTable.delete())


def test_defaults_are_filled_in_however_a_row_comes(shop: Shop) -> None:
    with write(shop) as change:
        one = change.insert(CustomerTable, {"given": "Anna"})
        two = change.insert(CustomerTable, {})
        [three] = change.insert_many(CustomerTable, ["given"], [("Anna",)])
    rows = {row[0]: row[2:] for row in shop.rows(CustomerTable.select().order_by(CustomerTable.id))}
    assert rows[one] == rows[three]
    assert rows[one][1:] == rows[two][1:]
    assert shop.value(CustomerTable.select(CustomerTable.congratulate).where(CustomerTable.id == two)) is True


def test_every_kind_of_value_comes_back(shop: Shop) -> None:
    with write(shop) as change:
        customer = change.insert(CustomerTable, {"given": "Jānis\n'\"%s?", "first_order_on": dt.date(2024, 2, 29)})
        order = change.insert(OrderTable, {**ORDER, "customer": customer, "paid": True, "total_minor": 2**40})
        change.insert(LineTable, {"order": order, "position": 1, "name": "Ёлка 🎄", "quantity": 3})
        change.insert(
            PictureTable,
            {"media_type": "image/png", "width": 1, "height": 1, "content": bytes(range(256)), "sha256": "a"},
        )
    found = contents(shop)
    assert "Jānis\n'\"%s?" in found["customer"][0]
    assert dt.date(2024, 2, 29) in found["customer"][0]
    assert 2**40 in found["orders"][0]
    assert True in found["orders"][0]
    assert "Ёлка 🎄" in found["order_line"][0]
    assert bytes(shop.value(PictureTable.select(PictureTable.content))) == bytes(range(256))


def test_many_rows_get_ids_in_a_row_and_in_order(shop: Shop) -> None:
    with write(shop) as change:
        single = change.insert(CustomerTable, {"given": "Anna"})
        ids = change.insert_many(CustomerTable, ["given"], ((f"c{number}",) for number in range(25_000)))
        later = change.insert(CustomerTable, {"given": "Zoe"})
    assert len(ids) == 25_000
    assert ids[0] > single
    assert later == ids[-1] + 1
    some = shop.rows(CustomerTable.select(CustomerTable.id, CustomerTable.given).where(CustomerTable.id.in_(ids[:2])))
    assert sorted(some) == [(ids[0], "c0"), (ids[1], "c1")]
    assert shop.sql("SELECT op, first_id, last_id FROM journal") == [("I", single, later)]


def test_ids_are_never_used_again(shop: Shop) -> None:
    [first, second] = add_customers(shop, "Anna", "Boriss")
    with write(shop) as change:
        change.delete(CustomerTable, [first, second])
    [third] = add_customers(shop, "Cilda")
    assert third > second


def test_two_desks_writing_many_rows_at_once_keep_their_ids_apart(server) -> None:
    location = server.ready()
    desks = [open_shop(location), open_shop(location)]
    changes = [write(desk) for desk in desks]
    running = [change.__enter__() for change in changes]

    def rows(which: int):
        for number in range(3000):
            if number % 1000 == 500:
                running[1 - which].insert(CustomerTable, {"given": "in between"})
            yield (f"{which}-{number}",)

    ids = [running[0].insert_many(CustomerTable, ["given"], rows(0))]
    ids.append(running[1].insert_many(CustomerTable, ["given"], ((f"1-{number}",) for number in range(3000))))
    for change in changes:
        change.__exit__(None, None, None)
    assert not set(ids[0]) & set(ids[1])
    names = desks[0].rows(CustomerTable.select(CustomerTable.given).where(CustomerTable.id.in_(ids[1])))
    assert len(names) == 3000
    assert all(name.startswith("1-") for (name,) in names)
    for desk in desks:
        desk.close()


def test_a_torn_run_of_ids_is_drawn_again(server, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = open_shop(server.ready())
    drawn, real = [], Shop.sql

    def torn(self: Shop, text: str, params=()):  # as if another desk had drawn in between, twice
        found = real(self, text, params)
        if "nextval" in text:
            drawn.append(found)
            if len(drawn) < 3:
                return [(found[0][0], found[0][1] + 1)]
        return found

    monkeypatch.setattr(Shop, "sql", torn)
    ids = add_customers(shop, *(f"c{number}" for number in range(10)))
    assert len(drawn) == 3
    assert [
        number for (number,) in shop.rows(CustomerTable.select(CustomerTable.id).order_by(CustomerTable.id))
    ] == list(ids)
    shop.close()


def test_a_stale_version_is_a_conflict_and_never_overwrites(shop: Shop) -> None:
    [number] = add_customers(shop, "Anna")
    [read] = versions(shop)
    with write(shop) as change:
        change.update(CustomerTable, number, version=read, values={"given": "Berta"})
    with pytest.raises(Conflict, match="changed in the meantime"), write(shop) as change:
        change.update(CustomerTable, number, version=read, values={"given": "Cilda"})
    assert contents(shop)["customer"][0][1] == "Berta"
    with pytest.raises(Conflict), write(shop) as change:  # also when nothing would change
        change.update(CustomerTable, number, version=read, values={"given": "Berta"})


def test_a_row_whose_belongings_change_gets_the_version_and_an_undo(shop: Shop) -> None:
    first, second, third = add_customers(shop, "Anna", "Zane", "Eva")
    before = versions(shop)
    with shop.change(msg("Note"), actor="A", topics=()) as change:
        change.touch(CustomerTable, first, version=before[0])
        change.touch_many(CustomerTable, [second, 999])
    assert versions(shop) == [change.changes.id, change.changes.id, before[2]]
    with pytest.raises(Conflict), shop.change(msg("Old"), actor="A", topics=()) as stale:
        stale.touch(CustomerTable, first, version=before[0])
    with pytest.raises(NotFound), shop.change(msg("Gone"), actor="A", topics=()) as gone:
        gone.touch(CustomerTable, third + 1)
    noted = "SELECT first_id FROM journal WHERE change_id = ? ORDER BY id"
    assert shop.sql(noted, (change.changes.id,)) == [(first,), (second,)]
    names = shop.rows(CustomerTable.select(CustomerTable.given).order_by(CustomerTable.id))
    done = undo(shop, actor="A")
    assert versions(shop) == [done.id, done.id, before[2]]
    assert shop.rows(CustomerTable.select(CustomerTable.given).order_by(CustomerTable.id)) == names


def test_what_another_desk_wrote_a_moment_ago_is_what_an_undo_brings_back(server) -> None:
    location = server.ready()
    desks = [open_shop(location), open_shop(location)]
    [anna] = add_customers(desks[0], "Anna")

    def touch() -> None:
        with desks[1].change(msg("Note"), actor="B", topics=()) as change:
            change.touch_many(CustomerTable, [anna])

    with write(desks[0]) as change:
        change.update(CustomerTable, anna, version=None, values={"given": "Anita"})
        thread = threading.Thread(target=touch)
        thread.start()
        server.until_one_waits(location)
    thread.join()
    undo(desks[1], actor="B")
    assert desks[0].rows(CustomerTable.select(CustomerTable.given)) == [("Anita",)]
    for desk in desks:
        desk.close()


def test_a_record_that_is_gone_is_said(shop: Shop) -> None:
    with pytest.raises(NotFound), write(shop) as change:
        change.update(CustomerTable, 77, version=None, values={"given": "Anna"})
    with pytest.raises(Conflict, match="removed"), write(shop) as change:
        change.update_many(CustomerTable, [77], ["given"], [("Anna",)])


def test_a_record_still_in_use_is_not_removed(shop: Shop) -> None:
    with write(shop) as change:
        customer = change.insert(CustomerTable, {"given": "Anna"})
        change.insert(OrderTable, {**ORDER, "customer": customer})
    with pytest.raises(Conflict, match="still use"), write(shop) as change:
        change.delete(CustomerTable, [customer])
    assert len(contents(shop)["customer"]) == 1


def test_the_same_record_twice_is_a_conflict(shop: Shop) -> None:
    with write(shop) as change:
        change.insert(SettingTable, {"key": "shop.name", "value": '"One"'})
    with pytest.raises(Conflict, match="added a moment ago"), write(shop) as change:
        change.insert(SettingTable, {"key": "shop.name", "value": '"Two"'})
    with pytest.raises(Conflict), write(shop) as change:
        change.insert_many(SettingTable, ["key", "value"], [("shop.name", "1")])


def test_our_own_bugs_stay_bugs(shop: Shop) -> None:
    with pytest.raises(KeyError, match="nickname"), write(shop) as change:
        change.insert(CustomerTable, {"nickname": "Annie"})
    with pytest.raises(Exception, match=r"(?i)null") as caught, write(shop) as change:
        change.insert(ProductTable, {"name": None})
    assert not isinstance(caught.value, Conflict | StoreUnavailable)
    with pytest.raises(Exception, match="no_such_table"):
        shop.sql("SELECT * FROM no_such_table")


def test_a_bulk_write_costs_the_same_few_statements(shop: Shop) -> None:
    asked: list[str] = []
    shop.database.query_hooks.append(lambda event: asked.append(event.sql))

    def statements(count: int) -> int:
        asked.clear()
        with write(shop) as change:
            ids = change.insert_many(CustomerTable, ["given", "doc"], ((f"c{n}", f"c{n}") for n in range(count)))
            change.update_many(CustomerTable, ids, ["family"], (("Liepa",) for _ in ids))
            change.delete(CustomerTable, ids)
        return len(asked)

    few, many = statements(10), statements(1000)
    assert few <= many <= 25
    assert statements(2000) == many


@pytest.mark.parametrize("count", [1, 100, 101])
def test_few_rows_are_kept_as_many_are(shop: Shop, count: int) -> None:
    odd = 'a\tb\nc\\N\\x00 "{}[]\\ <b>100%?\u2028 李小龍 🎁'
    day, content = dt.date(1900, 2, 28), bytes(range(256))
    with write(shop) as change:
        people = change.insert_many(
            CustomerTable, ["given", "doc", "first_order_on", "last_order_on"], [(odd, odd, day, None)] * count
        )
        change.insert_many(
            PictureTable, ["media_type", "width", "height", "content", "sha256"], [("", 1, 2, content, odd)] * count
        )
        change.update_many(CustomerTable, people, ["family", "birth_year"], [(odd, 1987)] * count)
    columns = (CustomerTable.given, CustomerTable.family, CustomerTable.first_order_on, CustomerTable.last_order_on)
    assert shop.rows(CustomerTable.select(*columns, CustomerTable.birth_year)) == [(odd, odd, day, None, 1987)] * count
    assert [
        (bytes(kept), *rest)
        for kept, *rest in shop.rows(PictureTable.select(PictureTable.content, PictureTable.sha256, PictureTable.name))
    ] == [(content, odd, "")] * count


def test_memory_stays_flat_while_many_rows_come_in(shop: Shop) -> None:
    import tracemalloc

    def rows(count: int):
        for number in range(count):
            yield (f"given {number}", "x" * 500, f"doc{number}")

    def peak(count: int) -> int:
        tracemalloc.start()
        with write(shop) as change:
            change.insert_many(CustomerTable, ["given", "note", "doc"], rows(count))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(100)
    assert peak(30_000) < peak(3_000) + 5_000_000  # all rows at once would be 15 MB more


def test_a_connection_that_will_not_roll_back_is_made_anew(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    add_customers(shop, "Anna")

    def fail() -> None:
        raise peewee.OperationalError("no more")

    with monkeypatch.context() as patched:
        patched.setattr(shop.database, "rollback", fail)
        with pytest.raises(ZeroDivisionError), write(shop) as change:
            change.insert(CustomerTable, {"given": 1 / 0})
    assert len(contents(shop)["customer"]) == 1
    add_customers(shop, "Boriss")
    if shop.sqlite:
        assert shop.database.pragma("synchronous") == 2  # the new connection is as safe as the first
