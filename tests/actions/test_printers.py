"""Printers as the system tells of them, by commands that stand in for it and by a real CUPS of the test's own."""

import subprocess
from pathlib import Path

import pytest

from desktop_app.actions import printers
from desktop_app.actions.printers import (
    arguments,
    cancel_job,
    default_printer,
    job,
    media_for,
    media_of,
    print_file,
    printer,
)
from desktop_app.documents.stocks import load_stock
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.errors import DeliveryFailed
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.printers import Binding, JobState, Printer, bound, printer_for
from desktop_app.domain.printing import Kind
from desktop_app.i18n import english
from tests.cups import ask_at, cups, until
from tests.render.marked import marked, marks_in, numbered
from tests.render.sheets import run

FOUR_UP = load_stock("a6-4up-a4")


@pytest.fixture
def office(monkeypatch):
    """A real CUPS with the printer “Office”."""
    with cups() as server:
        ask_at(monkeypatch, server.folder / "socket")
        yield server


def options(words: list[str]) -> list[str]:
    """What stands after each -o."""
    return [word for before, word in zip(words, words[1:], strict=False) if before == "-o"]


def test_the_file_is_never_scaled_and_its_title_is_plain():
    found = arguments(Path("-odd name.pdf"), "Office", title="Открытки ✉ 2026", media="A4")
    assert found[:5] == ["lp", "-d", "Office", "-t", "-" * 8 + " - 2026"]
    assert options(found) == ["print-scaling=none", "sides=one-sided", "media=A4"]
    assert found[-2:] == ["--", "-odd name.pdf"]


def test_sides_tray_and_pages_are_said():
    found = arguments(
        Path("a.pdf"), "P", title="t", media="A4", duplex=Duplex.SHORT, tray="tray-2", pages=[(3, 4), (7, 8)],
        copies=2, reverse=True, collate=False, besides={"job-priority": "80"},
    )  # fmt: skip
    assert options(found) == [
        "print-scaling=none", "sides=two-sided-short-edge", "media=A4,tray-2", "page-ranges=3-4,7-8",
        "outputorder=reverse", "collate=false", "job-priority=80",
    ]  # fmt: skip
    assert found[5:7] == ["-n", "2"]
    assert "sides=one-sided" in arguments(Path("a.pdf"), "P", title="t", duplex=Duplex.FOLD)


SIZES = {"iso_a4_210x297mm": (210.0, 297.0), "na_letter_8.5x11in": (215.9, 279.4), "iso_a6_105x148mm": (105.0, 148.0)}


@pytest.mark.parametrize(
    ("sheet", "media"),
    [
        ((210.0, 297.0), "iso_a4_210x297mm"), ((297.0, 210.0), "iso_a4_210x297mm"),
        ((105.0, 148.5), "iso_a6_105x148mm"), ((215.9, 279.4), "na_letter_8.5x11in"), ((62.0, 29.0), "Custom.29x62mm"),
    ],
)  # fmt: skip
def test_the_printers_own_name_of_a_size_is_found_whichever_way_it_lies(sheet, media):
    assert media_of(sheet, Printer("P", ready=True, sizes=SIZES, largest=(300.0, 500.0))) == media


def test_paper_a_printer_does_not_take_is_refused_before_any_is_wasted():
    with pytest.raises(DeliveryFailed, match="no paper of 148 × 210 mm"):
        media_of((148.0, 210.0), Printer("P", ready=True, sizes=SIZES))


def test_a_printer_that_tells_nothing_is_taken_at_the_usual_names():
    assert media_of((148.0, 210.0), Printer("P", ready=True)) == "A5"
    assert media_of((100.0, 62.5), Printer("P", ready=True)) == "Custom.62.5x100mm"


def test_a_stock_has_its_printer_and_tray_on_this_desk():
    text = bound(bound("", "a6", Binding("Cards", "manual")), "a5", Binding("Big"))
    assert printer_for(text, "Office", "a6") == Binding("Cards", "manual")
    assert printer_for(text, "Office", "a4") == Binding("Office")
    assert bound(bound(text, "a6", None), "a5", None) == ""
    for broken in ("{", "[]", '{"a6": 3}', '{"a6": {}}'):
        assert printer_for(broken, "", "a6") == Binding("")


def test_a_printer_tells_its_trays_sizes_and_sides(office):
    found = printer("Office")
    assert (found.ready, found.both_sides, found.trays) == (True, True, ("tray-1", "manual"))
    assert found.sizes["iso_a6_105x148mm"] == (105.0, 148.0)
    assert not printer("Nobody").ready
    assert media_for(FOUR_UP, "Office", Duplex.LONG) == "iso_a4_210x297mm"


