"""A packer's signature is chosen, dropped or pasted beside the name, and taken away with a way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.queries.signatures import signatures
from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.pages.settings.signatures_card import SignaturesCard
from desktop_app.ui.window import Window
from tests.pictures import picture
from tests.ui.around import House
from tests.ui.pages.settings.test_page import kept, page, window

__all__ = ["page", "window"]  # fixtures


@pytest.fixture
def card(page: SettingsPage) -> SignaturesCard:
    return page.signatures


@pytest.fixture
def hand(tmp_path: Path) -> Path:
    file = tmp_path / "ilze.png"
    file.write_bytes(picture(60, 20))
    return file


def shown(card: SignaturesCard, name: str) -> list[QPushButton]:
    buttons = card.findChildren(QPushButton)
    return [one for one in buttons if one.accessibleName() == name and one.isVisibleTo(card)]


def people(house: House) -> list[str]:
    return [one.person for one in kept(house, signatures)]


def drop(card: SignaturesCard, data: QMimeData) -> bool:
    everything = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5), *everything)
    enter.ignore()
    card.dragEnterEvent(enter)
    if enter.isAccepted():
        card.dropEvent(QDropEvent(QPointF(5, 5), *everything))
    return enter.isAccepted()


def test_the_desks_own_person_is_asked_for_first(card: SignaturesCard, house: House, hand: Path) -> None:
    assert card.name.value() == "Ilze"
    card.take(hand)
    house.settle()
    assert people(house) == ["Ilze"]
    assert card.name.value() == ""
    assert any(label.accessibleName() == "Signature of Ilze" for label in card.findChildren(QLabel))


def test_a_signature_taken_away_can_be_brought_back(card: SignaturesCard, house: House, hand: Path) -> None:
    card.take(hand)
    house.settle()
    house.qtbot.waitUntil(lambda: bool(shown(card, "Remove: Ilze")))
    shown(card, "Remove: Ilze")[0].click()
    house.settle()
    assert people(house) == []
    house.window.undoing.undo()
    house.settle()
    assert people(house) == ["Ilze"]
    assert any(label.accessibleName() == "Signature of Ilze" for label in card.findChildren(QLabel))


def test_a_picture_is_dropped_and_a_table_is_not(card: SignaturesCard, house: House, hand: Path) -> None:
    data, table = QMimeData(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(hand))])
    table.setUrls([QUrl.fromLocalFile("/tmp/orders.csv")])
    card.name.set_value("Anna")
    assert not drop(card, table)  # the window imports it
    assert drop(card, data)
    house.settle()
    assert people(house) == ["Anna"]


def test_a_copied_picture_is_pasted(card: SignaturesCard, house: House) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("no picture")
    card.paste.click()
    assert "No picture was copied" in card.said.text()
    clipboard.setImage(QImage.fromData(picture(60, 20)))
    card.paste.click()
    house.settle()
    assert people(house) == ["Ilze"]
    clipboard.clear()


def test_what_cannot_be_is_said_beside_it_and_nothing_is_kept(
    card: SignaturesCard, house: House, hand: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.png"
    wrong.write_bytes(b"<svg/>")
    card.take(wrong)
    house.settle()
    assert "PNG, JPEG or WebP" in card.said.text()
    card.name.set_value(" ")
    card.take(hand)
    house.settle()
    assert "whose signature" in card.said.text()
    assert people(house) == []
    card.name.edited.emit()
    assert "A photograph will do" in card.said.text()


def test_what_is_typed_stays_when_the_list_comes_anew(card: SignaturesCard, house: House, window: Window) -> None:
    card.name.set_value("Zane")
    card.refresh()
    house.settle()
    assert card.name.value() == "Zane"
    assert not card.name.isHidden()
