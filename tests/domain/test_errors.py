"""Failures carry a sentence in the desk's language, and all are caught as one."""

from __future__ import annotations

import pytest

from desktop_app.domain import errors
from desktop_app.i18n import Language, Words, msg

SENTENCE = msg("{shop} is already open: {what}", shop="Anna & <b>", what=msg("Customers"))


def test_a_failure_says_its_sentence_and_leaves_names_as_they_are() -> None:
    failure = errors.StoreUnavailable(SENTENCE)
    assert str(failure) == "Anna & <b> is already open: Customers"
    assert Words(Language.LV).say(failure.message) == f"Anna & <b> is already open: {Words(Language.LV)('Customers')}"


@pytest.mark.parametrize(
    "failure",
    [
        errors.Invalid("email", SENTENCE),
        errors.NotFound(SENTENCE),
        errors.Conflict(SENTENCE),
        errors.StoreUnavailable(SENTENCE),
        errors.BadFile(SENTENCE, file="orders.csv", row=7, column="Total"),
        errors.DeliveryFailed(SENTENCE),
        errors.Stopped(SENTENCE),
    ],
)
def test_all_are_caught_as_one(failure: errors.AppError) -> None:
    with pytest.raises(errors.AppError, match="already open"):
        raise failure


def test_a_wrong_value_names_its_field_and_a_bad_file_its_place() -> None:
    assert errors.Invalid("email", SENTENCE).field == "email"
    bad = errors.BadFile(SENTENCE, file="orders.csv", sheet="May", row=7, column="Total")
    assert (bad.file, bad.sheet, bad.row, bad.column) == ("orders.csv", "May", 7, "Total")
