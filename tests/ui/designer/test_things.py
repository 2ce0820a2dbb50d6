"""The left panel: its list takes the keys of the card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.design_new import Thing
from tests.ui.designer.hand import Hand
from tests.ui.designer.test_canvas import CTRL, things


def test_the_keys_of_the_card_work_in_the_list_of_things(blank: Hand) -> None:
    things(blank, Thing.AREA, Thing.QR)
    listed = blank.space.things.items
    listed.setFocus()
    blank.session.select(["qr"])
    QTest.keyClick(listed, Qt.Key.Key_D, CTRL)
    assert len(blank.template.items) == 3
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert [item.id for item in blank.template.items] == ["area", "qr"]
    QTest.keyClick(listed, Qt.Key.Key_A, CTRL)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert blank.template.items == ()
    assert listed.count() == 0
    QTest.keyClick(listed, Qt.Key.Key_Delete)  # nothing is selected: nothing happens
    blank.key(Qt.Key.Key_Z, CTRL)
    assert len(blank.template.items) == 2
