"""A long look-up reads what was kept, on a connection of its own, and stops when told to."""

import pytest

from desktop_app.actions.apart import can_look_apart, look_apart
from desktop_app.domain.errors import Stopped
from desktop_app.queries.duplicates import duplicates
from desktop_app.store.connect import Engine
from tests.made import person


def test_it_sees_what_was_kept_while_the_shop_stays_open(shop, shop_location, engine):
    assert can_look_apart(shop_location) == (engine is Engine.SQLITE)
    for _ in range(2):
        person(shop, "Anna", "Ozola", phone="29111222")
    assert look_apart(shop_location, duplicates).count == 1
    person(shop, "Anna", "Ozola", phone="29111222")  # the shop's own connection writes on
    assert look_apart(shop_location, duplicates).count == 3


def test_what_it_raises_comes_out_and_nothing_stays_open(shop, shop_location):
    person(shop, "Anna")
    for _ in range(3):
        with pytest.raises(Stopped):
            look_apart(shop_location, duplicates, progress=lambda _done, _total: False)
    assert person(shop, "Ilze")
