from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from desktop_app.domain.desk_settings import DESK_LANGUAGE
from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.settings import SHOP_LANGUAGE, SHOP_LOGO, SHOP_NAME
from desktop_app.i18n import Language, msg
from desktop_app.queries.changes import undo_state
from desktop_app.queries.orders import order_ids
from desktop_app.queries.settings import settings
from desktop_app.store.connect import open_shop
from desktop_app.ui.first_start.welcome import Welcome
from desktop_app.ui.pages.settings.restore import RestoreDialog
from desktop_app.ui.pages.settings.server_dialog import ServerDialog
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import Label
from tests.made import TODAY
from tests.ui.around import House


def kept(house: House, question: Any) -> Any:
    found: list[Any] = []
    house.window.work.ask(question, then=found.append)
    house.settle()
    return found[0]


@pytest.fixture
def welcome(house: House) -> Welcome:
    window = house.open()
    assert isinstance(window.shell.cover, Welcome)
    return window.shell.cover


def test_an_empty_shop_asks_three_questions_at_most(welcome: Welcome) -> None:
    assert len(welcome.form.fields) + 1 == 3  # name and language in the form, the logo beside it


def test_everything_may_stay_empty(welcome: Welcome, house: House) -> None:
    welcome.empty.click()
    house.settle()
    assert (house.shell.cover, house.window.stage.name) == (None, "today")
    assert kept(house, lambda shop: settings(shop)[SHOP_NAME]) == ""


def test_it_is_asked_once(welcome: Welcome, house: House) -> None:
    welcome.empty.click()
    house.settle()
    house.close()
    assert house.open().shell.cover is None


def test_the_answers_are_kept_and_the_import_page_opens(welcome: Welcome, house: House, tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0xA8481F)
    picture.save(str(tmp_path / "logo.png"))
    welcome.form.box("shop.name").input.setText("Mazais veikals")
    welcome.logo.take(tmp_path / "logo.png")
    welcome.go.click()
    house.settle()
    values = kept(house, settings)
    assert (values[SHOP_NAME], values[SHOP_LANGUAGE], values[SHOP_LOGO] > 0) == ("Mazais veikals", "en", True)
    assert house.window.stage.name == "imports"
    assert house.shell.windowTitle() == "Mazais veikals"


def test_a_file_that_is_no_picture_is_refused_in_words(welcome: Welcome, house: House, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("not a picture")
    welcome.logo.take(tmp_path / "logo.png")
    house.settle()
    assert any("logo.png" in label.text() for label in welcome.logo.findChildren(Label))
    welcome.go.click()  # and the question stays skippable
    house.settle()
    assert house.shell.cover is not welcome


def test_choosing_a_language_asks_on_in_it_and_forgets_nothing(welcome: Welcome, house: House) -> None:
    welcome.form.box("shop.name").input.setText("Лавка")
    language = welcome.form.box("language").input
    language.set_value("ru")
    language.edited.emit()
    house.settle()
    again = house.shell.cover
    assert isinstance(again, Welcome)
    assert again.form.value() == {"shop.name": "Лавка", "language": "ru"}
    assert house.settings.get(DESK_LANGUAGE) == "ru"
    assert house.window.desk.words.language is Language.RU


def test_answers_given_before_looking_around_stand_there_on_return(
    welcome: Welcome, house: House, tmp_path: Path
) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0xA8481F)
    picture.save(str(tmp_path / "logo.png"))
    welcome.form.box("shop.name").input.setText("Лавка")
    welcome.logo.take(tmp_path / "logo.png")
    house.settle()
    welcome.look.click()
    house.close()
    again = house.open().shell.cover
    assert isinstance(again, Welcome)
    assert again.form.value() == {"shop.name": "Лавка", "language": "en"}
    assert again.logo.chosen == tmp_path / "logo.png"
    again.empty.click()
    house.settle()
    assert kept(house, lambda shop: settings(shop)[SHOP_LOGO]) > 0
    assert house.settings.recall(f"answers.{house.location}") is None


def test_another_language_keeps_the_chosen_logo(welcome: Welcome, house: House, tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0xA8481F)
    picture.save(str(tmp_path / "logo.png"))
    welcome.logo.take(tmp_path / "logo.png")
    house.settle()
    language = welcome.form.box("language").input
    language.set_value("lv")
    language.edited.emit()
    house.settle()
    again = house.shell.cover
    assert isinstance(again, Welcome)
    assert again.logo.chosen == tmp_path / "logo.png"


def test_looking_around_leads_to_the_sample_shop(welcome: Welcome, house: House) -> None:
    welcome.look.click()
    assert house.window.next_location == house.sample


def test_the_sample_shop_fills_itself_and_is_marked(house: House) -> None:
    house.sample = house.location
    window = house.open(ready=False)
    house.qtbot.waitUntil(lambda: window.stage.name == "today", timeout=60_000)
    house.settle()
    assert "Sample shop" in window.shell.windowTitle()
    assert len(kept(house, order_ids)) > 100
    assert kept(house, undo_state).undo is None  # one key must not empty it
    window.navigate("settings")
    house.settle()
    home = next(b for b in window.stage.findChildren(Button) if b.text() == "Start my own shop")
    window.desk.home = "/home/ilze/shop.db"
    home.click()
    assert window.next_location == "/home/ilze/shop.db"


def test_ones_own_shop_is_untouched_by_the_sample(house: House, tmp_path: Path) -> None:
    own = open_shop(str(tmp_path / "own.db"), today=lambda: TODAY)
    before = own.sql("SELECT count(*) FROM change_log")
    house.sample = house.location
    window = house.open(ready=False)
    house.qtbot.waitUntil(lambda: window.stage.name == "today", timeout=60_000)
    assert own.sql("SELECT count(*) FROM change_log") == before
    own.close()


def test_a_file_dropped_on_the_questions_keeps_the_answers(welcome: Welcome, house: House, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("Name,Email,Total\n#1,a@b.example,10.00\n")
    welcome.form.box("shop.name").input.setText("Sweet Peas")
    house.shell.dropped.emit([str(file)])
    house.settle()
    assert (house.shell.cover, house.window.stage.name) == (None, "imports")
    assert kept(house, lambda shop: settings(shop)[SHOP_NAME]) == "Sweet Peas"
    assert getattr(house.window.stage.page, "_path", None) == file


def test_a_file_is_not_typed_into_a_question(welcome: Welcome) -> None:
    assert not welcome.form.box("shop.name").input.acceptDrops()


def test_a_new_shop_may_begin_on_a_server(welcome: Welcome, house: House) -> None:
    welcome.server.click()
    assert house.shell.findChild(ServerDialog) is not None


def test_on_a_new_computer_a_backup_may_be_brought_back_at_once(welcome: Welcome, house: House) -> None:
    welcome.restore.click()
    house.settle()
    dialog = welcome.window().findChild(RestoreDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_what_could_not_be_brought_back_is_said_over_the_questions(welcome: Welcome, house: House) -> None:
    house.window.tell(StoreUnavailable(msg("The backup is damaged. Choose another one.")))
    assert welcome.banner.text == "The backup is damaged. Choose another one."
