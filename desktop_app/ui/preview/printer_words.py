"""How the preview speaks of printers: their trays by everyday names, how far the papers were moved for them."""

from __future__ import annotations

from desktop_app.domain.calibration import Calibration
from desktop_app.i18n import Words


def tray_name(words: Words, tray: str) -> str:
    """A tray as people call it; its own name where there is no word for it."""
    number = tray.removeprefix("tray-")
    if number != tray and number.isdecimal():
        return words("Tray {number}", number=number)
    known = {
        "auto": words("Chosen by the printer"), "manual": words("By hand"), "main": words("Main tray"),
        "by-pass-tray": words("By hand"), "rear": words("Tray at the back"), "top": words("Upper tray"),
        "middle": words("Middle tray"), "bottom": words("Lower tray"), "envelope": words("Envelopes"),
        "large-capacity": words("Large tray"), "photo": words("Photo tray"),
    }
    return known.get(tray, tray)


def moved(words: Words, correction: Calibration | None) -> str:
    """“moved 0.4 mm right, 0.2 mm down”, or that the scale is put right; empty without a correction."""
    if correction is None:
        return ""
    across, down = round(correction.dx, 1), round(correction.dy, 1)
    parts = _moves(words, across, down)
    if parts:
        return words("moved {way}", way=parts)
    return words("size put right") if (correction.sx, correction.sy) != (1.0, 1.0) else ""


def _moves(words: Words, across: float, down: float) -> str:
    """How far to the side and up or down."""
    found = []
    if across:
        n = words.number(abs(across))
        found.append(words("{n} mm right", n=n) if across > 0 else words("{n} mm left", n=n))
    if down:
        n = words.number(abs(down))
        found.append(words("{n} mm down", n=n) if down > 0 else words("{n} mm up", n=n))
    return ", ".join(found)
