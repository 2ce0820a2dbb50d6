"""Deadlines of complaints against a slow clock, and by examples a shopkeeper would name."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.complaints import ComplaintStep, Severity, State
from desktop_app.domain.deadlines import SILENT_DAYS, Deadlines, deadlines
from desktop_app.domain.terms import STARTER_TERMS, Term, Terms
from desktop_app.domain.working_days import Calendar
from desktop_app.domain.working_hours import WorkingHours
from tests.domain.minute_clock import DAY, ZONES, at, is_open

RIGA = ZoneInfo("Europe/Riga")
HOURS = WorkingHours(Calendar(countries=("LV",)), 540, 1080, RIGA)
TERM = Term(4, 18)  # two working days of nine hours
RESTING = (State.WAITING, State.SOLVED)


def local(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def riga(text: str) -> dt.datetime:
    return local(text).replace(tzinfo=RIGA)


def steps(*told: str) -> list[ComplaintStep]:
    return [
        ComplaintStep(State(state), riga(moment).isoformat(), "Inese")
        for state, moment in (one.split(" ") for one in told)
    ]


def due(*told: str, received: str = "2026-11-23T10:00", promised_on: dt.date | None = None) -> Deadlines:
    return deadlines(riga(received), steps(*told), TERM, HOURS, promised_on=promised_on)


def test_a_new_complaint_is_to_be_answered_and_solved_in_working_hours():
    assert due() == Deadlines(local("2026-11-23T14:00"), local("2026-11-25T10:00"))
    assert due(received="2026-11-21T22:15") == Deadlines(local("2026-11-23T13:00"), local("2026-11-24T18:00"))


def test_an_answer_ends_the_first_deadline_only():
    assert due("answered 2026-11-23T11:00") == Deadlines(None, local("2026-11-25T10:00"))


def test_time_the_customer_takes_does_not_count():
    asked = ["answered 2026-11-23T11:00", "waiting 2026-11-23T12:00"]
    assert due(*asked) == Deadlines(None, local("2026-11-30T12:00"))  # to be asked again after five working days
    assert due(*asked, "answered 2026-11-30T09:00") == Deadlines(None, local("2026-12-01T16:00"))  # two hours were used


def test_reopened_counts_on_and_is_to_be_answered_again():
    told = ["answered 2026-11-23T11:00", "solved 2026-11-23T15:00", "reopened 2026-12-01T09:00"]
    assert due(*told) == Deadlines(local("2026-12-01T13:00"), local("2026-12-02T13:00"))  # five hours were used
    assert due(*told, "answered 2026-12-01T10:00") == Deadlines(None, local("2026-12-02T13:00"))


def test_a_term_used_up_before_it_was_solved_stays_used_up():
    told = ["answered 2026-11-23T11:00", "solved 2026-11-27T15:00", "reopened 2026-12-01T09:00"]
    assert due(*told).solve_by == local("2026-11-25T10:00")


def test_a_promised_day_is_the_deadline_as_long_as_the_promise_stands():
    promised = ["promised 2026-11-23T11:00"]
    day = dt.date(2026, 12, 4)
    assert due(*promised, promised_on=day) == Deadlines(None, local("2026-12-04T18:00"))
    assert due(*promised) == Deadlines(None, local("2026-11-25T10:00"))
    assert due(*promised, "answered 2026-11-23T12:00", promised_on=day) == Deadlines(None, local("2026-11-25T10:00"))


def test_seconds_are_not_told():
    assert due(received="2026-11-23T10:00:59").answer_by == local("2026-11-23T14:00")


def slow(
    received: int, told: Sequence[tuple[int, State]], *, term: Term, hours: WorkingHours, zone: str
) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The deadlines as a clock finds them that looks at every minute."""
    opened = is_open(hours.calendar, hours.opens, hours.closes, zone=zone)
    moves, asked, answer_left, solve_left = dict(told), True, term.answer_hours * 60, term.solve_hours * 60
    state, minute, answer_by, solve_by = State.NEW, received, None, None
    last, silence, ask_by = max([received, *moves]), 0, None
    while (
        minute <= last
        or (asked and answer_by is None)
        or (state is not State.SOLVED and (ask_by if state is State.WAITING else solve_by) is None)
    ):
        if minute in moves:
            state = moves[minute]
            silence, ask_by = SILENT_DAYS * (hours.closes - hours.opens), None
            if state is State.REOPENED and not asked:
                asked, answer_left, answer_by = True, term.answer_hours * 60, None
            elif state is not State.REOPENED:
                asked, answer_by = False, None
        if opened(minute):
            answer_left, solve_left = answer_left - asked, solve_left - (state not in RESTING)
            silence -= state is State.WAITING
        minute += 1
        if asked and answer_left == 0 and answer_by is None:
            answer_by = minute
        if solve_left == 0 and solve_by is None:
            solve_by = minute
        if state is State.WAITING and silence == 0 and ask_by is None:
            ask_by = minute
    owed = {State.WAITING: ask_by, State.SOLVED: None}.get(state, solve_by)
    return wall(answer_by, zone), wall(owed, zone)


