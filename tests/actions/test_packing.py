import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.orders import edit_order, remove_orders, set_status
from desktop_app.actions.packing import (
    beat,
    check,
    claim,
    claim_next,
    done,
    put_back,
    release,
    release_all,
    set_aside,
    take_back,
    tick_line,
    tick_step,
    track,
)
from desktop_app.actions.products import add_product, edit_product
from desktop_app.actions.settings import set_settings
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.orders import Line, Status
from desktop_app.domain.packing import PackingStepId, Scan
from desktop_app.domain.printing import Kind
from desktop_app.domain.products import ProductFields
from desktop_app.domain.settings import PACK_UNPAID
from desktop_app.queries.orders import order
from desktop_app.queries.packing import parcel, queue, queue_count
from desktop_app.queries.printing import print_rows
from desktop_app.queries.products import product
from tests.made import BY, TODAY, bought, printed_papers

MONDAY = TODAY + dt.timedelta(days=3)


def paid(shop, *articles, **fields):
    return bought(shop, None, *articles, **{"paid": True, "status": Status.PAID, "ship_by": TODAY, **fields})


def hour_later(shop):
    """As if every lease had begun an hour ago."""
    shop.execute("UPDATE packing_claim SET until = until - 3600000")


def test_benches_take_the_orders_by_promise_and_each_only_once(shop):
    later, soon, never = paid(shop, ship_by=MONDAY), paid(shop), paid(shop, ship_by=dt.date(2030, 1, 1))
    assert [claim_next(shop, who, who) for who in ("Anna", "Bruno", "Cilda", "Dace")] == [soon, later, never, None]
    assert {row.id: row.claimed_by for row in queue(shop)} == {soon: "Anna", later: "Bruno", never: "Cilda"}


def test_what_is_unpaid_waits_unless_the_shop_packs_it(shop):
    unpaid = bought(shop)
    assert claim_next(shop, "Anna", "one") is None
    assert queue(shop) == []
    set_settings(shop, {PACK_UNPAID: True}, actor=BY)
    assert claim_next(shop, "Anna", "one") == unpaid


def test_another_bench_hears_who_packs_an_order(shop):
    kept = paid(shop, number="77")
    claim(shop, kept, "Anna", "one")
    claim(shop, kept, "Anna", "one")  # her own once more
    with pytest.raises(Conflict, match="Anna is packing order 77"):
        claim(shop, kept, "Bruno", "two")
    assert release(shop, kept, "one")
    assert not release(shop, kept, "one")
    claim(shop, kept, "Bruno", "two")


def test_a_dead_bench_gives_its_order_back_by_itself(shop):
    kept = paid(shop)
    assert claim_next(shop, "Anna", "one") == kept
    check(shop, kept, "1", "one")
    assert claim_next(shop, "Bruno", "two") is None
    hour_later(shop)
    assert queue(shop)[0].claimed_by == ""
    assert claim_next(shop, "Bruno", "two") == kept
    assert [line.checked for line in parcel(shop, kept).lines] == [0]  # Bruno checks for himself
    with pytest.raises(Conflict, match="Bruno is packing"):
        check(shop, kept, "1", "one")
    with pytest.raises(Conflict, match="Bruno is packing"):
        done(shop, kept, packer="Anna", bench="one", unchecked=True)
    assert order(shop, kept).fields.status is Status.PAID


def test_a_bench_that_beats_keeps_its_order_and_a_lease_nobody_wanted_goes_on(shop):
    kept = paid(shop)
    claim_next(shop, "Anna", "one")
    hour_later(shop)
    assert beat(shop, kept, "one")
    assert claim_next(shop, "Bruno", "two") is None
    assert release_all(shop, "one") == 1
    assert claim_next(shop, "Bruno", "two") == kept
    assert not beat(shop, kept, "one")


def test_what_was_open_when_a_bench_died_comes_back_although_the_bench_runs_again(shop):
    left, _ = paid(shop), paid(shop)
    assert claim_next(shop, "Anna", "one") == left
    now = claim_next(shop, "Anna", "one")  # it was started again, and took the next one
    hour_later(shop)
    assert beat(shop, now, "one")
    assert claim_next(shop, "Bruno", "two") == left


def test_a_clock_set_back_keeps_no_order_for_ever(shop):
    kept = paid(shop)
    claim_next(shop, "Anna", "one")
    shop.execute("UPDATE packing_claim SET until = until + 86400000")
    assert claim_next(shop, "Bruno", "two") == kept


