"""Undo and redo: the shop as it was, row for row and found as before; a conflict is said, never overwritten."""

from __future__ import annotations

import time

import pytest

from desktop_app.domain.changes import Topic
from desktop_app.domain.errors import Conflict, NotFound
from desktop_app.i18n import english, msg
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.tables import CustomerTable, ImportTable, LineTable, OrderTable, PictureTable
from desktop_app.store.undo import meets, redo, undo, undo_state, union
from tests.store.contents import add_customers, contents, hits, write

WORDS = ["anna", "boriss", "zoe"]


def everything(shop: Shop) -> object:
    return contents(shop), hits(shop, WORDS)


def fill(shop: Shop) -> tuple[int, int]:
    """A customer with an order of two lines, and a picture."""
    with write(shop, "Fill") as change:
        customer = change.insert(CustomerTable, {"given": "Anna", "doc": "anna"})
        order = change.insert(
            OrderTable, {"number": "#1", "number_key": "1", "source_key": "1", "status": "new", "customer": customer}
        )
        change.insert_many(LineTable, ["order", "position", "name"], [(order, 1, "Cup"), (order, 2, "Plate")])
        change.insert(
            PictureTable,
            {"media_type": "image/png", "width": 1, "height": 1, "content": bytes(range(256)), "sha256": "a"},
        )
    return customer, order


def mixed(shop: Shop, customer: int, order: int) -> None:
    """Every operation, several times on the same rows."""
    with shop.change(msg("Tidy up"), actor="Anna", topics=[Topic.ORDERS]) as change:
        added = change.insert(CustomerTable, {"given": "Boriss", "doc": "boriss"})
        change.update(CustomerTable, customer, version=None, values={"given": "Zoe", "doc": "zoe"})
        change.update(CustomerTable, customer, version=None, values={"given": "Zoë", "birth_year": 1990})
        change.update(CustomerTable, added, version=None, values={"family": "Kalns"})
        change.update(OrderTable, order, version=None, values={"status": "packed", "paid": True, "customer": added})
        change.delete(LineTable, [1])
        change.update_many(LineTable, [2], ["position"], [(1,)])
        change.insert_many(LineTable, ["order", "position", "name"], [(order, 2, "Bowl"), (order, 3, "Jug")])
        change.delete(LineTable, [2])
        change.delete(PictureTable, [1])


def test_a_mixed_change_is_undone_and_done_again(shop: Shop) -> None:
    customer, order = fill(shop)
    before = everything(shop)
    mixed(shop, customer, order)
    after = everything(shop)
    assert after != before
    undo(shop, actor="Anna")
    assert everything(shop) == before
    redo(shop, actor="Anna")
    assert everything(shop) == after
    undo(shop, actor="Anna")
    assert everything(shop) == before
    redo(shop, actor="Anna")
    assert everything(shop) == after


def test_everything_back_to_the_empty_shop_and_forth(shop: Shop) -> None:
    states = [everything(shop)]
    customer, order = fill(shop)
    states.append(everything(shop))
    mixed(shop, customer, order)
    states.append(everything(shop))
    add_customers(shop, "Zoe")
    states.append(everything(shop))
    for state in reversed(states[:-1]):
        undo(shop, actor="Anna")
        assert everything(shop) == state
    with pytest.raises(NotFound, match="nothing to undo"):
        undo(shop, actor="Anna")
    for state in states[1:]:
        redo(shop, actor="Anna")
        assert everything(shop) == state
    with pytest.raises(NotFound, match="nothing to do again"):
        redo(shop, actor="Anna")


def test_an_undo_is_a_change_with_its_own_line_and_topics(shop: Shop) -> None:
    customer, order = fill(shop)
    mixed(shop, customer, order)
    changes = undo(shop, actor="Boriss")
    assert changes.topics == {Topic.ORDERS}
    assert english(changes.title) == "Undone: Tidy up"
    assert shop.sql("SELECT actor, undoes FROM change_log ORDER BY id DESC LIMIT 1") == [("Boriss", changes.id - 1)]
    assert english(redo(shop, actor="Boriss").title) == "Done again: Tidy up"


