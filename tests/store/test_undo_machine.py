"""Random sequences of changes, undo and redo: every step back or forth gives the very rows and search hits of then."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from desktop_app.domain.errors import Conflict
from desktop_app.store import replay
from desktop_app.store.connect import Shop
from desktop_app.store.tables import CustomerTable, LineTable, OrderTable, PictureTable
from desktop_app.store.undo import redo, undo, undo_state
from tests.store.contents import contents, hits, write

WORDS = ["anna", "boriss", "ёлкин", "zoe"]
names = st.sampled_from([*WORDS, "O'Hara", "<b>", "100%", "a\tb\nc", '"{}[]\\', "李小龍"])
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12) | names
days = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


class Undoing(RuleBasedStateMachine):
    """A shop, and beside it a list of how it looked after each change that is in force or undone."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self.shop = shop
        for table in ("order_line", "orders", "customer", "picture", "journal", "change_log"):
            shop.sql(f"DELETE FROM {table}")
        self.past = [self.look()]
        self.future: list[Any] = []

    def look(self) -> Any:
        return contents(self.shop), hits(self.shop, WORDS)

    def done(self, change: Any) -> None:
        if change.changes.id:
            self.past.append(self.look())
            self.future.clear()

    def ids(self, table: Any) -> list[int]:
        return [number for (number,) in self.shop.rows(table.select(table.id).order_by(table.id))]

    @rule(people=st.lists(st.tuples(names, texts, days), min_size=1, max_size=5))
    def add_people(self, people: list[tuple[str, str, dt.date | None]]) -> None:
        with write(self.shop) as change:
            if len(people) == 1:
                change.insert(CustomerTable, {"given": people[0][0], "doc": people[0][0]})
            else:
                rows = ((name, name, note, day) for name, note, day in people)
                change.insert_many(CustomerTable, ["given", "doc", "note", "first_order_on"], rows)
        self.done(change)

    @rule(count=st.integers(0, 4), which=st.integers(0, 9), paid=st.booleans(), name=texts)
    def add_order(self, count: int, which: int, paid: bool, name: str) -> None:
        people = self.ids(CustomerTable)
        with write(self.shop) as change:
            order = change.insert(
                OrderTable,
                {
                    "number": name, "number_key": name, "source_key": f"{change.id}", "status": "new", "paid": paid,
                    "customer": people[which % len(people)] if people else None,
                },
            )  # fmt: skip
            change.insert_many(
                LineTable,
                ["order", "position", "name", "total_minor"],
                ((order, n, name, n * 10**12) for n in range(count)),
            )
            change.update(OrderTable, order, version=change.id, values={"line_count": count})
            change.insert(
                PictureTable,
                {"media_type": "x", "width": 1, "height": 1, "content": name.encode(), "sha256": name},
            )
        self.done(change)

    @rule(which=st.integers(0, 9), name=names, year=st.none() | st.integers(1900, 2100), agrees=st.booleans())
    def edit_person(self, which: int, name: str, year: int | None, agrees: bool) -> None:
        people = self.ids(CustomerTable)
        if not people:
            return
        number = people[which % len(people)]
        with write(self.shop) as change:
            change.update(CustomerTable, number, version=None, values={"given": name, "doc": name})
            change.update(CustomerTable, number, version=None, values={"birth_year": year, "congratulate": agrees})
        self.done(change)

    @rule(note=texts, day=days, every=st.integers(1, 3))
    def edit_many(self, note: str, day: dt.date | None, every: int) -> None:
        people = self.ids(CustomerTable)[::every]
        with write(self.shop) as change:
            change.update_many(CustomerTable, people, ["note", "last_order_on"], ((note, day) for _ in people))
            change.update_many(CustomerTable, people[::2], ["note"], ((f"{note}!",) for _ in people[::2]))
        self.done(change)

    @rule(which=st.integers(0, 9), add=st.booleans())
    def remove_order(self, which: int, add: bool) -> None:
        orders = self.ids(OrderTable)
        if not orders:
            return
        number = orders[which % len(orders)]
        lines = [n for (n,) in self.shop.rows(LineTable.select(LineTable.id).where(LineTable.order == number))]
        with write(self.shop) as change:
            change.update_many(LineTable, lines, ["position"], ((n + 100,) for n, _ in enumerate(lines)))
            change.delete(LineTable, lines)
            change.delete(OrderTable, [number])
            change.delete(PictureTable, self.ids(PictureTable)[:1])
            if add:
                change.insert(CustomerTable, {"given": "zoe", "doc": "zoe"})
        self.done(change)

    @rule()
    @precondition(lambda self: len(self.past) > 1)
    def undo(self) -> None:
        undo(self.shop, actor="")
        self.future.append(self.past.pop())
        assert self.look() == self.past[-1]

    @rule()
    @precondition(lambda self: self.future)
    def redo(self) -> None:
        redo(self.shop, actor="")
        self.past.append(self.future.pop())
        assert self.look() == self.past[-1]

    @rule(which=st.integers(0, 20))
    @precondition(lambda self: len(self.past) > 2)
    def undo_an_old_one_and_take_that_back(self, which: int) -> None:
        logged = self.shop.sql("SELECT id FROM change_log WHERE undoes IS NULL AND undone_by IS NULL ORDER BY id")
        number = logged[which % len(logged)][0]
        before = self.look()
        try:
            undone = undo(self.shop, number, actor="")
        except Conflict:
            assert self.look() == before
            return
        assert self.look() != before
        undo(self.shop, undone.id, actor="")
        assert self.look() == before
        self.future.clear()  # another undo stands between them and now

    @invariant()
    def says_what_it_would_do(self) -> None:
        state = undo_state(self.shop)
        assert (state.undo is not None) == (len(self.past) > 1)
        assert (state.redo is not None) >= bool(self.future)

    @invariant()
    def is_whole(self) -> None:
        if self.shop.sqlite:
            assert self.shop.sql("PRAGMA foreign_key_check") == []
            self.shop.sql("INSERT INTO customer_search (customer_search, rank) VALUES ('integrity-check', 1)")


def test_everything_can_be_undone(shop: Shop) -> None:
    run_state_machine_as_test(
        lambda: Undoing(shop), settings=settings(max_examples=12, stateful_step_count=20, deadline=None)
    )


def test_a_replay_in_the_wrong_order_is_caught(file_shop: Shop, monkeypatch) -> None:
    """The positive control: with the journal played forwards the machine above must fail."""
    real = replay._runs
    monkeypatch.setattr(replay, "_runs", lambda access, change_id: real(access, change_id)[::-1])
    broken = settings(max_examples=60, stateful_step_count=20, phases=[Phase.generate])
    with pytest.raises(Exception, match=r"(?s)."):  # whatever form the failure takes
        run_state_machine_as_test(lambda: Undoing(file_shop), settings=broken)
