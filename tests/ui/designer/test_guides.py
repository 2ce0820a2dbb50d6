"""Guides come back as the desk left them, whatever its file holds."""

from __future__ import annotations

import pytest

from desktop_app.ui.designer.guides import Guides
from desktop_app.ui.desk_settings import DeskSettings

A6, SMALL = (105.0, 148.0), (85.0, 55.0)


def test_guides_belong_to_a_size_of_card_grid_and_snapping_to_the_desk() -> None:
    settings = DeskSettings()
    Guides([20.0], [30.5], grid=5.0, snaps=False).remember(settings, A6)
    again, other = Guides(), Guides([1.0], [2.0])
    again.recall(settings, A6)
    other.recall(settings, SMALL)
    assert again == Guides([20.0], [30.5], grid=5.0, snaps=False)
    assert other == Guides(grid=5.0, snaps=False)


def test_a_size_without_guides_is_forgotten() -> None:
    settings = DeskSettings()
    Guides([20.0]).remember(settings, A6)
    Guides().remember(settings, A6)
    kept = settings.recall("designer.guides")
    assert kept == {"grid": False, "snaps": True}


@pytest.mark.parametrize(
    "kept", [None, 7, "x", [], {"105x148": "x"}, {"105x148": [["a", 1e9, 12], {}]}, {"105x148": [[1]], "snaps": 3}]
)
def test_whatever_the_file_holds_there_are_guides(kept: object) -> None:
    settings = DeskSettings()
    settings.remember("designer.guides", kept)
    guides = Guides()
    guides.recall(settings, A6)
    assert guides.upright in ([], [12.0])
    assert guides.snaps
