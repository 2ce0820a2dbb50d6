"""The preview with something to look at: the list of what was found, and the words of one card."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop_app.actions.customers import edit_customer
from desktop_app.actions.history import undo
from desktop_app.actions.prints import log_print
from desktop_app.domain.printing import Kind
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.printing import parcel_details, unprinted_orders
from desktop_app.ui.preview.dialog import PreviewDialog, open_preview
from tests.made import printed_papers
from tests.ui.around import House

CARDS = 9
_NAMES = {2: "\U00013080", 5: "J.", 7: "Maximiliane-Alexandra Theodora Wilhelmine"}


def findings(house: House) -> PreviewDialog:
    """Thank-you cards of which one cannot be printed, one was printed already, and some should be looked at."""
    found: list[Any] = []
    house.window.work.ask(lambda shop: _people(shop), then=found.append)
    house.settle()
    orders, people = found[0]
    for place, given in _NAMES.items():
        person = people[place]
        fields = replace(person.fields, given=given)
        house.window.work.change(edit_customer, person.id, person.version, fields)
    papers = printed_papers([(orders[3], Kind.THANK_YOU)])
    house.window.work.change(log_print, papers, kind=Kind.THANK_YOU, by="Inese")
    house.settle()
    dialog = open_preview(house.window.desk, house.shell, orders=orders, kind=Kind.THANK_YOU)
    _made(house, dialog)
    for _ in range(len(_NAMES) + 1):  # the shop as the other scenes know it
        house.window.work.change(undo)
    house.settle()
    _choose(dialog, "J.")
    return dialog


def card_words(house: House) -> None:
    """The words of one card, being changed."""
    dialog = findings(house)
    dialog.preflight.change_words()
    house.settle()


def _people(shop: Shop) -> tuple[list[Any], list[Any]]:
    """The first orders that people placed, with the people."""
    every = parcel_details(shop, unprinted_orders(shop, Kind.THANK_YOU))
    first = {paper.customer_id: paper.order for paper in reversed(every) if paper.customer_id is not None}
    people = sorted(first)[:CARDS]
    return [first[one] for one in people], [customer(shop, one) for one in people]


def _made(house: House, dialog: PreviewDialog) -> None:
    house.qtbot.waitUntil(
        lambda: house.window.work.idle and dialog.making is not None and not dialog.making.under_way, timeout=30_000
    )


def _choose(dialog: PreviewDialog, name: str) -> None:
    found = dialog.preflight.list
    place = next(n for n, row in enumerate(found.rows.rows) if f"· {name}" in row.title)
    found.setCurrentIndex(found.rows.index(place, 0))
