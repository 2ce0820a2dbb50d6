import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.actions.figures import recount
from desktop_app.actions.history import undo
from desktop_app.actions.orders import remove_orders, set_status
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, Status
from desktop_app.i18n import msg
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order, order_ids
from tests.actions.imported import export, taken
from tests.made import BY, bought, person


def test_cancelled_orders_do_not_count_and_the_next_is_the_first(shop):
    anna = person(shop, "Anna")
    first = bought(shop, anna, placed_at="2026-01-05")
    second = bought(shop, anna, placed_at="2026-02-05")
    assert (order(shop, first).first, order(shop, second).first) == (True, False)
    set_status(shop, [first], Status.CANCELLED, actor=BY)
    found = customer(shop, anna)
    assert (found.orders, found.first_order_on, found.last_order_on) == (1, dt.date(2026, 2, 5), dt.date(2026, 2, 5))
    assert (order(shop, first).first, order(shop, second).first) == (False, True)
    undo(shop, actor=BY)
    assert (customer(shop, anna).orders, order(shop, first).first) == (2, True)


def test_an_earlier_order_that_comes_later_is_the_first(shop):
    anna = person(shop, "Anna")
    late = bought(shop, anna, placed_at="2026-02-05")
    early = bought(shop, anna, placed_at="2026-01-05")
    assert (order(shop, early).first, order(shop, late).first) == (True, False)


def test_counting_what_is_right_writes_nothing(shop):
    anna = person(shop, "Anna")
    bought(shop, anna)
    with shop.change(msg("count"), actor=BY, topics=()) as change:
        recount(shop, change, [anna, None, anna])
    assert change.changes.id == 0


def test_spending_is_what_was_paid_and_not_given_back_in_the_usual_currency(shop):
    anna = person(shop, "Anna")
    assert customer(shop, anna).spent is None
    bought(shop, anna, total=Money(5000, "EUR"), refunded=Money(1500, "EUR"))
    assert customer(shop, anna).spent == Money(3500, "EUR")
    for total in (9000, 100):
        bought(shop, anna, currency="USD", lines=(Line("Mug"),), total=Money(total, "USD"))
    assert customer(shop, anna).spent == Money(9100, "USD")
    bought(shop, anna, total=Money(100, "EUR"), refunded=Money(900, "EUR"))
    assert customer(shop, anna).spent == Money(3500, "EUR")  # as many of each: the first by its letters
    cancelled = bought(shop, anna, total=Money(100, "EUR"))
    assert customer(shop, anna).spent == Money(3600, "EUR")
    set_status(shop, [cancelled], Status.CANCELLED, actor=BY)
    assert (customer(shop, anna).orders, customer(shop, anna).spent) == (4, Money(3500, "EUR"))


def test_an_import_gathers_the_same_figures_as_a_count(shop, tmp_path):
    amounts = ((1, "10.00", "", "EUR"), (1, "20.00", "5.00", "EUR"), (2, "7.00", "", "EUR"), (2, "3.00", "", "USD"))
    rows = [
        {"Name": f"#{n}", "Email": f"p{who}@b.lv", "Total": total, "Refunded Amount": back, "Currency": currency}
        for n, (who, total, back, currency) in enumerate(amounts)
    ]
    taken(shop, export(tmp_path / "orders.csv", *rows))
    people = list(customer_ids(shop))
    assert [customer(shop, one).spent for one in people] == [Money(2500, "EUR"), Money(700, "EUR")]
    with shop.change(msg("count"), actor=BY, topics=()) as change:
        recount(shop, change, people)
    assert change.changes.id == 0


deeds = st.lists(
    st.tuples(st.sampled_from(["buy", "cancel", "remove", "undo"]), st.integers(0, 2), st.integers(1, 28)), max_size=12
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=deeds)
def test_figures_equal_a_slow_count_whatever_is_done(shop, deeds):
    people = list(customer_ids(shop)) or [person(shop, name) for name in ("Anna", "Zane", "Eva")]
    for deed, place, day in deeds:
        _do(shop, deed, people[place], day)
    for one in people:
        expected = [order(shop, number) for number in order_ids(shop)]
        mine = [o for o in expected if o.fields.customer == one and o.fields.status is not Status.CANCELLED]
        days = [o.fields.placed_on for o in mine]
        found = customer(shop, one)
        assert (found.orders, found.first_order_on, found.last_order_on) == (
            len(mine),
            min(days, default=None),
            max(days, default=None),
        )
        assert (found.spent or Money(0, "EUR")).minor == 1250 * len(mine)
        assert [o.fields.placed_on for o in mine if o.first] == ([min(days)] if days else [])


def _do(shop, deed, who, day):
    orders = order_ids(shop)
    if deed == "buy":
        bought(shop, who, placed_at=f"2026-03-{day:02d}")
    elif deed == "undo":
        if orders:
            undo(shop, actor=BY)
    elif orders:
        picked = orders[day % len(orders)]
        if deed == "remove":
            remove_orders(shop, [picked], actor=BY)
        elif order(shop, picked).fields.status is Status.NEW:
            set_status(shop, [picked], Status.CANCELLED, actor=BY)
