"""Two records become one person with all that either had; Undo brings both back whole, to the row and the index."""

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import ForeignKeyField

from desktop_app.actions.consents import give
from desktop_app.actions.customers import edit_customer
from desktop_app.actions.history import redo, undo
from desktop_app.actions.importing import import_file
from desktop_app.actions.merging import chosen_sides, merge_customers, tell_apart
from desktop_app.actions.notes import add_note
from desktop_app.actions.people import add_relative, keep_days
from desktop_app.actions.prints import log_print
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import (
    Address,
    Contact,
    ContactKind,
    CustomerFields,
    GreetingForms,
    LabelledAddress,
)
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.merging import Side
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.i18n import english, msg
from desktop_app.queries import Engine
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.duplicates import duplicates, told_apart
from desktop_app.queries.orders import order
from desktop_app.queries.people import days_of, people_of, relatives_of
from desktop_app.queries.search import find
from desktop_app.queries.timeline import timeline
from desktop_app.store import tables
from desktop_app.store.tables import (
    CongratulationTable,
    CustomerTable,
    OrderTable,
    PrintItemTable,
    RelativeTable,
    SpecialDayTable,
)
from tests.made import BY, bought, person, printed_people

KEPT = [
    table
    for table in vars(tables).values()
    if isinstance(table, type) and issubclass(table, tables.Table) and table is not tables.Table
]
NAMES = ("Anna", "Jūlija", "Юлия", "Ozola", "O'Neil")
WORDS = ("an", "jul", "юл", "oz", "оз", "neil")


def rows(shop):
    """Every row of every table but the number of the change that wrote it last, and what a search finds."""
    kept = {}
    for table in KEPT:
        columns = [field for name, field in table._meta.fields.items() if name != "version"]
        kept[table.__name__] = [
            tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
            for row in shop.rows(table.select(*columns).order_by(table.id))
        ]
    kept["found"] = [indexed(shop, table, word) for table in ("customer", "relative") for word in WORDS]
    return kept


def indexed(shop, table, word):
    """Whom the search index itself knows under the beginning of a word."""
    if shop.engine is Engine.SQLITE:
        wanted = f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ? ORDER BY rowid"
        return shop.sql(wanted, (f'"{word}"*',))
    return shop.sql(f"SELECT id FROM {table} WHERE doc LIKE ? ORDER BY id", (f"%{word}%",))


def congratulate(shop, customer_id, relative=None, *, state="done", day="2026-05-17"):
    with shop.change(msg("congratulated"), actor=BY, topics=()) as change:
        values = {"customer": customer_id, "relative": relative, "kind": "birthday", "kept_on": day, "state": state}
        return change.insert(CongratulationTable, {**values, "at": "2026-05-17T10:00:00", "by": BY})


def version(shop, customer_id):
    return customer(shop, customer_id).version


