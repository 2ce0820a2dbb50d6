"""Words of platforms for the state of an order."""

from __future__ import annotations

import pytest

from desktop_app.domain.orders import Status
from desktop_app.exchange.statuses import known_status


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("wc-completed", Status.SHIPPED),
        ("Completed", Status.SHIPPED),
        ("on-hold", Status.NEW),
        ("processing", Status.PAID),
        ("Собран", Status.PACKED),
        ("Отменён", Status.CANCELLED),
        ("Отменен", Status.CANCELLED),
        ("Piegādāts", Status.DELIVERED),
        ("Atcelts", Status.CANCELLED),
        ("refunded", Status.RETURNED),
        ("ready_to_ship", Status.PACKED),
    ],
)
def test_words_people_know(word: str, status: Status) -> None:
    assert known_status(word, {}) is status


def test_a_word_nobody_knows_is_unknown_until_somebody_says() -> None:
    assert known_status("Quarantined", {}) is None
    assert known_status("Quarantined", {"quarantined": "packing"}) is Status.PACKING
    assert known_status("completed", {"Completed": "delivered"}) is Status.DELIVERED
