from __future__ import annotations

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.settings import set_settings
from desktop_app.actions.stocks import (
    offered_stocks,
    read_stock,
    remove_stock,
    save_stock,
    set_begun,
    set_calibration,
    set_owned,
    stock_choices,
)
from desktop_app.domain.calibration import Calibrated, Calibration
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.paper_settings import LABEL_STOCK, ONLY_OWNED, STOCK
from desktop_app.domain.stock import Shape, Stock, stock_from, stock_json
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.stocks import calibration, calibrations
from tests.made import BY

FOUR = Stock("x", {}, sheet=(210.0, 297.0), card=(100.0, 140.0), columns=2, rows=2, left=4.0, top=6.0, gap_x=2.0)


def choice(shop: Shop, key: str):  # type: ignore[no-untyped-def]
    return next(one for one in stock_choices(shop) if one.stock.id == key)


def test_a_stock_is_read_as_it_was_kept() -> None:
    labels = Stock(
        "l", dict.fromkeys(Language, "Etiķetes"), sheet=(210.0, 297.0), card=(63.5, 38.1), columns=3, rows=7,
        labels=True, shape=Shape.ROUND, radius=2.5, maker="Avery", codes=("L7160", "5160"),
    )  # fmt: skip
    assert stock_from(stock_json(labels)) == labels


def test_a_stock_of_the_shops_own_stands_among_the_others(shop: Shop) -> None:
    key, _ = save_stock(shop, FOUR, "  Картон 4 ", actor=BY)
    found = choice(shop, key)
    assert (found.own, found.owned, found.stock.title[Language.LV], found.stock.card) == (
        True, True, "Картон 4", (100.0, 140.0),
    )  # fmt: skip
    assert read_stock(shop, key) == found.stock
    assert read_stock(shop, "a6-4up-a4").places == 4
    assert not choice(shop, "a6-4up-a4").own


def test_two_stocks_of_one_name_are_two(shop: Shop) -> None:
    first, _ = save_stock(shop, FOUR, "Linen board", actor=BY)
    second, _ = save_stock(shop, FOUR, "Linen board", actor=BY)
    assert (first, second) == ("own-linen-board", "own-linen-board-1")


@pytest.mark.parametrize(("title", "stock", "field"), [
    (" ", FOUR, "title"), ("x" * 61, FOUR, "title"),
    ("Wide", Stock("x", {}, sheet=(210.0, 297.0), card=(110.0, 140.0), columns=2), "columns"),
])  # fmt: skip
def test_a_stock_that_cannot_be_is_refused_at_its_field(title: str, stock: Stock, field: str, shop: Shop) -> None:
    with pytest.raises(Invalid) as error:
        save_stock(shop, stock, title, actor=BY)
    assert error.value.field == field
    assert not any(one.own for one in stock_choices(shop))


def test_the_paper_in_use_is_not_removed(shop: Shop) -> None:
    key, _ = save_stock(shop, FOUR, "Board", actor=BY)
    set_settings(shop, {LABEL_STOCK: key}, actor=BY)
    with pytest.raises(Conflict, match="prints on"):
        remove_stock(shop, key, actor=BY)
    set_settings(shop, {STOCK: key, LABEL_STOCK: "a6"}, actor=BY)
    with pytest.raises(Conflict, match="prints on “Board”"):
        remove_stock(shop, key, actor=BY)
    set_settings(shop, {STOCK: "a6"}, actor=BY)
    remove_stock(shop, key, actor=BY)
    assert not any(one.own for one in stock_choices(shop))
    undo(shop, actor=BY)
    assert choice(shop, key).stock.title[Language.EN] == "Board"
    with pytest.raises(Invalid, match="your own"):
        remove_stock(shop, "a6", actor=BY)


def test_only_what_the_shop_has_is_owned(shop: Shop) -> None:
    set_owned(shop, {"a6": True, "a5": False}, actor=BY)
    assert [one.stock.id for one in stock_choices(shop) if one.owned] == ["a6"]
    set_owned(shop, {"a6": False}, actor=BY)
    assert not choice(shop, "a6").owned


def test_where_paper_is_chosen_only_what_the_shop_has_is_offered(shop: Shop) -> None:
    everything = [one.stock.id for one in stock_choices(shop)]
    assert [one.stock.id for one in offered_stocks(shop)] == everything
    set_owned(shop, {"a5": True}, actor=BY)
    set_begun(shop, "herma-4464", [(3,)], actor=BY)
    offered = [one.stock.id for one in offered_stocks(shop, besides=["roll-62x29"])]
    assert offered == ["a5", "a4", "a6-4up-a4", "avery-l7163", "herma-4464", "roll-62x29"]
    set_settings(shop, {ONLY_OWNED: False}, actor=BY)
    assert [one.stock.id for one in offered_stocks(shop)] == everything


def test_begun_sheets_are_remembered_with_their_free_places(shop: Shop) -> None:
    set_begun(shop, "a6-4up-a4", [(4, 3), (2,), (), (1, 2, 3, 4)], actor=BY)
    assert choice(shop, "a6-4up-a4").begun == ((3, 4), (2,))
    set_begun(shop, "a6-4up-a4", [], actor=BY)
    assert choice(shop, "a6-4up-a4").begun == ()
    with pytest.raises(Invalid, match="places 1 to 4"):
        set_begun(shop, "a6-4up-a4", [(5,)], actor=BY)


def test_other_places_make_begun_sheets_forgotten(shop: Shop) -> None:
    key, _ = save_stock(shop, FOUR, "Board", actor=BY)
    set_begun(shop, key, [(3,)], actor=BY)
    save_stock(shop, FOUR, "Board, white", key=key, actor=BY)
    assert choice(shop, key).begun == ((3,),)
    save_stock(shop, Stock("x", {}, sheet=(210.0, 297.0), card=(100.0, 140.0)), "Board", key=key, actor=BY)
    assert choice(shop, key).begun == ()


def test_a_calibration_belongs_to_printer_tray_and_stock(shop: Shop) -> None:
    off = Calibration(1.5, -2.0, 0.99, 1.0, 0.5, 0.25)
    set_calibration(shop, "Bench", "tray-2", "a6", off, actor=BY)
    set_calibration(shop, "Bench", "", "a6", Calibration(), actor=BY)
    set_calibration(shop, "Bench", "", "a6", Calibration(dx=1.0), actor=BY)
    assert calibration(shop, "Bench", "tray-2", "a6") == off
    assert calibration(shop, "Bench", "tray-1", "a6") is None
    assert calibrations(shop) == [
        Calibrated("Bench", "", "a6", Calibration(dx=1.0), shop.today()),
        Calibrated("Bench", "tray-2", "a6", off, shop.today()),
    ]
    set_calibration(shop, "Bench", "", "a6", None, actor=BY)
    assert calibration(shop, "Bench", "", "a6") is None
    undo(shop, actor=BY)
    assert calibration(shop, "Bench", "", "a6") == Calibration(dx=1.0)


def test_no_printer_is_that_far_off(shop: Shop) -> None:
    with pytest.raises(Invalid, match="mm off"):
        set_calibration(shop, "Bench", "", "a6", Calibration(dx=40.0), actor=BY)
    assert calibrations(shop) == []
