"""Sounds are played where the desk wants them, by what the system has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.actions.chimes import Chime
from desktop_app.domain.desk_settings import BENCH_SOUND
from desktop_app.ui.bench import sounds
from desktop_app.ui.bench.sounds import Sounds
from tests.ui.around import House


def test_a_sound_is_played_from_its_file_unless_the_desk_is_to_be_silent(house: House) -> None:
    house.open()
    played: list[Path | None] = []
    made = Sounds(house.window.desk, play=played.append, parent=house.window)
    house.settle()
    made.play(Chime.WRONG)
    assert [file.name for file in played if file] == ["wrong-1.wav"]
    assert all(file is not None and file.exists() for file in played)
    house.settings.set(BENCH_SOUND, False)
    made.play(Chime.RIGHT)
    assert len(played) == 1


def test_the_systems_own_player_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/aplay" if name == "aplay" else None)
    monkeypatch.setattr(sounds.QProcess, "startDetached", lambda program, words: started.append((program, words)))
    sounds.player()(Path("/tmp/right.wav"))
    assert started == [("/usr/bin/aplay", ["-q", "/tmp/right.wav"])]


def test_without_any_it_beeps(monkeypatch: pytest.MonkeyPatch) -> None:
    beeps: list[int] = []
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(sounds.QApplication, "beep", lambda: beeps.append(1))
    sounds.player()(Path("/tmp/right.wav"))
    assert beeps == [1]
