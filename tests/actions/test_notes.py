"""Dated notes: who wrote what and when stays, whatever happens to the text."""

from __future__ import annotations

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.notes import add_note, edit_note, remove_note
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.queries.customers import customer
from desktop_app.queries.notes import note, notes_of
from tests.actions.rows import rows
from tests.made import BY, person


def test_a_note_keeps_its_moment_and_its_writer(shop):
    liga = person(shop, "Līga")
    kept, done = add_note(shop, liga, "  Called.\r\nCalls again.\n", actor="Zane")
    [found] = notes_of(shop, liga)
    assert (found.id, found.by, found.text) == (kept, "Zane", "Called.\nCalls again.")
    assert found.at.startswith("2026-11-20T")
    assert customer(shop, liga).version == done.id
    edit_note(shop, kept, found.version, "Called twice.", actor="Eva")
    [edited] = notes_of(shop, liga)
    assert (edited.text, edited.by, edited.at) == ("Called twice.", "Zane", found.at)


def test_each_deed_is_undone_to_the_row(shop):
    liga = person(shop, "Līga")
    kept, _ = add_note(shop, liga, "One", actor=BY)
    for deed in (
        lambda: add_note(shop, liga, "Two", actor=BY),
        lambda: edit_note(shop, kept, note(shop, kept)[1].version, "Three", actor=BY),
        lambda: remove_note(shop, kept, actor=BY),
    ):
        before = rows(shop)
        deed()
        assert rows(shop) != before
        undo(shop, actor=BY)
        assert rows(shop) == before


@pytest.mark.parametrize(("text", "said"), [(" \n ", "Write the note first"), ("n" * 20_001, "too long")])
def test_what_cannot_be_kept_is_said(shop, text, said):
    liga = person(shop, "Līga")
    with pytest.raises(Invalid, match=said) as error:
        add_note(shop, liga, text, actor=BY)
    assert error.value.field == "text"


def test_an_old_text_never_overwrites_and_what_is_gone_is_said(shop):
    liga = person(shop, "Līga")
    kept, _ = add_note(shop, liga, "One", actor=BY)
    version = notes_of(shop, liga)[0].version
    edit_note(shop, kept, version, "Two", actor=BY)
    with pytest.raises(Conflict):
        edit_note(shop, kept, version, "Three", actor=BY)
    remove_note(shop, kept, actor=BY)
    with pytest.raises(NotFound, match="no note number"):
        remove_note(shop, kept, actor=BY)
