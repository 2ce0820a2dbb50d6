"""At the bench a parcel of somebody whose complaint is open goes without its thank-you card, and the packer is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import PrintId
from desktop_app.queries.prints import print_items
from tests.ui.bench.around import Packing
from tests.ui.bench.test_packing import asked, first_parcel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


def complain(packing: Packing) -> None:
    """Somebody in the office records a complaint about the first order."""

    def record(shop: Any, *, actor: str) -> Any:
        return add_complaint(shop, ComplaintFields("late", order=OrderId(1)), actor=actor)

    packing.house.window.work.change(record, then=lambda _: None)
    packing.settle()


def printed(packing: Packing) -> list[Kind]:
    """The papers of the first run in the log."""
    items: Any = asked(packing, print_items, PrintId(1))
    return [one.kind for one in items]


def test_without_a_complaint_the_thank_you_card_lies_in_the_parcel(packing: Packing, no_printer: list[Path]) -> None:
    first_parcel(packing)
    packing.enter()
    assert Kind.THANK_YOU in printed(packing)
    assert packing.said == "Order 10437 is packed. 1 sheet comes out of Office."


def test_while_it_is_open_the_parcel_goes_without_it_and_that_is_told(packing: Packing, no_printer: list[Path]) -> None:
    complain(packing)
    first_parcel(packing)
    packing.enter()
    assert printed(packing)
    assert Kind.THANK_YOU not in printed(packing)
    assert packing.said == "Packed. Not in the parcel: Thank-you card. A complaint of theirs is open."


def test_one_that_comes_in_while_it_is_packed_has_the_papers_made_anew(
    packing: Packing, no_printer: list[Path]
) -> None:
    first_parcel(packing)
    packing.until(lambda: packing.bench.off.papers._made is not None)
    complain(packing)
    packing.enter()
    assert no_printer == []
    assert packing.step.name == "parcel"
    assert packing.said.startswith("Not packed. A complaint came in meanwhile")
    packing.enter()
    assert len(no_printer) == 1
    assert Kind.THANK_YOU not in printed(packing)
