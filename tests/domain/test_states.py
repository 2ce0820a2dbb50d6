"""A named state is its own text, on every Python the program runs on."""

from __future__ import annotations

import json

from desktop_app.domain.orders import Status
from desktop_app.domain.states import StrEnum


def test_a_state_is_its_text_wherever_it_is_put() -> None:
    assert f"{Status.PAID}" == str(Status.PAID) == "{}".format(Status.PAID) == "paid"  # noqa: UP032
    assert f"{Status.PAID:>6}" == "  paid"
    assert json.dumps({Status.PAID: Status.NEW}) == '{"paid": "new"}'
    assert ", ".join([Status.PAID, Status.NEW]) == "paid, new"


def test_a_text_becomes_the_state() -> None:
    assert Status("paid") is Status.PAID
    assert Status.PAID == "paid"
    assert {"paid": 1}[Status.PAID] == 1
    assert issubclass(Status, StrEnum)
