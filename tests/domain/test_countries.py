"""Codes of countries."""

from __future__ import annotations

import pytest

from desktop_app.domain.countries import country_code


@pytest.mark.parametrize(
    ("given", "kept"), [("DEU", "DE"), ("lva ", "LV"), ("LV", "LV"), ("Latvia", "Latvia"), ("", ""), ("XXX", "XXX")]
)
def test_a_code_of_three_letters_becomes_one_of_two(given: str, kept: str) -> None:
    assert country_code(given) == kept