def test_everything_of_the_one_that_goes_is_with_the_one_that_stays(shop):
    anna = person(
        shop, "Anna", "Ozola", email="anna@x.lv", address=Address(city="Rīga"), tags=("VIP",), note="Likes blue",
        forms=GreetingForms(called="Anniņ"),
    )  # fmt: skip
    ann = person(
        shop, "A.", "Ozola", email="a.ozola@y.lv", phone="29111222", birthday=Birthday(5, 17, 1990),
        address=Address(city="Rīga", street="Brīvības 1"), tags=("vip", "wholesale"), interests=("tea",),
        note="Has a dog", contacts=(Contact(ContactKind.MESSENGER, "@ann"),),
        addresses=(LabelledAddress("work", Address(city="Cēsis", street="Raiņa 2")),),
    )  # fmt: skip
    bought(shop, anna, placed_at="2026-02-01T10:00")
    early = bought(shop, ann, placed_at="2026-01-01T10:00")
    give(shop, ann, ConsentFields(Purpose.NEWS_EMAIL, source="form"), actor=BY)
    add_note(shop, ann, "Called about the mug", actor=BY)
    log_print(shop, printed_people(Kind.BIRTHDAY, [ann]), kind=Kind.BIRTHDAY, by=BY, actor=BY)
    congratulate(shop, ann)

    done = merge_customers(shop, anna, ann, actor=BY)

    one = customer(shop, anna)
    assert english(done.title) == "Merge Anna Ozola and A. Ozola"
    assert (one.fields.given, one.fields.phone, one.fields.email) == ("Anna", "29111222", "anna@x.lv")
    assert one.fields.birthday == Birthday(5, 17, 1990)
    assert one.fields.address.street == "Brīvības 1"
    assert {(way.kind, way.value) for way in one.fields.contacts} == {
        (ContactKind.EMAIL, "a.ozola@y.lv"), (ContactKind.MESSENGER, "@ann")
    }  # fmt: skip
    assert [place.address.street for place in one.fields.addresses] == ["Raiņa 2"]
    assert set(one.fields.tags) == {"VIP", "wholesale"}
    assert one.fields.interests == ("tea",)
    assert one.fields.note == "Likes blue\nHas a dog"
    assert one.fields.forms.called == "Anniņ"
    assert (one.orders, str(one.first_order_on)) == (2, "2026-01-01")
    assert shop.rows(OrderTable.select(OrderTable.id).where(OrderTable.first)) == [(early,)]
    assert shop.rows(PrintItemTable.select(PrintItemTable.customer)) == [(anna,)]
    with pytest.raises(NotFound):
        customer(shop, ann)
    for table in KEPT:
        for field in table._meta.sorted_fields:
            if isinstance(field, ForeignKeyField) and field.rel_model is CustomerTable:
                assert shop.value(table.select(table.id).where(field == ann)) is None, (table, field.name)
    assert shop.value(CongratulationTable.select(CongratulationTable.customer)) == anna


def test_choices_decide_and_the_fields_not_chosen_follow_the_proposal(shop):
    one = person(shop, "Anna", "Ozola", email="a@x.lv", phone="29111222")
    other = person(shop, "Anete", "Liepa", email="b@x.lv", phone="29333444")
    merge_customers(shop, one, other, chosen=chosen_sides({"given": "lose", "phone": "lose"}), actor=BY)
    kept = customer(shop, one).fields
    assert (kept.given, kept.family, kept.email, kept.phone) == ("Anete", "Ozola", "a@x.lv", "29333444")
    assert [hit.id for hit in find(shop, "Anete")] == [one]
    assert [hit.id for hit in find(shop, "29111222")] == [one]


@pytest.mark.parametrize("options", [{"shoe": "keep"}, {"given": "both"}])
def test_a_choice_that_is_none_is_said(options):
    with pytest.raises(Invalid, match="is (not a field to choose|neither keep nor lose)"):
        chosen_sides(options)


def test_people_who_stand_with_both_stay_once_with_the_days_of_both(shop):
    anna, ann = person(shop, "Anna", "Ozola"), person(shop, "Anna", "Ozola")
    day = SpecialDay(DayKind.BIRTHDAY, Birthday(3, 1))
    dated = SpecialDay(DayKind.BIRTHDAY, Birthday(3, 1, 2015))
    wedding = SpecialDay(DayKind.ANNIVERSARY, Birthday(6, 20))
    stays, _ = add_relative(shop, anna, RelativeFields(Relation.CHILD, given="Юлия", days=(day,)), actor=BY)
    goes, _ = add_relative(
        shop, ann, RelativeFields(Relation.CHILD, given="Jūlija", family="Ozola", note="Tea", days=(dated,)), actor=BY
    )
    moves, _ = add_relative(shop, ann, RelativeFields(Relation.SPOUSE, given="Jānis", days=(wedding,)), actor=BY)
    keep_days(shop, ann, version(shop, ann), [wedding], actor=BY)
    keep_days(shop, anna, version(shop, anna), [replace(wedding, lead_days=3)], actor=BY)
    congratulate(shop, anna, stays, state="not-this-year")
    congratulate(shop, ann, goes)

    merge_customers(shop, anna, ann, actor=BY)

    people = {one.id: one.fields for one in relatives_of(shop, anna)}
    assert set(people) == {stays, moves}
    assert (people[stays].given, people[stays].family, people[stays].note) == ("Юлия", "Ozola", "Tea")
    assert people[stays].days == (dated,)
    assert people[moves].days == (wedding,)
    assert [one.day for one in days_of(shop, anna) if one.relative is None] == [replace(wedding, lead_days=3)]
    assert shop.value(SpecialDayTable.select(SpecialDayTable.id).where(SpecialDayTable.customer == ann)) is None
    T = CongratulationTable
    assert shop.rows(T.select(T.customer, T.relative, T.state)) == [(anna, stays, "done")]


