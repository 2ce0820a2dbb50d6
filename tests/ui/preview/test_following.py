"""The small window that follows a job: what it says and offers at each step, and when it goes."""

import pytest
from shiboken6 import isValid

from desktop_app.domain.changes import ChangeId
from desktop_app.domain.kinds import Kind, counted
from desktop_app.domain.printers import Job, JobState
from desktop_app.i18n import msg
from desktop_app.ui.preview.following import Sent, follow

EVERY = ("Cancel printing", "They came out: count them as printed", "Something went wrong…", "Close")


@pytest.fixture
def window(around):
    around.window.resize(1200, 800)
    around.window.show()
    sent = Sent("Office-7", "Office", counted(Kind.PARCEL, 48), 12, ChangeId(1))
    dialog = follow(around.desk, around.window, sent)
    around.settle()
    yield dialog
    if isValid(dialog):
        dialog.close()


def offered(window) -> tuple[str, ...]:
    buttons = (window.cancel_button, window.undo_button, window.wrong_button, window.close_button)
    return tuple(button.text() for button in buttons if button.isVisible())


@pytest.mark.parametrize(
    ("job", "said", "buttons"),
    [
        (Job("Office-7", JobState.WAITING), "It waits for its turn.", (EVERY[0], EVERY[3])),
        (Job("Office-7", JobState.PRINTING), "Printing…", (EVERY[0], EVERY[2], EVERY[3])),
        (
            Job("Office-7", JobState.PRINTING, (), 3), "Printing: 3 of 12 sheets are out.",
            (EVERY[0], EVERY[2], EVERY[3]),
        ),
        (
            Job("Office-7", JobState.STOPPED, (msg("Paper is stuck."),)),
            "Stopped: the papers wait at the printer until it goes on. Paper is stuck.", (EVERY[0], EVERY[2], EVERY[3]),
        ),
        (Job("Office-7", JobState.DONE), "Done.", (EVERY[2], EVERY[3])),
        (
            Job("Office-7", JobState.FAILED), "The printing system gave it up. Its papers count as not printed.",
            EVERY[2:],
        ),
        (
            Job("Office-7", JobState.CANCELLED), "Taken back. Its papers count as not printed.", EVERY[2:],
        ),
    ],
    ids=lambda value: value.state.value if isinstance(value, Job) else None,
)  # fmt: skip
def test_each_state_is_told_in_words_with_what_can_be_done(window, job, said, buttons):
    window.show_job(job)
    assert window.title.text() == "48 cards and inserts on Office"
    assert window.state.text() == said
    assert offered(window) == buttons
    assert window.accessibleDescription() == said


def test_it_does_not_take_the_keyboard_from_the_work_and_goes_when_all_is_printed(around, window, qtbot):
    assert not window.isModal()
    window.show_job(Job("Office-7", JobState.DONE))
    window._end.setInterval(1)
    with qtbot.waitSignal(window.destroyed, timeout=5_000):
        window._end.start()


def test_what_stands_still_stays_on_the_screen(window):
    window.show_job(Job("Office-7", JobState.STOPPED))
    assert not window._end.isActive()
    assert window._clock.isActive()
