"""What became of a print run's job, kept beside the change log: a printer's news is nobody's change, nor undone."""

from __future__ import annotations

import json
from contextlib import nullcontext

from desktop_app.domain.print_outcome import Outcome, PrintOutcome
from desktop_app.store.access import Access
from desktop_app.store.messages import message_from_json, message_to_json


def keep_outcome(access: Access, run: int, outcome: PrintOutcome) -> None:
    """Notes it at the run, whose version stays that of the change that logged it."""
    with nullcontext() if access.changing else access.gate:
        access.sql("UPDATE print_run SET outcome = ? WHERE id = ? RETURNING id", (outcome_text(outcome), run))


def outcome_text(outcome: PrintOutcome) -> str:
    """The outcome as its column holds it, to be said in the language of whoever reads it."""
    return json.dumps([outcome.state.value, *(message_to_json(reason) for reason in outcome.reasons)])


def outcome_from(text: str) -> PrintOutcome | None:
    """The outcome that `outcome_text` wrote; None for papers that went to no printer, or what is not readable."""
    try:
        state, *reasons = json.loads(text) if text else [""]
        return PrintOutcome(Outcome(state), tuple(message_from_json(reason) for reason in reasons))
    except (ValueError, TypeError, KeyError):
        return None
