"""Birthdays out of a calendar: the customer so called is proposed, and theirs only when a person says so."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.importing import plan_import
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import english
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from tests.actions.imported import column, counts, taken
from tests.exchange.books import cards, events
from tests.made import person

YEARLY = "RRULE:FREQ=YEARLY"


def feed(folder: Path, *titles: str, day: str = "19850407", name: str = "a.ics") -> Path:
    path = folder / name
    bodies = (f"UID:{n}\r\nDTSTART;VALUE=DATE:{day}\r\n{YEARLY}\r\nSUMMARY:{title}" for n, title in enumerate(titles))
    path.write_text(events(*bodies), "utf-8", newline="")
    return path


def test_the_one_customer_so_called_is_proposed_and_nothing_is_theirs_unasked(shop: Shop, tmp_path: Path) -> None:
    number = person(shop, "Anna", "Bērza", email="anna@example.lv")
    path = feed(tmp_path, "Anna Berza's birthday", "Juris Kalns' birthday")
    plan = plan_import(shop, path)
    assert (counts(plan), plan.summary.proposed) == ((2, 0, 0), 1)
    assert any("Anna Berza" in english(note) for note in plan.summary.notes)
    taken(shop, path)
    assert customer(shop, number).fields.birthday is None


def test_whoever_says_they_are_the_same_gives_them_the_birthday(shop: Shop, tmp_path: Path) -> None:
    number = person(shop, "Anna", "Bērza", email="anna@example.lv")
    path = feed(tmp_path, "Anna Bērza's birthday", "Juris Kalns' birthday")
    done = taken(shop, path, mapping=FileMapping(same_names=True))
    assert counts(done) == (1, 1, 0)
    assert customer(shop, number).fields.birthday == Birthday(4, 7, 1985)
    other = feed(tmp_path, "Juris Kalns' birthday", "Anna Bērza's birthday", name="b.ics")
    assert counts(plan_import(shop, other)) == (0, 0, 2)  # the same name and day: nobody is asked again


def test_of_two_who_are_called_the_same_nobody_is_proposed(shop: Shop, tmp_path: Path) -> None:
    person(shop, "Anna", "Bērza", email="anna@example.lv")
    person(shop, "Anna", "Bērza", email="other@example.lv")
    plan = plan_import(shop, feed(tmp_path, "Anna Bērza's birthday"), mapping=FileMapping(same_names=True))
    assert (counts(plan), plan.summary.proposed) == ((1, 0, 0), 0)


def test_somebody_of_another_birthday_is_somebody_else(shop: Shop, tmp_path: Path) -> None:
    person(shop, "Anna", "Bērza", birthday=Birthday(1, 2))
    done = taken(shop, feed(tmp_path, "Anna Bērza's birthday"), mapping=FileMapping(same_names=True))
    assert counts(done) == (1, 0, 0)
    assert len(column(shop, "customer", "id")) == 2


def test_in_an_address_book_a_name_with_its_number_or_birthday_is_the_same_person(shop: Shop, tmp_path: Path) -> None:
    person(shop, "Anna", "Berza", phone="+371 20 000 001")
    person(shop, "Juris", "Kalns", birthday=Birthday(4, 7))
    person(shop, "Zane", "Liepa", email="zane@example.lv", phone="+371 20 000 003")
    path = tmp_path / "a.vcf"
    path.write_text(cards(
        "UID:1\r\nN:Berza;Anna;;;\r\nTEL:20000001", "UID:2\r\nN:Kalns;Juris;;;\r\nBDAY:1985-04-07",
        "UID:3\r\nN:Liepa;Zane;;;\r\nTEL:+371 20 000 003\r\nEMAIL:other@example.lv",
        "UID:4\r\nN:Berza;Anna;;;\r\nTEL:+371 20 000 009",
    ), "utf-8", newline="")  # fmt: skip
    assert counts(plan_import(shop, path)) == (2, 0, 2)  # two addresses, or two numbers, are two people
