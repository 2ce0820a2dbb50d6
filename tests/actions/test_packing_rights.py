"""The whole work of a bench with no more than the rights of the role packer."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from desktop_app.actions.checklist import add_step
from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.enclosures import enclose, note_enclosed
from desktop_app.actions.history import undo
from desktop_app.actions.packing import (
    beat,
    check,
    claim,
    claim_next,
    done,
    keep,
    put_back,
    release_all,
    set_aside,
    take_back,
    tick_step,
    track,
)
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.actions.products import add_product
from desktop_app.actions.signatures import set_signature
from desktop_app.actions.vouchers import give_voucher
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.customers import Address
from desktop_app.domain.errors import Conflict
from desktop_app.domain.orders import Line, OrderId, Status
from desktop_app.domain.packing import Scan
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import Kind
from desktop_app.domain.products import ProductFields
from desktop_app.domain.vouchers import VoucherFields
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import enclosures_of
from desktop_app.queries.orders import order
from desktop_app.queries.packing import order_by_number, parcel, queue, queue_count
from desktop_app.queries.printing import parcel_details, print_rows, shop_details
from desktop_app.queries.products import product
from desktop_app.queries.settings import settings
from tests.conftest import Server, TwoDesks
from tests.made import BY, TODAY, bought, person
from tests.pictures import meadow


def papers(shop: Shop, kept: OrderId, file: Path) -> PrintResult:
    return make_parcel_papers(
        parcel_details(shop, [kept]), shop_details(shop), kind=Kind.PARCEL, values=settings(shop), to=file, by="Inga"
    )


def test_a_packer_packs_a_whole_order_and_takes_it_back(two_desks: TwoDesks, packer_shop: Shop, tmp_path: Path) -> None:
    owner = two_desks.owner
    who = person(
        owner, "Anna", "Ozola", email="a@pasts.example", phone="20000001", address=Address("", "Iela 1", "Rīga")
    )
    cup, _ = add_product(
        owner, ProductFields("KR-2", "Cup", barcode="4750000000012", care="By hand", stock=1), actor=BY
    )
    lines = (Line("Cup", 2, "KR-2"), Line("Ribbon", 1))
    common = {"paid": True, "status": Status.PAID, "ship_by": TODAY}
    kept = bought(owner, who, lines=lines, number="77", note="As a present, please", **common)
    other = bought(owner, who, number="78", **common)
    step, _ = add_step(owner, {Language.EN: "Tissue"}, actor=BY)
    set_signature(owner, "Inga", meadow(), actor=BY)

    shop, bench = packer_shop, "one"
    assert [row.number for row in queue(shop)] == ["77", "78"]
    assert claim_next(shop, "Inga", bench) == kept
    shown = parcel(shop, order_by_number(shop, "#77"), language=Language.LV)
    assert (shown.name, shown.note, len(shown.lines)) == ("Anna Ozola", "As a present, please", 2)
    assert check(shop, kept, "4750000000012", bench).scan is Scan.RIGHT
    assert check(shop, kept, "KR-2", bench).scan is Scan.LINE_DONE
    assert check(shop, kept, "2", bench).scan is Scan.ALL_DONE
    tick_step(shop, kept, step, bench)
    assert beat(shop, kept, bench)
    keep(shop, kept, bench)
    file = tmp_path / "parcel.pdf"
    made = papers(shop, kept, file)
    done(shop, kept, packer="Inga", bench=bench, result=made, file=file, printer="Bench", job="Bench-1")
    track(shop, kept, "LV1", actor="Inga")
    assert queue_count(shop).packed_today == 1
    found = order(owner, kept)
    assert (found.fields.status, found.packed_by, found.fields.tracking, found.printed) == (
        Status.PACKED, "Inga", "LV1", True,
    )  # fmt: skip
    assert product(owner, cup).fields.stock == 0
    assert [(row.kind, row.by) for row in print_rows(owner)] == [(Kind.PARCEL, "Inga")]
    take_back(shop, kept, packer="Inga", bench=bench)
    assert product(owner, cup).fields.stock == 1  # what was missing is not put back
    set_aside(shop, kept, "no cups", bench, actor="Inga")
    put_back(shop, [kept], actor="Inga")
    claim(shop, other, "Inga", bench)
    assert release_all(shop, bench) == 1
    assert {row.number: row.claimed_by for row in queue(owner)} == {"77": "", "78": ""}


def test_what_is_enclosed_goes_and_comes_back_with_a_packers_rights(
    two_desks: TwoDesks, packer_shop: Shop, tmp_path: Path
) -> None:
    owner, shop, bench = two_desks.owner, packer_shop, "one"
    who = person(owner, "Anna", "Ozola")
    kept = bought(owner, who, number="77", paid=True, status=Status.PAID, ship_by=TODAY)
    complaint, _ = add_complaint(owner, ComplaintFields(kind="late", customer=who, text="so late"), actor=BY)
    gift = VoucherFields(percent=10, customer=who)
    enclose(owner, complaint, apology=True, voucher=gift, what="it was late", promised="10% off", actor=BY)
    assert claim_next(shop, "Inga", bench) == kept
    assert parcel(shop, kept).enclosed == (Kind.APOLOGY, Kind.VOUCHER)
    file = tmp_path / "parcel.pdf"
    made = papers(shop, kept, file)
    assert [card.kind for card in made.placed][-2:] == [Kind.APOLOGY, Kind.VOUCHER]
    assert "so late" not in repr(parcel_details(shop, [kept]))
    done(shop, kept, packer="Inga", bench=bench, result=made, file=file, unchecked=True)
    assert [(one.order, bool(one.gone_at)) for one in enclosures_of(owner, complaint)] == [(kept, True)] * 2
    take_back(shop, kept, packer="Inga", bench=bench)
    assert parcel(shop, kept).enclosed == (Kind.APOLOGY, Kind.VOUCHER)
    done(shop, kept, packer="Inga", bench=bench, result=made, file=file, unchecked=True)
    undo(owner, actor="Anna")  # what the bench noted is taken back with the owner's rights
    assert [one.gone_at for one in enclosures_of(owner, complaint)] == ["", ""]


def test_a_bench_reads_no_paper_of_those_it_does_not_pack_for(two_desks: TwoDesks) -> None:
    owner = two_desks.owner
    anna, berta = person(owner, "Anna"), person(owner, "Berta")
    kept = bought(owner, anna, paid=True, status=Status.PAID)
    for who in (anna, berta):
        complaint, _ = add_complaint(owner, ComplaintFields(kind="late", customer=who), actor=BY)
        enclose(owner, complaint, apology=True, voucher=VoucherFields(percent=10, customer=who), actor=BY)
    give_voucher(owner, VoucherFields(percent=50), actor=BY)
    with psycopg.connect(two_desks.logins.packer, autocommit=True) as packer:
        assert packer.execute("SELECT DISTINCT customer_id FROM enclosure").fetchall() == [(anna,)]
        assert packer.execute("SELECT percent FROM voucher").fetchall() == [(10,)]
        for attempt in (
            "SELECT complaint_id FROM enclosure",
            "SELECT complaint_id FROM voucher",
            "UPDATE voucher SET percent = 90",
            "UPDATE enclosure SET what = 'x'",
            "DELETE FROM enclosure",
            f"UPDATE enclosure SET order_id = NULL, gone_at = 'x' WHERE customer_id = {anna}",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                packer.execute(attempt)
        packer.execute(f"UPDATE enclosure SET order_id = {kept}")


def test_of_two_benches_that_printed_the_same_paper_the_second_is_told(
    two_desks: TwoDesks, packer_shop: Shop, server: Server, tmp_path: Path
) -> None:
    owner, shop = two_desks.owner, packer_shop
    who = person(owner, "Anna", "Ozola")
    common = {"paid": True, "status": Status.PAID}
    first = bought(owner, who, number="1", ship_by=TODAY, **common)
    complaint, _ = add_complaint(owner, ComplaintFields(kind="late", customer=who), actor=BY)
    enclose(owner, complaint, apology=True, voucher=None, actor=BY)
    claim(shop, first, "Inga", "one")
    made = papers(shop, first, tmp_path / "first.pdf")
    sooner = bought(owner, who, number="2", ship_by=TODAY - dt.timedelta(days=1), **common)
    also = papers(owner, sooner, tmp_path / "sooner.pdf")
    with ThreadPoolExecutor(1) as pool:
        with owner.change(msg("Pack"), actor=BY, topics=()) as change:
            note_enclosed(owner, change, also.placed, packed=sooner)
            with psycopg.connect(two_desks.logins.admin, autocommit=True) as third:  # now it is the first one's turn
                third.execute("UPDATE orders SET set_aside = 'no cups' WHERE id = %s", (sooner,))
            second = pool.submit(done, shop, first, packer="Inga", bench="one", result=made, unchecked=True)
            server.until_one_waits(two_desks.logins.admin)
        with pytest.raises(Conflict, match="changed in the office"):
            second.result()
    assert [one.order for one in enclosures_of(owner, complaint)] == [sooner]
