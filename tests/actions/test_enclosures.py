"""Papers for the next parcel: placed in one step, in the first parcel only, gone with it, back when it comes back."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.enclosures import enclose, take_out
from desktop_app.domain.complaints import ComplaintFields, ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.kinds import Kind
from desktop_app.domain.vouchers import VoucherFields
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import waiting
from tests.made import BY, TODAY, bought, person


def complained(shop: Shop, customer: CustomerId | None) -> ComplaintId:
    return add_complaint(shop, ComplaintFields(kind="late", customer=customer), actor=BY)[0]


def test_an_apology_and_a_voucher_lie_in_the_first_parcel_only(shop: Shop) -> None:
    anna = person(shop, "Anna")
    late = bought(shop, anna, ship_by=TODAY + dt.timedelta(days=3))
    soon = bought(shop, anna, ship_by=TODAY)
    other = bought(shop, person(shop, "Berta"), ship_by=TODAY)
    given = VoucherFields(percent=10, customer=anna)
    enclose(shop, complained(shop, anna), apology=True, voucher=given, what="late", promised="10%", actor=BY)
    found = waiting(shop, [late, soon, other])
    assert list(found) == [soon]
    assert [one.kind for one in found[soon]] == [Kind.APOLOGY, Kind.VOUCHER]
    assert found[soon][0].apology.what == "late"
    assert found[soon][1].voucher.percent == 10
    take_out(shop, [one.id for one in found[soon]], actor=BY)
    assert waiting(shop, [late, soon, other]) == {}


def test_without_a_customer_or_a_paper_nothing_is_enclosed(shop: Shop) -> None:
    with pytest.raises(Invalid, match="whose complaint"):
        enclose(shop, complained(shop, None), apology=True, voucher=None, actor=BY)
    with pytest.raises(Invalid, match="apology card, a voucher"):
        enclose(shop, complained(shop, person(shop, "Anna")), apology=False, voucher=None, actor=BY)
