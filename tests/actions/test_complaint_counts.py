"""How many complaints of a customer, or about an order of nobody, are open never drifts, whatever is done or undone."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from threading import Thread

import pytest

from desktop_app.actions import complaint_counts, complaint_steps, import_complaints
from desktop_app.actions.complaint_words import add_word
from desktop_app.actions.complaints import add_complaint, edit_complaint, remove_complaints, set_state
from desktop_app.actions.customers import edit_customer, remove_customers
from desktop_app.actions.erasing import erase
from desktop_app.actions.history import redo, undo
from desktop_app.actions.importing import import_file
from desktop_app.actions.merging import merge_customers
from desktop_app.actions.orders import edit_order, remove_orders
from desktop_app.domain.changes import ChangeId
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, State, Way
from desktop_app.domain.errors import AppError, Conflict, NotFound
from desktop_app.i18n import msg
from desktop_app.queries.complaints import complaint, complaint_states
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order
from desktop_app.store import open_complaints
from tests.actions.racing import reach
from tests.made import BY, TODAY, bought, person

_OPEN = "k.state <> 'solved' AND (k.rating IS NULL OR k.rating <= 3)"
_COUNTED = (
    f"SELECT c.id, c.open_complaints, (SELECT count(*) FROM complaint k WHERE k.customer_id = c.id AND {_OPEN})"
    " FROM customer c ORDER BY c.id",
    "SELECT o.id, o.open_complaints, (SELECT count(*) FROM complaint k WHERE k.order_id = o.id"
    f" AND k.customer_id IS NULL AND {_OPEN}) FROM orders o ORDER BY o.id",
)


def drifted(shop):
    """Customers, and orders of nobody, whose number is not what a count finds."""
    return [(number, kept, found) for text in _COUNTED for number, kept, found in shop.sql(text) if kept != found]


class Deeds:
    """Random deeds of a shop, each as somebody might do it next."""

    def __init__(self, shop, seed):
        self.shop, self.rng = shop, random.Random(seed)
        for name in ("Anna", "Boriss", "Zelma"):
            bought(shop, person(shop, name))
        for _ in range(3):
            bought(shop)

    def some(self, table):
        found = [number for (number,) in self.shop.sql(f"SELECT id FROM {table}")]
        if not found:
            raise NotFound(msg("nobody there"))
        return self.rng.choice(found)

    def perhaps(self, table):
        with suppress(NotFound):
            return self.rng.choice((self.some(table), None))

    def add(self):
        fields = ComplaintFields(
            kind="late",
            text="…",
            customer=self.perhaps("customer"),
            order=self.perhaps("orders"),
            rating=self.rng.choice((None, None, 1, 3, 5)),
        )
        add_complaint(self.shop, fields, actor=BY)

    def edit(self):
        now = complaint(self.shop, self.some("complaint"))
        whose, about = self.perhaps("customer"), self.perhaps("orders")
        fields = replace(now.fields, customer=whose, order=about, rating=self.rng.choice((None, 2, 3, 4)))
        edit_complaint(self.shop, now.id, now.version, fields, actor=BY)

    def move(self):
        ids = {self.some("complaint") for _ in range(3)}
        set_state(self.shop, list(ids), self.rng.choice(list(State)), promised_on=TODAY, actor=BY)

    def solve(self):
        set_state(self.shop, [self.some("complaint")], State.SOLVED, actor=BY)

    def say(self):
        way = self.rng.choice((Way.IN, Way.OUT, Way.NOTE))
        add_word(self.shop, self.some("complaint"), way=way, text="…", actor=BY)

    def remove(self):
        remove_complaints(self.shop, list({self.some("complaint"), self.some("complaint")}), actor=BY)

    def merge(self):
        if len(self.shop.sql("SELECT id FROM customer")) > 2:
            merge_customers(self.shop, self.some("customer"), self.some("customer"), actor=BY)

    def edit_customer(self):
        one = customer(self.shop, self.some("customer"))
        fields = replace(one.fields, note=str(self.rng.random()), extra_care=False)
        edit_customer(self.shop, one.id, one.version, fields, actor=BY)

    def edit_order(self):
        now = order(self.shop, self.some("orders"))
        edit_order(self.shop, now.id, now.version, replace(now.fields, customer=self.perhaps("customer")), actor=BY)

    def remove_customer(self):
        remove_customers(self.shop, [self.some("customer")], actor=BY)

    def remove_order(self):
        remove_orders(self.shop, [self.some("orders")], actor=BY)

    def erase(self):
        if self.rng.random() < 0.1:
            erase(self.shop, [self.some("customer")], actor=BY)
            person(self.shop, "New")

    def undo(self):
        undo(self.shop, actor=BY)

    def undo_some(self):
        undo(self.shop, ChangeId(self.some("change_log")), actor=BY)

    def redo(self):
        redo(self.shop, actor=BY)


def _deeds_of(location, seed):
    """One desk's deeds, on complaints, customers and orders that others write at the same moment."""
    shop, rng, done = reach(location), random.Random(seed), 0
    people, orders = ([n for (n,) in shop.sql(f"SELECT id FROM {name} ORDER BY id")] for name in ("customer", "orders"))
    ways = [(who, None) for who in people] + [(None, which) for which in orders]
    for _ in range(25):
        known = [ComplaintId(number) for (number,) in shop.sql("SELECT id FROM complaint ORDER BY id")]
        with suppress(Conflict, NotFound):
            if not known or rng.random() < 0.4:
                who, which = rng.choice(ways)
                add_complaint(shop, ComplaintFields(kind="late", customer=who, order=which), actor=str(seed))
            elif rng.random() < 0.3:
                now = complaint(shop, rng.choice(known))
                who, which = rng.choice(ways)
                moved = replace(now.fields, customer=who, order=which)
                edit_complaint(shop, now.id, now.version, moved, actor=str(seed))
            elif rng.random() < 0.2:
                remove_complaints(shop, [rng.choice(known)], actor=str(seed))
            elif rng.random() < 0.2:
                undo(shop, actor=str(seed), own=[str(seed)])
            else:
                state = rng.choice((State.SOLVED, State.REOPENED, State.ANSWERED))
                set_state(shop, rng.sample(known, min(3, len(known))), state, actor=str(seed))
            done += 1
    shop.close()
    return done


