import datetime as dt

import pytest

from desktop_app.actions.customers import edit_customer
from desktop_app.actions.orders import set_status
from desktop_app.actions.packing import claim
from desktop_app.actions.packing import set_aside as put_aside
from desktop_app.domain.customers import Address
from desktop_app.domain.errors import NotFound
from desktop_app.domain.listing import OrderFilter, Sort
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields, Status
from desktop_app.domain.promise import Standing
from desktop_app.queries.customers import customer
from desktop_app.queries.order_columns import ORDER_COLUMNS
from desktop_app.queries.orders import order, order_by_number, order_ids, order_rows, orders_by_numbers
from tests.made import BY, TODAY, bought, person


def day(offset):
    return TODAY + dt.timedelta(days=offset)


def test_an_order_comes_back_as_kept(shop):
    anna = person(shop, "Anna", "Liepa")
    fields = OrderFields(
        number="A-7",
        customer=anna,
        placed_at="2026-11-16T21:15:00+02:00",
        status=Status.PAID,
        paid=True,
        currency="USD",
        total=Money(9905, "USD"),
        shipping=Money(350, "USD"),
        discount=Money(100, "USD"),
        refunded=Money(0, "USD"),
        ship_by=day(3),
        carrier="Omniva",
        tracking="LV1",
        ship_to=Address("Anna L.", "Iela 1", "Rīga", "Region", "LV-1", "LV"),
        note="gift\nno price",
        packer_note="fragile",
        lines=(
            Line("Cup", 2, "K-1", Money(1250, "USD"), Money(2500, "USD")),
            Line("Free", 1, "", None, None),
        ),
    )
    kept = bought(shop, **{name: getattr(fields, name) for name in fields.__slots__})
    found = order(shop, kept)
    assert found.fields == fields
    assert (found.customer_name, found.first, found.printed) == ("Anna Liepa", True, False)


def test_found_by_its_number_however_typed(shop):
    kept = bought(shop, number="#1001")
    assert order_by_number(shop, "1001").id == order_by_number(shop, " № 1001").id == kept
    assert orders_by_numbers(shop, ["#1001", "1002", "1001"]) == {"#1001": kept, "1001": kept}
    with pytest.raises(NotFound, match="no order 1002"):
        order_by_number(shop, "1002")


def test_a_row_names_the_first_articles(shop):
    kept = bought(shop, None, "Cup", "Tea", "Scarf", "Candle", "Card")
    [row] = order_rows(shop, [kept])
    assert (row.detail, row.lines, row.total) == ("Cup, Tea, Scarf +2", 5, Money(6250, "EUR"))


@pytest.mark.parametrize(
    ("ship_by", "paid", "standing", "late"),
    [
        (day(-3), True, Standing.LATE, 2),  # the holiday between is no working day
        (day(-1), True, Standing.LATE, 1),
        (day(0), False, Standing.DUE, 0),
        (day(3), False, Standing.AT_RISK, 0),  # Monday, unpaid
        (day(3), True, Standing.ON_TIME, 0),
        (day(4), False, Standing.ON_TIME, 0),
    ],
)
def test_how_an_order_stands_today(shop, ship_by, paid, standing, late):
    kept = bought(shop, ship_by=ship_by, paid=paid)
    [row] = order_rows(shop, [kept])
    assert (row.standing, row.days_late) == (standing, late)
    set_status(shop, [kept], Status.PACKED, actor=BY)
    assert order_rows(shop, [kept])[0].standing is Standing.ON_TIME


def test_the_name_follows_the_customer_and_else_the_parcel(shop):
    anna = person(shop, "Anna")
    hers, guest = bought(shop, anna), bought(shop, None, ship_to=Address(name="Guest"))
    edit_customer(
        shop, anna, customer(shop, anna).version, customer(shop, anna).fields.__class__(given="Zane"), actor=BY
    )
    assert [row.customer for row in order_rows(shop, [hers, guest])] == ["Zane", "Guest"]


