"""The bench's sounds as files."""

from __future__ import annotations

import io
import wave
from array import array
from pathlib import Path

import pytest

from desktop_app.actions.chimes import Chime, keep_chimes, sound


@pytest.mark.parametrize("chime", list(Chime), ids=str)
def test_each_is_a_short_sound_that_begins_and_ends_in_silence(chime: Chime) -> None:
    with wave.open(io.BytesIO(sound(chime))) as file:
        samples = array("h", file.readframes(file.getnframes()))
        seconds = file.getnframes() / file.getframerate()
    assert 0.05 < seconds < 1
    assert max(abs(samples[0]), abs(samples[-1])) < 500
    assert max(samples) > 5_000


def test_the_one_for_something_wrong_is_the_loudest() -> None:
    def loud(chime: Chime) -> int:
        with wave.open(io.BytesIO(sound(chime))) as file:
            return max(array("h", file.readframes(file.getnframes())))

    assert loud(Chime.WRONG) > 2 * max(loud(chime) for chime in Chime if chime is not Chime.WRONG)


def test_they_are_made_once(tmp_path: Path) -> None:
    files = keep_chimes(tmp_path / "chimes")
    before = {chime: file.stat().st_mtime_ns for chime, file in files.items()}
    assert set(files) == set(Chime)
    assert {chime: file.stat().st_mtime_ns for chime, file in keep_chimes(tmp_path / "chimes").items()} == before
