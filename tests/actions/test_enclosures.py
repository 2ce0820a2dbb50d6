"""Papers for the next parcel: placed in one step, in the first parcel only, gone with it, back when it comes back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.enclosures import enclose, take_out
from desktop_app.actions.history import undo
from desktop_app.actions.order_steps import move
from desktop_app.actions.orders import set_status
from desktop_app.actions.packing import claim, done, take_back
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.actions.prints import log_print
from desktop_app.actions.vouchers import give_voucher, use_voucher
from desktop_app.domain.complaints import ComplaintFields, ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.vouchers import VoucherFields
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.enclosed_papers import alone
from desktop_app.queries.enclosures import enclosures_of, waiting, waiting_for
from desktop_app.queries.printing import parcel_details, shop_details
from desktop_app.queries.settings import settings
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


def test_a_voucher_that_was_used_or_is_over_goes_with_no_parcel(shop: Shop) -> None:
    anna = person(shop, "Anna")
    order, complaint = to_pack(shop, anna, TODAY), complained(shop, anna)
    given, _ = give_voucher(shop, VoucherFields(percent=10, customer=anna, valid_to=TODAY), actor=BY)
    enclose(shop, complaint, apology=True, voucher=given.id, actor=BY)
    assert [one.kind for one in waiting(shop, [order])[order]] == [Kind.APOLOGY, Kind.VOUCHER]
    use_voucher(shop, given.id, actor=BY)  # its code stood in the answer too
    assert [one.kind for one in waiting(shop, [order])[order]] == [Kind.APOLOGY]
    undo(shop, actor=BY)
    assert [one.kind for one in waiting(shop, [order])[order]] == [Kind.APOLOGY, Kind.VOUCHER]
    shop.today = lambda: TODAY + dt.timedelta(days=1)  # type: ignore[method-assign]
    assert [one.kind for one in waiting(shop, [order])[order]] == [Kind.APOLOGY]
    assert [one.kind for one in waiting_for(shop, anna)] == [Kind.APOLOGY]


def test_only_a_good_voucher_of_their_own_is_enclosed(shop: Shop) -> None:
    anna, berta = person(shop, "Anna"), person(shop, "Berta")
    complaint = complained(shop, anna)
    hers, _ = give_voucher(shop, VoucherFields(percent=10, customer=berta), actor=BY)
    over, _ = give_voucher(shop, VoucherFields(percent=10, customer=anna, valid_to=TODAY), actor=BY)
    with pytest.raises(Invalid, match="given to somebody else"):
        enclose(shop, complaint, apology=False, voucher=hers.id, actor=BY)
    shop.today = lambda: TODAY + dt.timedelta(days=1)  # type: ignore[method-assign]
    with pytest.raises(Invalid, match="was good until"):
        enclose(shop, complaint, apology=False, voucher=over.id, actor=BY)


def test_packed_it_is_gone_and_taken_back_it_is_there_again(shop: Shop, tmp_path: Path) -> None:
    anna = person(shop, "Anna")
    first, second = to_pack(shop, anna, TODAY), to_pack(shop, anna, TODAY)
    complaint = complained(shop, anna)
    enclose(shop, complaint, apology=True, voucher=VoucherFields(percent=10, customer=anna), actor=BY)
    pack(shop, first, tmp_path)
    assert waiting(shop, [first, second]) == {}
    assert [(one.order, bool(one.gone_at)) for one in enclosures_of(shop, complaint)] == [(first, True)] * 2
    take_back(shop, first, bench="one", packer="Inga")
    assert [one.kind for one in waiting(shop, [first, second])[first]] == [Kind.APOLOGY, Kind.VOUCHER]
    pack(shop, first, tmp_path)
    undo(shop, actor=BY)
    assert [len(papers) for papers in waiting(shop, [first, second]).values()] == [2]


def test_what_was_posted_never_comes_back(shop: Shop, tmp_path: Path) -> None:
    anna = person(shop, "Anna")
    first, second = to_pack(shop, anna, TODAY), to_pack(shop, anna, TODAY)
    enclose(shop, complained(shop, anna), apology=True, voucher=None, actor=BY)
    pack(shop, first, tmp_path)
    set_status(shop, [first], Status.SHIPPED, actor=BY)
    with shop.change(msg("As a file says"), actor=BY, topics=()) as change:
        move(shop, change, [(first, Status.CANCELLED)], by=BY)  # no person can, but the shop it came from may say so
    assert waiting(shop, [first, second]) == {}


def test_the_papers_are_in_the_parcels_one_pdf_and_in_the_log(shop: Shop, tmp_path: Path) -> None:
    inga = person(shop, "Inga", language=Language.LV)
    order = to_pack(shop, inga, TODAY)
    enclose(
        shop, complained(shop, inga), apology=True, voucher=VoucherFields(percent=10, customer=inga),
        what="sūtījums kavējās", promised="10 % atlaide", actor=BY,
    )  # fmt: skip
    made = papers(shop, order, tmp_path)
    code = waiting(shop, [order])[order][1].code
    kinds = [(card.kind, card.product) for card in made.placed]
    assert kinds[-2:] == [(Kind.APOLOGY, f"#{waiting(shop, [order])[order][0].id}"), (Kind.VOUCHER, code)]
    log_print(shop, made, kind=Kind.PARCEL, actor=BY)
    assert [one.order for one in waiting(shop, [order])[order]] == [order, order]
    set_status(shop, [order], Status.PACKED, actor=BY)  # without a bench
    assert waiting(shop, [order]) == {}


def test_what_lies_printed_with_an_order_stays_with_it(shop: Shop, tmp_path: Path) -> None:
    anna = person(shop, "Anna")
    order = to_pack(shop, anna, TODAY + dt.timedelta(days=1))
    enclose(shop, complained(shop, anna), apology=True, voucher=None, actor=BY)
    log_print(shop, papers(shop, order, tmp_path), kind=Kind.PARCEL, actor=BY)
    sooner = to_pack(shop, anna, TODAY)
    assert list(waiting(shop, [order, sooner])) == [order]
    assert Kind.APOLOGY not in [card.kind for card in papers(shop, sooner, tmp_path).placed]
    set_status(shop, [order], Status.CANCELLED, actor=BY)
    assert list(waiting(shop, [order, sooner])) == [sooner]


def test_two_benches_never_send_it_twice(shop: Shop, tmp_path: Path) -> None:
    anna = person(shop, "Anna")
    first = to_pack(shop, anna, TODAY)
    enclose(shop, complained(shop, anna), apology=True, voucher=None, actor=BY)
    claim(shop, first, "Inga", "one")
    made = papers(shop, first, tmp_path)
    sooner = to_pack(shop, anna, TODAY - dt.timedelta(days=1))
    pack(shop, sooner, tmp_path)
    with pytest.raises(Conflict, match="changed in the office"):
        done(shop, first, packer="Inga", bench="one", result=made, unchecked=True)
    done(shop, first, packer="Inga", bench="one", result=papers(shop, first, tmp_path), unchecked=True)


def test_what_was_placed_after_the_papers_were_made_waits_for_the_next_parcel(shop: Shop, tmp_path: Path) -> None:
    anna = person(shop, "Anna")
    first, second = to_pack(shop, anna, TODAY), to_pack(shop, anna, TODAY)
    claim(shop, first, "Inga", "one")
    made = papers(shop, first, tmp_path)
    complaint = complained(shop, anna)
    enclose(shop, complaint, apology=True, voucher=None, actor=BY)
    done(shop, first, packer="Inga", bench="one", result=made, unchecked=True)
    assert list(waiting(shop, [first, second])) == [second]


def test_taken_out_while_it_is_packed_the_bench_is_told(shop: Shop, tmp_path: Path) -> None:
    anna = person(shop, "Anna")
    order = to_pack(shop, anna, TODAY)
    complaint = complained(shop, anna)
    placed, _ = enclose(shop, complaint, apology=True, voucher=None, actor=BY)
    claim(shop, order, "Inga", "one")
    made = papers(shop, order, tmp_path)
    take_out(shop, placed, actor=BY)
    with pytest.raises(Conflict, match="changed in the office"):
        done(shop, order, packer="Inga", bench="one", result=made, unchecked=True)
    with pytest.raises(NotFound):
        take_out(shop, placed, actor=BY)


def test_printed_alone_it_is_gone(shop: Shop, tmp_path: Path) -> None:
    anna = person(shop, "Anna")
    complaint = complained(shop, anna)
    given, _ = give_voucher(shop, VoucherFields(percent=10, customer=anna), actor=BY)
    enclose(shop, complaint, apology=True, voucher=given.id, actor=BY)
    with pytest.raises(Invalid, match="in a parcel already"):
        enclose(shop, complaint, apology=False, voucher=given.id, actor=BY)
    made = make_parcel_papers(
        [alone(shop, complaint)], shop_details(shop), kind=Kind.PARCEL, values=settings(shop), to=tmp_path / "a.pdf"
    )
    assert [card.kind for card in made.placed] == [Kind.APOLOGY, Kind.VOUCHER]
    log_print(shop, made, kind=Kind.PARCEL, actor=BY)
    assert [(one.order, bool(one.gone_at)) for one in enclosures_of(shop, complaint)] == [(None, True)] * 2
    with pytest.raises(Conflict, match="left already"):
        take_out(shop, [one.id for one in enclosures_of(shop, complaint)], actor=BY)
    later = to_pack(shop, anna, TODAY)
    assert waiting(shop, [later]) == {}


def to_pack(shop: Shop, customer: CustomerId, day: dt.date) -> OrderId:
    return bought(shop, customer, paid=True, status=Status.PAID, ship_by=day)


def papers(shop: Shop, order: OrderId, folder: Path) -> PrintResult:
    return make_parcel_papers(
        parcel_details(shop, [order]), shop_details(shop), kind=Kind.PARCEL, values=settings(shop),
        to=folder / "parcel.pdf",
    )  # fmt: skip


def pack(shop: Shop, order: OrderId, folder: Path) -> None:
    claim(shop, order, "Inga", "one")
    done(shop, order, packer="Inga", bench="one", result=papers(shop, order, folder), unchecked=True)
