"""Kills at random moments and at every step: nothing promised is lost, nothing half, nothing to be cleared away."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.crash.drill import DEEDS, Scene, drill, drill_steps

MANY_STEPS = {"restoring": 20, "backing_up": 4, "creating": 4, "upgrading": 8}


def scene(shop_location: str, tmp_path: Path) -> Scene:
    folder = tmp_path / "files"
    folder.mkdir(exist_ok=True)
    return Scene(shop_location, folder)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("deed", ["importing", "printing", "writing", "undoing", "backing_up", "restoring"])
def test_a_kill_at_a_random_moment(deed: str, seed: int, shop_location: str, tmp_path: Path) -> None:
    ending = drill(deed, scene(shop_location, tmp_path), random.Random(f"{deed} {seed}"))
    assert ending.killed


@pytest.mark.parametrize("deed", MANY_STEPS)
def test_a_kill_at_each_step_of_the_work_with_files(deed: str, ready_file: Path, tmp_path: Path) -> None:
    steps = drill_steps(deed, ready_file, tmp_path, stride=3)  # packaging/bench crash tries all
    assert steps >= MANY_STEPS[deed]  # they were really there to be killed at


@pytest.mark.parametrize("deed", ["in_halves", "too_early"])
def test_a_careless_writer_is_caught(deed: str, shop_location: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        drill(deed, scene(shop_location, tmp_path), random.Random(0))


def test_a_careless_restore_is_caught(tmp_path: Path, ready_file: Path) -> None:
    (tmp_path / "shop.cordial").write_bytes(ready_file.read_bytes())
    with pytest.raises(Exception, match=r"(?i)damaged|problems|neither"):
        drill("restoring_carelessly", scene(str(tmp_path / "shop.cordial"), tmp_path), random.Random(0))


def test_every_deed_is_tried() -> None:
    from tests.crash import child

    assert set(DEEDS) == set(child.DEEDS)
