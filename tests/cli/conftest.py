"""A command line to try: `cordial("today", "--json")` runs the whole program in this process on a shop of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.app import main

HEADINGS = (
    "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,"
    "Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Country\n"
)
ORDERS = """#1001,liga@pasts.example,paid,EUR,38.00,2026-11-16 10:00:00 +0200,2,Linen napkin,9.50,LN-1,Līga Kalniņa,LV
#1001,liga@pasts.example,,,,2026-11-16 10:00:00 +0200,1,Cup,19.00,CU-1,,
#1002,petr@pochta.example,paid,EUR,19.00,2026-11-20 10:00:00 +0200,1,Cup,19.00,CU-1,Пётр Ёлкин,LV
#1003,,pending,EUR,9.50,2026-11-20 11:00:00 +0200,1,Linen napkin,9.50,LN-1,Guest One,LV
"""


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def cordial(
    shop_location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Answer]:
    """Runs one command on the test's shop, on 22 November 2026."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("CORDIAL_SHOP", shop_location)
    monkeypatch.setenv("CORDIAL_TODAY", "2026-11-22")
    monkeypatch.setenv("LANG", "C")

    def run(*words: object) -> Answer:
        try:
            code = main([str(word) for word in words])
        except SystemExit as error:
            code = int(error.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def orders_file(tmp_path: Path) -> Path:
    """A small Shopify export: three orders, one of two lines, one guest."""
    file = tmp_path / "orders_export.csv"
    file.write_text(HEADINGS + ORDERS, "utf-8")
    return file