def test_a_child_who_stands_twice_with_the_one_that_goes_brings_both_notes(shop):
    anna, ann = person(shop, "Anna", "Ozola"), person(shop, "Anna", "Ozola")
    add_relative(shop, anna, RelativeFields(Relation.CHILD, given="Toms"), actor=BY)
    for note in ("Tea", "Trains"):
        add_relative(shop, ann, RelativeFields(Relation.CHILD, given="Toms", note=note), actor=BY)
    merge_customers(shop, anna, ann, actor=BY)
    assert [one.fields.note for one in relatives_of(shop, anna)] == ["Tea\nTrains"]


def test_links_of_other_customers_people_follow(shop):
    anna, ann = person(shop, "Anna", "Ozola"), person(shop, "Anna", "Ozola")
    only, both = person(shop, "Pēteris"), person(shop, "Kārlis")
    add_relative(shop, only, RelativeFields(Relation.SPOUSE, given="Anna", customer=ann), actor=BY)
    for one in (anna, ann):
        add_relative(shop, both, RelativeFields(Relation.FRIEND, given="Anna", customer=one), actor=BY)
    merge_customers(shop, anna, ann, actor=BY)
    assert {one.customer for one in people_of(shop, anna).related_to} == {only, both}
    assert [one.fields.customer for one in relatives_of(shop, both)] == [anna]


def test_who_was_told_apart_from_the_one_that_goes_stays_so(shop):
    anna, ann, other, third = (person(shop, "Anna", "Ozola", phone="29111222") for _ in range(4))
    for one, two in ((ann, other), (anna, ann), (third, ann), (anna, third)):
        tell_apart(shop, one, two, actor=BY)
    merge_customers(shop, anna, ann, actor=BY)
    assert told_apart(shop, other, anna) is not None
    assert {frozenset((one.first.id, one.second.id)) for one in duplicates(shop).pairs} == {frozenset((other, third))}


def test_told_apart_twice_is_once_and_can_be_taken_back(shop):
    anna, ann = (person(shop, "Anna", "Ozola", phone="29111222") for _ in range(2))
    done = tell_apart(shop, anna, ann, actor=BY)
    assert english(done.title) == "Anna Ozola and Anna Ozola are two people"
    assert tell_apart(shop, ann, anna, actor=BY).id == 0
    undo(shop, actor=BY)
    assert len(duplicates(shop).pairs) == 1


def test_family_is_never_merged(shop):
    anna, peter = person(shop, "Anna", "Ozola"), person(shop, "Pēteris", "Ozols")
    add_relative(shop, peter, RelativeFields(Relation.SPOUSE, given="Anna", customer=anna), actor=BY)
    before = rows(shop)
    for keep, lose in ((anna, peter), (peter, anna)):
        with pytest.raises(Conflict, match="stand among each other’s people"):
            merge_customers(shop, keep, lose, actor=BY)
    assert rows(shop) == before


def test_one_with_themselves_or_with_nobody_is_refused(shop):
    anna = person(shop, "Anna")
    with pytest.raises(Invalid, match="not two customers but one"):
        merge_customers(shop, anna, anna, actor=BY)
    with pytest.raises(Invalid, match="not two customers but one"):
        tell_apart(shop, anna, anna, actor=BY)
    with pytest.raises(NotFound):
        merge_customers(shop, anna, anna + 7, actor=BY)


