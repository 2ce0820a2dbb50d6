"""Saturday: a file taken in by mistake goes out again; somebody asks what is known of them, and to be forgotten."""

from __future__ import annotations

import datetime as dt
import json
import shutil

from tests.week.desk import Desk
from tests.week.gestures import bring_in, go_to, name_file
from tests.week.orders_file import Bought, write_orders
from tests.week.shop import Week, pdf_words

NAME, ADDRESS, PHONE = "Grace Hopton", "grace@mail.example", "7700 900123"


def saturday(week: Week) -> None:
    """The owner alone."""
    _wrong_file(week)
    _what_is_known(week)
    _forget(week)
    week.note("owner", f"took a wrong file out again, gave {NAME} all that was known and then forgot her")


def _wrong_file(week: Week) -> None:
    owner, day = week.owner, week.today - dt.timedelta(1)
    mistaken = [Bought(str(number), f"Wrong{number} Shop", "", "", day) for number in range(7001, 7006)]
    file = write_orders(owner.home / "Downloads" / "sisters-shop.csv", mistaken)
    go_to(owner, "Orders")
    before = owner.sees("to pack").read()
    bring_in(owner, file, "Import 5 orders")
    owner.sees("Undo: Import sisters-shop.csv")
    go_to(owner, "Import")
    owner.sees("sisters-shop.csv")
    owner.click("Undo", "Button", within="sisters-shop.csv")
    owner.sees("Taken back")
    go_to(owner, "Orders")
    assert owner.sees("to pack").read().count("to pack") == before.count("to pack")
    owner.sees_no("Wrong7001")


def _what_is_known(week: Week) -> None:
    """All that is known of a customer, as a paper and as data."""
    owner = week.owner
    go_to(owner, "Customers")
    owner.fill("Filter customers", NAME)
    owner.click(NAME, "Cell", times=2)
    _more(owner, "Save a statement…")
    paper = owner.home / "grace.pdf"
    name_file(owner, paper)
    owner.sees("The statement of Grace Hopton is in")
    words = pdf_words(paper)
    for said in (NAME, ADDRESS, "3003", "there is only one in the box"):
        assert said in words, words
    assert json.loads(paper.with_suffix(".json").read_text(encoding="utf-8"))
    (week.kept / "papers").mkdir(parents=True, exist_ok=True)
    shutil.move(paper, week.kept / "papers" / "statement.pdf")
    paper.with_suffix(".json").unlink()


def _more(owner: Desk, deed: str) -> None:
    """What is seldom done with a customer stands in a menu of their record."""
    owner.click("More", "ButtonMenu")
    owner.click(deed, "MenuItem")


def _forget(week: Week) -> None:
    owner = week.owner
    _more(owner, "Erase for good…")
    owner.sees("Erase for good", "This cannot be undone.")
    owner.write(NAME)
    owner.picture("what goes and what stays")
    owner.click("Erase for good", "Button")
    owner.sees_no("This cannot be undone.")
    owner.sees(f"Nothing found for “{NAME}”", "0 customers")
