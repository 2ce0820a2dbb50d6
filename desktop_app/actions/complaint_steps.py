"""The one way a complaint goes from state to state: who moved it when, what is due now, who has one open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.actions.complaint_counts import counted, hold_complaints
from desktop_app.actions.complaint_deadlines import renew_deadlines
from desktop_app.domain.complaints import MOVES, STATE_NAMES, ComplaintId, State
from desktop_app.domain.errors import Conflict
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.complaints import ComplaintState, complaint_states
from desktop_app.store.tables import ComplaintStepTable, ComplaintTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_ANSWERING = frozenset((State.ANSWERED, State.WAITING, State.PROMISED, State.SOLVED))  # nobody gets there unanswered
_COLUMNS = ("state", "answered_at", "solved_at", "promised_on")


def move(
    shop: Shop,
    change: Change,
    complaint_ids: Sequence[int],
    state: State,
    *,
    by: str,
    promised_on: dt.date | None = None,
) -> list[ComplaintState]:
    """Moves complaints to a state and notes each move; answers where those stood that were not there already.

    Whether a move is allowed is asked before (`check_moves`). `promised_on` goes with PROMISED alone.
    """
    ids = list(dict.fromkeys(complaint_ids))
    hold_complaints(shop, change, ids)  # so that what is counted below is what stands there
    at = shop.now().isoformat(timespec="seconds")
    standing = complaint_states(shop, ids)
    moving = [one for one in standing if one.state is not state]
    after = [_moved(one, state, at, promised_on) for one in standing]
    note_steps(change, [(one.id, state) for one in moving], at=at, by=by)
    rows = [(one.state.value, one.answered_at, one.solved_at, one.promised_on) for one in after]
    change.update_many(ComplaintTable, [one.id for one in after], _COLUMNS, rows)
    renew_deadlines(shop, change, [one.id for one in after])
    counted(shop, change, standing, after)
    return moving


def check_moves(states: Sequence[ComplaintState], state: State) -> None:
    """Raises Conflict at the first of these complaints that cannot go to a state from where it is."""
    for one in states:
        if one.state is not state and state not in MOVES[one.state]:
            raise Conflict(
                msg(
                    "Complaint {id} cannot go from “{old}” to “{new}”. Choose another step.",
                    id=one.id,
                    old=STATE_NAMES[one.state],
                    new=STATE_NAMES[state],
                )
            )


def note_steps(change: Change, moves: Sequence[tuple[ComplaintId, State]], *, at: str, by: str) -> None:
    """Notes that complaints came to these states."""
    rows = [(number, state.value, at, by) for number, state in moves]
    change.insert_many(ComplaintStepTable, ("complaint", "state", "at", "by"), rows)


def _moved(one: ComplaintState, state: State, at: str, promised_on: dt.date | None) -> ComplaintState:
    if state is one.state and state is not State.PROMISED:
        return one
    day = promised_on if state is State.PROMISED else one.promised_on if state is State.SOLVED else None
    return one._replace(
        state=state,
        answered_at=one.answered_at or (at if state in _ANSWERING else ""),
        solved_at=at if state is State.SOLVED else one.solved_at,
        promised_on=day,
    )