@pytest.mark.parametrize("which", [0, 1])
def test_an_edit_of_another_desk_meanwhile_is_a_conflict_and_nothing_is_half_done(shop, which):
    ids = [person(shop, "Anna", "Ozola", email=f"{n}@x.lv") for n in range(2)]
    bought(shop, ids[1])
    read = (version(shop, ids[0]), version(shop, ids[1]))
    edit_customer(shop, ids[which], read[which], CustomerFields(given="Anna", note="new"), actor="other desk")
    before = rows(shop)
    with pytest.raises(Conflict, match="meanwhile|meantime"):
        merge_customers(shop, *ids, versions=read, actor=BY)
    assert rows(shop) == before


def test_a_note_added_meanwhile_is_a_conflict_too(shop):
    ids = [person(shop, "Anna", "Ozola") for _ in range(2)]
    read = (version(shop, ids[0]), version(shop, ids[1]))
    add_note(shop, ids[1], "called", actor="other desk")
    with pytest.raises(Conflict):
        merge_customers(shop, *ids, versions=read, actor=BY)


def test_undo_gives_the_orders_their_marks_and_owners_back(shop):
    anna, ann = person(shop, "Anna", "Ozola"), person(shop, "Anna", "Ozola")
    first = bought(shop, anna, placed_at="2026-02-01T10:00")
    second = bought(shop, ann, placed_at="2026-01-01T10:00")
    merge_customers(shop, anna, ann, actor=BY)
    assert not order(shop, first).first
    undo(shop, actor=BY)
    assert order(shop, first).first
    assert order(shop, second).fields.customer == ann
    assert (customer(shop, anna).orders, customer(shop, ann).orders) == (1, 1)
    redo(shop, actor=BY)
    assert customer(shop, anna).orders == 2


def fresh(shop):
    """A number no customer had, whatever was made and merged in this shop before."""
    return shop.sql("SELECT coalesce(max(id), 0) FROM change_log")[0][0]


def made(shop, rng):
    """Some customers with something of everything, at random."""
    ids = []
    for _ in range(rng.randint(2, 4)):
        pick = rng.choice
        ids.append(
            person(
                shop, pick(NAMES), pick(("", "Ozola", "Озола")), email=pick(("", f"a{fresh(shop)}@x.lv")),
                phone=pick(("", "29111222", "+371 29 111 222", "29333444")), note=pick(("", "n", "m\nn")),
                address=Address(city=pick(("", "Rīga", "Cēsis")), street=pick(("", "A 1"))),
                birthday=pick((None, Birthday(5), Birthday(5, 17), Birthday(5, 17, 1990))),
                contacts=pick(((), (Contact(ContactKind.PHONE, "29555666", pick(("", "home"))),))),
                addresses=pick(((), (LabelledAddress("work", Address(city="Cēsis", street="B 2")),))),
                tags=pick(((), ("VIP",), ("vip", "tea"))), interests=pick(((), ("linen",))),
                forms=GreetingForms(called=pick(("", "Anniņ"))), deceased=rng.random() < 0.1,
            )
        )  # fmt: skip
    for one in ids:
        for _ in range(rng.randrange(3)):
            bought(shop, one, placed_at=f"2026-0{rng.randint(1, 9)}-01T10:00")
        belong(shop, rng, one, ids)
    return ids


def belong(shop, rng, one, ids):
    """People, days, consents, notes, prints and what was told, of one of them."""
    other = rng.choice([None, *(each for each in ids if each != one)])
    days = tuple(
        SpecialDay(DayKind.BIRTHDAY, Birthday(3, 1, rng.choice((None, 2015)))) for _ in range(rng.randrange(2))
    )
    if rng.random() < 0.6:
        fields = RelativeFields(Relation.CHILD, given=rng.choice(NAMES), customer=rng.choice((None, other)), days=days)
        relative = add_relative(shop, one, fields, actor=BY)[0]
        congratulate(shop, one, relative, state=rng.choice(("done", "not-this-year")))
    if rng.random() < 0.5:
        keep_days(shop, one, version(shop, one), [SpecialDay(DayKind.ANNIVERSARY, Birthday(6, 20))], actor=BY)
    if rng.random() < 0.5:
        give(shop, one, ConsentFields(rng.choice(list(Purpose)), source="form"), actor=BY)
        add_note(shop, one, rng.choice(("called", "wrote")), actor=BY)
    if rng.random() < 0.5:
        congratulate(shop, one, day=f"202{rng.randint(4, 6)}-05-17")
        log_print(shop, printed_people(Kind.BIRTHDAY, [one]), kind=Kind.BIRTHDAY, by=BY, actor=BY)
    if other is not None and rng.random() < 0.4:
        tell_apart(shop, one, other, actor=BY)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9))
