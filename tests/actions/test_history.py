import pytest

from desktop_app.actions.customers import edit_customer
from desktop_app.actions.history import redo, undo
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.errors import Conflict, NotFound
from desktop_app.i18n import Words
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from tests.made import BY, person


def test_a_named_change_is_taken_back_and_later_ones_stay(shop):
    person(shop, "Anna")
    first = customer(shop, customer_ids(shop)[0]).version
    zane = person(shop, "Zane")
    changes = undo(shop, first, actor=BY)
    assert Words().say(changes.title) == "Undone: Add Anna"
    assert list(customer_ids(shop)) == [zane]


def test_what_was_built_upon_is_undone_first(shop):
    anna = person(shop, "Anna")
    made = customer(shop, anna).version
    edit_customer(shop, anna, made, CustomerFields(given="Eva"), actor=BY)
    with pytest.raises(Conflict, match="“Edit Anna” changed the same records"):
        undo(shop, made, actor=BY)
    assert customer(shop, anna).name == "Eva"


def test_nothing_to_undo_or_redo_is_said(shop):
    with pytest.raises(NotFound, match="nothing to undo"):
        undo(shop, actor=BY)
    with pytest.raises(NotFound, match="nothing to do again"):
        redo(shop, actor=BY)
    person(shop, "Anna")
    undo(shop, actor=BY)
    assert Words().say(redo(shop, actor=BY).title) == "Done again: Add Anna"
