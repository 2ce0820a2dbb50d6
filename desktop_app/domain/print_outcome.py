"""What became of papers that went to a printer, as far as its job was followed; the print log tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.printers import Job, JobState
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg


class Outcome(StrEnum):
    """How far the papers of a run came, never more than is known; the last three are ends."""

    SENT = "sent"
    STOPPED = "stopped"
    PRINTED = "printed"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self in (Outcome.PRINTED, Outcome.CANCELLED, Outcome.FAILED)

    @property
    def lost(self) -> bool:
        """Whether the papers do not count as printed."""
        return self in (Outcome.CANCELLED, Outcome.FAILED)


OUTCOME_LABELS: Mapping[Outcome, Message] = {
    Outcome.SENT: msg("Sent to the printer"),
    Outcome.STOPPED: msg("Stopped"),
    Outcome.PRINTED: msg("Printed"),
    Outcome.CANCELLED: msg("Printing cancelled"),
    Outcome.FAILED: msg("Not printed"),
}
_OF_JOB: Mapping[JobState, Outcome] = {
    JobState.STOPPED: Outcome.STOPPED,
    JobState.DONE: Outcome.PRINTED,
    JobState.CANCELLED: Outcome.CANCELLED,
    JobState.FAILED: Outcome.FAILED,
}


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """How a run ended or where it stands still, with the printer's reasons in words."""

    state: Outcome
    reasons: tuple[Message, ...] = ()


def outcome_of(job: Job) -> PrintOutcome:
    """What a job's state says of its papers; while it waits or prints they are sent, no more."""
    state = _OF_JOB.get(job.state, Outcome.SENT)
    return PrintOutcome(state, job.reasons if state in (Outcome.STOPPED, Outcome.FAILED) else ())


def outcome_words(outcome: PrintOutcome) -> Message:
    """“Printed”, “Stopped: The paper is out.”"""
    label = OUTCOME_LABELS[outcome.state]
    return msg("{state}: {reason}", state=label, reason=outcome.reasons[0]) if outcome.reasons else label