def test_what_is_shown_is_what_is_spooled_and_what_comes_out_is_moved_as_calibrated(office, tmp_path):
    """Four-up on both sides through real filters: the same bytes in, each mark where the correction says, out."""
    used = Calibration(dx=1.5, dy=-1.0, back_dx=-2.0, back_dy=0.5)
    design = {Kind.THANK_YOU: marked()}
    sides = Imposing(duplex=Duplex.LONG)
    _, plain = run(numbered(6), stock=FOUR_UP, imposing=sides, designs=design)
    result, shown = run(numbered(6), stock=FOUR_UP, imposing=sides, designs=design, calibration=used)
    file = tmp_path / "shown.pdf"
    file.write_bytes(shown)
    name = print_file(file, "Office", stock=FOUR_UP, duplex=Duplex.LONG, tray="manual")
    assert office.jobs() == [shown]
    before, after = marks_in(plain), marks_in(office.came_out())
    assert len(after) == len(before) == 2 * result.cards
    for meant, found in zip(before, after, strict=True):
        assert (found.letter, found.number, found.page) == (meant.letter, meant.number, meant.page)
        moved = used.placed(meant.x, meant.y, back=meant.letter == "B")
        assert (found.x, found.y) == pytest.approx(moved, abs=0.1)
    assert until(lambda: job(name).state is JobState.DONE)
    log = office.command("lpstat", "-W", "completed", "-o", "Office")
    assert name in log


def test_one_sheet_can_be_printed_again(office, tmp_path):
    result, made = run(
        numbered(10), stock=FOUR_UP, imposing=Imposing(duplex=Duplex.SHORT), designs={Kind.THANK_YOU: marked()}
    )
    file = tmp_path / "made.pdf"
    file.write_bytes(made)
    print_file(file, "Office", stock=FOUR_UP, duplex=Duplex.SHORT, pages=[result.pages_of(2)])
    assert {mark.number for mark in marks_in(office.came_out())} == {4, 5, 6, 7}


def test_a_job_is_followed_to_its_end_and_can_be_taken_back(office, tmp_path):
    file = tmp_path / "made.pdf"
    file.write_bytes(run(numbered(1), designs={Kind.THANK_YOU: marked()})[1])
    office.command("cupsdisable", "-r", "Out of cards", "Office")
    name = print_file(file, "Office", stock=load_stock("a6"))
    waiting = job(name)
    assert waiting.state is JobState.STOPPED
    assert "Out of cards" in english(waiting.reasons[0])
    assert not waiting.state.ended
    cancel_job(name)
    assert job(name).state is JobState.CANCELLED
    with pytest.raises(DeliveryFailed):
        cancel_job("Office-99")
    office.command("cupsenable", "Office")
    again = print_file(file, "Office", stock=load_stock("a6"))
    assert until(lambda: job(again).state is JobState.DONE)
    assert job("Office-99").state is JobState.DONE  # the system has forgotten it


def test_a_printer_of_one_side_is_not_given_backs(monkeypatch):
    monkeypatch.setattr(printers, "printer", lambda name: Printer(name, ready=True, sizes=SIZES))
    with pytest.raises(DeliveryFailed, match="one side only"):
        media_for(FOUR_UP, "Old", Duplex.LONG)
    assert media_for(FOUR_UP, "Old", Duplex.FOLD) == "iso_a4_210x297mm"


def test_without_a_printing_system_the_way_out_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DeliveryFailed, match=r"no printing system.*Save the PDF"):
        print_file(tmp_path / "a.pdf", "Office")
    assert printers.printers() == []
    assert default_printer() == ""


def test_a_server_that_is_not_there_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    monkeypatch.setattr("http.client.HTTPConnection.connect", lambda self: (_ for _ in ()).throw(OSError("no")))
    with pytest.raises(DeliveryFailed, match="does not answer"):
        printer("Office")


def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: str) -> None:
    """A command of the printing system that answers as told, first on the path."""
    file = tmp_path / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")


def test_the_job_is_named(tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "lp", 'echo "request id is $2-17 (1 file(s))"')
    assert print_file(tmp_path / "a.pdf", "Office") == "Office-17"


def test_a_refusal_is_said_with_its_reason(tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "lp", 'echo "lp: The printer or class does not exist." >&2; exit 1')
    with pytest.raises(DeliveryFailed, match=r"class does not exist\. Look after the printer"):
        print_file(tmp_path / "a.pdf", "Nowhere")


def test_printers_as_the_system_lists_them(tmp_path, monkeypatch):
    script(
        tmp_path,
        monkeypatch,
        "lpstat",
        'if [ "$1" = -e ]; then echo PDF; echo Office; else echo "system default destination: PDF"; fi',
    )
    assert printers.printers() == ["PDF", "Office"]
    assert default_printer() == "PDF"


def test_no_default_is_no_printer(tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "lpstat", 'echo "no system default destination"')
    assert default_printer() == ""


def test_a_dead_system_does_not_hold_the_window(monkeypatch):
    def never(*_given, **_more):
        raise subprocess.TimeoutExpired("lp", 60)

    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(DeliveryFailed, match="does not answer"):
        print_file(Path("a.pdf"), "Office")
