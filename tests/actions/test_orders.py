import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.orders import add_order, edit_order, remove_orders, set_status
from desktop_app.actions.prints import log_print
from desktop_app.actions.products import add_product
from desktop_app.actions.settings import set_settings
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.money import Money
from desktop_app.domain.orders import MOVES, Line, OrderFields, Status
from desktop_app.domain.printing import Kind
from desktop_app.domain.products import ProductFields
from desktop_app.domain.settings import CUTOFF_HOUR, HANDLING_DAYS
from desktop_app.i18n import Words, msg
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order, order_ids
from desktop_app.store.tables import OrderTable
from tests.made import BY, TODAY, bought, person, printed_papers

_CUP = (Line("Cup", 1, unit_price=Money(100, "EUR")),)


def test_what_is_not_given_is_filled_in(shop):
    set_settings(shop, {HANDLING_DAYS: 1, CUTOFF_HOUR: 24}, actor=BY)
    kept, _ = add_order(shop, OrderFields("", lines=(Line("Cup", 2, unit_price=Money(1250, "EUR")),)), actor=BY)
    found = order(shop, kept).fields
    assert (found.number, found.placed_on, found.total) == ("1001", TODAY, Money(2500, "EUR"))
    assert found.ship_by == TODAY + dt.timedelta(days=3)  # Friday to Monday
    assert order(shop, bought(shop)).fields.number == "1002"


def test_numbers_go_on_from_the_newest(shop):
    bought(shop, number="5000")
    bought(shop, number="X-1")
    assert order(shop, bought(shop)).fields.number == "5001"


def test_the_promise_is_frozen(shop):
    kept = bought(shop, ship_by=dt.date(2026, 12, 1))
    set_settings(shop, {HANDLING_DAYS: 9}, actor=BY)
    found = order(shop, kept)
    edit_order(shop, kept, found.version, replace(found.fields, note="n"), actor=BY)
    assert order(shop, kept).fields.ship_by == dt.date(2026, 12, 1)


def test_the_total_counts_shipping_and_discount(shop):
    kept = bought(shop, None, "Cup", shipping=Money(350, "EUR"), discount=Money(100, "EUR"))
    assert order(shop, kept).fields.total == Money(1500, "EUR")


def test_articles_join_the_shops_products_by_their_code(shop):
    cup, _ = add_product(shop, ProductFields("KR-201", "Cup"), actor=BY)
    kept = bought(shop, lines=(Line("Krūze", 1, "kr-201"), Line("Other", 1, "zz")))
    assert [line.product for line in order(shop, kept).fields.lines] == [cup, None]


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        (OrderFields("1", lines=(Line("", 1),)), "lines", "name of each article"),
        (OrderFields("1", lines=(Line("Cup", 0),)), "lines", "Give “Cup” a quantity"),
        (OrderFields("1", total=Money(1, "USD")), "total", "this order is in EUR"),
        (OrderFields("1", shipping=Money(-1, "EUR")), "shipping", "cannot be kept here"),
        (OrderFields("1", total=Money(10**16, "EUR")), "total", "cannot be kept here"),
        (OrderFields("1", placed_at="yesterday"), "placed_at", "not a time"),
        (OrderFields("1", placed_at="2026-13-01T10:00"), "placed_at", "not a time"),
        (OrderFields("1", customer=77), "customer", "no longer in the shop"),
        (OrderFields("9" * 501), "number", "too long"),
        (OrderFields("1", currency="EURO"), "currency", "three letters"),
        (OrderFields("1", ship_by=TODAY, deliver_by=TODAY - dt.timedelta(days=1)), "deliver_by", "cannot be there"),
        (
            OrderFields("1", lines=_CUP, shipping=Money(50, "EUR"), discount=Money(151, "EUR")),
            "discount",
            "than the whole",
        ),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(shop, fields, field, sentence):
    with pytest.raises(Invalid, match=sentence) as error:
        add_order(shop, fields, actor=BY)
    assert error.value.field == field
    assert len(order_ids(shop)) == 0


