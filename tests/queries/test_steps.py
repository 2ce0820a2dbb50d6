from desktop_app.domain.orders import Status
from desktop_app.queries.steps import line_ids, next_number, order_holder, order_states
from tests.made import bought, person


def test_where_orders_stand_each_once(shop):
    anna = person(shop, "Anna")
    first, second = bought(shop, anna, number="A"), bought(shop, number="B", status=Status.PAID, paid=True)
    states = order_states(shop, [second, 404, first, second])
    assert [(s.number, s.status, s.paid, s.customer) for s in states] == [
        ("B", Status.PAID, True, None),
        ("A", Status.NEW, False, anna),
    ]


def test_lines_of_several_orders(shop):
    first, second = bought(shop, None, "Cup", "Tea"), bought(shop, None, "Cup")
    assert len(line_ids(shop, [first, second])) == 3
    assert line_ids(shop, []) == []


def test_the_next_number_is_free(shop):
    assert next_number(shop) == "1001"
    bought(shop, number="7")
    bought(shop, number="8")
    bought(shop, number="w-9")
    assert next_number(shop) == "9"
    assert order_holder(shop, "", "W-9") is not None
    assert order_holder(shop, "", "9") is None
