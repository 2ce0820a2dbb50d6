"""What a card of the print log is called."""

from __future__ import annotations

from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import PlacedCard
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Words
from desktop_app.ui.pages.paper.run_words import card_place


def test_two_care_sheets_of_an_order_are_told_apart() -> None:
    lies = [
        PlacedCard(n, "", "#1", OrderId(1), None, Kind.CARE_SHEET, 1, n, product)
        for n, product in enumerate(("Mug", "Scarf"), 1)
    ]
    assert [card_place(Words(), card) for card in lies] == [
        "1 · Care sheet · Mug · sheet 1, place 1", "2 · Care sheet · Scarf · sheet 1, place 2",
    ]  # fmt: skip