def test_a_discount_may_take_all_of_an_order_and_odd_terms_of_a_file_do_not_stop_an_edit(shop):
    kept, _ = add_order(shop, OrderFields("1", lines=_CUP, discount=Money(100, "EUR")), actor=BY)
    found = order(shop, kept)
    assert found.fields.total == Money(0, "EUR")
    with shop.change(msg("As a file had it"), actor=BY, topics=()) as change:
        change.update(
            OrderTable, kept, version=None, values={"deliver_by": dt.date(2020, 1, 1), "discount_minor": 9000}
        )
    odd = order(shop, kept)
    edit_order(shop, kept, odd.version, replace(odd.fields, note="n"), actor=BY)
    odd = order(shop, kept)
    assert odd.fields.note == "n"
    with pytest.raises(Invalid, match="cannot be there"):
        edit_order(shop, kept, odd.version, replace(odd.fields, deliver_by=dt.date(2020, 1, 2)), actor=BY)


def test_a_number_is_given_out_once(shop):
    bought(shop, number="#7")
    with pytest.raises(Invalid, match="There is an order 7 already") as error:
        bought(shop, number="7")
    assert error.value.field == "number"
    other = order(shop, bought(shop, number="8"))
    with pytest.raises(Invalid, match="order 7 already"):
        edit_order(shop, other.id, other.version, replace(other.fields, number="7"), actor=BY)


def test_lines_are_edited_undone_and_watched_like_the_order(shop):
    kept = bought(shop, None, "Cup", "Tea")
    old = order(shop, kept)
    turned = replace(old.fields, lines=tuple(reversed(old.fields.lines)))
    edit_order(shop, kept, old.version, turned, actor=BY)
    assert [line.name for line in order(shop, kept).fields.lines] == ["Tea", "Cup"]
    with pytest.raises(Conflict, match="was changed meanwhile"):
        edit_order(shop, kept, old.version, replace(old.fields, note="late"), actor=BY)
    undo(shop, actor=BY)
    assert order(shop, kept).fields.lines == old.fields.lines


def test_the_same_again_writes_nothing(shop):
    kept = bought(shop, person(shop, "Anna"), "Cup")
    old = order(shop, kept)
    assert edit_order(shop, kept, old.version, old.fields, actor=BY).id == 0


def test_an_order_that_changes_hands_counts_for_its_new_customer(shop):
    anna, zane = person(shop, "Anna"), person(shop, "Zane")
    kept = bought(shop, anna)
    old = order(shop, kept)
    edit_order(shop, kept, old.version, replace(old.fields, customer=zane), actor=BY)
    assert (customer(shop, anna).orders, customer(shop, zane).orders) == (0, 1)


@pytest.mark.parametrize("old", Status)
@pytest.mark.parametrize("new", Status)
def test_only_allowed_moves(file_shop, old, new):
    kept = bought(file_shop, status=old)
    if new is old:
        assert set_status(file_shop, [kept], new, actor=BY).id == 0
    elif new in MOVES[old]:
        set_status(file_shop, [kept], new, actor=BY)
        assert order(file_shop, kept).fields.status is new
    else:
        with pytest.raises(Conflict, match="cannot go from"):
            set_status(file_shop, [kept], new, actor=BY)
        found = order(file_shop, kept)
        with pytest.raises(Invalid, match="cannot go from"):
            edit_order(file_shop, kept, found.version, replace(found.fields, status=new), actor=BY)


def test_one_that_cannot_move_holds_all(shop):
    first, second = bought(shop), bought(shop, status=Status.DELIVERED)
    with pytest.raises(Conflict, match="Order 1002 cannot go from “Delivered” to “Packed”"):
        set_status(shop, [first, second], Status.PACKED, actor=BY)
    assert order(shop, first).fields.status is Status.NEW


def test_paid_is_paid(shop):
    kept = bought(shop)
    changes = set_status(shop, [kept], Status.PAID, actor=BY)
    assert order(shop, kept).fields.paid
    assert Words().say(changes.title) == "Order 1001: Paid"


def test_a_removed_order_takes_its_lines_and_papers_and_comes_back_with_them(shop):
    anna = person(shop, "Anna")
    kept = bought(shop, anna, "Cup", "Tea")
    papers = ((kept, Kind.THANK_YOU), (kept, Kind.PACKING_INSERT))
    log_print(shop, printed_papers(papers), kind=Kind.PARCEL, actor=BY)
    before = order(shop, kept)
    assert before.printed
    remove_orders(shop, [kept], actor=BY)
    assert customer(shop, anna).orders == 0
    with pytest.raises(NotFound):
        order(shop, kept)
    undo(shop, actor=BY)
    after = order(shop, kept)
    assert (after.fields, after.printed, after.first) == (before.fields, True, True)
    assert customer(shop, anna).orders == 1


def test_removing_what_is_gone_does_nothing(shop):
    assert remove_orders(shop, [404], actor=BY).id == 0
