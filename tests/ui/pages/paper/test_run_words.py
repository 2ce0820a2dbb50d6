"""What a card of the print log is called, and what the log says of a run."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_outcome import Outcome, PrintOutcome
from desktop_app.domain.print_run import PlacedCard
from desktop_app.domain.printing import Kind, PrintId, PrintRow
from desktop_app.i18n import Words, msg
from desktop_app.ui.pages.paper.run_words import card_place, run_detail, run_tag


def test_two_care_sheets_of_an_order_are_told_apart() -> None:
    lies = [
        PlacedCard(n, "", "#1", OrderId(1), None, Kind.CARE_SHEET, 1, n, product)
        for n, product in enumerate(("Mug", "Scarf"), 1)
    ]
    assert [card_place(Words(), card) for card in lies] == [
        "1 · Care sheet · Mug · sheet 1, place 1", "2 · Care sheet · Scarf · sheet 1, place 2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "tag", "detail"),
    [
        (None, None, "today 09:15 · Anna · A6"),
        (PrintOutcome(Outcome.SENT), None, "today 09:15 · Sent to the printer · Anna · A6"),
        (PrintOutcome(Outcome.PRINTED), None, "today 09:15 · Printed · Anna · A6"),
        (
            PrintOutcome(Outcome.STOPPED, (msg("The paper is out."),)),
            "Stopped",
            "The paper is out. · today 09:15 · Anna · A6",
        ),
        (PrintOutcome(Outcome.CANCELLED), "Printing cancelled", "today 09:15 · Anna · A6"),
        (PrintOutcome(Outcome.FAILED), "Not printed", "today 09:15 · Anna · A6"),
    ],
)
def test_a_run_says_what_became_of_it(outcome: PrintOutcome | None, tag: str | None, detail: str) -> None:
    at = "2026-11-20T09:15:00+02:00"
    run = PrintRow(PrintId(1), at, Kind.PARCEL, "a6", "Anna", 2, 1, False, "Office", outcome)
    found = run_tag(Words(), run)
    assert (found[0] if found else None, run_detail(Words(), run, "A6", dt.date(2026, 11, 20))) == (tag, detail)
