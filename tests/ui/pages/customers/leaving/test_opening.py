import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop_app.actions.backups import backup
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.statements import statement
from desktop_app.ui.pages.customers.leaving.opening import file_name, open_erase, open_statement
from tests.made import bought, person
from tests.people_made import WHOLE, whole_customer
from tests.ui.pages.around import texts, type_text


@pytest.fixture
def filled():
    def fill(shop):
        whole_customer(shop)
        bought(shop, 1, number="1001")
        backup(shop)

    return fill


@pytest.fixture
def shown(around):
    around.window.resize(1280, 800)
    with around.qtbot.waitExposed(around.window):
        around.window.show()
    return around


@pytest.fixture
def erasing(shown):
    dialog = open_erase(shown.desk, shown.window, 1)
    shown.settle()
    yield dialog
    if isValid(dialog):
        dialog.reject()


def names(around):
    return around.ask(lambda shop: list(customer_ids(shop)))


def test_it_says_what_goes_what_stays_and_which_backups_hold_them(shown, erasing):
    said = "\n".join(texts(erasing))
    assert "1 person around them" in said
    assert "1 order without name" in said
    assert ".cordial-backup" in said
    assert "cannot be undone" in said
    assert "Type “Līga Kalniņa”" in said


def test_nothing_is_erased_before_the_name_is_typed(shown, erasing):
    assert not erasing.go.isEnabled()
    type_text(erasing.name, "Līga Kalniņ")
    assert not erasing.go.isEnabled()
    shown.qtbot.keyClick(erasing.name, Qt.Key.Key_Return)
    shown.settle()
    assert names(shown) == [1]
    type_text(erasing.name, "a")
    assert erasing.go.isEnabled()


def test_typed_and_pressed_they_are_gone_and_the_window_says_so(shown, erasing):
    erasing.name.setText("līga  kalniņa")
    shown.qtbot.mouseClick(erasing.go, Qt.MouseButton.LeftButton)
    shown.settle()
    assert names(shown) == []
    assert shown.told == ["1 person was erased for good."]
    assert shown.done == []  # no [Undo] is offered
    assert not isValid(erasing)


def test_nobody_leaves_while_it_is_done(shown, erasing):
    erasing.name.setText("Līga Kalniņa")
    shown.qtbot.mouseClick(erasing.go, Qt.MouseButton.LeftButton)
    shown.qtbot.keyClick(erasing, Qt.Key.Key_Escape)
    assert erasing.isVisible()
    shown.settle()
    assert shown.told == ["1 person was erased for good."]


def test_what_is_left_to_do_is_said_and_can_be_tried_again(shown, erasing, monkeypatch):
    from desktop_app.store import tidying

    monkeypatch.setattr(tidying, "tidy", lambda *_: False)
    erasing.name.setText("Līga Kalniņa")
    shown.qtbot.mouseClick(erasing.go, Qt.MouseButton.LeftButton)
    shown.settle()
    assert names(shown) == []
    assert "could not be rewritten" in "\n".join(texts(erasing))
    monkeypatch.undo()
    shown.qtbot.mouseClick(erasing.go, Qt.MouseButton.LeftButton)
    shown.qtbot.waitUntil(lambda: not isValid(erasing))


def test_somebody_erased_meanwhile_is_said(shown, erasing):
    from desktop_app.actions.erasing import erase

    shown.change(erase, [1])
    erasing.name.setText("Līga Kalniņa")
    shown.qtbot.mouseClick(erasing.go, Qt.MouseButton.LeftButton)
    shown.settle()
    assert "There is no customer 1" in erasing.banner.text
    assert erasing.isVisible()


def test_the_statement_goes_where_it_was_asked_for(shown, tmp_path):
    open_statement(shown.desk, shown.window, 1)
    shown.settle()
    [dialog] = shown.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "liga.pdf"))
    shown.settle()
    dialog.reject()
    assert (tmp_path / "liga.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((tmp_path / "liga.json").read_bytes())["customer"]["given"] == WHOLE.given
    assert "liga.json" in shown.told[0]


def test_a_files_name_has_no_sign_a_system_forbids(shop):
    whose = person(shop, "A/B\\C:D", "*?<>|")
    assert file_name(statement(shop, whose)) == f"A B C D {shop.today()}.pdf"