def wall(minute: int | None, zone: str) -> dt.datetime | None:
    return None if minute is None else at(minute).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


states = st.sampled_from([state for state in State if state is not State.NEW])


@st.composite
def stories(draw: st.DrawFn) -> tuple[int, list[tuple[int, State]]]:
    """When a complaint came in, and what became of it at which minutes, around spring or autumn or at any time."""
    minute = received = draw(
        st.one_of(st.integers(90 * DAY, 105 * DAY), st.integers(300 * DAY, 312 * DAY), st.integers(0, 365 * DAY))
    )
    told = []
    for state in draw(st.lists(states, max_size=5)):
        minute += draw(st.one_of(st.integers(1, 300), st.integers(1, 4 * DAY)))
        told.append((minute, state))
    return received, told


@given(
    st.sampled_from(ZONES),
    st.sampled_from([(Calendar(countries=("LV",)), 540, 1080), (Calendar(days_off=frozenset()), 30, 1410)]),
    stories(),
    st.builds(Term, st.integers(1, 12), st.integers(1, 40)),
)
def test_deadlines_are_those_of_the_slow_clock(zone, shop, story, term):
    hours, (received, told) = WorkingHours(*shop, ZoneInfo(zone)), story
    noted = [ComplaintStep(state, at(minute).isoformat(), "") for minute, state in told]
    found = deadlines(at(received), noted, term, hours)
    assert (found.answer_by, found.solve_by) == slow(received, told, term=term, hours=hours, zone=zone)


def test_the_slow_clock_catches_a_count_that_forgets_the_rest():
    told = [(2 * DAY, State.WAITING), (3 * DAY, State.ANSWERED)]
    hours = WorkingHours(Calendar(days_off=frozenset()), 0, DAY, RIGA)
    forgetful = deadlines(at(DAY), [ComplaintStep(State.ANSWERED, at(3 * DAY).isoformat(), "")], Term(1, 30), hours)
    assert slow(DAY, told, term=Term(1, 30), hours=hours, zone="Europe/Riga") != (None, forgetful.solve_by)


def test_a_kind_without_terms_of_its_own_has_those_of_all_others():
    own = Terms({("late", Severity.HIGH): Term(1, 3), ("", Severity.HIGH): Term(2, 6)})
    assert own.of("late", Severity.HIGH) == Term(1, 3)
    assert own.of("rude", Severity.HIGH) == Term(2, 6)
    assert own.of("late", Severity.LOW) == STARTER_TERMS[Severity.LOW]


def test_worse_things_are_answered_and_solved_sooner():
    low, normal, high = (STARTER_TERMS[severity] for severity in Severity)
    assert low.answer_hours > normal.answer_hours > high.answer_hours
    assert low.solve_hours > normal.solve_hours > high.solve_hours
