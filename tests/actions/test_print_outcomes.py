"""What became of a job stands in the log, asked of a real CUPS of the test's own."""

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.print_outcomes import job_here, job_told, known_jobs, unsettled_here
from desktop_app.actions.printers import cancel_job, job, print_file
from desktop_app.actions.prints import log_print
from desktop_app.domain.changes import Topic
from desktop_app.domain.print_outcome import Outcome, PrintOutcome, outcome_words
from desktop_app.domain.printers import Job, JobState
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language, Words, msg
from desktop_app.queries.orders import order
from desktop_app.queries.printing import print_rows
from desktop_app.queries.prints import print_run
from desktop_app.store.outcomes import outcome_from
from tests.cups import ask_at, cups, until
from tests.made import BY, bought, printed_papers
from tests.render.marked import marked, numbered
from tests.render.sheets import run

BOTH = (Kind.THANK_YOU, Kind.PACKING_INSERT)
EMPTY = msg("The paper is out.")


@pytest.fixture
def office(monkeypatch):
    """A real CUPS with the printer “Office”."""
    with cups() as server:
        ask_at(monkeypatch, server.folder / "socket")
        yield server


def logged(shop, orders, job="Office-7", printer="Office"):
    papers = tuple((one, kind) for one in orders for kind in BOTH)
    log_print(shop, printed_papers(papers), kind=Kind.PARCEL, printer=printer, job=job, actor=BY)


def told(shop, state, *reasons, name="Office-7"):
    return job_told(shop, Job(name, state, reasons), actor=BY)


def sent(folder):
    file = folder / "made.pdf"
    file.write_bytes(run(numbered(1), designs={Kind.THANK_YOU: marked()})[1])
    return print_file(file, "Office")


def outcome(shop):
    found = print_rows(shop)[0].outcome
    return found and found.state


def test_a_run_says_how_far_its_job_came(shop):
    logged(shop, [bought(shop)])
    assert outcome(shop) is Outcome.SENT
    told(shop, JobState.STOPPED, EMPTY)
    assert print_rows(shop)[0].outcome == PrintOutcome(Outcome.STOPPED, (EMPTY,))
    assert Words(Language.EN).say(outcome_words(print_rows(shop)[0].outcome)) == "Stopped: The paper is out."
    told(shop, JobState.PRINTING)
    assert outcome(shop) is Outcome.SENT
    done = told(shop, JobState.DONE)
    assert done.topics == {Topic.PRINTS}  # pages that show prints ask again
    run = print_run(shop, print_rows(shop)[0].id)
    assert (run.outcome, run.job) == (PrintOutcome(Outcome.PRINTED), job_here("Office-7"))


def test_what_was_saved_has_no_job(shop):
    logged(shop, [bought(shop)], job="", printer="")
    assert outcome(shop) is None
    assert told(shop, JobState.DONE).id == 0


@pytest.mark.parametrize("state", [JobState.CANCELLED, JobState.FAILED])
def test_papers_that_did_not_come_out_count_as_not_printed(shop, state):
    orders = [bought(shop), bought(shop)]
    logged(shop, orders)
    done = told(shop, state)
    assert Words().say(done.title) == "Papers of 2 orders did not come out"
    assert [order(shop, one).printed for one in orders] == [False, False]
    undo(shop, actor=BY)  # they came out nevertheless
    assert [order(shop, one).printed for one in orders] == [True, True]
    assert outcome(shop).lost


def test_what_another_run_printed_stays_printed(shop):
    first, second = bought(shop), bought(shop)
    logged(shop, [first, second])
    logged(shop, [second], job="Office-8")
    told(shop, JobState.FAILED)
    assert [order(shop, one).printed for one in (first, second)] == [False, True]
    told(shop, JobState.FAILED, name="Office-8")
    assert not order(shop, second).printed


def test_an_end_is_an_end_and_news_twice_is_once(shop):
    logged(shop, [bought(shop)])
    told(shop, JobState.DONE)
    before = shop.sql("SELECT count(*) FROM change_log")
    assert [told(shop, state).id for state in (JobState.DONE, JobState.FAILED)] == [0, 0]
    assert outcome(shop) is Outcome.PRINTED
    assert shop.sql("SELECT count(*) FROM change_log") == before


def test_undo_goes_past_a_printers_news(shop):
    kept = bought(shop)
    logged(shop, [kept])
    told(shop, JobState.DONE)
    undo(shop, actor=BY)
    assert not order(shop, kept).printed
    assert (print_rows(shop)[0].undone, outcome(shop)) == (True, Outcome.PRINTED)


def test_a_job_of_another_desk_is_not_this_ones(shop, monkeypatch):
    logged(shop, [bought(shop)])
    assert unsettled_here(shop) == ["Office-7"]
    monkeypatch.setattr("platform.node", lambda: "another")
    assert unsettled_here(shop) == []
    assert told(shop, JobState.FAILED).id == 0


@pytest.mark.parametrize("text", ["", "printed", "[]", '["lost"]', "{}", '["stopped", 7]'])
def test_what_is_not_readable_is_not_known(text):
    assert outcome_from(text) is None


def test_a_real_printer_that_prints(file_shop, office, tmp_path):
    logged(file_shop, [bought(file_shop)], job=sent(tmp_path))
    [name] = unsettled_here(file_shop)
    assert until(lambda: job(name).state.ended)
    for now in known_jobs([name, "Office-999"]):
        job_told(file_shop, now, actor=BY)
    assert outcome(file_shop) is Outcome.PRINTED
    assert unsettled_here(file_shop) == []


def test_a_real_printer_that_stands_still_and_is_told_to_stop(file_shop, office, tmp_path):
    office.command("cupsdisable", "-r", "Out of cards", "Office")
    kept, name = bought(file_shop), sent(tmp_path)
    logged(file_shop, [kept], job=name)
    job_told(file_shop, known_jobs([name])[0], actor=BY)
    assert Words().say(outcome_words(print_rows(file_shop)[0].outcome)) == "Stopped: The printer says: Out of cards."
    assert order(file_shop, kept).printed
    cancel_job(name)
    job_told(file_shop, known_jobs([name])[0], actor=BY)
    assert outcome(file_shop) is Outcome.CANCELLED
    assert not order(file_shop, kept).printed


def test_no_printing_system_leaves_the_log_as_it_is(file_shop, monkeypatch, tmp_path):
    ask_at(monkeypatch, tmp_path / "nobody")
    logged(file_shop, [bought(file_shop)])
    assert known_jobs(unsettled_here(file_shop)) == []
    assert outcome(file_shop) is Outcome.SENT
