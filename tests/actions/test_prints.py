from __future__ import annotations

import datetime as dt
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from desktop_app.actions.customers import remove_customers
from desktop_app.actions.history import undo
from desktop_app.actions.printing import make_parcel_papers, print_folder
from desktop_app.actions.prints import forget_files, log_print, reprint
from desktop_app.actions.products import add_product
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.errors import BadFile, Invalid, NotFound
from desktop_app.domain.imposing import Duplex, Imposing, Order
from desktop_app.domain.orders import Line
from desktop_app.domain.print_run import Placements, PrintResult, RecordKey
from desktop_app.domain.printing import Kind, PrintId
from desktop_app.domain.products import ProductFields
from desktop_app.queries import Shop
from desktop_app.queries.printed_before import printed_before
from desktop_app.queries.printing import parcel_details, shop_details, unprinted_orders
from desktop_app.queries.prints import print_items, print_run
from desktop_app.queries.settings import settings
from tests.made import BY, bought, person

NAMES = ("Anna", "Berta", "Cilda", "Dace", "Elza", "Fanija")  # six thank-you cards: a sheet of four, one of two


def printed(shop: Shop, **more) -> PrintId:
    for name in NAMES:
        bought(shop, person(shop, name), number=f"#{name}")
    file = print_folder(shop) / "run.pdf"
    details = [replace(one, referral="TEA4U7") for one in parcel_details(shop, unprinted_orders(shop))]
    result = make_parcel_papers(
        details, shop_details(shop),
        **{"kind": Kind.THANK_YOU, "values": settings(shop), "to": file, "stock": "a6-4up-a4", **more},
    )  # fmt: skip
    log_print(shop, result, kind=Kind.THANK_YOU, file=file, printer="Bench", by="Inese", actor=BY)
    return PrintId(1)


