"""Printers as this computer knows them: what they can, how they and their jobs are, and which paper lies in which."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from desktop_app.domain.kinds import Kind
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg


class JobState(StrEnum):
    """How far a job has come; the last three are its ends."""

    WAITING = "waiting"
    PRINTING = "printing"
    STOPPED = "stopped"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of the job."""
        return self in (JobState.DONE, JobState.CANCELLED, JobState.FAILED)


@dataclass(frozen=True, slots=True)
class Job:
    """A job handed to a printer; `reasons` say why it does not go on, in words, most important first."""

    name: str
    state: JobState
    reasons: tuple[Message, ...] = ()
    sheets: int = 0  # printed so far, where the printer tells


@dataclass(frozen=True, slots=True)
class Printer:
    """What a printer can and how it is: its trays by their names, sizes of paper in mm, largest of its own choosing."""

    name: str
    ready: bool
    reasons: tuple[Message, ...] = ()
    trays: tuple[str, ...] = ()
    both_sides: bool = False
    sizes: Mapping[str, tuple[float, float]] | None = None  # None: it does not tell
    largest: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """Where a stock, or a kind of paper, is printed on this desk: the printer and its tray ("" is its own choice)."""

    printer: str
    tray: str = ""


_REASONS: Mapping[str, Message] = {
    "media-jam": msg("Paper is stuck."),
    "media-empty": msg("The paper is out."),
    "media-needed": msg("Put in the right paper."),
    "door-open": msg("A door is open."),
    "cover-open": msg("A cover is open."),
    "interlock-open": msg("A cover is open."),
    "input-tray-missing": msg("A tray is missing."),
    "output-area-full": msg("The output tray is full."),
    "toner-empty": msg("The toner is used up."),
    "marker-supply-empty": msg("The ink or toner is used up."),
    "toner-low": msg("The toner is running low."),
    "marker-supply-low": msg("The ink or toner is running low."),
    "media-low": msg("The paper is running low."),
    "offline": msg("The printer is off or not connected."),
    "shutdown": msg("The printer is off or not connected."),
    "timed-out": msg("The printer does not answer."),
    "connecting-to-device": msg("Connecting to the printer."),
    "paused": msg("The printer is paused."),
}


def reasons_of(keywords: list[str], said: str) -> tuple[Message, ...]:
    """What a printer's keywords mean in words; `said` is its own message, told where no keyword is known."""
    plain = [word.removesuffix("-report").removesuffix("-warning").removesuffix("-error") for word in keywords]
    found = tuple({message.text: message for word, message in _REASONS.items() if word in plain}.values())
    if said and (not found or found == (_REASONS["paused"],)):
        return (msg("The printer says: {reason}.", reason=said.rstrip(".")), *found)
    return found


def bindings(text: str) -> dict[str, Binding]:
    """The printers of a desk by stock or `kind_key`, as its setting keeps them; what is not readable is not set."""
    try:
        kept = json.loads(text) if text else {}
        return {stock: Binding(str(one["printer"]), str(one.get("tray", ""))) for stock, one in kept.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def kind_key(kind: Kind) -> str:
    """What a kind of paper is called among a desk's printers; no stock is called so."""
    return f"kind:{kind.value}"


def printer_for(text: str, usual: str, stock: str, kind: Kind | None = None) -> Binding:
    """The printer and tray for a kind of paper, else for the stock, as a desk keeps them, else its `usual` printer."""
    kept = bindings(text)
    own = kept.get(kind_key(kind)) if kind is not None else None
    return own or kept.get(stock, Binding(usual))


def bound(text: str, stock: str, binding: Binding | None) -> str:
    """The setting with another printer for a stock or a kind of paper by its `kind_key`, or none."""
    kept = bindings(text)
    kept.pop(stock, None)
    if binding is not None:
        kept[stock] = binding
    return json.dumps({name: asdict(one) for name, one in sorted(kept.items())}) if kept else ""
