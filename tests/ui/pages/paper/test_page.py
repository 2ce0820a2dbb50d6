"""The Paper page: designs as they print, the stock, and the log."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.actions.printing import print_folder
from desktop_app.actions.prints import log_print
from desktop_app.actions.stocks import set_begun, stock_choices
from desktop_app.actions.templates import duplicate_template, read_templates
from desktop_app.domain.changes import ChangeId, Changes
from desktop_app.domain.paper_settings import DESIGNS, STOCK
from desktop_app.domain.printing import KIND_NAMES, Kind, PrintId
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import Language, Words, msg
from desktop_app.queries.settings import settings
from desktop_app.ui.pages.paper.begun_dialog import BegunDialog
from desktop_app.ui.pages.paper.calibrating import CalibrationDialog
from desktop_app.ui.pages.paper.page import KINDS, PaperPage
from desktop_app.ui.pages.paper.run import RunDialog
from desktop_app.ui.pages.paper.samples import kind_designs, pictures
from desktop_app.ui.pages.paper.stocks_dialog import StocksDialog
from desktop_app.ui.pages.paper.tiles import Tiles
from desktop_app.ui.preview.following import Following
from desktop_app.ui.preview.system_dialog import Way
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
    return page.findChildren(Tiles)[-1:]  # those before go when Qt comes round to it


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_shows_its_designs_the_shops_own_ticked(kind, around):
    page = opened(around)
    press(page, Words().say(KIND_NAMES[kind]))
    around.qtbot.waitUntil(lambda: around.work.idle and page._pictures and page._pictures[0].kind is kind)
    (group,) = tiles(page)
    chosen = around.ask(settings)[DESIGNS[kind]]
    assert [name for name, tile in group.tiles.items() if tile.isChecked()] == [chosen]
    assert len(group.tiles) >= 2
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


@pytest.mark.parametrize(("kind", "stock"), [(Kind.BIRTHDAY, "a6-4up-a4"), (Kind.ADDRESS, "avery-l7163")])
def test_its_paper_leads_to_all_papers_and_to_calibration(kind, stock, around, no_printer):
    page = opened(around)
    press(page, Words().say(KIND_NAMES[kind]))
    around.qtbot.waitUntil(lambda: around.work.idle and page._pictures and page._pictures[0].kind is kind)
    for text, shown in (("Papers and labels…", StocksDialog), ("Calibrate a printer…", CalibrationDialog)):
        press(page, text)
        around.settle()
        (dialog,) = around.window.findChildren(shown)
        assert (dialog._shown if shown is StocksDialog else dialog.stock.id) == stock
        dialog.reject()


def test_begun_sheets_of_its_paper_are_told(around):
    around.change(set_begun, "a6-4up-a4", [(2, 4), (3,)])
    page = opened(around)
    around.qtbot.waitUntil(lambda: "2 begun sheets · 3 places free" in texts(page))


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


@pytest.mark.parametrize("kind", [Kind.PROMISE, Kind.MISSION])
def test_a_paper_about_the_shop_is_printed_from_here_in_the_language_shown(kind, around, monkeypatch):
    from desktop_app.ui.preview import dialog

    asked = []
    monkeypatch.setattr(dialog, "open_preview", lambda _desk, _page, **what: asked.append(what))
    page = opened(around)
    press(page, Words().say(KIND_NAMES[kind]))
    around.qtbot.waitUntil(lambda: around.work.idle and page._pictures and page._pictures[0].kind is kind)
    press(page, "Русский")
    around.settle()
    press(page, "Print…")
    assert asked == [{"kind": kind, "language": Language.RU}]


def test_a_tile_says_what_a_click_does(around):
    page = opened(around)
    tile = tiles(page)[0].tiles["wave"]
    assert tile.accessibleName() == "Wave, plain, use this design"
    assert button(page, "Sprig, warm").accessibleName() == "Sprig, warm, in use"


@pytest.mark.parametrize("language", list(Language))
def test_the_sample_is_a_real_paper_in_every_language(around, language):
    opened(around)
    designs = around.ask(lambda shop: kind_designs(shop, Kind.THANK_YOU, language))
    found = pictures(designs, language, TODAY, screen=Language.EN, by="Anna")
    assert [one.design for one in found] == ["sprig", "stars", "wave"]
    assert all(one.image.height() == 720 and one.image.pixelColor(2, 2).name() == "#ffffff" for one in found[:1])


def test_a_design_of_the_shops_own_stands_first_and_can_be_chosen(around, qtbot):
    around.change(lambda shop, *, actor: duplicate_template(shop, Kind.THANK_YOU, "wave", "Ours", actor=actor)[1])
    page = opened(around)
    (group,) = tiles(page)
    assert next(iter(group.tiles)) == "own-1"
    assert not group.tiles["own-1"]._image.isNull()
    qtbot.mouseClick(group.tiles["own-1"], Qt.MouseButton.LeftButton)
    around.settle()
    assert around.ask(settings)[DESIGNS[Kind.THANK_YOU]] == "own-1"


@pytest.mark.parametrize(("pressed", "key"), [("Change “Sprig, warm”", "sprig"), ("New design", "")])
def test_its_buttons_open_the_designer(pressed, key, around, monkeypatch):
    from desktop_app.ui.designer import dialog

    asked = []
    monkeypatch.setattr(dialog, "open_designer", lambda _desk, _page, kind, key: asked.append((kind, key)))
    page = opened(around)
    press(page, pressed)
    assert asked == [(Kind.THANK_YOU, key)]


def begun(around):
    return next(one.begun for one in around.ask(stock_choices) if one.stock.id == "a6-4up-a4")


def printed(around, folder, *, kept=False, orders=("10421",)):
    """The orders' papers in the log, their file beside, or among those the program keeps for a while."""
    from desktop_app.actions.printing import make_parcel_papers
    from desktop_app.queries.orders import order_by_number
    from desktop_app.queries.printing import parcel_details, shop_details

    file = (around.ask(print_folder) if kept else folder) / "out.pdf"

    def print_one(shop, *, actor):
        details, values = parcel_details(shop, [order_by_number(shop, one).id for one in orders]), settings(shop)
        keys = {kind: values[DESIGNS[kind]] for kind in (Kind.THANK_YOU,) if values[DESIGNS[kind]].startswith("own-")}
        own = {keys[kind]: template for kind, template in read_templates(shop, keys).items()}
        result = make_parcel_papers(
            details, shop_details(shop), kind=Kind.PARCEL, values=values, to=file, own_designs=own
        )
        return log_print(shop, result, kind=Kind.PARCEL, file=file, by="Anna", actor=actor)

    around.change(print_one)
    return file


