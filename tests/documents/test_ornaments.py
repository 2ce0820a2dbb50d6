"""Ornaments: the same drawing for the same seed, laid out for its box, near enough to it to be cut cleanly."""

from __future__ import annotations

import pytest

from desktop_app.documents.model import Path
from desktop_app.documents.ornaments import ORNAMENTS

NAMES = sorted(ORNAMENTS)


def points(paths: tuple[Path, ...]) -> list[tuple[float, float]]:
    """Every point the paths name, control points included."""
    found = []
    for path in paths:
        found.append(path.start)
        found += [(segment[i], segment[i + 1]) for segment in path.segments for i in range(0, len(segment), 2)]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_always_gives_the_same_drawing_and_another_seed_another(name: str) -> None:
    draw = ORNAMENTS[name]
    assert draw(40, 26, 3) == draw(40, 26, 3)
    assert draw(40, 26, 3) != draw(40, 26, 4)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "height"), [(18, 12), (40, 26), (105, 30), (60, 55), (148, 45)])
def test_a_drawing_fills_its_box_and_stays_near_it(name: str, width: float, height: float) -> None:
    drawn = points(ORNAMENTS[name](width, height, 7))
    across = [x for x, _ in drawn]
    down = [y for _, y in drawn]
    assert max(across) - min(across) > width * 0.6
    assert max(down) - min(down) > height * 0.3
    assert -0.2 * width - 3 < min(across)
    assert max(across) < 1.2 * width + 3
    assert -0.2 * height - 3 < min(down)
    assert max(down) < 1.2 * height + 3


@pytest.mark.parametrize("name", NAMES)
def test_every_path_is_seen(name: str) -> None:
    for path in ORNAMENTS[name](40, 26, 1):
        assert path.filled or path.stroke > 0.1, "thinner lines vanish on office printers"
        assert 0.3 <= path.tint <= 1
        assert path.segments
