from dataclasses import replace

import pytest

from desktop_app.actions.carriers import add_carrier, edit_carrier, remove_carriers
from desktop_app.actions.history import undo
from desktop_app.domain.carriers import SUGGESTED, CarrierFields
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.queries.carriers import carrier, carrier_named, carriers, shop_transits
from tests.made import BY

OMNIVA = SUGGESTED[0]


def test_a_carrier_is_added_edited_and_removed_and_each_can_be_undone(shop):
    kept, _ = add_carrier(shop, OMNIVA, actor=BY)
    assert carrier(shop, kept).fields == OMNIVA
    dearer = replace(OMNIVA, name="Omniva Plus", days=3, countries=(("DE", 6),))
    edit_carrier(shop, kept, carrier(shop, kept).version, dearer, actor=BY)
    assert carrier_named(shop, " omniva plus").fields == dearer
    assert shop_transits(shop).days("OMNIVA PLUS", "DE") == 6
    undo(shop, actor=BY)
    assert carrier(shop, kept).fields == OMNIVA
    remove_carriers(shop, [kept], actor=BY)
    assert carriers(shop) == []
    undo(shop, actor=BY)
    assert carrier(shop, kept).fields == OMNIVA


def test_two_carriers_of_one_name_are_refused_at_the_field(shop):
    add_carrier(shop, OMNIVA, actor=BY)
    second, _ = add_carrier(shop, SUGGESTED[1], actor=BY)
    with pytest.raises(Invalid, match="There is a carrier “Omniva” already") as refused:
        add_carrier(shop, CarrierFields("OMNIVA"), actor=BY)
    assert refused.value.field == "name"
    with pytest.raises(Invalid, match="There is a carrier “Omniva” already"):
        edit_carrier(shop, second, carrier(shop, second).version, CarrierFields("omniva"), actor=BY)
    edit_carrier(shop, second, carrier(shop, second).version, replace(SUGGESTED[1], days=4), actor=BY)
    assert [one.fields.name for one in carriers(shop)] == ["DPD", "Omniva"]


def test_who_changed_it_second_is_told(shop):
    kept, _ = add_carrier(shop, OMNIVA, actor=BY)
    seen = carrier(shop, kept).version
    edit_carrier(shop, kept, seen, replace(OMNIVA, days=4), actor=BY)
    with pytest.raises(Conflict, match="Omniva was changed meanwhile"):
        edit_carrier(shop, kept, seen, replace(OMNIVA, days=5), actor=BY)
    with pytest.raises(Conflict, match=f"{BY} changed Omniva meanwhile"):
        edit_carrier(shop, kept, seen, replace(OMNIVA, days=5), actor="Zane")


def test_what_is_gone_is_said(shop):
    with pytest.raises(NotFound, match="There is no carrier “Pasts” in this shop"):
        carrier_named(shop, "Pasts")
