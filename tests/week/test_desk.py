"""The week's hands and eyes do what a person's do: what is typed arrives, what is not there is not seen."""

from __future__ import annotations

import pytest

from tests.week.desk import Desk

NAMES = "Jānis Ķēniņš-Žagariņa «Ёлкин» №12 — x_y@pasts.lv"


def test_what_is_typed_and_clicked_arrives(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = str(desk.home / "shop.db")
    desk.cordial("--shop", shop, "demo", "--customers", "20")
    desk.start("--shop", shop)
    desk.sees("Print today’s cards", "Promised")
    desk.press("Ctrl+K")
    desk.write(NAMES)
    assert desk.find(NAMES, "EditableText").focused
    desk.press("Ctrl+A", "Backspace", "Esc")
    desk.click("Customers", "CheckBox")
    desk.sees("Possible duplicates")
    desk.sees_no("Print today’s cards")
    monkeypatch.setattr("tests.week.desk.PATIENCE", 1.0)
    with pytest.raises(
        AssertionError, match="no such words"
    ):  # what is not there is not seen, and the failure tells what is
        desk.sees("no such words")
    monkeypatch.undo()
    desk.quit()
    assert desk.said() == ""
