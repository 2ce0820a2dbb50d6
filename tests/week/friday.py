"""Friday: the carrier's van did not come and customers are told, the printer jams, the light goes out in mid-print."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

from tests.week.desk import Desk
from tests.week.gestures import go_to
from tests.week.shop import Week
from tests.week.thursday import arrives

_SLOW_PRINTING = """#!/bin/sh
PATH=${PATH#*:} lp "$@" && exec sleep 20
"""  # the printer has the papers before the program hears of it


def friday(week: Week) -> None:
    """The owner's day, from the letters in the morning to the start after the power cut."""
    _tell_of_delays(week)
    _jam(week)
    _power_cut(week)
    _power_cut_before_the_log(week)
    week.note("owner", "told four customers before they asked, and knows which cards are out")


def _tell_of_delays(week: Week) -> None:
    """Four parcels were to leave yesterday: each customer is told by the way there is to them."""
    owner = week.owner
    before = len(week.ledger.letters)
    go_to(owner, "Orders")
    owner.click("Tell about delays: 4", "Button")
    owner.sees("Late orders", "#3012 · Kārlis Straume")
    owner.picture("late")
    _choose_late(owner, "Kārlis Straume")
    owner.click("Send by e-mail", "Button")
    assert "3012" in arrives(week, before + 1)
    owner.click("Mark as told", "Button", within="Late orders")
    _choose_late(owner, "Вера Лисина")
    owner.click("Open as text message", "Button")
    opened = _opened(owner, 1)
    assert opened.startswith("sms:+37129123413?body="), opened
    assert "заказ #3013" in unquote(opened), unquote(opened)
    owner.sees("Opened. It is sent from there.")
    owner.press("Ctrl+Enter")
    _choose_late(owner, "Tomass Grīva")
    owner.click("Open in WhatsApp", "Button")
    opened = _opened(owner, 2)
    assert opened.startswith("https://wa.me/37129123414?text="), opened
    owner.press("Ctrl+Enter")
    _choose_late(owner, "Lida Grant")
    owner.sees("is known: copy the text, or print a card.")
    owner.click("Copy the text", "Button")
    owner.sees("Copied. Paste it where your customer is.")
    owner.press("Ctrl+Enter")
    owner.sees("told today", "Not told yet")
    owner.picture("told")
    owner.press("Esc")
    owner.sees_no("Late orders")


def _choose_late(owner: Desk, name: str) -> None:
    owner.click(name, "Cell")
    owner.sees("Mark as told")


def _opened(desk: Desk, number: int) -> str:
    """The link opened last, once there are so many."""
    desk.until(lambda: True if len(desk.opened()) >= number else None, "a link to be opened")
    return desk.opened()[-1]


def _jam(week: Week) -> None:
    """Cards for nine orders: the printer stops, says why, goes on; sheet 3 is crumpled and comes out once more."""
    owner = week.owner
    week.papers()
    _print_the_nine(owner)
    _printer(week, "cupsdisable", "-r", "Paper jam")
    owner.click("Print", "Button")
    owner.sees("Stopped: the papers wait at the printer until it goes on. The printer says: Paper jam.")
    owner.picture("jam")
    _printer(week, "cupsenable")
    owner.click("Something went wrong…", "Button")
    owner.fill("Find an order, a card or a sheet", "sheet 3")
    owner.click("sheet 3, place 1", "Cell")
    owner.click("Their sheets")
    owner.click("Print again", "Button")
    owner.click("Print", "Button", within="Print — Cordial")  # the system's own dialog
    owner.sees("Sent to Office")
    whole, again = map(_pages, week.papers(2))
    assert len(whole) == 6
    assert again == [whole[2]]
    week.note("owner", "printed cards for nine orders through a paper jam, and sheet 3 of them once more")


def _power_cut(week: Week) -> None:
    """The light goes out while papers wait in the printer: they are known to be there, so nothing comes out twice."""
    owner = week.owner
    _print_the_nine(owner)
    _printer(week, "cupsdisable", "-r", "Paper jam")
    owner.click("Print", "Button")
    owner.sees("Stopped: the papers wait at the printer")
    owner.power_cut()
    _printer(week, "cupsenable")
    owner.start()
    owner.sees("Friday")
    _print_the_nine(owner, "Printed already")
    owner.picture("printed already")
    owner.press("Esc")
    owner.sees_no("What to print")
    go_to(owner, "Paper")
    owner.find("Printed")
    assert len(week.papers(1)) == 1
    owner.picture("print log")
    week.note("owner", "lost the power in mid-print, and knew afterwards what was printed")


def _power_cut_before_the_log(week: Week) -> None:
    """The light goes out between the printer and the log: nobody but the owner can know whether it came out."""
    owner = week.owner
    owner.put_program("lp", _SLOW_PRINTING)
    _print_the_nine(owner)
    owner.click("Print", "Button")
    week.papers(1)
    owner.power_cut()
    owner.take_program("lp")
    owner.start()
    owner.sees("Did they come out?", "Papers of 9 orders were on their way to Office.")
    owner.picture("did they come out")
    owner.click("They came out", "Button")
    owner.sees("They count as printed.")
    week.note("owner", "was asked after another power cut whether nine orders' papers came out, and said so")


def _pages(paper: Path) -> list[str]:
    """What is read on each page of a paper."""
    done = subprocess.run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def _print_the_nine(owner: Desk, *words: str) -> None:
    """Opens the preview for all orders of Thursday's file."""
    go_to(owner, "Orders")
    owner.fill("Filter by number or name", "#30")
    owner.until(lambda: re.search(r"^\w+ 9$", owner.look().read(), re.MULTILINE), "nine orders above the list")
    owner.press("Down", "Ctrl+A", "Ctrl+P")
    owner.sees("Print for 9 orders", "23 cards and inserts", *words)


def _printer(week: Week, command: str, *words: str) -> None:
    week.printer.command(command, "-h", str(week.printer.folder / "socket"), *words, week.printer.name)
