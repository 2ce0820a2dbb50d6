"""Codes made by XOR are the very codes a library makes one by one, and a reader reads them from the page."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import segno
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop_app.render.barcodes import Codes, Symbol
from tests.render.sheets import parcels, run


def rows(symbol: Symbol) -> list[list[int]]:
    """The modules of a symbol as rows of 0 and 1."""
    width = (symbol.side + 7) // 8
    return [
        [symbol.bits[row * width + column // 8] >> (7 - column % 8) & 1 for column in range(symbol.side)]
        for row in range(symbol.side)
    ]


@settings(max_examples=25, phases=[Phase.generate])
@given(st.integers(1, 14).flatmap(lambda n: st.lists(st.binary(min_size=n, max_size=n), min_size=1, max_size=4)))
def test_codes_of_one_length_are_those_of_the_library_with_the_same_mask(texts: list[bytes]) -> None:
    codes = Codes()
    first = segno.make(texts[0].hex(), error="m", mode="byte", micro=False, boost_error=False)
    for text in texts:
        code = segno.make(
            text.hex(), error="m", mode="byte", micro=False, boost_error=False, mask=first.mask, version=first.version
        )
        assert rows(codes.symbol(text.hex())) == [list(row) for row in code.matrix]


@pytest.mark.parametrize("text", ["https://veikals.example/paldies", "Привет, Рига! Ķēniņš", "x" * 250])
def test_a_single_code_is_the_librarys_best(text: str) -> None:
    code = segno.make(text.encode(), error="m", mode="byte", micro=False, boost_error=False)
    assert rows(Codes().symbol(text)) == [list(row) for row in code.matrix]


def test_codes_are_read_from_the_page(tmp_path: Path) -> None:
    _, file = run(parcels(8), stock="a6-4up-a4")
    (tmp_path / "cards.pdf").write_bytes(file)
    subprocess.run(["pdftoppm", "-r", "110", "-png", "cards.pdf", "page"], cwd=tmp_path, check=True, timeout=120)
    found = subprocess.run(
        ["zbarimg", "--quiet", "--raw", *sorted(p.name for p in tmp_path.glob("page*.png"))],
        cwd=tmp_path, check=True, capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert sorted(found.stdout.split()) == [f"https://veikals.example/r/{1000 + n:06}" for n in range(8)]