def test_filters(shop):
    anna = person(shop, "Anna", "Liepa")
    late = bought(shop, anna, ship_by=day(-2))
    due = bought(shop, anna, ship_by=day(0))
    packed = bought(shop, None, ship_by=day(-2))
    set_status(shop, [packed], Status.PACKED, actor=BY)

    def found(**wanted):
        return set(order_ids(shop, OrderFilter(**wanted)))

    assert found(to_pack=True) == found(unprinted=True) == {late, due}
    assert found(late=True) == {late}
    assert found(status=(Status.PACKED, Status.SHIPPED)) == {packed}
    assert found(customer=anna) == found(text="liep") == {late, due}
    assert found(ship_by=day(0)) == {due}
    assert found(text=order(shop, packed).fields.number) == {packed}
    assert found(text="nobody") == set()


def test_sorted_as_people_count(shop):
    ten, nine = bought(shop, number="10"), bought(shop, number="9")
    assert list(order_ids(shop, OrderFilter(), Sort("number"))) == [nine, ten]
    assert list(order_ids(shop, OrderFilter(), Sort("number", True))) == [ten, nine]


def test_steps_sort_in_their_own_order(shop):
    new, packed = bought(shop), bought(shop)
    cancelled = bought(shop)
    set_status(shop, [packed], Status.PACKED, actor=BY)
    set_status(shop, [cancelled], Status.CANCELLED, actor=BY)
    assert list(order_ids(shop, OrderFilter(), Sort("status"))) == [new, packed, cancelled]


def test_orders_without_a_price_are_last(shop):
    free = bought(shop, lines=())
    cheap, dear = bought(shop, None, "Cup"), bought(shop, None, "Cup", "Tea")
    assert list(order_ids(shop, OrderFilter(), Sort("total"))) == [cheap, dear, free]
    assert list(order_ids(shop, OrderFilter(), Sort("total", True))) == [dear, cheap, free]


@pytest.mark.parametrize("key", [column.key for column in ORDER_COLUMNS])
def test_a_list_asks_once_for_its_ids_and_twice_for_a_window(shop, counting, key):
    anna = person(shop, "Anna")
    for _ in range(5):
        bought(shop, anna, "Cup", "Tea")
    ids = order_ids(counting, OrderFilter(text="anna", to_pack=True), Sort(key), limit=4)
    assert (counting.asked, len(ids)) == (1, 4)
    order_rows(counting, ids)
    assert counting.asked == 3


def test_orders_are_narrowed_by_everything_a_shop_asks_of_them(shop):
    anna = person(shop, "Anna")
    plain = bought(shop, anna, paid=True)
    gift = bought(shop, anna, gift=True, paid=True)
    owing = bought(shop, anna)
    bought(shop, anna, status=Status.CANCELLED)
    sent = bought(shop, anna, paid=True, carrier="Omniva", ship_to=Address(country="EE"))
    aside = bought(shop, anna, paid=True)
    put_aside(shop, aside, "no mugs left", actor=BY)
    claim(shop, plain, "Zane", "bench 1")
    found = {
        "gift": (OrderFilter(gift=True), gift),
        "unpaid": (OrderFilter(unpaid=True), owing),
        "carrier": (OrderFilter(carrier="omniva"), sent),
        "country": (OrderFilter(country="EE"), sent),
        "set aside": (OrderFilter(set_aside=True), aside),
        "being packed": (OrderFilter(claimed=True), plain),
    }
    assert {key: list(order_ids(shop, wanted)) for key, (wanted, _) in found.items()} == {
        key: [one] for key, (_, one) in found.items()
    }
    assert list(order_ids(shop, OrderFilter(source="shopify"))) == []
    rows = order_rows(shop, [plain, gift, aside])
    assert [(row.claimed_by, row.gift, row.set_aside) for row in rows] == [
        ("Zane", False, ""), ("", True, ""), ("", False, "no mugs left"),
    ]  # fmt: skip
    assert (order(shop, plain).claimed_by, order(shop, gift).claimed_by) == ("Zane", "")
    assert order_ids(shop, OrderFilter(), Sort("claimed_by"))[0] == plain