def add_order(shop, number):
    bought(shop, number=f"{number}")
    return Changes(ChangeId(0), frozenset(), msg(""))


def run_dialog(around) -> RunDialog:
    around.window.show()
    dialog = RunDialog(around.desk, around.window, PrintId(1))
    dialog.open()
    around.settle()
    return dialog


def test_a_card_of_a_run_is_printed_again_where_the_sheet_is_free(around, tmp_path):
    printed(around, tmp_path)
    dialog = run_dialog(around)
    assert [dialog.model.row(n).title for n in range(2)] == ["10421", "10421"]
    assert not dialog.print.isEnabled()
    dialog.list.selectRow(1)
    dialog.sheet._take(3)
    dialog.make.click()
    around.settle()
    result = dialog._papers.result
    assert [(card.kind, card.place) for card in result.placed] == [(Kind.PACKING_INSERT, 3)]
    assert dialog.viewer.pages == 1
    dialog.outlet.save_to(dialog._papers, tmp_path / "again.pdf")
    around.settle()
    assert (tmp_path / "again.pdf").read_bytes().startswith(b"%PDF")
    assert around.ask(lambda shop: shop.sql("SELECT again, cards FROM print_run ORDER BY id")) == [(None, 2), (1, 1)]


def test_a_run_says_who_printed_what_when_with_which_design(around, tmp_path):
    printed(around, tmp_path)
    dialog = run_dialog(around)
    assert dialog.title.text() == "2 cards and inserts · 1 sheet of paper"
    when, who, where, paper = dialog.line.text().split(" · ")
    assert when.startswith("today ")
    assert (who, where, paper) == ("Anna", "saved as a PDF", "A6, four on an A4 sheet")
    assert dialog.made.text() == "Design: Sprig, warm"


def test_another_page_leads_to_a_run(around, tmp_path):
    printed(around, tmp_path)
    page = opened(around)
    page.open(run=1)
    around.settle()
    (dialog,) = around.window.findChildren(RunDialog)
    assert dialog.title.text().startswith("2 cards and inserts")
    dialog.reject()


def test_a_run_with_a_design_of_ones_own_names_its_version(around, tmp_path):
    from desktop_app.actions.settings import set_settings

    around.change(lambda shop, *, actor: duplicate_template(shop, Kind.THANK_YOU, "wave", "Ours", actor=actor)[1])
    around.change(set_settings, {DESIGNS[Kind.THANK_YOU]: "own-1"})
    printed(around, tmp_path, kept=True)
    dialog = run_dialog(around)
    designs, until = dialog.made.text().split(" · ")
    assert designs == "Design: Ours, version 1, Sprig, warm"
    assert until.startswith("file kept until ")


