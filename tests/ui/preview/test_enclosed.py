"""What was placed for a parcel, printed by itself: one PDF of its cards, gone once it is saved or printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.enclosures import enclose
from desktop_app.domain.complaints import ComplaintFields, ComplaintId
from desktop_app.domain.kinds import Kind
from desktop_app.domain.vouchers import VoucherFields
from desktop_app.queries import Shop
from desktop_app.ui.preview.records import Whose, details_of
from tests.made import BY, person


@pytest.fixture
def placed(file_shop: Shop) -> Shop:
    anna = person(file_shop, "Anna", "Ozola")
    complaint, _ = add_complaint(file_shop, ComplaintFields("late", customer=anna), actor=BY)
    gift = VoucherFields(percent=10, customer=anna)
    enclose(file_shop, complaint, apology=True, voucher=gift, what="late", promised="10% off", actor=BY)
    return file_shop


def test_there_is_one_kind_of_paper_for_it_and_it_holds_both(placed: Shop, tmp_path: Path) -> None:
    whose = Whose(complaint=ComplaintId(1))
    assert whose.kinds == (Kind.PARCEL,)
    (paper,), unknown = details_of(placed, whose, whose.kind(None), None)
    assert unknown == ()
    assert [(one.kind, bool(one.voucher)) for one in paper.enclosed] == [(Kind.APOLOGY, False), (Kind.VOUCHER, True)]
    assert paper.order is None
    said: Any = paper.enclosed[0].apology
    assert (said.what, said.promised) == ("late", "10% off")