def names_on(file: Path, page: int) -> list[str]:
    command = ["pdftotext", "-f", str(page), "-l", str(page), str(file), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [name for name in NAMES if name in text]


def ink(file: Path, page: int, window: tuple[int, int, int, int]) -> bytes:
    """A window of a page as pixels, at 72 dpi, so that a pixel is a point."""
    x, y, width, height = map(str, window)
    command = ["pdftoppm", "-r", "72", "-f", str(page), "-l", str(page), "-x", x, "-y", y, "-W", width, "-H", height]
    return subprocess.run([*command, str(file)], capture_output=True, check=True).stdout


def test_the_log_knows_where_each_card_lies(shop: Shop) -> None:
    run = printed(shop)
    cards = print_items(shop, run)
    assert [(card.card, card.title, card.sheet, card.place) for card in cards[2:5]] == [
        (3, "#Cilda", 1, 3), (4, "#Dace", 1, 4), (5, "#Elza", 2, 1),
    ]  # fmt: skip
    assert all(card.customer and card.order for card in cards)
    found = print_run(shop, run)
    assert (found.cards, found.sheets, found.printer, found.by) == (6, 2, "Bench", "Inese")
    assert found.kept_until == shop.today() + dt.timedelta(days=60)


def test_each_care_sheet_of_an_order_is_known_by_its_product(shop: Shop, tmp_path: Path) -> None:
    told = [ProductFields(name=name, care=f"Wash the {name}.", warranty_months=24) for name in ("Mug", "Scarf")]
    mug, scarf = (add_product(shop, fields, actor=BY)[0] for fields in told)
    anna = person(shop, "Anna")
    lines = (Line("Mug", 1, product=mug), Line("Scarf", 1, product=scarf), Line("Mug", 2, product=mug))
    order = bought(shop, anna, lines=lines, number="#1")
    bought(shop, anna, "Soap", number="#2")
    assert unprinted_orders(shop, Kind.CARE_SHEET) == [order]  # the other has nothing to be told of
    result = make_parcel_papers(
        parcel_details(shop, [order]), shop_details(shop), kind=Kind.CARE_SHEET, values=settings(shop),
        to=tmp_path / "care.pdf", stock="a6",
    )  # fmt: skip
    log_print(shop, result, kind=Kind.CARE_SHEET, file=tmp_path / "care.pdf", actor=BY)
    logged = print_items(shop, PrintId(1))
    assert [(card.key, card.title) for card in logged] == [
        (f"order:{order}:care-sheet:Mug", "#1"), (f"order:{order}:care-sheet:Scarf", "#1"),
    ]  # fmt: skip
    again = reprint(shop, PrintId(1), tmp_path / "again.pdf", cards=[2])
    assert [card.product for card in again.placed] == ["Scarf"]
    assert unprinted_orders(shop, Kind.CARE_SHEET) == []
    assert [product for _, _, product in printed_before(shop, orders=[order]).orders] == ["Mug", "Scarf"]


def test_a_sheet_is_printed_again_as_it_was(shop: Shop, tmp_path: Path) -> None:
    run = printed(shop)
    again = reprint(shop, run, tmp_path / "again.pdf", sheets=[2])
    assert (again.sheets, [card.title for card in again.placed]) == (1, ["#Elza", "#Fanija"])
    kept = Path(print_run(shop, run).file)
    whole = (0, 0, 595, 842)
    assert ink(tmp_path / "again.pdf", 1, whole) == ink(kept, 2, whole)


def test_cards_are_laid_on_a_begun_sheet(shop: Shop, tmp_path: Path) -> None:
    run = printed(shop)
    file = tmp_path / "again.pdf"
    again = reprint(shop, run, file, cards=[5, 3], imposing=Imposing(start=4))
    assert [(card.title, card.sheet, card.place) for card in again.placed] == [("#Cilda", 1, 4), ("#Elza", 2, 1)]
    assert (names_on(file, 1), names_on(file, 2)) == (["Cilda"], ["Elza"])
    kept = Path(print_run(shop, run).file)
    inside = (15, 15, 260, 380)  # of a card of 298 × 421 points, without the crop marks
    assert ink(file, 2, inside) == ink(kept, 2, inside)


def test_the_place_of_a_card_printed_again_is_exact_with_a_calibration(shop: Shop, tmp_path: Path) -> None:
    run = printed(shop, calibration=Calibration(dx=2.0, dy=-1.0, sx=0.99, sy=1.01))
    kept = Path(print_run(shop, run).file)
    file = tmp_path / "again.pdf"
    reprint(shop, run, file, cards=[5])  # it lay at the first place of sheet 2, and does again
    inside = (25, 25, 240, 360)
    assert ink(file, 1, inside) == ink(kept, 2, inside) != ink(kept, 1, inside)


@pytest.mark.parametrize("duplex", [Duplex.LONG, Duplex.SHORT])
def test_backs_come_with_their_fronts(duplex: Duplex, shop: Shop, tmp_path: Path) -> None:
    run = printed(shop, imposing=Imposing(duplex=duplex), kind=Kind.BIRTHDAY)  # which has a back
    again = reprint(shop, run, tmp_path / "again.pdf", cards=[1, 6])
    assert (again.pages, again.sheets) == (2, 1)
    assert names_on(tmp_path / "again.pdf", 1) == ["Anna", "Fanija"]


@pytest.mark.parametrize("stock", ["card-85x55-10up-a4", "card-85x55-8up-a4-bleed"])
def test_folded_cards_keep_the_marks_to_fold_by(stock: str, shop: Shop, tmp_path: Path) -> None:
    run = printed(shop, imposing=Imposing(duplex=Duplex.FOLD), stock=stock, kind=Kind.REFERRAL)  # which has a back
    kept, file = Path(print_run(shop, run).file), tmp_path / "again.pdf"
    first = [card.card for card in print_items(shop, run) if card.sheet == 1]
    again = reprint(shop, run, file, cards=first)
    assert (again.sheets, len(again.placed)) == (1, len(first))
    whole = (0, 0, 595, 842)
    assert ink(file, 1, whole) == ink(kept, 1, whole)  # marks and all
    one = reprint(shop, run, file, cards=[first[-1]], imposing=Imposing(start=first[-1]))
    assert [card.place for card in one.placed] == [first[-1]]
    assert b"2 1.5] 0 d" in subprocess.run(["qpdf", "--qdf", file, "-"], capture_output=True, check=True).stdout


def test_from_here_on(shop: Shop, tmp_path: Path) -> None:
    run = printed(shop)
    onward = reprint(shop, run, tmp_path / "a.pdf", cards=[4], onward=True)
    assert [card.title for card in onward.placed] == ["#Dace", "#Elza", "#Fanija"]
    sheets = reprint(shop, run, tmp_path / "b.pdf", sheets=[1], onward=True)
    assert (sheets.sheets, len(sheets.placed)) == (2, 6)


def test_from_here_on_is_as_the_sheets_come_out(shop: Shop, tmp_path: Path) -> None:
    run = printed(shop, imposing=Imposing(order=Order.CUT_AND_STACK))
    lost = [card for card in print_items(shop, run) if card.sheet == 2]
    rest = reprint(shop, run, tmp_path / "a.pdf", cards=[min(lost, key=lambda card: card.place).card], onward=True)
    assert [card.title for card in rest.placed] == [card.title for card in lost]


@pytest.mark.parametrize(
    ("wanted", "said"), [({"cards": [7]}, "cards 1 to 6"), ({"sheets": [3]}, "sheets 1 to 2"), ({}, "1 to 6")]
)
def test_what_was_not_in_the_run_is_refused(
    wanted: dict[str, list[int]], said: str, shop: Shop, tmp_path: Path
) -> None:
    run = printed(shop)
    with pytest.raises(Invalid, match=said):
        reprint(shop, run, tmp_path / "again.pdf", **wanted)
    assert not (tmp_path / "again.pdf").exists()


def test_a_file_that_is_another_by_now_is_not_printed(shop: Shop, tmp_path: Path) -> None:
    run = printed(shop)
    kept = Path(print_run(shop, run).file)
    kept.write_bytes(kept.read_bytes() + b"\n")
    with pytest.raises(NotFound, match="no longer kept"):
        reprint(shop, run, tmp_path / "again.pdf", cards=[1])
    kept.unlink()
    with pytest.raises(NotFound, match="no longer kept"):
        reprint(shop, run, tmp_path / "again.pdf", cards=[1])


def test_a_reprint_is_logged_as_one(shop: Shop, tmp_path: Path) -> None:
    run = printed(shop)
    again = reprint(shop, run, tmp_path / "again.pdf", sheets=[2])
    log_print(shop, again, kind=Kind.THANK_YOU, file=tmp_path / "again.pdf", again=run, actor=BY)
    logged = print_run(shop, PrintId(2))
    assert (logged.again, logged.cards, logged.kept_until) == (run, 2, None)
    third = reprint(shop, PrintId(2), tmp_path / "third.pdf", cards=[2])
    assert [card.title for card in third.placed] == ["#Fanija"]


def test_files_are_kept_for_their_days(shop: Shop) -> None:
    run = printed(shop)
    file = Path(print_run(shop, run).file)
    assert forget_files(shop) == 0
    assert file.exists()
    shop.today = lambda: dt.date(2027, 1, 20)
    assert forget_files(shop) == 1
    assert not file.exists()
    assert print_items(shop, run)


def test_a_file_of_the_owners_is_never_removed(shop: Shop, tmp_path: Path) -> None:
    run = printed(shop)
    mine = tmp_path / "mine.pdf"
    again = reprint(shop, run, mine, sheets=[1])
    log_print(shop, again, kind=Kind.THANK_YOU, file=mine, actor=BY)
    shop.today = lambda: dt.date(2037, 1, 20)
    forget_files(shop)
    assert mine.exists()


def birthday_cards(*customers: int) -> PrintResult:
    placed = Placements()
    for place, customer in enumerate(customers, 1):
        placed.record(RecordKey(None, customer, f"P{customer}"))  # type: ignore[arg-type]
        placed.card(Kind.BIRTHDAY)
        placed.lies(place - 1, 1, place)
    return PrintResult(pages=1, sheets=1, placed=placed, stock="a6")


def test_a_second_card_in_a_year_is_known(shop: Shop) -> None:
    anna, berta = person(shop, "Anna"), person(shop, "Berta")
    log_print(shop, birthday_cards(anna), kind=Kind.BIRTHDAY, actor=BY)
    known = printed_before(shop, customers=[anna, berta]).people
    assert {key: last.on for key, last in known.items()} == {(anna, None, Kind.BIRTHDAY, ""): shop.today()}
    undo(shop, actor=BY)
    assert printed_before(shop, customers=[anna]).people == {}


def test_who_is_removed_leaves_the_log_whole(shop: Shop) -> None:
    anna, berta = person(shop, "Anna"), person(shop, "Berta")
    log_print(shop, birthday_cards(anna, berta), kind=Kind.BIRTHDAY, actor=BY)
    remove_customers(shop, [anna], actor=BY)
    assert [(card.title, card.customer) for card in print_items(shop, PrintId(1))] == [
        (f"P{anna}", None), (f"P{berta}", berta),
    ]  # fmt: skip
    undo(shop, actor=BY)
    assert [card.customer for card in print_items(shop, PrintId(1))] == [anna, berta]


def test_a_spoilt_file_is_told(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = printed(shop)
    kept = Path(print_run(shop, run).file)
    kept.write_bytes(b"%PDF-1.7\nnothing")
    monkeypatch.setattr("desktop_app.actions.prints.kept_file", lambda _: kept)  # as if its hash were right
    with pytest.raises(BadFile, match=r"run\.pdf.*no longer be read"):
        reprint(shop, run, tmp_path / "again.pdf", cards=[1])
    assert not (tmp_path / "again.pdf").exists()


def test_cards_are_numbered_in_the_order_of_the_run(shop: Shop) -> None:
    run = printed(shop, copies=2)
    assert all(one.card + 1 == other.card for one, other in pairwise(print_items(shop, run)))
    assert len(print_items(shop, run)) == 12


def test_a_file_named_from_one_folder_is_found_from_another(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bought(shop, person(shop, "Anna"), number="#Anna")
    result = make_parcel_papers(
        parcel_details(shop, unprinted_orders(shop)), shop_details(shop), kind=Kind.THANK_YOU, values=settings(shop),
        to=Path("run.pdf"), stock="a6",
    )  # fmt: skip
    log_print(shop, result, kind=Kind.THANK_YOU, file=Path("run.pdf"), actor=BY)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert reprint(shop, PrintId(1), tmp_path / "again.pdf", cards=[1]).cards == 1
