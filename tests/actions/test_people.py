"""The people around a customer and everybody's days: kept, undone to the row, never written over one another."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.customers import edit_customer, remove_customers
from desktop_app.actions.history import redo, undo
from desktop_app.actions.people import add_relative, edit_relative, keep_days, remove_relative
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Words
from desktop_app.queries.customers import customer
from desktop_app.queries.people import days_of, people_of, relative, relatives_of
from tests.actions.rows import rows
from tests.made import BY, TODAY, person
from tests.people_made import CHILD, WHOLE, whole_customer

SON = RelativeFields(Relation.CHILD, given="Jānis", family="Kalniņš")
BORN = SpecialDay(DayKind.BIRTHDAY, Birthday(12, 5, 2019))
SCHOOL = SpecialDay(DayKind.OTHER, Birthday(9, 1), "first school day")


def test_somebody_around_a_customer_is_kept_whole_with_their_days(shop):
    liga, child = whole_customer(shop)
    [kept] = relatives_of(shop, liga)
    assert (kept.id, kept.of, kept.name, kept.fields) == (child, liga, "Jānis Kalniņš", CHILD)
    assert [(day.relative, day.day) for day in days_of(shop, liga)[:2]] == [(child, day) for day in CHILD.days]
    assert customer(shop, liga).fields == WHOLE


def test_each_deed_moves_the_customers_version_and_is_undone_to_the_row(shop):
    liga, child = whole_customer(shop)
    petr = person(shop, "Пётр", "Ёлкин")
    known = relative(shop, child)
    deeds = [
        lambda: add_relative(shop, liga, replace(SON, given="Anna", customer=petr), actor=BY)[1],
        lambda: edit_relative(shop, child, known.version, replace(CHILD, given="Juris", days=(BORN,)), actor=BY),
        lambda: remove_relative(shop, child, actor=BY),
        lambda: keep_days(shop, liga, customer(shop, liga).version, [SCHOOL], actor=BY),
    ]
    for deed in deeds:
        before, version = rows(shop), customer(shop, liga).version
        done = deed()
        after = rows(shop)
        assert customer(shop, liga).version == done.id > version
        assert after != before
        undo(shop, actor=BY)
        assert rows(shop) == before
        redo(shop, actor=BY)
        assert rows(shop) == after
        undo(shop, actor=BY)
        known = relative(shop, child)


def test_an_old_form_never_overwrites(shop):
    liga, child = whole_customer(shop)
    seen, known = customer(shop, liga), relative(shop, child)
    edit_relative(shop, child, known.version, replace(known.fields, days=(BORN,)), actor=BY)
    with pytest.raises(Conflict, match="Jānis Kalniņš was changed meanwhile"):
        edit_relative(shop, child, known.version, SON, actor=BY)
    with pytest.raises(Conflict):
        keep_days(shop, liga, seen.version, [], actor=BY)
    with pytest.raises(Conflict):
        edit_customer(shop, liga, seen.version, replace(seen.fields, note="other"), actor=BY)
    assert relative(shop, child).fields.days == (BORN,)


def test_the_same_again_writes_nothing(shop):
    liga, child = whole_customer(shop)
    known, seen = relative(shop, child), customer(shop, liga)
    assert edit_relative(shop, child, known.version, known.fields, actor=BY).id == 0
    own = [kept.day for kept in people_of(shop, liga).days]
    assert keep_days(shop, liga, seen.version, own, actor=BY).id == 0
    assert edit_customer(shop, liga, seen.version, seen.fields, actor=BY).id == 0
    assert customer(shop, liga).version == seen.version


def test_a_day_that_stays_is_the_same_row(shop):
    liga = person(shop, "Līga")
    wedding = SpecialDay(DayKind.ANNIVERSARY, Birthday(6, 12, 2010), "wedding")
    keep_days(shop, liga, customer(shop, liga).version, [wedding, SCHOOL], actor=BY)
    first = days_of(shop, liga)[0]
    moved = replace(wedding, date=Birthday(6, 13, 2010), title="Wedding")
    keep_days(shop, liga, customer(shop, liga).version, [moved], actor=BY)
    [kept] = days_of(shop, liga)
    assert (kept.id, kept.day) == (first.id, moved)


def test_somebody_who_is_a_customer_too_is_known_on_both_sides(shop):
    liga, petr = person(shop, "Līga", "Kalniņa"), person(shop, "Пётр", "Ёлкин")
    version = customer(shop, petr).version
    husband, done = add_relative(shop, liga, RelativeFields(Relation.SPOUSE, customer=petr), actor=BY)
    assert relative(shop, husband).name == "Пётр Ёлкин"
    assert [(each.customer, each.name) for each in people_of(shop, petr).related_to] == [(liga, "Līga Kalniņa")]
    assert customer(shop, petr).version == done.id > version
    remove_customers(shop, [petr], actor=BY)
    assert relative(shop, husband).fields.customer is None
    undo(shop, actor=BY)
    assert relative(shop, husband).fields.customer == petr


def test_a_removed_customer_takes_all_that_is_theirs_along_and_comes_back_with_it(shop):
    other = person(shop, "Zane", "Ozola")
    liga, child = whole_customer(shop)
    add_relative(shop, other, RelativeFields(Relation.FRIEND, customer=liga), actor=BY)
    before = rows(shop)
    remove_customers(shop, [liga], actor=BY)
    gone = rows(shop)
    kept = ("customer", "relative", "word", "print_item")
    assert {name: len(found) for name, found in gone.items() if found and name != "found"} == dict.fromkeys(kept, 1) | {
        "word": 3
    }
    assert "Kalniņ" not in str(gone["found"])
    with pytest.raises(NotFound):
        relative(shop, child)
    undo(shop, actor=BY)
    assert rows(shop) == before


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        (replace(SON, given="", family=" "), "given", "Enter a name"),
        (replace(SON, given="J" * 10_000), "given", "too long"),
        (replace(SON, relation=Relation.OTHER), "relation_words", "who they are"),
        (replace(SON, customer=999), "customer", "no longer in the shop"),
        (replace(SON, days=(replace(BORN, date=Birthday(11, 21, 2026)),)), "days", "still to come"),
        (replace(SON, days=(replace(BORN, date=Birthday(11, 21, 1850)),)), "days", "Nobody born in 1850"),
        (replace(SON, days=(BORN, replace(BORN, date=Birthday(1, 1)))), "days", "stands here twice"),
        (replace(SON, days=(SCHOOL, replace(SCHOOL, title="First  School Day"))), "days", "stands here twice"),
        (replace(SON, days=(replace(SCHOOL, title=""),)), "days", "Say what is kept"),
        (replace(SON, days=(replace(BORN, lead_days=61),)), "days", "0 to 60"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(shop, fields, field, said):
    liga = person(shop, "Līga")
    before = rows(shop)
    with pytest.raises(Invalid, match=said) as error:
        add_relative(shop, liga, fields, actor=BY)
    assert error.value.field == field
    assert rows(shop) == before


def test_nobody_is_around_themselves_or_twice(shop):
    liga, petr = person(shop, "Līga"), person(shop, "Pēteris")
    with pytest.raises(Invalid, match="themselves"):
        add_relative(shop, liga, replace(SON, customer=liga), actor=BY)
    husband, _ = add_relative(shop, liga, RelativeFields(Relation.SPOUSE, customer=petr), actor=BY)
    with pytest.raises(Invalid, match="Pēteris is among these people already"):
        add_relative(shop, liga, RelativeFields(Relation.FRIEND, customer=petr), actor=BY)
    known = relative(shop, husband)
    assert edit_relative(shop, husband, known.version, replace(known.fields, note="tall"), actor=BY).id


def test_a_birthday_of_ones_own_stands_with_the_name(shop):
    liga = person(shop, "Līga")
    with pytest.raises(Invalid, match="enter it there") as error:
        keep_days(shop, liga, customer(shop, liga).version, [BORN], actor=BY)
    assert error.value.field == "days"


def test_ones_own_words_stay_only_where_they_say_who(shop):
    liga = person(shop, "Līga")
    sister, _ = add_relative(shop, liga, RelativeFields(Relation.OTHER, "sister", "\u200fEva\u202e"), actor=BY)
    known = relative(shop, sister)
    assert (known.fields.relation_words, known.name) == ("sister", "Eva")
    edit_relative(shop, sister, known.version, replace(known.fields, relation=Relation.FRIEND), actor=BY)
    assert relative(shop, sister).fields.relation_words == ""


def test_the_titles_name_both(shop):
    liga = person(shop, "Līga", "Kalniņa")
    child, added = add_relative(shop, liga, SON, actor=BY)
    assert Words().say(added.title) == "Add Jānis Kalniņš, of Līga Kalniņa"
    assert Words().say(remove_relative(shop, child, actor=BY).title) == "Remove Jānis Kalniņš, of Līga Kalniņa"
    assert shop.today() == TODAY == dt.date(2026, 11, 20)
    with pytest.raises(NotFound, match="no customer 999"):
        add_relative(shop, 999, SON, actor=BY)
    assert customer(shop, liga).fields == CustomerFields(given="Līga", family="Kalniņa")


def test_who_is_deceased_is_so_in_their_own_record_and_around_others(shop):
    liga, petr = person(shop, "Līga", "Kalniņa"), person(shop, "Пётр", "Ёлкин")
    around, _ = add_relative(shop, liga, replace(SON, customer=petr), actor=BY)
    before = rows(shop)
    kept = relative(shop, around)
    edit_relative(shop, around, kept.version, replace(kept.fields, deceased=True), actor=BY)
    assert customer(shop, petr).fields.deceased
    undo(shop, actor=BY)
    assert rows(shop) == before
    own = customer(shop, petr)
    edit_customer(shop, petr, own.version, replace(own.fields, deceased=True), actor=BY)
    assert relative(shop, around).fields.deceased
    own = customer(shop, petr)
    edit_customer(shop, petr, own.version, replace(own.fields, deceased=False), actor=BY)  # it was a slip
    assert not relative(shop, around).fields.deceased
    later, _ = add_relative(shop, person(shop, "Anna"), replace(SON, customer=petr, deceased=True), actor=BY)
    assert customer(shop, petr).fields.deceased
    assert relative(shop, later).fields.deceased
    assert relative(shop, around).fields.deceased
