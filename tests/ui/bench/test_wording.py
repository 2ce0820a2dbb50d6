"""What the bench says of an order."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.orders import OrderId
from desktop_app.domain.promise import Standing
from desktop_app.i18n import Language, Words
from desktop_app.queries.packing import QueueRow
from desktop_app.ui.bench.wording import number_words, standing_tag


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        (Language.EN, "10437", "№ 10437"),
        (Language.LV, "10437", "Nr. 10437"),
        (Language.EN, "#1001", "#1001"),  # as the shop shows it, and as its label bears it
        (Language.EN, "", "Order"),
    ],
)
def test_a_number_has_one_sign(language: Language, number: str, said: str) -> None:
    assert number_words(Words(language), number) == said


@pytest.mark.parametrize(("language", "said"), [(Language.EN, "By Tue 24 Nov"), (Language.LV, "Līdz: Ot, 24. nov.")])
def test_a_day_promised_is_short_on_the_queue(language: Language, said: str) -> None:
    day = dt.date(2026, 11, 24)
    row = QueueRow(OrderId(1), "7", "Anna", day, Standing.ON_TIME, 0, "B 2", 1)
    assert standing_tag(Words(language), row)[0] == said
