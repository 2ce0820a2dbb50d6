"""Encodings by the languages they are for."""

from __future__ import annotations

import pytest

from desktop_app.domain.encodings import encoding_name
from desktop_app.i18n import Words


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("cp1257", "Baltic (CP1257)"), ("cp1251", "Cyrillic (CP1251)"), ("utf-8-sig", "All languages (UTF-8)"),
        ("cp037", "CP037"),
    ],
)  # fmt: skip
def test_each_is_called_by_its_languages(encoding: str, said: str) -> None:
    assert Words().say(encoding_name(encoding)) == said
