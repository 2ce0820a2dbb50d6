"""The bench’s own questions and deeds with a packer’s login on a server: a whole parcel, nothing of the owner’s."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from desktop_app.actions.carriers import add_carrier
from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.customers import add_customer
from desktop_app.actions.handed import Handed, note_handed
from desktop_app.actions.history import undo
from desktop_app.actions.orders import add_order
from desktop_app.actions.packers import add_packer
from desktop_app.actions.packing import beat, done, put_back, release_all, set_aside, take_back, tick_line, track
from desktop_app.actions.pins import check_pin
from desktop_app.actions.print_outcomes import job_told
from desktop_app.actions.printing import make_parcel_papers, print_folder
from desktop_app.actions.products import add_product
from desktop_app.actions.words_of_day import confirm_read, set_day_word
from desktop_app.domain.carriers import CarrierFields
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.errors import Conflict, StoreUnavailable
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields, OrderId, Status
from desktop_app.domain.packers import PackerFields
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printers import Job, JobState
from desktop_app.domain.printing import Kind
from desktop_app.domain.products import ProductFields
from desktop_app.i18n import Language
from desktop_app.queries.changes import change_rows, news
from desktop_app.queries.packing import checklist
from desktop_app.queries.reaching import refuse_held
from desktop_app.queries.scanned import Stray
from desktop_app.ui.bench.deeds import (
    active_packers,
    look,
    sayings,
    scan,
    stray_scan,
    take_next,
    take_numbered,
    words_to_read,
)
from desktop_app.ui.bench.papers import Made, look_before, sheets_of
from tests.conftest import TwoDesks

TODAY = dt.date.today()
EN = Language.EN


@pytest.fixture
def desks(two_desks: TwoDesks) -> TwoDesks:
    """A shop with a packer, a word of the day, a carrier, a product and two paid orders of one customer."""
    shop = two_desks.owner
    add_packer(shop, PackerFields(person="Inga"), actor="Anna")
    set_day_word(shop, TODAY, {EN: "Wrap twice"}, actor="Anna")
    add_carrier(shop, CarrierFields(name="Omniva", link="https://omniva.example/{number}"), actor="Anna")
    cup = ProductFields(sku="CUP-1", name="Cup", shelf="A 2", stock=5, care="Wash by hand", warranty_months=24)
    product = add_product(shop, cup, actor="Anna")[0]
    address = Address("", "Brīvības 1", "Rīga", "", "LV-1010", "LV")
    fields = CustomerFields(given="Līga", email="liga@pasts.example", phone="+371 20000001", address=address)
    customer, _ = add_customer(shop, fields, actor="Anna")
    line = Line("Cup", sku="CUP-1", unit_price=Money(900, "EUR"), product=product)
    for number in ("1001", "1002"):
        made = OrderFields(
            number=number, customer=customer, lines=(line,), paid=True, status=Status.PAID, ship_by=TODAY,
            carrier="Omniva", gift=True, note_to="Thank you",
        )  # fmt: skip
        add_order(shop, made, actor="Anna")
    return two_desks


def test_a_parcel_from_the_queue_to_the_carrier(desks: TwoDesks, tmp_path: Path) -> None:
    shop = desks.packer
    (inga,) = active_packers(shop)
    assert check_pin(shop, inga.id, "1234") is True  # who has none
    for word in words_to_read(shop, inga.id, EN):
        confirm_read(shop, inga.id, word.kind, word.key, actor="Inga")
    assert (words_to_read(shop, inga.id, EN), sayings(shop, EN)[1]) == ([], "Wrap twice")
    queue = look(shop)
    assert ([row.number for row in queue.rows], queue.count.left) == (["1001", "1002"], 2)
    parcel = take_next(shop, "Inga", "bench 1", EN)
    assert parcel is not None
    assert [line.sku for line in parcel.lines] == ["CUP-1"]
    assert (checklist(shop), beat(shop, parcel.order, "bench 1")) == (parcel.steps, True)
    scan(shop, parcel.order, "CUP-1", "bench 1", ("CUP-1",))
    sheets = sheets_of(shop, parcel.order, ("", ""))
    assert "liga@pasts.example" not in repr(sheets.details)
    result = make_parcel_papers(
        sheets.details, sheets.shop, kind=Kind.PARCEL, values=sheets.values, to=tmp_path / "parcel.pdf",
        stock=sheets.stock, own_designs=sheets.own, calibration=sheets.correction, by="Inga", language=EN,
    )  # fmt: skip
    file = tmp_path / "parcel.pdf"
    done(shop, parcel.order, packer="Inga", bench="bench 1", result=result, file=file, printer="Label", job="Label-7")
    asked = "SELECT status, packed_by, insert_printed, (SELECT stock FROM product) FROM orders WHERE id = ?"
    assert desks.owner.sql(asked, (parcel.order,)) == [("packed", "Inga", True, 4)]
    assert look(shop).count.packed_today == 1
    job_told(shop, Job("Label-7", JobState.PRINTING), actor="Inga")
    job_told(shop, Job("Label-7", JobState.FAILED), actor="Inga")  # its papers count as not printed
    assert desks.owner.sql(asked, (parcel.order,))[0][2] is False
    track(shop, parcel.order, "LV123456789", actor="Inga")
    take_back(shop, parcel.order, bench="bench 1", packer="Inga")
    assert desks.owner.sql(asked, (parcel.order,))[0][::3] == ("paid", 5)
    tick_line(shop, parcel.order, 1, "bench 1")
    done(shop, parcel.order, packer="Inga", bench="bench 1", unchecked=True)
    undo(desks.owner, actor="Anna")  # the owner takes back what the bench did last, with the owner's rights
    assert desks.owner.sql(asked, (parcel.order,))[0][::3] == ("paid", 5)
    assert news(shop, 5)


def test_what_came_out_before_and_what_is_scanned_by_mistake_is_known(desks: TwoDesks, tmp_path: Path) -> None:
    shop = desks.packer
    parcel = take_next(shop, "Inga", "bench 1", EN)
    assert parcel is not None
    sheets = sheets_of(shop, parcel.order, ("", ""))
    file = print_folder(shop) / f"{tmp_path.name}.pdf"
    result = make_parcel_papers(
        sheets.details, sheets.shop, kind=Kind.PARCEL, values=sheets.values, to=file, stock=sheets.stock, by="Inga",
    )  # fmt: skip
    made = Made(parcel.order, result, file, file, sheets.stock, sheets.place)
    assert look_before(shop, made) is None
    note_handed(Handed(sheets.place, result, Kind.PARCEL, file, "Label"))
    note = file.with_suffix(".handed")
    note.write_text(json.dumps({**json.loads(note.read_text()), "process": 2**22 + 1}))  # no system has so many
    before = look_before(shop, made)
    assert before is not None
    assert before.handed is not None
    done(
        shop, parcel.order, packer="Inga", bench="bench 1", unchecked=True, came_out=True,
        result=before.handed.result, file=file, printer="Label",
    )  # fmt: skip
    take_back(shop, parcel.order, bench="bench 1", packer="Inga")
    before = look_before(shop, made)
    assert before is not None
    assert before.at
    assert stray_scan(shop, "CUP-1", EN) == Stray("Cup", "A 2")
    assert stray_scan(shop, "1002", EN) == Stray(order="1002")


def test_an_order_set_aside_put_back_and_let_go_of(desks: TwoDesks) -> None:
    shop = desks.packer
    parcel = take_numbered(shop, "1002", "Inga", "bench 1", EN)
    set_aside(shop, parcel.order, "no ribbon", "bench 1", actor="Inga")
    assert [row.number for row in look(shop).rows] == ["1001"]
    put_back(shop, [parcel.order], actor="Inga")
    take_next(shop, "Inga", "bench 1", EN)
    assert release_all(shop, "bench 1") == 1


def test_what_is_the_owners_is_refused_in_words(desks: TwoDesks) -> None:
    for attempt in (
        lambda: change_rows(desks.packer),
        lambda: add_customer(desks.packer, CustomerFields(given="Zoe"), actor="Inga"),
        lambda: undo(desks.packer, actor="Inga"),
    ):
        with pytest.raises(StoreUnavailable, match="does not let this login do that"):
            attempt()
    assert desks.owner.sql("SELECT count(*) FROM customer") == [(1,)]


def test_while_a_complaint_is_open_a_packer_makes_no_thank_you_card_and_reads_no_complaint(
    desks: TwoDesks, tmp_path: Path
) -> None:
    shop = desks.packer

    def papers() -> PrintResult:
        sheets = sheets_of(shop, OrderId(1), ("", ""))
        return make_parcel_papers(
            sheets.details, sheets.shop, kind=Kind.PARCEL, values=sheets.values, to=tmp_path / "p.pdf",
            stock=sheets.stock, by="Inga",
        )  # fmt: skip

    before = papers()
    assert (before.held, Kind.THANK_YOU in {card.kind for card in before.placed}) == ((), True)
    refuse_held(shop, before.placed)
    add_complaint(desks.owner, ComplaintFields("late", order=OrderId(1), text="A secret"), actor="Anna")
    with pytest.raises(Conflict, match="Thank-you card held back"):
        refuse_held(shop, before.placed)  # made before it came in
    after = papers()
    assert [one.kind for one in after.held] == [Kind.THANK_YOU]
    assert {card.kind for card in after.placed} == {card.kind for card in before.placed} - {Kind.THANK_YOU}
    with pytest.raises(StoreUnavailable):
        shop.sql("SELECT text FROM complaint")
