import datetime as dt
import logging
import threading
from dataclasses import replace

import pytest

from desktop_app.actions.backups import backup
from desktop_app.actions.complaints import add_complaint, remove_complaints
from desktop_app.actions.customers import edit_customer, remove_customers
from desktop_app.actions.erasing import erase, erase_plan
from desktop_app.actions.handed import Handed, left_handed, note_handed
from desktop_app.actions.history import redo, undo
from desktop_app.actions.merging import merge_customers
from desktop_app.actions.notes import add_note
from desktop_app.actions.orders import remove_orders
from desktop_app.actions.people import add_relative
from desktop_app.actions.printing import print_folder
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.errors import AppError, NotFound
from desktop_app.domain.kinds import Kind
from desktop_app.domain.listing import OrderFilter
from desktop_app.domain.people import Relation, RelativeFields
from desktop_app.i18n import Words, msg
from desktop_app.logs import kept
from desktop_app.queries.changes import undo_state
from desktop_app.queries.complaint_list import complaint_ids
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer, customer_name
from desktop_app.queries.orders import order, order_ids
from desktop_app.queries.people import relatives_of
from desktop_app.queries.search import find
from desktop_app.store import tables
from desktop_app.store.connect import open_shop
from desktop_app.store.erasing import OWN, RELATIVE_COLUMNS
from desktop_app.store.erasing_complaints import KEPT, SPOKEN
from tests.actions.marked import hits, marked_person
from tests.made import BY, bought, person, printed_papers, printed_people
from tests.people_made import whole_customer


def test_no_byte_of_erased_people_is_left_anywhere(shop, tmp_path):
    stays = person(shop, "Anna", "Ozola")
    with kept(tmp_path):
        people = [marked_person(shop, seed, beside=stays) for seed in range(6)]
        assert all(hits(shop, [one.marks[-1]]) for one in people)
        shop.database.execute_sql("ANALYZE")  # samples of keys, as SQLite and servers keep them
        done, _ = erase(shop, [one.id for one in people], actor=BY)
    assert done.tidy
    assert hits(shop, [mark for one in people for mark in one.marks]) == []
    assert customer_name(shop, stays) == "Anna Ozola"
    assert relatives_of(shop, stays) == []


def test_the_search_for_bytes_finds_what_a_plain_removal_leaves(shop):
    one = marked_person(shop, 7)
    remove_complaints(shop, complaint_ids(shop), actor=BY)
    remove_orders(shop, order_ids(shop), actor=BY)
    remove_customers(shop, [one.id], actor=BY)
    left = hits(shop, one.marks)
    assert len({hit.partition(": ")[2] for hit in left}) > 30


def test_orders_stay_as_business_records_of_nobody(shop):
    whose, _ = whole_customer(shop)
    made = bought(shop, whose, "Mug", "Jug", number="1001", note="for my mother", tracking="LV123", packer_note="wrap",
                  placed_at="2026-11-02T10:00:00+02:00", note_to="Dear Anna")  # fmt: skip
    before = order(shop, made).fields
    erase(shop, [whose], actor=BY)
    after = order(shop, made).fields
    assert (after.customer, after.note, after.tracking, after.packer_note, after.note_to) == (None, "", "", "", "")
    assert not any((after.ship_to.name, after.ship_to.street, after.ship_to.city, after.ship_to.country))
    assert (after.number, after.total, after.lines, after.placed_on) == ("1001", *_business(before))
    assert list(order_ids(shop, OrderFilter())) == [made]


def test_complaints_stay_as_business_records_of_nobody(shop):
    whose, _ = whole_customer(shop)
    made = bought(shop, whose, "Mug", carrier="Omniva")
    one, _ = add_complaint(shop, ComplaintFields(kind="late", order=made, text="Where is it?", rating=2), actor=BY)
    before = complaint(shop, one).fields
    done, _ = erase(shop, [whose], actor=BY)
    assert done.plan.complaints == 1
    after = complaint(shop, one).fields
    assert after == replace(before, customer=None, text="")
    assert (after.kind, after.article, after.carrier, after.rating) == ("late", "Mug", "Omniva", 2)


def _business(fields):
    return fields.total, fields.lines, fields.placed_on


def test_the_others_are_as_they_were(shop):
    whose, _ = whole_customer(shop)
    other = person(shop, "Līga", "Kalniņa", email="other@mail.example", note="a namesake")
    before = customer(shop, other)
    erase(shop, [whose], actor=BY)
    assert customer(shop, other) == before
    assert [hit.id for hit in find(shop, "liga kalnina")] == [other]


