import datetime as dt

from desktop_app.actions.orders import set_status
from desktop_app.actions.prints import log_print
from desktop_app.actions.settings import set_logo, set_settings
from desktop_app.domain.customers import Address
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import CARD_QR, SHOP_CONTACT, SHOP_LANGUAGE, SHOP_LINK, SHOP_NAME
from desktop_app.i18n import Language
from desktop_app.queries.printing import (
    latest_orders,
    parcel_details,
    print_rows,
    shop_details,
    stream_parcel_details,
    unprinted_orders,
)
from tests.made import BY, TODAY, bought, person, printed_papers
from tests.pictures import picture


def printed(*papers):
    return printed_papers(papers)


def test_what_the_papers_of_an_order_say(shop):
    anna = person(shop, "Анна", "Ёлкина", language=Language.RU)
    lines = (Line("Чашка", 2, "K-1", Money(1250, "EUR")), Line("Открытка", 1))
    [details] = parcel_details(shop, [bought(shop, anna, number="#7", lines=lines, placed_at="2026-11-16")])
    assert (details.number, details.language, details.customer.given) == ("#7", Language.RU, "Анна")
    assert [(line.quantity, line.name, line.total) for line in details.lines] == [
        (2, "Чашка", Money(2500, "EUR")),
        (1, "Открытка", None),
    ]
    assert (details.first, details.regular, details.placed_on) == (True, False, dt.date(2026, 11, 16))


def test_a_guest_is_greeted_by_the_name_on_the_parcel_in_the_shops_language(shop):
    set_settings(shop, {SHOP_LANGUAGE: "lv"}, actor=BY)
    [details] = parcel_details(shop, [bought(shop, None, ship_to=Address(name="Zane"))])
    assert (details.customer.given, details.language, details.customer_id) == ("Zane", Language.LV, None)


def test_the_qr_code_leads_to_the_shop(shop):
    kept = bought(shop, number="#1 2")
    assert parcel_details(shop, [kept])[0].qr == "#1 2"
    set_settings(shop, {SHOP_LINK: "https://ozols.example/t?o={number}"}, actor=BY)
    assert parcel_details(shop, [kept])[0].qr == "https://ozols.example/t?o=%231%202"
    set_settings(shop, {CARD_QR: False}, actor=BY)
    assert parcel_details(shop, [kept])[0].qr == ""


def test_any_number_of_orders_streams_in_order(shop, counting):
    ids = [bought(shop) for _ in range(6)]
    assert [details.order for details in stream_parcel_details(counting, [ids[5], 999, *ids[:5]])] == [ids[5], *ids[:5]]
    assert counting.asked == 3


def test_what_waits_for_paper(shop):
    first, second = bought(shop, ship_by=TODAY + dt.timedelta(days=2)), bought(shop, ship_by=TODAY)
    packed = bought(shop)
    set_status(shop, [packed], Status.PACKED, actor=BY)
    assert unprinted_orders(shop) == [second, first]
    log_print(shop, printed((second, Kind.THANK_YOU)), kind=Kind.THANK_YOU, actor=BY)
    assert unprinted_orders(shop, Kind.THANK_YOU) == [first]
    assert unprinted_orders(shop, Kind.PACKING_INSERT) == [second, first]
    assert unprinted_orders(shop, Kind.PARCEL) == [second, first]
    log_print(shop, printed((second, Kind.PACKING_INSERT)), kind=Kind.PACKING_INSERT, actor=BY)
    assert unprinted_orders(shop) == [first]


def test_the_newest_order_of_each_that_was_not_cancelled(shop):
    anna, zane, eva = (person(shop, name) for name in ("Anna", "Zane", "Eva"))
    old, new = bought(shop, anna, placed_at="2026-01-01"), bought(shop, anna, placed_at="2026-02-01")
    dropped = bought(shop, zane)
    set_status(shop, [dropped], Status.CANCELLED, actor=BY)
    assert latest_orders(shop, [anna, zane, eva]) == {anna: new}
    set_status(shop, [new], Status.CANCELLED, actor=BY)
    assert latest_orders(shop, [anna]) == {anna: old}
    assert latest_orders(shop, []) == {}


def test_the_shop_as_its_papers_show_it(shop):
    assert shop_details(shop).logo == b""
    set_settings(shop, {SHOP_NAME: "Ozols", SHOP_CONTACT: "a@b.example"}, actor=BY)
    set_logo(shop, picture(8, 8), actor=BY)
    found = shop_details(shop)
    assert (found.name, found.contact, found.logo) == ("Ozols", "a@b.example", picture(8, 8))


def test_the_log_newest_first(shop):
    for by in ("Inese", "Toms"):
        log_print(shop, printed((bought(shop), Kind.THANK_YOU)), kind=Kind.THANK_YOU, by=by, actor=BY)
    assert [(row.by, row.stock, row.cards, row.undone) for row in print_rows(shop)] == [
        ("Toms", "a6", 1, False),
        ("Inese", "a6", 1, False),
    ]
