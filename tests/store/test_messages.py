"""Titles in the change log: kept as JSON, said in the language of whoever reads them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.money import Money
from desktop_app.i18n import Language, Words, msg, nmsg
from desktop_app.store.messages import message_from_json, message_to_json


@pytest.mark.parametrize(
    "message",
    [
        msg("Plain"),
        msg("Import of {file}", file="orders «März».csv"),
        nmsg("{n} card", "{n} cards", n=3, stock="A6"),
        msg("Undone: {change}", change=nmsg("{n} order", "{n} orders", n=1)),
        msg("{day} {sum} {rate} {list} {none}", day=dt.date(2024, 2, 29), sum=Money(1250, "EUR"), rate=Decimal("1.5"),
            list=["a", 1], none=None),
    ],
)  # fmt: skip
def test_a_title_is_said_in_the_language_of_who_reads_it(message) -> None:
    again = message_from_json(message_to_json(message))
    assert again == message
    assert Words(Language.LV).say(again) == Words(Language.LV).say(message)
