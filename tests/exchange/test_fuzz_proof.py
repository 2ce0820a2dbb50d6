"""No file harms a shop: the small run of what tests/exchange/fuzz_proof does with 50,000 files, and its controls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.exchange.damage import all_seeds, damaged, long_seeds
from tests.exchange.fuzz_proof import MEMORY, SLOWEST, planted_crash, planted_half, planted_leak, tried


def test_damaged_files_are_taken_whole_or_not_at_all(shop_location: str, tmp_path: Path) -> None:
    found = tried(range(40), tmp_path, location=shop_location, seeds=all_seeds()[::5])
    assert found.faults == []
    assert (found.files, sum(found.ways.values())) == (40, 40)
    assert found.ways.keys() >= {"refused", "some rows refused", "taken whole"}
    assert found.slowest < SLOWEST


def test_damaged_files_meet_a_shop_that_knows_what_was_in_them(tmp_path: Path) -> None:
    found = tried(range(40, 70), tmp_path, filled=True, seeds=all_seeds()[::5])
    assert found.faults == []
    assert found.ways["nothing new"] > 0


@pytest.mark.parametrize(
    ("control", "kind", "numbers"),
    [(planted_crash, "crash", range(4)), (planted_half, "partial", range(20, 23)), (planted_leak, "partial", range(2))],
)
def test_what_is_planted_is_found(
    control: Callable[[], AbstractContextManager[None]], kind: str, numbers: range, tmp_path: Path
) -> None:
    assert tried(numbers, tmp_path, seeds=long_seeds()).faults == []
    with control():
        assert tried(numbers, tmp_path, seeds=long_seeds()).ways[kind] > 0


def test_a_file_is_the_same_for_its_number_and_every_form_comes() -> None:
    assert damaged(7) == damaged(7) != damaged(8)
    endings = Counter(Path(name).suffix for name, _ in all_seeds())
    assert endings.keys() >= {".csv", ".xlsx", ".xls", ".ods", ".eml"}
    assert MEMORY == 512