def test_desks_that_write_at_once_count_right(shop, shop_location):
    for name in ("Anna", "Boriss"):
        person(shop, name)
        bought(shop)
    shop.close()
    with ThreadPoolExecutor(4) as desks:
        done = list(desks.map(_deeds_of, [shop_location] * 4, range(4)))
    again = reach(shop_location)
    assert sum(done) > 20
    assert drifted(again) == []
    again.close()


def test_a_file_that_changes_stars_waits_for_a_desk_that_solves(shop, shop_location, tmp_path, monkeypatch):
    anna = person(shop, "Anna")
    bought(shop, anna, number="1001")
    file = tmp_path / "reviews.csv"
    head = "Review ID,Platform,Review,Stars,Order number"
    file.write_text(f"{head}\n1,Etsy,Broken,1,1001\n", encoding="utf-8")
    import_file(shop, file, actor=BY)
    add_complaint(shop, ComplaintFields(kind="late", customer=anna), actor=BY)
    file.write_text(f"{head}\n1,Etsy,Broken,2,1001\n", encoding="utf-8")
    others = []

    def solve():
        desk = reach(shop_location)
        with suppress(Conflict):
            set_state(desk, [1], State.SOLVED, actor="Boriss")
        desk.close()

    def read(*args):
        found = complaint_states(*args)
        if not others:  # now another desk solves it: it waits, or is through before we write
            others.append(Thread(target=solve))
            others[0].start()
            others[0].join(0.5)
        return found

    monkeypatch.setattr(import_complaints, "complaint_states", read)
    import_file(shop, file, actor=BY)
    others[0].join()
    assert complaint(shop, 1).state is State.SOLVED
    assert drifted(shop) == []


NAMES = ("add", "add", "add", "edit", "move", "solve", "say", "remove", "merge", "edit_customer", "remove_customer",
         "edit_order", "remove_order", "erase", "undo", "undo", "undo_some", "redo")  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_the_number_of_open_complaints_never_drifts(shop, seed):
    deeds = Deeds(shop, seed)
    done = []
    for _ in range(80):
        name = deeds.rng.choice(NAMES)
        with suppress(AppError):  # nobody there, or not allowed from here: nothing was written then
            getattr(deeds, name)()
            done.append(name)
        assert drifted(shop) == [], done
    assert len(done) > 30
    assert {"add", "edit", "undo"} <= set(done)


def test_a_deed_that_does_not_count_would_be_noticed(shop, monkeypatch):
    anna = person(shop, "Anna")
    add_complaint(shop, ComplaintFields(kind="late", customer=anna), actor=BY)
    monkeypatch.setattr(complaint_steps, "counted", lambda *_: None)
    set_state(shop, [1], State.SOLVED, actor=BY)
    assert drifted(shop) == [(anna, 1, 0)]


def test_an_erased_customers_complaint_stands_open_about_nobodys_order_and_undo_counts_it_too(shop):
    anna = person(shop, "Anna")
    made = bought(shop, anna)
    one, _ = add_complaint(shop, ComplaintFields(kind="late", order=made), actor=BY)
    solved = set_state(shop, [one], State.SOLVED, actor=BY)
    set_state(shop, [one], State.REOPENED, actor=BY)
    erase(shop, [anna], actor=BY)
    assert shop.sql("SELECT customer_id, open_complaints FROM orders") == [(None, 1)]
    assert drifted(shop) == []
    undo(shop, actor=BY)
    assert shop.sql("SELECT open_complaints FROM orders") == [(0,)]
    undo(shop, solved.id, actor=BY)
    assert shop.sql("SELECT open_complaints FROM orders") == [(1,)]
    assert drifted(shop) == []


def test_a_guests_order_that_does_not_count_would_be_noticed(shop, monkeypatch):
    order = bought(shop)
    monkeypatch.setattr(complaint_counts, "recount_complaints", lambda *_: None)
    add_complaint(shop, ComplaintFields(kind="late", order=order), actor=BY)
    assert drifted(shop) == [(order, 0, 1)]


def test_an_undo_that_does_not_count_would_be_noticed(shop, monkeypatch):
    order = bought(shop)
    add_complaint(shop, ComplaintFields(kind="late", order=order), actor=BY)
    monkeypatch.setattr(open_complaints, "recount_complaints", lambda *_: None)
    undo(shop, actor=BY)
    assert drifted(shop) == [(order, 1, 0)]
