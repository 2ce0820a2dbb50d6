import hashlib
import subprocess
from pathlib import Path

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.printing import make_parcel_papers, print_folder
from desktop_app.actions.prints import log_print
from desktop_app.actions.settings import set_settings
from desktop_app.domain.errors import Invalid, Stopped, StoreUnavailable
from desktop_app.domain.paper_settings import DESIGNS, STOCK
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language, Words
from desktop_app.queries.orders import order
from desktop_app.queries.printing import parcel_details, print_rows, shop_details, unprinted_orders
from desktop_app.queries.settings import settings
from tests.made import BY, bought, person, printed_papers


def papers(shop, file: Path, **more) -> PrintResult:
    details = parcel_details(shop, unprinted_orders(shop))
    return make_parcel_papers(
        details, shop_details(shop), **{"kind": Kind.PARCEL, "values": settings(shop), "to": file, **more}
    )


def text_of(file: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout


def test_papers_are_made_logged_marked_and_taken_back(shop, tmp_path):
    anna = person(shop, "Анна", "Ёлкина", language=Language.RU)
    kept = bought(shop, anna, "Чашка", number="#77")
    file = tmp_path / "out.pdf"
    result = papers(shop, file, by="Inese Š.", stock="a6")
    assert (result.pages, result.cards, result.skipped) == (2, 2, ())
    for word in ("Анна", "#77", "Чашка", "Inese Š."):
        assert word in text_of(file)
    assert result.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    changes = log_print(shop, result, kind=Kind.PARCEL, file=file, by="Inese Š.", actor=BY)
    assert Words().say(changes.title) == "Print papers for 1 order"
    assert (order(shop, kept).printed, order(shop, kept).packed_by) == (True, "Inese Š.")
    assert unprinted_orders(shop) == []
    undo(shop, actor=BY)
    assert (order(shop, kept).printed, order(shop, kept).packed_by) == (False, "")
    assert [row.undone for row in print_rows(shop)] == [True]


def test_one_kind_marks_that_kind(shop, tmp_path):
    kept = bought(shop, person(shop, "Anna"))
    result = papers(shop, tmp_path / "a.pdf", kind=Kind.THANK_YOU)
    log_print(shop, result, kind=Kind.THANK_YOU, actor=BY)
    assert not order(shop, kept).printed
    assert unprinted_orders(shop, Kind.THANK_YOU) == []
    assert unprinted_orders(shop, Kind.PACKING_INSERT) == [kept]
    assert order(shop, kept).packed_by == ""


def test_the_shops_own_paper_and_design_unless_others_are_asked_for(shop, tmp_path):
    bought(shop, person(shop, "Anna"))
    set_settings(shop, {STOCK: "a5"}, actor=BY)
    assert papers(shop, tmp_path / "a.pdf").stock == "a5"
    assert papers(shop, tmp_path / "a.pdf", stock="a6-4up-a4").stock == "a6-4up-a4"
    with pytest.raises(Invalid, match="no design “none”"):
        papers(shop, tmp_path / "b.pdf", design="none")
    set_settings(shop, {DESIGNS[Kind.THANK_YOU]: "gone"}, actor=BY)
    with pytest.raises(Invalid, match="no design “gone”"):
        papers(shop, tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


def test_with_nothing_to_print_no_file_is_made_and_an_old_one_stays(shop, tmp_path):
    file = tmp_path / "out.pdf"
    file.write_bytes(b"old")
    result = papers(shop, file)
    assert (result.pages, result.cards) == (0, 0)
    assert file.read_bytes() == b"old"
    assert log_print(shop, result, kind=Kind.PARCEL, actor=BY).id == 0
    assert print_rows(shop) == []


def test_stopped_no_file_is_left(shop, tmp_path):
    bought(shop, person(shop, "Anna"))
    with pytest.raises(Stopped):
        papers(shop, tmp_path / "out.pdf", progress=lambda _done, _total: False)
    assert list(tmp_path.glob("*.pdf")) == list(tmp_path.glob(".*part")) == []


def test_a_shop_is_never_written_over(shop, tmp_path):
    bought(shop, person(shop, "Anna"))
    with pytest.raises(Invalid, match=r"let it end in \.pdf"):
        papers(shop, tmp_path / "shop.cordial")


def test_a_folder_that_is_not_there_is_named(shop, tmp_path):
    bought(shop, person(shop, "Anna"))
    with pytest.raises(StoreUnavailable, match="nowhere"):
        papers(shop, tmp_path / "nowhere" / "out.pdf")


def test_an_order_removed_meanwhile_is_not_logged(shop):
    gone = printed_papers([(404, Kind.THANK_YOU)])
    assert log_print(shop, gone, kind=Kind.THANK_YOU, actor=BY).id == 0


def test_a_bad_record_is_said_and_the_others_still_print(shop, tmp_path):
    bought(shop, person(shop, "Anna"), number="1")
    bought(shop, person(shop, "\U000130a7\U000130a8"), number="2")  # hieroglyphs: no face has them
    result = papers(shop, tmp_path / "out.pdf")
    assert [one.title for one in result.skipped] == ["2"]
    assert {number for number, _ in result.printed} == {unprinted_orders(shop)[0]}


def test_papers_for_a_printer_lie_beside_the_shop(shop):
    assert print_folder(shop).is_dir()
