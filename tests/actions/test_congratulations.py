"""What was done about somebody's day is kept with who did it and when, replaced, taken back and undone."""

import datetime as dt
import threading

from desktop_app.actions.congratulations import mark, unmark
from desktop_app.actions.history import undo
from desktop_app.actions.people import add_relative
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayKind, DayState, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import msg
from desktop_app.queries.customers import customer
from desktop_app.queries.days import days_near
from desktop_app.queries.settings import settings
from desktop_app.store.connect import open_shop
from desktop_app.store.tables import CongratulationTable, CustomerTable
from tests.made import BY, TODAY, person

SOON = TODAY + dt.timedelta(days=2)


def opened(location):
    return open_shop(location, today=lambda: TODAY)


def near(shop):
    return days_near(shop, settings(shop))


def test_what_was_done_is_kept_with_who_and_when(shop_location):
    shop = opened(shop_location)
    anna = person(shop, "Anna", "Kalniņa", birthday=Birthday(SOON.month, SOON.day))
    version = customer(shop, anna).version
    [row] = near(shop).coming
    changes = mark(shop, row.keys, DayState.DONE, how="card", actor="Ilze")
    assert near(shop).coming == ()
    [done] = near(shop).done
    assert (done.name, done.what.by, done.what.how, done.what.state) == ("Anna Kalniņa", "Ilze", "card", DayState.DONE)
    assert done.what.at[:10] == TODAY.isoformat()
    assert done.key == row.keys[0]
    assert customer(shop, anna).version == changes.id > version  # a form that was read before is out of date
    shop.close()


def test_undo_and_taking_back_bring_the_day_to_the_page_again(shop_location):
    shop = opened(shop_location)
    person(shop, "Anna", birthday=Birthday(SOON.month, SOON.day))
    [row] = near(shop).coming
    mark(shop, row.keys, DayState.DONE, actor=BY)
    undo(shop, actor=BY)
    assert [one.name for one in near(shop).coming] == ["Anna"]
    mark(shop, row.keys, DayState.DONE, actor=BY)
    unmark(shop, row.keys, actor=BY)
    assert ([one.name for one in near(shop).coming], near(shop).done) == (["Anna"], ())
    undo(shop, actor=BY)
    assert near(shop).coming == ()
    shop.close()


def test_taking_back_what_nobody_kept_changes_nothing(shop_location):
    shop = opened(shop_location)
    anna = person(shop, "Anna")
    assert unmark(shop, [DayKey(anna, None, DayKind.BIRTHDAY, "", SOON)], actor=BY).id == 0
    shop.close()


def test_what_is_kept_later_stands_instead(shop_location):
    shop = opened(shop_location)
    person(shop, "Anna", birthday=Birthday(SOON.month, SOON.day))
    [row] = near(shop).coming
    mark(shop, row.keys, DayState.NOT_THIS_YEAR, actor="Ilze")
    mark(shop, row.keys, DayState.DONE, how="message", actor="Maija")
    assert [(one.what.state, one.what.by) for one in near(shop).done] == [(DayState.DONE, "Maija")]
    shop.close()


def test_a_card_for_two_is_kept_for_both(shop_location):
    shop = opened(shop_location)
    anna = person(shop, "Anna")
    day = SpecialDay(DayKind.BIRTHDAY, Birthday(SOON.month, SOON.day))
    for name in ("Toms", "Līga"):
        add_relative(shop, anna, RelativeFields(Relation.CHILD, given=name, together=True, days=(day,)), actor=BY)
    [row] = near(shop).coming
    mark(shop, row.keys, DayState.DONE, actor=BY)
    assert near(shop).coming == ()
    assert {one.name for one in near(shop).done} == {"Toms", "Līga"}
    unmark(shop, [near(shop).done[0].key], actor=BY)
    assert len(near(shop).coming) == 1
    shop.close()


def test_two_desks_keep_one_day_once(server):
    location = server.ready()
    desks = [opened(location), opened(location)]
    anna = person(desks[0], "Anna", birthday=Birthday(SOON.month, SOON.day))
    [row] = near(desks[0]).coming
    values = {"customer": anna, "kind": "birthday", "kept_on": SOON, "state": "done", "at": "", "by": "Zane"}
    with desks[0].change(msg("Done"), actor="Zane", topics=()) as change:
        change.touch(CustomerTable, anna)
        change.insert(CongratulationTable, values)
        thread = threading.Thread(target=mark, args=(desks[1], row.keys, DayState.DONE), kwargs={"actor": "Ilze"})
        thread.start()
        server.until_one_waits(location)
    thread.join()
    assert desks[0].rows(CongratulationTable.select(CongratulationTable.by)) == [("Ilze",)]
    for desk in desks:
        desk.close()
