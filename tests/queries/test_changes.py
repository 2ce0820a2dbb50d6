from desktop_app.actions.history import undo
from desktop_app.i18n import Words
from desktop_app.queries.changes import change_rows, undo_state
from tests.made import person


def test_the_log_says_who_did_what_newest_first(shop):
    person(shop, "Anna")
    person(shop, "Zane")
    undo(shop, actor="owner")
    rows = change_rows(shop, 2)
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
