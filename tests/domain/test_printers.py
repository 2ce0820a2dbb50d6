"""A printer's keywords become words, and a desk's choice of printers is kept as one setting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.printers import Binding, JobState, bindings, bound, reasons_of
from desktop_app.i18n import english


@pytest.mark.parametrize(
    ("keywords", "said", "words"),
    [
        (["none"], "", []),
        (["media-empty-error", "media-empty"], "", ["The paper is out."]),
        (["cover-open-report", "toner-low-warning"], "", ["A cover is open.", "The toner is running low."]),
        (["com.maker.own"], "Call the service.", ["The printer says: Call the service."]),
        (["paused"], "Out of cards", ["The printer says: Out of cards.", "The printer is paused."]),
        (["media-jam"], "PC LOAD LETTER", ["Paper is stuck."]),
    ],
)
def test_reasons_are_said_in_words(keywords: list[str], said: str, words: list[str]) -> None:
    assert [english(reason) for reason in reasons_of(keywords, said)] == words


NAMES = st.text(min_size=1, max_size=20)


@given(st.dictionaries(NAMES, st.builds(Binding, NAMES, st.text(max_size=10)), max_size=5))
def test_what_is_bound_is_found_again(chosen: dict[str, Binding]) -> None:
    text = ""
    for stock, binding in chosen.items():
        text = bound(text, stock, binding)
    assert bindings(text) == chosen
    for stock in chosen:
        text = bound(text, stock, None)
    assert text == ""


def test_a_job_has_three_ends() -> None:
    assert {state for state in JobState if state.ended} == {JobState.DONE, JobState.CANCELLED, JobState.FAILED}
