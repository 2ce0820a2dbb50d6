"""What a run did is told card by card, whatever the cards are of."""

from __future__ import annotations

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import Placements, PrintResult, RecordKey, Remark, Severity
from desktop_app.domain.printing import Kind
from desktop_app.i18n import msg

ORDER = RecordKey(OrderId(0), CustomerId(4), "#0")  # ids may be anything but nobody's
PERSON = RecordKey(None, CustomerId(5), "Anna")
THING = RecordKey(None, None, "Mug")


def placed() -> Placements:
    """An order's two papers, the card twice; a person's; a thing's."""
    made = Placements()
    for key, kinds in (
        (ORDER, (Kind.THANK_YOU, Kind.PACKING_INSERT)),
        (PERSON, (Kind.BIRTHDAY,)),
        (THING, (Kind.CARE_SHEET,)),
    ):
        made.record(key)
        for kind in kinds:
            made.card(kind, 2 if kind is Kind.THANK_YOU else 1)
    for index in range(len(made)):
        made.lies(index, 1 + index // 4, 1 + index % 4)
    return made


def test_each_card_is_told_with_its_key_sheet_and_place() -> None:
    cards = list(placed())
    assert [(card.card, card.key, card.sheet, card.place) for card in cards] == [
        (1, "order:0:thank-you", 1, 1), (2, "order:0:thank-you", 1, 2), (3, "order:0:packing-insert", 1, 3),
        (4, "customer:5:birthday:Anna", 1, 4), (5, "record:Mug:care-sheet", 2, 1),
    ]  # fmt: skip
    assert (cards[0].order, cards[0].customer, cards[3].order, cards[4].customer) == (0, 4, None, None)
    assert placed()[-1] == cards[-1]
    assert placed()[1:3] == cards[1:3]
    assert placed() == placed()


def test_orders_have_their_papers_once_however_many_copies() -> None:
    result = PrintResult(2, 2, placed())
    assert result.printed == ((0, Kind.THANK_YOU), (0, Kind.PACKING_INSERT))
    assert result.cards == 5


def test_two_care_sheets_of_an_order_are_two_papers() -> None:
    made = Placements()
    for product in ("Mug", "Scarf · S-1"):
        made.record(ORDER._replace(product=product))
        made.card(Kind.CARE_SHEET, 2)
    assert [(card.key, card.title, card.product) for card in made[::2]] == [
        ("order:0:care-sheet:Mug", "#0", "Mug"), ("order:0:care-sheet:Scarf · S-1", "#0", "Scarf · S-1"),
    ]  # fmt: skip
    assert PrintResult(4, 4, made).printed == ((0, Kind.CARE_SHEET),)


def test_what_stops_and_what_warns_are_told_apart() -> None:
    stop = Remark(0, "order:1:thank-you", "#1", Severity.STOP, msg("no"))
    warn = Remark(2, "order:2:thank-you", "#2", Severity.WARN, msg("look"))
    result = PrintResult(1, 1, remarks=(stop, warn))
    assert (result.skipped, result.warnings) == ((stop,), (warn,))
