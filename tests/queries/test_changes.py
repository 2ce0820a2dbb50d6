from desktop_app.actions.history import undo
from desktop_app.domain.changes import Topic
from desktop_app.i18n import Words
from desktop_app.queries.changes import change_rows, shop_made, undo_state
from desktop_app.store.connect import Engine, open_shop
from desktop_app.store.restore import restore
from desktop_app.store.snapshots import backup
from tests.made import person


def test_the_log_says_who_did_what_newest_first(shop):
    person(shop, "Anna")
    person(shop, "Zane")
    undo(shop, actor="owner")
    rows = change_rows(shop, 2)
    assert Topic.CUSTOMERS in rows[0].topics
    assert [(Words().say(row.title), row.actor, row.undone) for row in rows] == [
        ("Undone: Add Zane", "owner", False),
        ("Add Zane", "tester", True),
    ]


def test_what_undo_and_redo_would_do(shop):
    assert undo_state(shop).undo is None
    person(shop, "Anna")
    state = undo_state(shop)
    assert state.undo is not None
    assert Words().say(state.undo[1]) == "Add Anna"
    assert state.redo is None


def test_a_restore_at_another_desk_is_noticed(shop):
    person(shop, "Anna")
    before = shop_made(shop)
    person(shop, "Zane")
    kept = backup(shop)
    assert shop_made(shop) == before
    if shop.engine is Engine.SQLITE:
        shop.close()  # a file's shop is restored closed only
    restore(shop.location, kept.file)
    if shop.engine is Engine.SQLITE:
        again = open_shop(shop.location)
        assert shop_made(again) == before == 0
        again.close()
    else:
        assert shop_made(shop) != before