def test_merge_and_undo_are_the_same_rows_and_search_index(shop, seed):
    rng = random.Random(seed)
    ids = made(shop, rng)
    stages, left = [rows(shop)], list(ids)
    while len(left) > 1:
        keep, lose = rng.sample(left, 2)
        chosen = {name: rng.choice(list(Side)) for name in ("given", "email", "phone", "address", "birthday")}
        try:
            merge_customers(shop, keep, lose, chosen=chosen, actor=BY)
        except Conflict:  # they are each other's family
            assert rows(shop) == stages[-1]
            break
        left.remove(lose)
        stages.append(rows(shop))
    for stage in reversed(stages[:-1]):
        undo(shop, actor=BY)
        assert rows(shop) == stage
    for stage in stages[1:]:
        redo(shop, actor=BY)
        assert rows(shop) == stage


def test_a_row_left_behind_would_be_noticed(shop):
    anna, ann, third = person(shop, "Anna"), person(shop, "Anna"), person(shop, "Ilze")
    add_relative(shop, ann, RelativeFields(Relation.CHILD, given="Juris"), actor=BY)
    before = rows(shop)
    merge_customers(shop, anna, ann, actor=BY)
    with shop.change(msg("broken on purpose"), actor=BY, topics=(), undoable=False) as change:
        change.touch(CustomerTable, third)
        shop.run(RelativeTable.update(note="past the journal"))
    undo(shop, actor=BY)
    with pytest.raises(AssertionError):
        assert rows(shop) == before


PEOPLE = "Given name,Family name,Phone,City\n{given},{family},{phone},Rīga\n"


def test_the_file_a_merged_record_came_from_brings_it_no_second_time(shop, tmp_path):
    file = tmp_path / "people.csv"
    for given_, family in (("Anna", "Ozola"), ("Анна", "Озола")):
        file.write_text(PEOPLE.format(given=given_, family=family, phone="29111222"), encoding="utf-8")
        import_file(shop, file, actor=BY)
    anna, ann = customer_ids(shop)
    merge_customers(shop, anna, ann, actor=BY)
    for given_, family in (("Anna", "Ozola"), ("Анна", "Озола")):
        file.write_text(PEOPLE.format(given=given_, family=family, phone="29111222") + "\n", encoding="utf-8")
        import_file(shop, file, actor=BY)
    assert list(customer_ids(shop)) == [anna]


def test_an_order_under_the_email_of_the_one_that_went_joins_the_one_that_stayed(shop, tmp_path):
    anna = person(shop, "Anna", "Ozola", email="anna@x.example")
    ann = person(shop, "Ann", "Ozola", email="ann@y.example")
    merge_customers(shop, anna, ann, chosen={"email": Side.KEEP}, actor=BY)
    file = tmp_path / "orders.csv"
    file.write_text(
        "Order number,Email,Name,Date,Total,Currency\n7, ANN@Y.example ,Ann Ozola,2026-11-02,10.00,EUR\n", "utf-8"
    )
    import_file(shop, file, actor=BY)
    assert list(customer_ids(shop)) == [anna]
    assert customer(shop, anna).orders == 1


def test_the_timeline_of_the_one_that_stays_tells_of_it_whatever_else_moved(shop):
    anna, ann = person(shop, "Anna", "Ozola"), person(shop, "Anna", "Ozola")
    give(shop, ann, ConsentFields(Purpose.NEWS_EMAIL, source="form"), actor=BY)
    add_note(shop, ann, "called", actor=BY)
    bought(shop, ann)
    merge_customers(shop, anna, ann, actor=BY)
    said = [english(one.title) for one in timeline(shop, anna)]
    assert "Merge Anna Ozola and Anna Ozola" in said
