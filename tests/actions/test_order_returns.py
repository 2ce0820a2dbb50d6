from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from desktop_app.actions.history import redo, undo
from desktop_app.actions.order_returns import cancel_orders, refund_order, return_lines
from desktop_app.actions.orders import edit_order, set_status
from desktop_app.actions.products import add_product
from desktop_app.domain.errors import AppError, Conflict, Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.order_money import all_left, proposed_refund
from desktop_app.domain.orders import MOVES, SENT_OFF, Line, Status
from desktop_app.domain.products import ProductFields
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order, order_ids
from desktop_app.queries.products import product
from tests.actions.rows import rows
from tests.made import BY, bought, person

SENT = {"status": Status.SHIPPED, "paid": True}


def eur(minor):
    return Money(minor, "EUR")


def state(shop, kept):
    found = order(shop, kept).fields
    return found.status, [line.returned for line in found.lines], found.refunded


def give_back(shop, kept, pieces, refund=None, by=BY):
    return return_lines(shop, kept, order(shop, kept).version, pieces, refund, actor=by)


def test_some_pieces_come_back_and_then_the_rest(shop):
    who = person(shop, "Anna")
    kept = bought(shop, who, lines=(Line("Cup", 3, unit_price=eur(500)), Line("Tea", 1, unit_price=eur(700))), **SENT)
    give_back(shop, kept, {1: 2}, eur(1000))
    assert state(shop, kept) == (Status.SHIPPED, [2, 0], eur(1000))
    assert customer(shop, who).spent == eur(1200)
    give_back(shop, kept, {1: 1, 2: 1}, eur(1200), by="Ilze")
    assert state(shop, kept) == (Status.RETURNED, [3, 1], eur(2200))
    assert [(step.status, step.by) for step in order(shop, kept).steps[-1:]] == [(Status.RETURNED, "Ilze")]


def test_what_comes_back_is_in_stock_again_where_stock_is_kept(shop):
    counted, _ = add_product(shop, ProductFields("A", "Cup", stock=4), actor=BY)
    loose, _ = add_product(shop, ProductFields("B", "Tea"), actor=BY)
    kept = bought(shop, lines=(Line("Cup", 2, "A"), Line("Cup", 1, "A"), Line("Tea", 1, "B")), **SENT)
    give_back(shop, kept, {1: 1, 2: 1, 3: 1})
    assert (product(shop, counted).fields.stock, product(shop, loose).fields.stock) == (6, None)
    undo(shop, actor=BY)
    assert product(shop, counted).fields.stock == 4
    set_status(shop, [kept], Status.RETURNED, actor=BY)
    assert product(shop, counted).fields.stock == 7
    assert state(shop, kept) == (Status.RETURNED, [2, 1, 1], None)


def test_an_order_marked_returned_in_its_form_has_all_its_pieces_back(shop):
    counted, _ = add_product(shop, ProductFields("A", "Cup", stock=0), actor=BY)
    kept = bought(shop, lines=(Line("Cup", 2, "A"),), **SENT)
    found = order(shop, kept)
    edit_order(shop, kept, found.version, replace(found.fields, status=Status.RETURNED), actor=BY)
    assert state(shop, kept) == (Status.RETURNED, [2], None)
    assert product(shop, counted).fields.stock == 2


@pytest.mark.parametrize(
    ("fields", "pieces", "refund", "sentence"),
    [
        (SENT, {}, None, "Choose what came back"),
        (SENT, {1: 0}, None, "Choose what came back"),
        (SENT, {2: 1}, None, "Order 1001 has no line 2"),
        (SENT, {1: 3}, None, "Of “Mug” only 2 pieces can come back"),
        (SENT, {1: -1}, None, "Of “Mug” only 2 pieces"),
        (SENT, {1: 1}, Money(1, "USD"), "0.01 USD cannot be given back for an order in EUR"),
        (SENT, {1: 1}, Money(-1, "EUR"), "cannot be given back"),
        (SENT, {1: 1}, Money(2501, "EUR"), "At most 25.00 EUR can be given back for order 1001"),
        ({**SENT, "paid": False}, {1: 1}, Money(1, "EUR"), "Order 1001 is not paid"),
        ({**SENT, "refunded": Money(2500, "EUR")}, {1: 1}, Money(1, "EUR"), "was given back already"),
        ({"paid": True}, {1: 1}, None, "Order 1001 was not sent: it is “New”. Cancel it instead"),
        ({"status": Status.RETURNED}, {1: 1}, None, "All of order 1001 came back already"),
    ],
)
def test_what_cannot_come_back_is_said_and_nothing_is_written(file_shop, fields, pieces, refund, sentence):
    kept = bought(file_shop, lines=(Line("Mug", 2, unit_price=eur(1250)),), **fields)
    before = rows(file_shop)
    with pytest.raises(AppError, match=sentence):
        give_back(file_shop, kept, pieces, refund)
    assert rows(file_shop) == before


