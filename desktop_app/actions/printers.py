"""The printers of this computer, asked and fed through CUPS, so that what is printed is the very file that was kept."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from desktop_app.actions.ipp import GET_JOB, GET_PRINTER, Attributes, ask
from desktop_app.domain.errors import DeliveryFailed
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.printers import Job, JobState, Printer, reasons_of
from desktop_app.domain.stock import Stock
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg

_NONE: Mapping[str, str] = MappingProxyType({})
_SECONDS = 60
_MEDIA = {(210.0, 297.0): "A4", (148.0, 210.0): "A5", (105.0, 148.0): "A6", (215.9, 279.4): "Letter"}
_SIDES = {Duplex.LONG: "two-sided-long-edge", Duplex.SHORT: "two-sided-short-edge"}
_SIZE = re.compile(r"_([\d.]+)x([\d.]+)(mm|in)\Z")
_NEAR = 1.2  # mm: the press's A6 is 105 × 148, a quarter of A4 105 × 148.5
_STATES = {
    3: JobState.WAITING, 4: JobState.WAITING, 5: JobState.PRINTING, 6: JobState.STOPPED, 7: JobState.CANCELLED,
    8: JobState.FAILED, 9: JobState.DONE,
}  # fmt: skip
_STOPPED = 5  # the state of a printer that takes nothing on
_PRINTER_WANTED = (
    "printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs", "media-supported",
    "media-source-supported", "sides-supported",
)  # fmt: skip
_JOB_WANTED = ("job-state", "job-media-sheets-completed", "job-printer-uri", "job-printer-state-message")


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


def printer(name: str) -> Printer:
    """What a printer can, and how it is now; raises DeliveryFailed when there is no printing system."""
    told = ask(GET_PRINTER, f"ipp://localhost/printers/{name}", _PRINTER_WANTED)
    state = told.get("printer-state", [0])[0]
    sizes, largest = _sizes(_texts(told, "media-supported"))
    return Printer(
        name,
        ready=state not in (0, _STOPPED) and told.get("printer-is-accepting-jobs", [True])[0] is True,
        reasons=reasons_of(_texts(told, "printer-state-reasons"), _said(told, "printer-state-message")),
        trays=tuple(_texts(told, "media-source-supported")),
        both_sides=any(side.startswith("two-sided") for side in _texts(told, "sides-supported")),
        sizes=sizes or None,
        largest=largest,
    )


def print_file(
    file: Path,
    printer: str,
    *,
    title: str = "Cordial",
    stock: Stock | None = None,
    copies: int = 1,
    duplex: Duplex = Duplex.OFF,
    tray: str = "",
    pages: Sequence[tuple[int, int]] = (),
    reverse: bool = False,
    collate: bool = True,
    besides: Mapping[str, str] = _NONE,
) -> str:
    """Hands a PDF to a printer in its actual size and returns the job's name; raises DeliveryFailed.

    `stock` is what the sheets of the file are; of `pages`, counted from 1, only those from each first to its last are
    printed, all where it is empty. `reverse` prints the last first; `collate` keeps each copy together.
    `besides` are other options of the printing system's own, as its dialog sets them.
    """
    said = _run(
        arguments(
            file, printer, title=title, media=media_for(stock, printer, duplex), copies=copies, duplex=duplex,
            tray=tray, pages=pages, reverse=reverse, collate=collate, besides=besides,
        )
    )  # fmt: skip
    return next((word for word in said.split() if word.startswith(f"{printer}-")), "")


def arguments(
    file: Path,
    printer: str,
    *,
    title: str,
    media: str = "",
    copies: int = 1,
    duplex: Duplex = Duplex.OFF,
    tray: str = "",
    pages: Sequence[tuple[int, int]] = (),
    reverse: bool = False,
    collate: bool = True,
    besides: Mapping[str, str] = _NONE,
) -> list[str]:
    """The `lp` command for a file: never scaled, on its paper and its sides, under a title every printer can show."""
    plain = "".join(c if c.isascii() and c.isprintable() else "-" for c in title)[:60]
    paper = ",".join(word for word in (media, tray) if word)
    options = ["print-scaling=none", f"sides={_SIDES.get(duplex, 'one-sided')}"]
    options += [f"media={paper}"] if paper else []
    options += ["page-ranges=" + ",".join(f"{first}-{last}" for first, last in pages)] if pages else []
    options += ["outputorder=reverse"] if reverse else []
    options += [f"collate={str(collate).lower()}"] if copies > 1 else []
    options += [f"{name}={value}" for name, value in besides.items()]
    several = ["-n", str(copies)] if copies > 1 else []
    words = [word for option in options for word in ("-o", option)]
    return ["lp", "-d", printer, "-t", plain, *several, *words, "--", str(file)]


def media_for(stock: Stock | None, name: str, duplex: Duplex = Duplex.OFF) -> str:
    """What a printer calls a stock's sheet; raises DeliveryFailed when it has no such paper, or prints one side only.

    A printer that does not tell its sizes is taken at the usual names.
    """
    if stock is None:
        return ""
    try:
        can = printer(name)
    except DeliveryFailed:
        can = Printer(name, ready=False)  # `lp` will say what is wrong
    if duplex in _SIDES and can.sizes is not None and not can.both_sides:
        raise DeliveryFailed(
            msg("The printer “{printer}” prints on one side only. Choose folding, or another printer.", printer=name)
        )
    return media_of(stock.sheet, can)


def media_of(sheet: tuple[float, float], can: Printer) -> str:
    """The name of a sheet's size among those a printer has, whichever way it lies; raises DeliveryFailed."""
    wide, high = sorted(sheet)
    for name, size in (can.sizes or {}).items():
        if all(abs(one - other) <= _NEAR for one, other in zip((wide, high), sorted(size), strict=True)):
            return name
    custom = f"Custom.{wide:g}x{high:g}mm"
    if can.sizes is None:
        return _MEDIA.get((wide, high), custom)
    largest = sorted(can.largest or (0.0, 0.0))
    if wide > largest[0] or high > largest[1]:
        raise DeliveryFailed(
            msg(
                "The printer “{printer}” has no paper of {width} × {height} mm. Choose another printer or paper, or "
                "add this size in the printer’s own settings.",
                printer=can.name, width=f"{wide:g}", height=f"{high:g}",
            )
        )  # fmt: skip
    return custom


