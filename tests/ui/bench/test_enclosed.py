"""Papers from the office at the bench: shown, in the parcel's one PDF, gone when packed, back when it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.enclosures import enclose, take_out
from desktop_app.actions.printing import sha256_of
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.kinds import Kind
from desktop_app.domain.vouchers import VoucherFields
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import enclosures_of
from desktop_app.queries.prints import print_items, print_run
from tests.ui.bench.around import CONTROL, ENTER, Packing
from tests.ui.bench.test_packing import asked, begin, first_parcel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
ANNA = CustomerId(1)


def place(shop: Shop, *, actor: str = "Anna") -> object:
    complaint, _ = add_complaint(shop, ComplaintFields("late", customer=ANNA), actor=actor)
    gift = VoucherFields(percent=10, customer=ANNA)
    return enclose(shop, complaint, apology=True, voucher=gift, what="kavējās", promised="10 % atlaide", actor=actor)


@pytest.fixture
def placed(packing: Packing) -> Packing:
    packing.house.window.work.change(place, then=lambda _: None)
    packing.settle()
    return packing


def papers(packing: Packing) -> list[tuple[Kind, object, bool]]:
    found = asked(packing, enclosures_of, 1)
    return [(one.kind, one.order, bool(one.gone_at)) for one in found]  # type: ignore[attr-defined]


def test_the_bench_shows_them_and_sends_them_with_the_one_pdf(placed: Packing, no_printer: list[Path]) -> None:
    first_parcel(placed)
    assert "To lay on top: Apology card, Voucher" in placed.parcel.aside.notes.text()
    placed.until(lambda: placed.parcel.off.papers._made is not None)
    made = placed.parcel.off.papers._made
    assert made is not None
    placed.enter()
    placed.until(lambda: placed.step.name == "tracking")
    assert len(no_printer) == 1
    with no_printer[0].open("rb") as file:
        assert sha256_of(file) == made.result.sha256  # what was made is what came out
    assert [card.kind for card in asked(placed, print_items, 1)][-2:] == [Kind.APOLOGY, Kind.VOUCHER]  # type: ignore[attr-defined]
    assert asked(placed, print_run, 1).sha256 == made.result.sha256  # type: ignore[attr-defined]
    assert papers(placed) == [(Kind.APOLOGY, 1, True), (Kind.VOUCHER, 1, True)]
    placed.key(Qt.Key.Key_F9)
    placed.until(lambda: papers(placed) == [(Kind.APOLOGY, 1, False), (Kind.VOUCHER, 1, False)])


def test_the_next_parcel_of_the_same_customer_has_none(placed: Packing) -> None:
    begin(placed)
    placed.scan("10438")
    assert placed.parcel.parcel is not None
    assert placed.parcel.parcel.enclosed == ()
    assert placed.parcel.aside.notes.isHidden()


def test_taken_out_while_it_lies_open_the_papers_are_made_anew(placed: Packing) -> None:
    first_parcel(placed)
    ids = [one.id for one in asked(placed, enclosures_of, 1)]  # type: ignore[attr-defined]
    placed.house.window.work.change(take_out, ids, then=lambda _: None)
    placed.until(lambda: placed.parcel.parcel is not None and placed.parcel.parcel.enclosed == ())
    assert "was changed in the office" in placed.said
    placed.key(ENTER, CONTROL)
    placed.until(lambda: placed.step.name == "tracking")
    kinds = {card.kind for card in asked(placed, print_items, 1)}  # type: ignore[attr-defined]
    assert not kinds & {Kind.APOLOGY, Kind.VOUCHER}


def test_what_is_placed_while_it_lies_open_is_seen(placed: Packing) -> None:
    first_parcel(placed)
    assert placed.parcel.parcel is not None
    assert len(placed.parcel.parcel.enclosed) == 2
    placed.house.window.work.change(place, then=lambda _: None)
    placed.until(lambda: placed.parcel.parcel is not None and len(placed.parcel.parcel.enclosed) == 4)
    assert "2 × Apology card, 2 × Voucher" in placed.parcel.aside.notes.text()
