"""Packers are added, renamed, signed for and given a PIN on the Settings page, each with a way back but for the PIN."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop_app.actions.pins import check_pin
from desktop_app.queries import Shop
from desktop_app.queries.packers import packer_named, packers
from desktop_app.queries.signatures import signatures
from desktop_app.ui.pages.settings.packers_card import PackersCard
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.pages.settings.signature_input import SignatureInput
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.inputs import TextInput
from tests.pictures import picture
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window
from tests.ui.widgets.typing_in import type_in

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def card(page: SettingsPage) -> PackersCard:
    return page.packers


@pytest.fixture
def hand(tmp_path: Path) -> Path:
    file = tmp_path / "ilze.png"
    file.write_bytes(picture(60, 20))
    return file


def people(house: House) -> list[tuple[str, bool, bool]]:
    return [(one.fields.person, one.has_pin, one.signed) for one in kept(house, packers)]


def press(house: House, card: PackersCard, name: str) -> None:
    def found() -> list[QPushButton]:
        return [one for one in card.findChildren(QPushButton) if one.accessibleName() == name and one.isVisibleTo(card)]

    house.qtbot.waitUntil(lambda: bool(found()))  # a new row is shown once the window comes to it
    found()[0].click()


def dialog_of(house: House) -> FormDialog:
    [found] = [one for one in house.shell.findChildren(FormDialog) if one.isVisible()]
    return found


def retype(field: TextInput, text: str) -> None:
    field.clear()
    type_in(field, text)


def keep(house: House) -> None:
    dialog_of(house).save()
    house.settle()


def add(house: House, card: PackersCard, name: str = "") -> None:
    card.add()
    if name:
        type_in(dialog_of(house).form.box("person").input, name)
    keep(house)


def sheet_of(house: House) -> SignatureInput:
    found = dialog_of(house).form.box("picture").input
    assert isinstance(found, SignatureInput)
    return found


def test_the_first_packer_offered_is_who_sits_here(card: PackersCard, house: House) -> None:
    press(house, card, "Add a packer")
    assert dialog_of(house).form.box("person").input.value() == "Ilze"
    keep(house)
    assert people(house) == [("Ilze", False, False)]
    press(house, card, "Add a packer")
    assert dialog_of(house).form.box("person").input.value() == ""


def test_a_name_taken_already_is_said_at_the_field(card: PackersCard, house: House) -> None:
    add(house, card)
    card.add()
    type_in(dialog_of(house).form.box("person").input, "ILZE")
    keep(house)
    assert "packer called ILZE already" in dialog_of(house).form.box("person").error
    assert people(house) == [("Ilze", False, False)]


def test_a_packer_is_renamed_and_removed_and_comes_back(card: PackersCard, house: House) -> None:
    add(house, card)
    press(house, card, "Change: Ilze")
    retype(dialog_of(house).form.box("person").input, "Ilze Ozola")
    keep(house)
    press(house, card, "Change: Ilze Ozola")
    [remove] = [one for one in dialog_of(house).findChildren(QPushButton) if one.text() == "Remove"]
    remove.click()
    house.settle()
    assert people(house) == []
    house.window.undoing.undo()
    house.settle()
    assert [name for name, _, _ in people(house)] == ["Ilze Ozola"]
    assert card.shown[0].fields.person == "Ilze Ozola"


def test_who_rests_is_marked(card: PackersCard, house: House) -> None:
    add(house, card)
    press(house, card, "Change: Ilze")
    dialog_of(house).form.box("active").input.click()
    keep(house)
    assert not card.shown[0].fields.active
    assert any(label.text() == "Rests" for label in card.findChildren(QLabel))


def test_a_pin_is_set_unseen_and_without_a_promise_to_undo_it(card: PackersCard, house: House) -> None:
    add(house, card)
    press(house, card, "PIN…: Ilze")
    field = dialog_of(house).form.box("pin").input
    assert field.echoMode() is QLineEdit.EchoMode.Password
    said = " ".join(label.text() for label in dialog_of(house).findChildren(QLabel))
    assert "not a protection" in said
    type_in(field, "12a")
    keep(house)
    assert "4 to 8 digits" in dialog_of(house).form.box("pin").error
    retype(field, "2580")
    keep(house)
    assert people(house) == [("Ilze", True, False)]
    assert kept(house, _opens("2580"))
    assert not kept(house, _opens("2581"))
    banner = house.window.stage.banner
    assert "PIN of Ilze" in banner.text
    assert not [one for one in banner.findChildren(QPushButton) if one.text() == "Undo" and one.isVisibleTo(banner)]
    press(house, card, "PIN…: Ilze")
    [none] = [one for one in dialog_of(house).findChildren(QPushButton) if one.text() == "No PIN"]
    none.click()
    house.settle()
    assert people(house) == [("Ilze", False, False)]


def _opens(pin: str) -> object:
    def check(shop: Shop) -> bool:
        return check_pin(shop, packer_named(shop, "Ilze").id, pin)

    return check


def test_a_signature_is_drawn_and_kept_and_taken_away(card: PackersCard, house: House) -> None:
    add(house, card)
    press(house, card, "Signature…: Ilze")
    sheet = sheet_of(house)
    keep(house)
    assert "Nobody signed yet" in dialog_of(house).form.box("picture").error
    draw(house, sheet, (40, 90), (90, 40), (140, 95), (200, 50))
    keep(house)
    assert people(house) == [("Ilze", False, True)]
    assert any(label.accessibleName() == "Signature of Ilze" for label in card.findChildren(QLabel))
    [ink] = kept(house, signatures)
    image = QImage.fromData(ink.picture)
    assert image.hasAlphaChannel()
    assert image.pixelColor(0, 0).alpha() == 0
    press(house, card, "Signature…: Ilze")
    [remove] = [one for one in dialog_of(house).findChildren(QPushButton) if one.text() == "Remove"]
    remove.click()
    house.settle()
    assert people(house) == [("Ilze", False, False)]


def draw(house: House, sheet: SignatureInput, *places: tuple[int, int]) -> None:
    first, *others = (QPoint(*place) for place in places)
    house.qtbot.mousePress(sheet.pad, Qt.MouseButton.LeftButton, pos=first)
    for place in others:
        house.qtbot.mouseMove(sheet.pad, place)
    house.qtbot.mouseRelease(sheet.pad, Qt.MouseButton.LeftButton, pos=others[-1])


def test_who_has_no_mouse_has_the_name_written(card: PackersCard, house: House) -> None:
    add(house, card)
    press(house, card, "Signature…: Ilze")
    sheet = sheet_of(house)
    sheet.write.setFocus()
    house.qtbot.keyClick(sheet.write, Qt.Key.Key_Space)
    keep(house)
    assert people(house) == [("Ilze", False, True)]


def test_a_picture_is_dropped_and_a_table_is_not(card: PackersCard, house: House, hand: Path) -> None:
    add(house, card)
    press(house, card, "Signature…: Ilze")
    sheet = sheet_of(house)
    data, table = QMimeData(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(hand))])
    table.setUrls([QUrl.fromLocalFile("/tmp/orders.csv")])
    assert not drop(sheet, table)
    assert drop(sheet, data)
    house.settle()
    assert sheet.shown.isVisibleTo(sheet)
    keep(house)
    assert people(house) == [("Ilze", False, True)]


def drop(sheet: SignatureInput, data: QMimeData) -> bool:
    everything = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5), *everything)
    enter.ignore()
    sheet.dragEnterEvent(enter)
    if enter.isAccepted():
        sheet.dropEvent(QDropEvent(QPointF(5, 5), *everything))
    return enter.isAccepted()


def test_a_copied_picture_is_pasted_and_what_is_none_is_said(
    card: PackersCard, house: House, hand: Path, tmp_path: Path
) -> None:
    add(house, card)
    press(house, card, "Signature…: Ilze")
    sheet = sheet_of(house)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("no picture")
    sheet.paste.click()
    assert "No picture was copied" in sheet.said.text()
    wrong = tmp_path / "wrong.png"
    wrong.write_bytes(b"<svg/>")
    sheet.take(wrong)
    house.settle()
    assert "PNG, JPEG or WebP" in sheet.said.text()
    clipboard.setImage(QImage.fromData(picture(60, 20)))
    sheet.paste.click()
    house.settle()
    assert sheet.said.isHidden()
    keep(house)
    assert people(house) == [("Ilze", False, True)]
    clipboard.clear()