def test_what_undo_and_redo_would_do_is_said(shop: Shop) -> None:
    def said() -> tuple[str, str]:
        state = undo_state(shop)
        return (english(state.undo[1]) if state.undo else "", english(state.redo[1]) if state.redo else "")

    assert said() == ("", "")
    for title in ("One", "Two", "Three"):
        with write(shop, title) as change:
            change.insert(CustomerTable, {"given": title})
    assert said() == ("Three", "")
    undo(shop, actor="")
    assert said() == ("Two", "Three")
    undo(shop, actor="")
    assert said() == ("One", "Two")
    redo(shop, actor="")
    assert said() == ("Two", "Three")
    with write(shop, "Four") as change:
        change.insert(CustomerTable, {"given": "Four"})
    assert said() == ("Four", "")  # something new was done: Three is not done again
    undo(shop, actor="")
    assert said() == ("Two", "Four")


def test_a_stale_form_is_noticed_also_across_undo(shop: Shop) -> None:
    [number] = add_customers(shop, "Anna")
    [(read,)] = shop.sql("SELECT version FROM customer")
    with write(shop) as change:
        change.update(CustomerTable, number, version=read, values={"given": "Zoe"})
    undo(shop, actor="")
    with pytest.raises(Conflict), write(shop) as change:
        change.update(CustomerTable, number, version=read, values={"given": "Boriss"})


def test_an_older_change_is_undone_while_later_ones_stand_beside_it(shop: Shop) -> None:
    with write(shop, "First") as change:
        change.insert(CustomerTable, {"given": "Anna", "doc": "anna"})
    first = change.changes.id
    add_customers(shop, "Boriss")
    undo(shop, first, actor="")
    assert hits(shop, WORDS) == {"anna": [], "boriss": [2], "zoe": []}


def test_a_later_change_to_the_same_record_is_a_conflict_until_it_is_undone(shop: Shop) -> None:
    [number] = add_customers(shop, "Anna")
    with write(shop, "Rename") as change:
        change.update(CustomerTable, number, version=None, values={"given": "Zoe"})
    renamed = change.changes.id
    with write(shop, "Birthday") as change:
        change.update(CustomerTable, number, version=None, values={"birth_year": 1990})
    before = everything(shop)
    with pytest.raises(Conflict, match="“Rename” cannot be undone: “Birthday” changed the same records"):
        undo(shop, renamed, actor="Anna")
    assert everything(shop) == before
    assert shop.sql("SELECT count(*) FROM change_log") == [(3,)]
    undo(shop, actor="")  # Birthday
    undo(shop, renamed, actor="")  # and now it goes
    assert contents(shop)["customer"][0][1] == "Anna"


def test_undo_takes_back_ones_own_last_change_and_leaves_what_others_did_since(shop: Shop) -> None:
    anna, boriss = ("Anna", "anna-pc 1f2e"), ("Boriss",)
    for actor, given in (("anna-pc 1f2e", "Liene"), ("Anna", "Zoe"), ("Boriss", "Ivo")):
        with shop.change(msg(f"Add {given}"), actor=actor, topics=[Topic.CUSTOMERS]) as change:
            change.insert(CustomerTable, {"given": given})

    def names() -> list[str]:
        return [name for (name,) in shop.sql("SELECT given FROM customer ORDER BY id")]

    assert english(undo(shop, actor="Anna", own=anna).title) == "Undone: Add Zoe"
    assert english(undo(shop, actor="Anna", own=anna).title) == "Undone: Add Liene"  # from before she had a name here
    assert names() == ["Ivo"]
    with pytest.raises(NotFound, match="nothing to undo"):
        undo(shop, actor="Anna", own=anna)
    redo(shop, actor="Anna", own=anna)  # what Boriss did meanwhile is nothing of hers
    assert names() == ["Liene", "Ivo"]
    with pytest.raises(NotFound, match="nothing to do again"):
        redo(shop, actor="Boriss", own=boriss)
    undo(shop, actor="Boriss", own=boriss)
    assert names() == ["Liene"]
    assert english(undo(shop, actor="").title) == "Undone: Add Liene"  # without names, the last of all


