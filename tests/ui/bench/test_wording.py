"""What the bench says of an order."""

from __future__ import annotations

import pytest

from desktop_app.i18n import Language, Words
from desktop_app.ui.bench.wording import number_words


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
