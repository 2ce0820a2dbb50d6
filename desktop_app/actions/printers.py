"""The printers of this computer, asked and fed through CUPS, so that what is printed is the very file that was kept."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from desktop_app.domain.errors import DeliveryFailed
from desktop_app.domain.stock import Stock
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg

_SECONDS = 60
_MEDIA = {(210.0, 297.0): "A4", (148.0, 210.0): "A5", (105.0, 148.0): "A6", (215.9, 279.4): "Letter"}


def printers() -> list[str]:
    """The names of the printers that can be used, none where there is no printing system."""
    try:
        return _run(["lpstat", "-e"]).split()
    except DeliveryFailed:
        return []  # lpstat also fails when there is simply no printer


def default_printer() -> str:
    """The printer the system would take; empty when it has none."""
    try:
        said = _run(["lpstat", "-d"]).strip()
    except DeliveryFailed:
        return ""
    return said.rpartition(": ")[2] if ": " in said else ""


def print_file(
    file: Path, printer: str, *, title: str = "Cordial", stock: Stock | None = None, copies: int = 1
) -> str:
    """Hands a PDF to a printer in its actual size and returns the job's name; raises DeliveryFailed."""
    said = _run(arguments(file, printer, title=title, stock=stock, copies=copies))
    return next((word for word in said.split() if word.startswith(f"{printer}-")), "")


def arguments(
    file: Path, printer: str, *, title: str, stock: Stock | None = None, copies: int = 1
) -> list[str]:
    """The `lp` command for a file: never scaled, on the stock's sheet, under a title every printer can show."""
    plain = "".join(c if c.isascii() and c.isprintable() else "-" for c in title)[:60]
    media = ["-o", f"media={_media(stock)}"] if stock else []
    several = ["-n", str(copies)] if copies > 1 else []
    return ["lp", "-d", printer, "-t", plain, *several, "-o", "print-scaling=none", *media, "--", str(file)]


def _media(stock: Stock) -> str:
    wide, high = stock.sheet
    return _MEDIA.get((wide, high)) or f"Custom.{wide:g}x{high:g}mm"


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
            env=_environment(),
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise DeliveryFailed(
            msg("This computer has no printing system (CUPS). Save the PDF and print it from there.")
        ) from None
    except subprocess.TimeoutExpired:
        raise DeliveryFailed(msg("The printing system does not answer. Check the printer and try again.")) from None
    if done.returncode != 0:
        reason = shorten(done.stderr.strip().partition("\n")[0].rstrip(".") or "?", 120)
        raise DeliveryFailed(msg("The printer took nothing: {reason}. The PDF is kept.", reason=reason))
    return done.stdout


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C"}  # its answers are read here, in English