def test_with_nothing_of_ones_own_it_is_said_whose_change_is_last(shop: Shop) -> None:
    assert undo_state(shop, ["Anna"]).others is None
    with shop.change(msg("Add Ivo"), actor="Boriss", topics=[Topic.CUSTOMERS]) as change:
        change.insert(CustomerTable, {"given": "Ivo"})
    state = undo_state(shop, ["Anna"])
    assert (state.undo, state.redo) == (None, None)
    assert state.others is not None
    assert (state.others.id, state.others.actor, english(state.others.title)) == (1, "Boriss", "Add Ivo")
    assert undo_state(shop, ["Boriss"]).others is None
    assert undo_state(shop).others is None


def test_a_conflict_with_what_another_did_names_them(shop: Shop) -> None:
    with shop.change(msg("Add Anna"), actor="Ilze", topics=[Topic.CUSTOMERS]) as change:
        number = change.insert(CustomerTable, {"given": "Anna"})
    with shop.change(msg("Birthday"), actor="Boriss", topics=[Topic.CUSTOMERS]) as change:
        change.update(CustomerTable, number, version=None, values={"birth_year": 1990})
    with pytest.raises(Conflict, match="Boriss changed the same records after it .“Birthday”.*Undo that first"):
        undo(shop, actor="Ilze", own=["Ilze"])
    with (
        pytest.raises(Conflict, match="Boriss changed this record in the meantime"),
        shop.change(msg("Rename"), actor="Ilze", topics=[Topic.CUSTOMERS]) as change,
    ):
        change.update(CustomerTable, number, version=1, values={"given": "Zoe"})


def test_doing_again_in_the_wrong_order_is_a_conflict(shop: Shop) -> None:
    [number] = add_customers(shop, "Anna")
    for given in ("Boriss", "Zoe"):
        with write(shop, given) as change:
            change.update(CustomerTable, number, version=None, values={"given": given})
    last = undo(shop, actor="").id
    undo(shop, actor="")
    with pytest.raises(Conflict, match="cannot be undone"):
        undo(shop, last, actor="")  # Zoe again, before Boriss
    assert contents(shop)["customer"][0][1] == "Anna"


def test_a_change_is_not_undone_twice(shop: Shop) -> None:
    add_customers(shop, "Anna")
    [(number,)] = shop.sql("SELECT id FROM change_log")
    undo(shop, number, actor="")
    with pytest.raises(Conflict, match="undone already"):
        undo(shop, number, actor="")
    redo(shop, actor="")
    undo(shop, number, actor="")  # in force again, so this is right
    assert contents(shop)["customer"] == []


def test_undoing_by_the_number_of_any_link_of_the_chain(shop: Shop) -> None:
    add_customers(shop, "Anna")
    undone = undo(shop, actor="").id
    again = undo(shop, undone, actor="")  # taking the undo back = doing it again
    assert len(contents(shop)["customer"]) == 1
    assert undo_state(shop).undo == (1, msg("Add"))
    undo(shop, again.id, actor="")  # taking that back = undoing it
    assert contents(shop)["customer"] == []
    with pytest.raises(NotFound):
        undo(shop, 99, actor="")


def test_what_cannot_be_undone_says_so_and_is_passed_over(shop: Shop) -> None:
    add_customers(shop, "Anna")
    with shop.change(msg("For good"), actor="", topics=[], undoable=False) as change:
        change.insert(CustomerTable, {"given": "Boriss"})
    assert undo_state(shop).undo == (1, msg("Add"))
    with pytest.raises(Conflict, match="“For good” cannot be undone"):
        undo(shop, change.changes.id, actor="")


def test_a_record_others_came_to_use_is_not_taken_away(shop: Shop) -> None:
    [customer] = add_customers(shop, "Anna")
    with write(shop, "Order") as change:
        change.insert(
            OrderTable, {"number": "1", "number_key": "1", "source_key": "1", "status": "new", "customer": customer}
        )
    before = everything(shop)
    with pytest.raises(Conflict, match="still use"):
        undo(shop, 1, actor="")
    assert everything(shop) == before


