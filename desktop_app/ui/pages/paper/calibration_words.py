"""A correction in plain words: where to print is moved and how much larger it is; whose it is and since when."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.calibration import Calibrated, Calibration
from desktop_app.i18n import Words
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.preview.printer_words import tray_name

_LEAST = 0.05  # mm; less than that nobody can measure
_LEAST_SCALE = 0.0005


def in_words(words: Words, measures: Calibration) -> str:
    """“0.4 mm to the right · 0.2 mm up · 0.3 % wider”; says so where nothing is corrected."""
    front = [*_moved(words, measures.dx, measures.dy), *_scaled(words, measures)]
    said = joined(*front) if front else words("nothing to correct")
    if (measures.back_dx, measures.back_dy) == (measures.dx, measures.dy):
        return said
    back = joined(*_moved(words, measures.back_dx, measures.back_dy)) or words("nothing to correct")
    return words("front: {front}; back: {back}", front=said, back=back)


def sentence(words: Words, measures: Calibration) -> str:
    """What the program will do from now on."""
    said = in_words(words, measures)
    if said == words("nothing to correct"):
        return words("This printer prints where it should. There is nothing to correct.")
    return words("From now on every page is moved and sized before it is printed: {correction}.", correction=said)


def whose(words: Words, one: Calibrated, title: str, today: dt.date) -> tuple[str, str]:
    """The printer with its tray, and the day it was measured with the paper."""
    day = short_day(words, one.on, today) if one.on else ""
    return joined(one.printer, tray_name(words, one.tray)), joined(day, title)


def _moved(words: Words, dx: float, dy: float) -> list[str]:
    found = []
    if abs(dx) >= _LEAST:
        n = words.number(round(abs(dx), 1))
        found.append(words("{n} mm to the right", n=n) if dx > 0 else words("{n} mm to the left", n=n))
    if abs(dy) >= _LEAST:
        n = words.number(round(abs(dy), 1))
        found.append(words("{n} mm down", n=n) if dy > 0 else words("{n} mm up", n=n))
    return found


def _scaled(words: Words, measures: Calibration) -> list[str]:
    found = []
    across, down = (round((scale - 1) * 100, 1) for scale in (measures.sx, measures.sy))
    if abs(measures.sx - 1) >= _LEAST_SCALE and across:
        n = words.number(abs(across))
        found.append(words("{n} % wider", n=n) if across > 0 else words("{n} % narrower", n=n))
    if abs(measures.sy - 1) >= _LEAST_SCALE and down:
        n = words.number(abs(down))
        found.append(words("{n} % higher", n=n) if down > 0 else words("{n} % lower", n=n))
    return found