def test_somebody_merged_into_them_is_forgotten_too(shop):
    one, other = marked_person(shop, 8), marked_person(shop, 9)
    merge_customers(shop, one.id, other.id, actor=BY)
    erase(shop, [one.id], actor=BY)
    assert hits(shop, one.marks + other.marks) == []


def test_a_merge_that_was_done_again_is_known_for_one(shop):
    one, other = marked_person(shop, 8), marked_person(shop, 9)
    merge_customers(shop, one.id, other.id, actor=BY)
    undo(shop, actor=BY)
    redo(shop, actor=BY)
    erase(shop, [one.id], actor=BY)
    assert hits(shop, one.marks + other.marks) == []


def test_who_was_removed_from_around_them_is_somebody_else(shop):
    whose, child = person(shop, "Anna", "Ozola"), person(shop, "Toms", "Ozols")
    add_relative(shop, whose, RelativeFields(Relation.CHILD, given="Toms", customer=child), actor=BY)
    remove_customers(shop, [child], actor=BY)
    erase(shop, [whose], actor=BY)
    undo(shop, actor=BY)
    assert customer(shop, child).name == "Toms Ozols"


def test_a_saved_view_that_looks_for_them_forgets_them(shop):
    whose = person(shop, "Anna", "Ozola")
    content = '{"text":"Anna Ozola","columns":["name"]}'
    with shop.change(msg("view"), actor=BY, topics=()) as change:
        change.insert(tables.ViewTable, {"page": "customers", "name": "A", "name_key": "a", "content": content})
    erase(shop, [whose], actor=BY)
    assert shop.sql("SELECT content FROM saved_view") == [('{"text":"","columns":["name"]}',)]


def test_what_names_them_in_the_history_says_somebody(shop):
    whose = person(shop, "Anna", "Ozola")
    fields = customer(shop, whose)
    edit_customer(shop, whose, fields.version, replace(fields.fields, family="Liepa"), actor=BY)
    other = person(shop, "Boriss", "Kalns")
    undo(shop, actor=BY)
    assert other
    erase(shop, [whose], actor=BY)
    told = [Words().say(_title(text)) for (text,) in shop.sql("SELECT title FROM change_log ORDER BY id")]
    assert told == [
        "Add somebody who was erased", "Edit somebody who was erased", "Add Boriss Kalns", "Undone: Add Boriss Kalns",
        "Erase 1 person for good",
    ]  # fmt: skip


def _title(text):
    from desktop_app.store.messages import message_from_json

    return message_from_json(text)


def test_it_is_no_step_of_undo_and_neither_is_what_was_done_to_them(shop):
    person(shop, "Boriss")
    whose = person(shop, "Anna", "Ozola")
    fields = customer(shop, whose)
    edit_customer(shop, whose, fields.version, replace(fields.fields, family="Liepa"), actor=BY)
    add_note(shop, whose, "likes blue", actor=BY)
    erase(shop, [whose], actor=BY)
    state = undo_state(shop)
    assert Words().say(state.undo[1]) == "Add Boriss"
    undo(shop, actor=BY)
    assert shop.sql("SELECT count(*) FROM customer") == [(0,)]


def test_what_was_done_with_others_at_once_is_still_undone_for_them(shop):
    whose, other = person(shop, "Anna"), person(shop, "Boriss")
    first, second = bought(shop, whose, number="1"), bought(shop, other, number="2", note="ring twice")
    remove_orders(shop, [first, second], actor=BY)
    erase(shop, [whose], actor=BY)
    undo(shop, actor=BY)
    assert order(shop, second).fields.note == "ring twice"
    assert order(shop, second).fields.customer == other
    assert order(shop, first).fields.customer is None


def test_the_plan_tells_what_goes_and_what_stays(shop):
    whose, _ = whole_customer(shop)
    bought(shop, whose, number="1")
    plan = erase_plan(shop, [whose])
    assert (plan.name, plan.orders, plan.relatives, plan.days, plan.contacts) == ("Līga Kalniņa", 1, 1, 3, 4)
    assert (plan.consents, plan.notes, plan.prints, plan.elsewhere) == (1, 1, 1, 0)
    assert plan.backups == ()


def test_backups_that_hold_them_are_told_with_the_day_they_are_gone(shop):
    before = backup(shop)
    whose = person(shop, "Anna")
    holding = backup(shop)
    told = erase_plan(shop, [whose]).backups
    assert [one.backup.file for one in told] == [holding.file]
    assert told[0].gone_on > dt.date.today()  # backups bear the computer's own day
    done, _ = erase(shop, [whose], actor=BY)
    assert done.plan.backups == told
    assert sorted(file.name for file in before.file.parent.glob("*.cordial-backup")) == [
        before.file.name, holding.file.name,
    ]  # fmt: skip