def test_a_record_that_was_made_anew_is_not_doubled(shop: Shop) -> None:
    fields = {"number": "1", "number_key": "1", "source_key": "1", "status": "new"}
    with write(shop) as change:
        number = change.insert(OrderTable, fields)
    with write(shop, "Remove") as change:
        change.delete(OrderTable, [number])
    with write(shop) as change:
        change.insert(OrderTable, fields)
    with pytest.raises(Conflict, match="added a moment ago"):
        undo(shop, 2, actor="")
    assert len(contents(shop)["orders"]) == 1


def test_logs_stay_when_their_change_is_undone(shop: Shop) -> None:
    with write(shop, "Import") as change:
        change.insert(CustomerTable, {"given": "Anna"})
        change.insert(ImportTable, {"at": "2026-01-01", "file": "a.csv", "sha256": "a", "kind": "orders"})
    number = change.changes.id
    undo(shop, actor="")
    assert contents(shop)["customer"] == []
    assert shop.rows(ImportTable.select(ImportTable.file, ImportTable.version)) == [("a.csv", number)]
    redo(shop, actor="")
    assert shop.sql("SELECT count(*) FROM import_run") == [(1,)]


def test_two_desks_undo_the_same_change_once(server) -> None:
    location = server.ready()
    one, two = open_shop(location), open_shop(location)
    add_customers(one, "Anna")
    undo(one, 1, actor="One")
    with pytest.raises(Conflict, match="undone already"):
        undo(two, 1, actor="Two")
    one.close()
    two.close()


def test_a_hundred_thousand_edits_are_undone_in_two_seconds(file_shop: Shop) -> None:
    with write(file_shop) as change:
        ids = change.insert_many(
            OrderTable,
            ["number", "number_key", "source_key", "status"],
            ((f"#{n}", str(n), str(n), "new") for n in range(100_000)),
        )
    with write(file_shop, "Pack") as change:
        change.update_many(OrderTable, ids, ["status", "packed_by"], (("packed", "Anna") for _ in ids))
    begun = time.process_time()
    undo(file_shop, actor="")
    took = time.process_time() - begun
    assert file_shop.sql("SELECT status, packed_by, count(*) FROM orders GROUP BY 1, 2") == [("new", "", 100_000)]
    assert took <= 2
    redo(file_shop, actor="")
    assert file_shop.sql("SELECT status, packed_by, count(*) FROM orders GROUP BY 1, 2") == [
        ("packed", "Anna", 100_000)
    ]


def test_undo_costs_statements_by_kind_not_by_row(shop: Shop) -> None:
    asked: list[str] = []

    def statements(count: int) -> int:
        ids = add_customers(shop, *(f"c{n}" for n in range(count)))
        with write(shop) as change:
            change.update_many(CustomerTable, ids, ["family", "doc"], ((f"f{n}", f"f{n}") for n in ids))
            change.delete(CustomerTable, ids)
        shop.database.query_hooks[:] = [lambda event: asked.append(event.sql)]
        undo(shop, actor="")
        shop.database.query_hooks.clear()
        count = len(asked)
        asked.clear()
        return count

    few = statements(5)
    assert statements(500) == few
    assert few <= 30


@pytest.mark.parametrize(
    ("ranges", "joined"),
    [([], []), ([(1, 1)], [(1, 1)]), ([(1, 2), (3, 4)], [(1, 4)]), ([(1, 9), (2, 3), (12, 12)], [(1, 9), (12, 12)])],
)
def test_ranges_join(ranges, joined) -> None:
    assert union(ranges) == joined


def test_ranges_meet() -> None:
    joined = [(3, 5), (9, 9)]
    assert [number for number in range(12) if meets(joined, number, number)] == [3, 4, 5, 9]
    assert meets(joined, 0, 3)
    assert meets(joined, 6, 20)
    assert not meets(joined, 6, 8)
    assert not meets([], 1, 9)