def test_cards_are_printed_again_on_a_begun_sheet_and_what_is_left_is_kept(around, tmp_path):
    around.change(set_begun, "a6-4up-a4", [(2, 4)])
    printed(around, tmp_path)
    dialog = run_dialog(around)
    dialog.list.selectRow(0)
    assert dialog.rest.isHidden()
    dialog.begun.check.click()
    dialog.make.click()
    around.settle()
    assert [card.place for card in dialog._papers.result.placed] == [2]
    dialog.outlet.save_to(dialog._papers, tmp_path / "again.pdf")
    around.settle()
    assert begun(around) == ((4,),)


def test_what_stays_free_on_a_new_sheet_is_kept_too(around, tmp_path):
    printed(around, tmp_path)
    dialog = run_dialog(around)
    dialog.list.selectRow(0)
    dialog.sheet._take(2)
    assert not dialog.keep.value()  # most people cut such a sheet at once
    dialog.keep.click()
    dialog.make.click()
    around.settle()
    dialog.outlet.save_to(dialog._papers, tmp_path / "again.pdf")
    around.settle()
    assert begun(around) == ((3, 4),)


def test_a_sheet_printed_again_leaves_begun_sheets_alone(around, tmp_path):
    around.change(set_begun, "a6-4up-a4", [(2, 4)])
    printed(around, tmp_path)
    dialog = run_dialog(around)
    dialog.list.selectRow(0)
    press(dialog, "Their sheets")
    assert not dialog.rest.isHidden()
    assert "Throw the spoiled ones away" in dialog.rest.text()
    assert dialog.begun.isHidden()
    dialog.make.click()
    around.settle()
    dialog.outlet.save_to(dialog._papers, tmp_path / "again.pdf")
    around.settle()
    assert begun(around) == ((2, 4),)


def test_in_a_long_run_a_card_is_found_by_its_order_its_number_or_its_sheet(around, tmp_path):
    for number in range(10422, 10428):
        around.change(lambda shop, *, actor, number=number: add_order(shop, number))
    printed(around, tmp_path, orders=[f"{number}" for number in range(10421, 10428)])
    dialog = run_dialog(around)
    assert not dialog.search.isHidden()

    def found(text: str) -> list[tuple[str, int, int]]:
        dialog.search.edit.setText(text)
        rows = [dialog.model.row(n) for n in range(dialog.model.rowCount())]
        return [(row.title, row.card, row.sheet) for row in rows]

    assert found("10425") == [("10425", 9, 3), ("10425", 10, 3)]
    assert [row[1] for row in found("insert")] == [2, 4, 6, 8, 10, 12, 14]
    assert [row[1:] for row in found("3")] == [(3, 1), (9, 3), (10, 3), (11, 3), (12, 3)]
    assert len(found("")) == 14


def test_a_card_printed_again_goes_to_the_printer_byte_for_byte_and_is_followed(around, tmp_path, printer):
    printed(around, tmp_path)
    dialog = run_dialog(around)
    dialog.list.selectRow(1)
    dialog.make.click()
    around.settle()
    seen = dialog._papers.file.read_bytes()
    dialog.outlet.send(dialog._papers, Way("Office"))
    around.settle()
    assert printer.jobs() == [seen]
    assert around.done[-1][1] == "Sent to Office: 1 card or insert"
    assert around.ask(lambda shop: shop.sql("SELECT again, printer FROM print_run ORDER BY id"))[-1] == (1, "Office")
    (following,) = around.window.findChildren(Following)
    following.close()


def test_a_begun_sheet_spoiled_by_a_jam_is_put_right_from_the_run(around, tmp_path):
    around.change(set_begun, "a6-4up-a4", [(2, 4)])
    printed(around, tmp_path)
    dialog = run_dialog(around)
    press(dialog, "A sheet was spoiled…")
    around.settle()
    (jam,) = dialog.findChildren(BegunDialog)
    press(jam, "Throw away")
    around.settle()
    assert begun(around) == ()
    assert dialog.begun.sheets == ()
    press(jam.banner, "Undo")
    around.settle()
    assert begun(around) == ((2, 4),)
    assert len(dialog.begun.sheets) == 1


def test_a_run_whose_file_is_gone_says_so_and_leads_on(around, tmp_path, monkeypatch):
    from desktop_app.ui.preview import dialog as preview

    asked = []
    monkeypatch.setattr(preview, "open_preview", lambda _desk, _page, **what: asked.append(what))
    printed(around, tmp_path).unlink()
    dialog = run_dialog(around)
    assert any("no longer kept" in text for text in texts(dialog))
    press(dialog, "Print these cards anew")
    assert asked == [{"orders": [1], "customers": [], "kind": Kind.PARCEL}]
