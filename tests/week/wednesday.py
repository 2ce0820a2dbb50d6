"""Wednesday: whose day it is and whose was missed; a husband who is a customer himself is congratulated once."""

from __future__ import annotations

from tests.week.gestures import choose, go_to
from tests.week.shop import Week, pdf_words


def wednesday(week: Week) -> None:
    """The owner's ten minutes in the morning."""
    owner = week.owner
    owner.sees("Мария Петрова", "birthday was yesterday", "missed", "turns 38 today", "turns 47 today")
    owner.picture("to congratulate")
    week.note("owner", "saw two birthdays of today, and one that was missed yesterday")
    _note_whose_husband_he_is(week)
    go_to(owner, "Today")
    assert len(owner.sees("To congratulate").named("Done: Andris Kalniņš", "Button")) == 1  # he stands in two records
    owner.click("Print their cards", "Button")
    _print(week, "Print for 2 customers", "2 birthday cards")
    (paper,) = week.papers(least=1)
    said = pdf_words(paper)
    assert said.count("Daudz laimes!") == 2, said  # both read Latvian
    assert said.count("Mīļā Anna,") == said.count("Mīļais Andri,") == 1, said
    owner.click("Mark as congratulated: 2 cards are printed.", "Button")
    owner.sees("Take back: Anna Bērziņa", "Take back: Andris Kalniņš")
    owner.click("Print card: Мария Петрова", "Button")
    _print(week, "Print for 1 customer", "1 birthday card")
    (late,) = week.papers(least=1)
    assert "Дорогая Мария" in pdf_words(late), pdf_words(late)
    owner.click("Mark as congratulated: 1 card is printed.", "Button")
    sight = owner.sees("Take back: Мария Петрова", "Take back: Anna Bērziņa", "Take back: Andris Kalniņš")
    assert not sight.named("Print their cards")
    owner.picture("congratulated")
    week.note("owner", f"congratulated three customers on paper, {paper.name} and {late.name}, each once")


def _note_whose_husband_he_is(week: Week) -> None:
    """In her record the address book left a name; it becomes the customer of that name, with his day."""
    owner = week.owner
    go_to(owner, "Customers")
    owner.fill("Filter customers", "Ilze")
    owner.sees("1 customer")
    owner.click("Ilze Kalniņa", "Cell")
    owner.press("Enter")
    owner.click("People", "CheckBox", within="Part of the record")
    owner.click("Change: Andris Kalniņš", "Button")
    owner.fill("Is a customer too", "Andris")
    owner.click("Andris Kalniņš, buyer37@post.example", "Cell")
    owner.sees("Not a customer")
    owner.fill("Birthday", "7")
    choose(owner, "month", "October")
    owner.click("Save", "Button", within="Andris Kalniņš — Cordial")
    owner.sees("Open their own record: Andris Kalniņš", "Birthday · 7 October · today")
    owner.picture("husband and customer")
    week.note("owner", "noted that Ilze Kalniņa's husband is the customer Andris Kalniņš")


def _print(week: Week, title: str, what: str) -> None:
    """Reads in the preview what will come out, prints it, and sees the printer through."""
    owner = week.owner
    owner.sees(title, "Printer Office", f"{what} · 1 sheet of paper")
    owner.click("Print", "Button", within=title)
    owner.sees(f"{what} on Office", "Done.")
    owner.click("Close", "Button", within="Printing — Cordial")
    owner.sees_no(f"{what} on Office")