def test_two_desks_do_not_take_back_the_same_piece(shop):
    kept = bought(shop, lines=(Line("Mug", 2, unit_price=eur(1250)),), **SENT)
    seen = order(shop, kept).version
    give_back(shop, kept, {1: 1}, by="Ilze")
    with pytest.raises(Conflict, match="Ilze changed order 1001 meanwhile"):
        return_lines(shop, kept, seen, {1: 1}, None, actor=BY)


def test_money_is_given_back_in_parts(shop):
    kept = bought(shop, **SENT)
    refund_order(shop, kept, order(shop, kept).version, eur(500), actor=BY)
    refund_order(shop, kept, order(shop, kept).version, eur(750), actor=BY)
    assert state(shop, kept) == (Status.SHIPPED, [0], eur(1250))
    with pytest.raises(Invalid, match="given back already") as error:
        refund_order(shop, kept, order(shop, kept).version, eur(1), actor=BY)
    assert error.value.field == "refund"
    with pytest.raises(Invalid, match="how much"):
        refund_order(shop, kept, order(shop, kept).version, eur(0), actor=BY)


def test_cancelled_orders_give_back_what_was_paid(shop):
    paid, unpaid = bought(shop, paid=True), bought(shop)
    cancel_orders(shop, [paid, unpaid], refunds={paid: eur(1250)}, actor=BY)
    assert state(shop, paid) == (Status.CANCELLED, [0], eur(1250))
    assert state(shop, unpaid) == (Status.CANCELLED, [0], None)
    undo(shop, actor=BY)
    assert state(shop, paid) == (Status.NEW, [0], None)


def test_one_that_went_holds_all(shop):
    here, gone = bought(shop, paid=True), bought(shop, **SENT)
    with pytest.raises(Conflict, match="Order 1002 cannot go from “Shipped” to “Cancelled”"):
        cancel_orders(shop, [here, gone], refunds={here: eur(1250)}, actor=BY)
    assert state(shop, here) == (Status.NEW, [0], None)


class Life(RuleBasedStateMachine):
    """An order lives: moved, returned, refunded and undone at random; what it says stays true."""

    def __init__(self, shop):
        super().__init__()
        self.shop = shop

    @initialize(paid=st.booleans(), counts=st.lists(st.integers(1, 3), min_size=1, max_size=3))
    def begin(self, paid, counts):
        self.had = sum(counts)  # as many as can leave the shelf: a stock ends at nought
        self.article, _ = add_product(self.shop, ProductFields("", "Cup", stock=self.had), actor=BY)
        lines = tuple(Line("Cup", n, unit_price=eur(333), product=self.article) for n in counts)
        self.kept = bought(self.shop, lines=lines, paid=paid)

    @property
    def now(self):
        return order(self.shop, self.kept)

    @rule(status=st.sampled_from(list(Status)))
    def moves(self, status):
        old = self.now.fields.status
        try:
            set_status(self.shop, [self.kept], status, actor=BY)
        except Conflict:
            assert status not in MOVES[old]
        assert self.now.fields.status in (old, status)

    @rule(data=st.data())
    def returns(self, data):
        out = all_left(self.now.fields.lines)
        pieces = {place: data.draw(st.integers(0, count)) for place, count in out.items()}
        share = proposed_refund(self.now.fields, pieces)
        try:
            give_back(self.shop, self.kept, pieces, share)
        except AppError:
            assert not any(pieces.values()) or Status.RETURNED not in MOVES[self.now.fields.status]

    @rule()
    def takes_back(self):
        undo(self.shop, actor=BY)
        if self.kept not in order_ids(self.shop):  # that was its beginning
            redo(self.shop, actor=BY)

    @invariant()
    def nothing_is_lost(self):
        found = self.now.fields
        assert all(0 <= line.returned <= line.quantity for line in found.lines)
        out = sum(all_left(found.lines).values()) if found.status in SENT_OFF else 0
        assert product(self.shop, self.article).fields.stock == self.had - out
        assert (found.refunded.minor if found.refunded else 0) <= found.total.minor
        assert (found.status is Status.RETURNED) == (all_left(found.lines) == {})
        assert self.now.steps[-1].status is found.status


def test_whatever_happens_to_an_order_no_piece_and_no_cent_is_lost(file_shop):
    limits = settings(max_examples=25, stateful_step_count=12, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(lambda: Life(file_shop), settings=limits)
