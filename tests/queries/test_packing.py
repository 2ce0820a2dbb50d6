import datetime as dt

import pytest

from desktop_app.actions.checklist import add_step
from desktop_app.actions.orders import set_status
from desktop_app.actions.packing import claim, done, take_back
from desktop_app.actions.products import add_product
from desktop_app.actions.settings import set_settings
from desktop_app.domain.customers import Address
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.packing import Needs
from desktop_app.domain.products import ProductFields, ProductText
from desktop_app.domain.promise import Standing
from desktop_app.domain.settings import SHOP_LINK
from desktop_app.i18n import Language, msg
from desktop_app.queries.packing import order_by_number, parcel, queue, queue_count
from desktop_app.store.tables import OrderTable
from tests.made import BY, TODAY, Counting, bought, person

TO_PACK = {"paid": True, "status": Status.PAID}


def test_a_parcel_is_asked_for_in_few_questions(shop):
    add_product(shop, ProductFields("KR-2", "Cup"), actor=BY)
    kept = bought(shop, person(shop, "Anna"), lines=(Line("Cup", 2, "KR-2"), Line("Bowl", 1)), **TO_PACK)
    counting = Counting(shop)
    parcel(counting, kept)
    assert counting.asked <= 5
    counting.asked = 0
    queue(counting)
    assert counting.asked <= 5


def test_a_parcel_says_what_the_packer_needs_and_nothing_of_the_customer(shop):
    who = person(shop, "Anna", "Ozola", email="secret@pasts.example", phone="20000001", extra_care=True, note="hush")
    words = (ProductText(Language.RU, "Кружка"),)
    add_product(shop, ProductFields("KR-2", "Cup", shelf="B 2", fragile=True, texts=words), actor=BY)
    for needs in Needs:
        add_step(shop, {Language.EN: needs.value or "every"}, needs, actor=BY)
    kept = bought(
        shop, who, lines=(Line("Old cup", 2, "KR-2"), Line("Ribbon", 1)), ship_by=TODAY, note="wrap it",
        packer_note="box M", gift=True, ship_to=Address("Ilze", "Street 1", "Tallinn", country="EE"), **TO_PACK,
    )  # fmt: skip
    found = parcel(shop, kept, language=Language.RU)
    assert (found.name, found.standing, found.note, found.packer_note) == ("Ilze", Standing.DUE, "wrap it", "box M")
    assert [(line.name, line.shelf, line.fragile, line.quantity) for line in found.lines] == [
        ("Кружка", "B 2", True, 2), ("Ribbon", "", False, 1),
    ]  # fmt: skip
    assert {step.needs for step in found.steps} == set(Needs)
    assert (found.first, found.gift, found.extra_care, found.regular, found.unchecked) == (True, True, True, False, 3)
    assert not any(secret in repr(found) for secret in ("secret@", "20000001", "hush"))
    assert parcel(shop, kept).lines[0].name == "Cup"


def test_at_home_nothing_goes_abroad(shop):
    add_step(shop, {Language.EN: "customs"}, Needs.ABROAD, actor=BY)
    home = bought(shop, person(shop, "Anna", address=Address("", "Iela 1", "Rīga", country="LV")), **TO_PACK)
    away = bought(shop, person(shop, "Berta", address=Address("", "Str 1", "Berlin", country="DE")), **TO_PACK)
    assert (parcel(shop, home).steps, len(parcel(shop, away).steps)) == ((), 1)


@pytest.mark.parametrize("typed", ["77", "#77", " 77 ", "https://s.example/o/77?x"])
def test_an_order_is_found_by_its_number_and_by_the_code_on_its_papers(shop, typed):
    set_settings(shop, {SHOP_LINK: "https://s.example/o/{number}?x"}, actor=BY)
    kept = bought(shop, number="77", **TO_PACK)
    assert order_by_number(shop, typed) == kept


@pytest.mark.parametrize("typed", ["", "  ", "#"])
def test_without_a_number_nothing_is_looked_for(shop, typed):
    bought(shop, number="77")
    with pytest.raises((Invalid, NotFound)):
        order_by_number(shop, typed)


def test_of_orders_with_one_number_the_one_to_pack_is_meant_and_else_a_person_chooses(shop):
    first = bought(shop, number="77", **TO_PACK)
    second = bought(shop, number="78", **TO_PACK)
    with shop.change(msg("Orders"), actor=BY, topics=()) as change:
        values = {"number": "77", "number_key": "77", "source": "etsy"}
        change.update(OrderTable, second, version=None, values=values)
    with pytest.raises(Invalid, match="Several orders have the number 77 \\(etsy\\)"):
        order_by_number(shop, "77")
    set_status(shop, [second], Status.CANCELLED, actor=BY)
    assert order_by_number(shop, "77") == first


def test_the_queue_is_cut_where_it_is_told_and_counted_whole(shop):
    for n in range(4):
        bought(shop, ship_by=TODAY + dt.timedelta(days=n), **TO_PACK)
    assert [row.ship_by for row in queue(shop, limit=2)] == [TODAY, TODAY + dt.timedelta(days=1)]
    assert queue_count(shop).left == 4


def test_what_was_packed_today_is_counted_once(shop):
    kept = bought(shop, **TO_PACK)
    for _ in range(2):
        claim(shop, kept, "Anna", "one")
        done(shop, kept, packer="Anna", bench="one", unchecked=True)
        assert queue_count(shop).packed_today == 1
        take_back(shop, kept, packer="Anna", bench="one")
        assert queue_count(shop).packed_today == 0
    claim(shop, kept, "Anna", "one")
    done(shop, kept, packer="Anna", bench="one", unchecked=True)
    set_status(shop, [kept], Status.SHIPPED, actor=BY)
    assert queue_count(shop).packed_today == 1