def test_kept_papers_go_and_those_saved_elsewhere_are_named(shop, tmp_path):
    from desktop_app.actions.prints import log_print
    from desktop_app.domain.printing import Kind
    from tests.made import printed_people

    one, other = marked_person(shop, 3), person(shop, "Boriss")
    saved = tmp_path / "elsewhere" / "two cards.pdf"
    saved.parent.mkdir()
    saved.write_bytes(b"%PDF")
    result = printed_people(Kind.BIRTHDAY, [one.id, other])
    log_print(shop, result, kind=Kind.BIRTHDAY, file=saved, actor=BY)
    plan = erase_plan(shop, [one.id])
    assert (len(plan.files), plan.saved) == (1, (str(saved),))
    done, _ = erase(shop, [one.id], actor=BY)
    assert done.left == (str(saved),)
    assert shop.sql("SELECT count(*) FROM print_run") == [(2,)]
    assert shop.sql("SELECT count(*) FROM print_item WHERE customer_id IS NOT NULL") == [(1,)]


def test_somebody_who_is_gone_cannot_be_erased(shop):
    whose = person(shop, "Anna")
    with pytest.raises(NotFound):
        erase(shop, [whose, whose + 1], actor=BY)
    assert customer_name(shop, whose) == "Anna"
    with pytest.raises(AppError, match="Nobody is chosen"):
        erase_plan(shop, [])


def test_a_shop_that_cannot_be_rewritten_now_says_so(shop, monkeypatch, caplog):
    from peewee import OperationalError

    def refused(text, *given):
        if "VACUUM" in text:
            raise OperationalError("database or disk is full")
        return asked(text, *given)

    whose = person(shop, "Anna")
    asked = shop.database.execute_sql
    monkeypatch.setattr(shop.database, "execute_sql", refused)
    done, _ = erase(shop, [whose], actor=BY)
    assert not done.tidy
    assert caplog.record_tuples[-1][1] == logging.WARNING
    caplog.clear()


def test_every_table_that_knows_a_customer_is_emptied_of_them():
    """A new table with a customer or a relative in it must be told to erasing, or somebody stays in it."""
    known = (
        {table for table, _ in (*OWN, *SPOKEN)}
        | {table for table, _, _ in KEPT}
        | {tables.OrderTable, tables.PrintItemTable, tables.RelativeTable}
    )
    people = {tables.CustomerTable, tables.RelativeTable}
    for table in vars(tables).values():
        if isinstance(table, type) and issubclass(table, tables.Table):
            named = {key.column_name for key, other in table._meta.refs.items() if other in people}
            assert not named or table in known, f"{table.__name__} names people: {named}"
            if table is tables.RelativeTable:
                assert named == set(RELATIVE_COLUMNS)


@pytest.mark.parametrize("where", ["here", "in another database"])
def test_whoever_still_reads_the_shop_as_it_was_is_waited_for(server, where):
    import psycopg

    address, other = server.ready(), server.empty()
    opened = open_shop(address)
    gone = marked_person(opened, 8)
    reader = psycopg.connect(address if where == "here" else other)
    reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    reader.execute("SELECT pg_current_xact_id()")  # and goes on, without a lock on what is to be rewritten
    done = threading.Timer(1, reader.close)
    done.start()
    try:
        assert erase(opened, [gone.id], actor=BY)[0].tidy
        assert hits(opened, gone.marks) == []
    finally:
        done.join()
        opened.close()
        server.drop(address)
        server.drop(other)


def test_papers_that_were_on_their_way_to_a_printer_go_too(shop):
    goes, stays = person(shop, "Anna", "Ozola"), person(shop, "Ilze", "Bērza")
    mine = printed_papers(((bought(shop, goes), Kind.THANK_YOU),))
    notes = []
    for name, papers in (("order", mine), ("card", printed_people(Kind.BIRTHDAY, [goes])),
                         ("other", printed_people(Kind.BIRTHDAY, [stays]))):
        file = print_folder(shop) / f"{name}.pdf"
        file.write_bytes(b"%PDF-")
        notes.append(Handed(shop.location, papers, Kind.BIRTHDAY, file, "Office"))
        note_handed(notes[-1])
    done, _ = erase(shop, [goes], actor=BY)
    assert done.left == ()
    assert sorted(file.name for file in print_folder(shop).iterdir()) == ["other.handed", "other.pdf"]
    assert [one.file for one in left_handed(shop, own=True)] == [notes[2].file]