def test_scans_tick_piece_by_piece_and_say_what_is_wrong(shop):
    add_product(shop, ProductFields("KR-2", "Cup", barcode="4750000000012"), actor=BY)
    kept = paid(shop, lines=(Line("Cup", 2, "KR-2"), Line("Ribbon", 1)))
    claim(shop, kept, "Anna", "one")

    def scan(code):
        found = check(shop, kept, code, "one")
        return found.scan, found.line, found.left

    assert scan("999") == (Scan.WRONG, None, 3)
    assert scan("4750000000012") == (Scan.RIGHT, 1, 2)
    assert scan(" kr-2 ") == (Scan.LINE_DONE, 1, 1)
    assert scan("KR-2") == (Scan.TOO_MANY, 1, 1)
    assert scan("2") == (Scan.ALL_DONE, 2, 0)
    assert [(line.checked, line.done) for line in parcel(shop, kept).lines] == [(2, True), (1, True)]


def test_lines_are_ticked_by_their_number_too(shop):
    kept = paid(shop, "Cup", "Bowl")
    claim(shop, kept, "Anna", "one")
    assert tick_line(shop, kept, 2, "one").scan is Scan.LINE_DONE
    assert tick_line(shop, kept, 2, "one").scan is Scan.TOO_MANY
    assert tick_line(shop, kept, 9, "one").scan is Scan.WRONG
    assert tick_step(shop, kept, PackingStepId(4), "one").steps == {4}
    assert tick_step(shop, kept, PackingStepId(4), "one", done=False).steps == set()
    assert tick_line(shop, kept, 1, "one").scan is Scan.ALL_DONE


def test_a_packed_order_has_its_step_its_packer_and_its_papers_and_is_packed_once(shop):
    cup, _ = add_product(shop, ProductFields("KR-2", "Cup", stock=5), actor=BY)
    kept = paid(shop, lines=(Line("Cup", 2, "KR-2"),), number="77")
    claim(shop, kept, "Anna", "one")
    with pytest.raises(Conflict, match="2 pieces of order 77"):
        done(shop, kept, packer="Anna", bench="one")
    for _ in range(2):
        check(shop, kept, "KR-2", "one")
    papers = printed_papers([(kept, Kind.THANK_YOU), (kept, Kind.PACKING_INSERT)])
    done(shop, kept, packer="Anna", bench="one", result=papers, printer="Bench", job="Bench-7", tracking="LV1")
    found = order(shop, kept)
    assert (found.fields.status, found.packed_by, found.printed, found.fields.tracking) == (
        Status.PACKED, "Anna", True, "LV1",
    )  # fmt: skip
    assert [(step.status, step.by) for step in found.steps][-1] == (Status.PACKED, "Anna")
    assert product(shop, cup).fields.stock == 3
    [run] = print_rows(shop)
    assert (run.kind, run.by, run.cards) == (Kind.PARCEL, "Anna", 2)
    assert shop.sql("SELECT count(*) FROM packing_claim") == [(0,)]
    assert queue_count(shop).packed_today == 1
    with pytest.raises(Conflict, match="packed already, by Anna"):
        done(shop, kept, packer="Anna", bench="one")
    with pytest.raises(Conflict, match="packed already, by Anna"):
        claim(shop, kept, "Bruno", "two")
    assert len(print_rows(shop)) == 1


def test_packing_is_taken_back_by_a_new_change_and_the_bench_has_the_order_again(shop):
    cup, _ = add_product(shop, ProductFields("KR-2", "Cup", stock=5), actor=BY)
    kept = paid(shop, lines=(Line("Cup", 2, "KR-2"),))
    claim(shop, kept, "Anna", "one")
    done(shop, kept, packer="Anna", bench="one", unchecked=True)
    take_back(shop, kept, bench="one", packer="Anna")
    found = order(shop, kept)
    assert (found.fields.status, found.packed_by) == (Status.PAID, "")
    assert product(shop, cup).fields.stock == 5
    assert queue_count(shop).packed_today == 0
    assert claim_next(shop, "Bruno", "two") is None  # Anna has it
    assert [line.checked for line in parcel(shop, kept).lines] == [0]
    done(shop, kept, packer="Anna", bench="one", unchecked=True)
    set_status(shop, [kept], Status.SHIPPED, actor=BY)
    with pytest.raises(Conflict, match="only a packed one"):
        take_back(shop, kept, bench="one", packer="Anna")


def test_undo_of_the_owner_takes_a_packing_back_whole(shop):
    cup, _ = add_product(shop, ProductFields("KR-2", "Cup", stock=5), actor=BY)
    kept = paid(shop, lines=(Line("Cup", 2, "KR-2"),))
    claim(shop, kept, "Anna", "one")
    done(shop, kept, packer="Anna", bench="one", unchecked=True)
    undo(shop, actor=BY)
    assert order(shop, kept).fields.status is Status.PAID
    assert product(shop, cup).fields.stock == 5
    assert claim_next(shop, "Bruno", "two") == kept


