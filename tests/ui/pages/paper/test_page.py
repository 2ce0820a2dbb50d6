"""The Paper page: designs as they print, the stock, and the log."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import DESIGNS, SHOP_LANGUAGE, STOCK
from desktop_app.i18n import Language
from desktop_app.queries.settings import settings
from desktop_app.ui.pages.paper.page import PaperPage
from desktop_app.ui.pages.paper.samples import pictures, sample_parcel
from desktop_app.ui.pages.paper.tiles import Tiles
from tests.made import TODAY, bought
from tests.ui.pages.around import Around, button, press, texts


@pytest.fixture
def filled():
    return lambda shop: bought(shop, number="10421")


def opened(around: Around) -> PaperPage:
    page = PaperPage(around.desk)
    around.show(page, height=900)
    return page


def tiles(page: PaperPage) -> list[Tiles]:
    return [one for one in page.findChildren(Tiles) if not one.isHidden()]


def test_both_papers_show_their_designs_the_shops_own_ticked(around):
    page = opened(around)
    cards, inserts = tiles(page)
    for group in (cards, inserts):
        assert {name: tile.isChecked() for name, tile in group.tiles.items()} == {
            "sprig": True, "stars": False, "wave": False,
        }
        assert all(not tile._image.isNull() for tile in group.tiles.values())


def test_another_design_is_chosen_by_a_click_with_undo(around, qtbot):
    page = opened(around)
    qtbot.mouseClick(tiles(page)[0].tiles["wave"], Qt.MouseButton.LeftButton)
    around.settle()
    values = around.ask(settings)
    assert (values[DESIGNS[Kind.THANK_YOU]], values[DESIGNS[Kind.PACKING_INSERT]]) == ("wave", "sprig")
    assert len(around.done) == 1
    assert tiles(page)[0].tiles["wave"].isChecked()


def test_the_customers_language_is_shown_on_request(around):
    page = opened(around)
    before = [tile._image.copy() for tile in tiles(page)[0].tiles.values()]
    press(page, "Latviešu")
    around.settle()

    def others() -> None:  # the tiles before go when Qt comes round to it
        after = [tile._image for tile in tiles(page)[0].tiles.values()]
        assert all(one != other for one, other in zip(before, after, strict=True))

    around.qtbot.waitUntil(others, timeout=5_000)


def test_it_opens_in_the_language_of_the_cards(around):
    page = opened(around)
    assert page.languages.value == around.ask(settings)[SHOP_LANGUAGE]


def test_the_stock_is_chosen_and_drawn(around):
    page = opened(around)
    choice = page.findChild(object, "stock")
    choice.set_value("a5")
    choice.edited.emit()
    around.settle()
    assert around.ask(settings)[STOCK] == "a5"
    assert any("148 × 210 mm" in text for text in texts(page))


def test_nothing_printed_yet_is_said(around):
    page = opened(around)
    assert any(text.startswith("Nothing yet.") for text in texts(page))


def test_the_log_tells_when_who_what_and_on_what(around, tmp_path):
    from desktop_app.actions.printing import make_parcel_papers
    from desktop_app.actions.prints import log_print
    from desktop_app.queries.orders import order_by_number
    from desktop_app.queries.printing import parcel_details, shop_details

    page = opened(around)

    def print_one(shop, *, actor):
        details = parcel_details(shop, [order_by_number(shop, "10421").id])
        result = make_parcel_papers(
            details, shop_details(shop), kind=Kind.PARCEL, values=settings(shop), to=tmp_path / "out.pdf"
        )
        return log_print(shop, result, kind=Kind.PARCEL, file=tmp_path / "out.pdf", by="Anna", actor=actor)

    around.change(print_one)
    said = texts(page)
    place = said.index("2 cards and inserts · 1 sheet of paper")
    assert said[place + 1].startswith("today ")
    assert said[place + 1].endswith(" · Anna · A6, four on an A4 sheet")


def test_its_button_prints_what_waits(around, monkeypatch):
    from desktop_app.ui.preview import dialog

    asked = []
    monkeypatch.setattr(dialog, "open_preview", lambda _desk, _page, *, orders: asked.append(len(orders)))
    page = opened(around)
    press(page, "Print today’s cards")
    assert asked == [1]


def test_a_tile_says_what_a_click_does(around):
    page = opened(around)
    tile = tiles(page)[0].tiles["wave"]
    assert tile.accessibleName() == "Wave, plain, use this design"
    assert button(page, "Sprig, warm").accessibleName() == "Sprig, warm, in use"


@pytest.mark.parametrize("language", list(Language))
def test_the_sample_is_a_real_paper_in_every_language(around, language):
    page = opened(around)
    shop, values = page._now.shop, page._now.values
    found = pictures(shop, values, language, TODAY, screen=Language.EN, by="Anna")
    assert [(one.kind, one.design) for one in found] == [
        (kind, design) for kind in (Kind.THANK_YOU, Kind.PACKING_INSERT) for design in ("sprig", "stars", "wave")
    ]
    assert all(one.image.height() == 720 and one.image.pixelColor(2, 2).name() == "#ffffff" for one in found[:1])


def test_the_invented_customer_has_no_record():
    parcel = sample_parcel(Language.LV, TODAY, qr="x")
    assert parcel.customer_id is None
    assert parcel.customer.family == "Kalniņa"
