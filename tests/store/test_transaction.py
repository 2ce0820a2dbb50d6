"""One change: all of it or nothing, logged and announced."""

from __future__ import annotations

from desktop_app.domain.changes import Topic
from desktop_app.i18n import msg
from desktop_app.store.connect import Shop
from desktop_app.store.tables import CustomerTable


def test_a_change_is_kept_and_says_what_it_touched(shop: Shop) -> None:
    with shop.change(msg("Add a customer"), actor="Anna", topics=[Topic.CUSTOMERS]) as change:
        number = change.insert(CustomerTable, {"given": "Jānis"})
    assert change.changes.id > 0
    assert change.changes.topics == {Topic.CUSTOMERS}
    assert shop.row(
        CustomerTable.select(CustomerTable.given, CustomerTable.version).where(CustomerTable.id == number)
    ) == (
        "Jānis",
        change.changes.id,
    )