def test_a_stock_ends_at_nought_and_one_nobody_counts_stays_unknown(shop):
    cup, _ = add_product(shop, ProductFields("KR-2", "Cup", stock=1), actor=BY)
    pot, _ = add_product(shop, ProductFields("KR-3", "Pot"), actor=BY)
    kept = paid(shop, lines=(Line("Cup", 2, "KR-2"), Line("Pot", 1, "KR-3")))
    claim(shop, kept, "Anna", "one")
    done(shop, kept, packer="Anna", bench="one", unchecked=True)
    assert (product(shop, cup).fields.stock, product(shop, pot).fields.stock) == (0, None)
    take_back(shop, kept, packer="Anna", bench="one")
    assert (product(shop, cup).fields.stock, product(shop, pot).fields.stock) == (1, None)


def test_an_order_removed_or_cancelled_meanwhile_is_told(shop):
    gone, off = paid(shop), paid(shop, number="78")
    for each in (gone, off):
        claim(shop, each, "Anna", "one")
    remove_orders(shop, [gone], actor=BY)
    set_status(shop, [off], Status.CANCELLED, actor=BY)
    for deed in (
        lambda: check(shop, gone, "1", "one"),
        lambda: done(shop, gone, packer="Anna", bench="one", unchecked=True),
    ):
        with pytest.raises(NotFound, match="removed"):
            deed()
    with pytest.raises(Conflict, match="Order 78 is “Cancelled”"):
        check(shop, off, "1", "one")
    with pytest.raises(Conflict, match="Order 78 is “Cancelled”"):
        done(shop, off, packer="Anna", bench="one", unchecked=True)


def test_what_cannot_be_packed_is_set_aside_with_its_reason_and_put_back(shop):
    kept = paid(shop)
    claim(shop, kept, "Anna", "one")
    with pytest.raises(Invalid, match="Say why"):
        set_aside(shop, kept, "  ", "one", actor="Anna")
    with pytest.raises(Conflict, match="Anna is packing"):
        set_aside(shop, kept, "no cups", "two", actor="Bruno")
    set_aside(shop, kept, "no cups", "one", actor="Anna")
    assert parcel(shop, kept).set_aside == "no cups"
    assert queue(shop) == []
    assert claim_next(shop, "Bruno", "two") is None
    put_back(shop, [kept], actor="Anna")
    assert claim_next(shop, "Bruno", "two") == kept


def test_a_tracking_number_is_kept_and_none_is_refused(shop):
    kept = paid(shop)
    track(shop, kept, " LV 1 ", actor="Anna")
    assert order(shop, kept).fields.tracking == "LV 1"
    with pytest.raises(Invalid, match="tracking number"):
        track(shop, kept, "", actor="Anna")


def test_a_claim_leaves_no_trace_in_the_order(shop):
    kept = paid(shop)
    before = order(shop, kept), shop.sql("SELECT max(id) FROM change_log")
    claim_next(shop, "Anna", "one")
    check(shop, kept, "1", "one")
    release_all(shop, "one")
    assert (order(shop, kept), shop.sql("SELECT max(id) FROM change_log")) == before


def test_a_form_of_a_product_hears_of_the_stock_that_went(shop):
    cup, _ = add_product(shop, ProductFields("KR-2", "Cup", stock=5), actor=BY)
    was = product(shop, cup)
    kept = paid(shop, lines=(Line("Cup", 2, "KR-2"),))
    claim(shop, kept, "Anna", "one")
    done(shop, kept, packer="Anna", bench="one", unchecked=True)
    with pytest.raises(Conflict):
        edit_product(shop, cup, was.version, was.fields, actor=BY)


def test_what_was_checked_of_other_articles_does_not_count_for_the_new_ones(shop):
    """The owner puts a bowl in place of the cup that the packer has scanned already."""
    kept = paid(shop, lines=(Line("Cup", 1, "KR-1"),))
    claim(shop, kept, "Anna", "one")
    assert check(shop, kept, "KR-1", "one").scan is Scan.ALL_DONE
    was = order(shop, kept)
    edit_order(shop, kept, was.version, replace(was.fields, note="Soon"), actor=BY)
    assert parcel(shop, kept).unchecked == 0
    was = order(shop, kept)
    edit_order(shop, kept, was.version, replace(was.fields, lines=(Line("Bowl", 1, "KR-2"),)), actor=BY)
    assert parcel(shop, kept).unchecked == 1
    with pytest.raises(Conflict, match="1 piece"):
        done(shop, kept, packer="Anna", bench="one")
