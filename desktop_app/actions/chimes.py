"""The bench's sounds, made of a few sine waves and kept as small files that a player of the system can take."""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.domain.states import StrEnum
from desktop_app.store.durable import durable_write

_RATE = 22_050  # samples a second
_EDGE = 0.006  # seconds in which a tone comes and goes: without them it clicks
Tone = tuple[float, float]  # hertz (0: silence) and seconds


class Chime(StrEnum):
    """What a packer can hear without looking."""

    RIGHT = "right"
    DONE = "done"
    WRONG = "wrong"
    NOTE = "note"


_TONES: Mapping[Chime, tuple[Sequence[Tone], float]] = {  # with their loudness
    Chime.RIGHT: (((1318.5, 0.07),), 0.35),
    Chime.DONE: (((1046.5, 0.08), (1318.5, 0.08), (1568.0, 0.16)), 0.4),
    Chime.WRONG: (((196.0, 0.22), (0.0, 0.05), (185.0, 0.34)), 0.95),
    Chime.NOTE: (((659.3, 0.12), (523.3, 0.14)), 0.45),
}


def keep_chimes(folder: Path) -> dict[Chime, Path]:
    """Makes the sounds that are not in the folder yet; returns the file of each."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {chime: folder / f"{chime}-1.wav" for chime in Chime}  # another number when a sound changes
    for chime, file in files.items():
        if not file.exists():
            durable_write(file, sound(chime))
    return files


def sound(chime: Chime) -> bytes:
    """A sound as a WAV file, mono, 16 bits."""
    tones, loud = _TONES[chime]
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(b"".join(_samples(hertz, seconds, loud) for hertz, seconds in tones))
    return out.getvalue()


def _samples(hertz: float, seconds: float, loud: float) -> bytes:
    count, edge = round(seconds * _RATE), round(_EDGE * _RATE)
    values = []
    for n in range(count):
        turn = 2 * math.pi * hertz * n / _RATE
        height = 0.75 * math.sin(turn) + 0.25 * math.sin(3 * turn)  # an overtone carries through a noisy room
        values.append(round(32_000 * loud * height * min(1.0, n / edge, (count - n) / edge)))
    return struct.pack(f"<{count}h", *values)