def job(name: str) -> Job:
    """How a job is now, by the name `print_file` gave; one the system has forgotten is done."""
    number = name.rpartition("-")[2]
    told = ask(GET_JOB, f"ipp://localhost/jobs/{number}", _JOB_WANTED)
    state = _STATES.get(int(told.get("job-state", [9])[0]), JobState.WAITING)
    sheets = int(told.get("job-media-sheets-completed", [0])[0])
    if state.ended and state is not JobState.FAILED:
        return Job(name, state, sheets=sheets)
    where = printer(name.rpartition("-")[0])
    if not where.ready and not state.ended:
        state = JobState.STOPPED
    said = _said(told, "job-printer-state-message")
    return Job(name, state, where.reasons or (reasons_of([], said) if said else ()), sheets)


def known_job(name: str) -> Job | None:
    """How a job is now; None when the printing system has forgotten it."""
    told = ask(GET_JOB, f"ipp://localhost/jobs/{name.rpartition('-')[2]}", _JOB_WANTED)
    where = str(told.get("job-printer-uri", [""])[0]).rpartition("/")[2]
    return job(name) if told.get("job-state") and where == name.rpartition("-")[0] else None


def cancel_job(name: str) -> None:
    """Takes a job back; what is printed already stays printed. Raises DeliveryFailed when it is over already."""
    _run(["cancel", name])


def _sizes(names: list[str]) -> tuple[dict[str, tuple[float, float]], tuple[float, float] | None]:
    """The sizes in mm that names of media tell, and the largest a printer takes besides."""
    sizes: dict[str, tuple[float, float]] = {}
    largest = None
    for name in names:
        found = _SIZE.search(name)
        if found:
            unit = 25.4 if found[3] == "in" else 1.0
            size = (float(found[1]) * unit, float(found[2]) * unit)
            if name.startswith("custom_max"):
                largest = size
            elif not name.startswith("custom_min"):
                sizes[name] = size
    return sizes, largest


def _texts(told: Attributes, name: str) -> list[str]:
    return [value for value in told.get(name, []) if isinstance(value, str)]


def _said(told: Mapping[str, list[str | int | bool]], name: str) -> str:
    return shorten(str(told.get(name, [""])[0]).strip(), 120)


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
        raise DeliveryFailed(
            msg("The printing system refused: {reason}. Look after the printer and try again.", reason=reason)
        )
    return done.stdout


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C"}  # its answers are read here, in English
