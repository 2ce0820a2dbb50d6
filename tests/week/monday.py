"""Monday: the first start, orders of three platforms and an address book, who was there twice, the packers' hands."""

from __future__ import annotations

import math

from tests.week.desk import Desk
from tests.week.exports import write_exports, write_logo
from tests.week.gestures import choose, go_to, name_file
from tests.week.shop import PACKERS, Week

SHOP = "Linen & Oak"
_LANGUAGES = ("Latviešu", "Русский")


def monday(week: Week) -> None:
    """The owner alone, from the first question to the signatures."""
    owner = week.owner
    _answer_three_questions(week)
    _take_orders_in(week)
    _take_birthdays_in(week)
    _merge_who_is_one(week)
    for name, language in zip(PACKERS, _LANGUAGES, strict=True):
        _add_packer(owner, name, language)
    _draw_signature(owner, PACKERS[0])
    _write_signature(owner, PACKERS[1])
    owner.picture("packers")
    week.note("owner", f"{' and '.join(PACKERS)} pack, and have signed")


def _answer_three_questions(week: Week) -> None:
    owner = week.owner
    write_logo(owner.home / "logo.png")
    owner.sees("Welcome to Cordial", "What is your shop called?", "Which language do you work in?")
    owner.fill("What is your shop called?", SHOP)
    owner.click("Choose a picture…")
    name_file(owner, "logo.png")
    owner.sees("Welcome to Cordial", "logo.png")
    owner.picture("three questions")
    owner.click("Import my orders")
    owner.sees(SHOP, "Drop your shop’s export here")
    week.note("owner", f"has a shop called {SHOP}, with a logo")


def _take_orders_in(week: Week) -> None:
    owner = week.owner
    files = write_exports(owner.home / "Downloads")
    owner.click("Choose a file…")
    name_file(owner, *(file.name for file in files[:3]))  # the dialog begins among the downloads
    owner.sees("Import 24 orders", "24 new customers", "2 more files wait")
    owner.picture("plan")
    owner.press("Enter")
    owner.sees("Import 20 orders")
    owner.press("Enter")
    owner.sees("Import 16 orders", "Etsy gives out no e-mail addresses.")
    owner.press("Enter")
    owner.sees("60 not printed yet", "Every promise is in good time.")
    owner.picture("today")
    week.note("owner", "took in 60 orders of Shopify, WooCommerce and Etsy; all of them are in good time")


def _take_birthdays_in(week: Week) -> None:
    owner = week.owner
    go_to(owner, "Import")
    owner.click("Choose a file…", "Button")
    name_file(owner, "google_contacts.csv")
    owner.sees("5 changed", "Birthday: – → 7 October 1988", "People around: – → Andris Kalniņš")
    owner.press("Enter")
    owner.sees("5 customers imported")
    week.note("owner", "knows five birthdays and a husband from the address book; three of the days are near")


def _merge_who_is_one(week: Week) -> None:
    """Seven who ordered in two places are one each; a couple with one phone are two."""
    owner = week.owner
    go_to(owner, "Customers")
    owner.sees("60 customers")
    owner.click("Possible duplicates: 8", "Button")
    for left in range(8, 0, -1):
        where = f"Pair 1 of {left}" if left > 1 else "Perhaps one person"  # the least sure comes last
        pair = owner.sees(where, "This record stays").read()
        couple = "The same phone +371 20000003, but other given names" in pair
        assert couple == (left == 1), pair
        if left == 8:
            assert "The same phone +371 20000002, the same name in Rīga" in pair
            owner.picture("pair")
        owner.press("Ctrl+D" if couple else "Ctrl+Enter")
    owner.sees("Every pair is answered", "Zane Liepa and Jānis Liepa are two people")
    owner.press("Esc")
    owner.sees("53 customers")
    week.note("owner", "made 53 customers of 60; a couple with one phone stayed two")


def _add_packer(owner: Desk, name: str, language: str) -> None:
    if not owner.look().named("Settings", "CheckBox")[0].ticked:
        go_to(owner, "Settings")
    owner.click("Add a packer")
    owner.fill("Packer’s name", name)
    choose(owner, "Language at the bench", language)
    owner.click("Save", "Button", within="New packer")
    owner.sees(f"Add packer {name}", f"no PIN · {language}")


def _draw_signature(owner: Desk, name: str) -> None:
    owner.click(f"Signature…: {name}")
    pad = owner.find("Signature", "Client", within=f"Signature of {name}", nth=1)
    left, top, _, high = pad.place
    waves = [(left + 60 + 4 * n, top + high // 2 + round(40 * math.sin(n / 5) * (1 - n / 90))) for n in range(80)]
    owner.hands.drag(waves)
    owner.picture("signed")
    owner.click("Save", "Button", within=f"Signature of {name}")
    owner.sees(f"Keep the signature of {name}", f"PIN…: {name}")


def _write_signature(owner: Desk, name: str) -> None:
    owner.click(f"Signature…: {name}")
    owner.click("Write the name")
    owner.click("Save", "Button", within=f"Signature of {name}")
    owner.sees(f"Keep the signature of {name}", f"PIN…: {name}")
