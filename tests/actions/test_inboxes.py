"""Inboxes kept, looked into and taken off; what cannot be kept is said at its field."""

from dataclasses import replace

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.inboxes import add_inbox, edit_inbox, look_into, remove_inboxes
from desktop_app.domain.complaints import Source
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.inboxes import InboxFields, InboxId
from desktop_app.queries.inboxes import inbox, inbox_named, inboxes
from tests.made import BY, TODAY

ETSY = InboxFields("Etsy", Source.MARKETPLACE, "https://etsy.example/messages", 9)


def test_an_inbox_is_added_edited_and_removed_and_each_can_be_undone(shop):
    kept, _ = add_inbox(shop, replace(ETSY, link="etsy.example/messages"), actor=BY)
    assert inbox(shop, kept).fields == ETSY
    edit_inbox(shop, kept, inbox(shop, kept).version, replace(ETSY, every_hours=4), actor=BY)
    assert inbox_named(shop, " ETSY ").fields.every_hours == 4
    undo(shop, actor=BY)
    assert inbox(shop, kept).fields == ETSY
    remove_inboxes(shop, [kept], actor=BY)
    assert inboxes(shop) == []
    undo(shop, actor=BY)
    assert inbox(shop, kept).fields == ETSY


def test_who_looked_when_is_noted_and_can_be_taken_back(shop):
    kept, _ = add_inbox(shop, ETSY, actor=BY)
    other, _ = add_inbox(shop, InboxFields("Mailbox"), actor=BY)
    look_into(shop, [kept], actor="Inese")
    found = inbox(shop, kept)
    assert (found.checked_at[:10], found.checked_by) == (TODAY.isoformat(), "Inese")
    assert inbox(shop, other).checked_at == ""
    undo(shop, actor="Inese")
    assert inbox(shop, kept).checked_at == ""


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        (InboxFields(" "), "name", "Say what this inbox is called"),
        (InboxFields("x" * 81), "name", "is too long: at most 80 letters"),
        (replace(ETSY, every_hours=0), "every_hours", "1 to 1000"),
        (replace(ETSY, every_hours=1001), "every_hours", "1 to 1000"),
        (replace(ETSY, link="javascript:alert(1)"), "link", "is not a web address"),
        (replace(ETSY, link="file:///etc/passwd"), "link", "is not a web address"),
        (replace(ETSY, link="https://["), "link", "is not a web address"),
        (replace(ETSY, link="https://a.example/" + "x" * 500), "link", "is not a web address"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(shop, fields, field, said):
    with pytest.raises(Invalid, match=said) as refused:
        add_inbox(shop, fields, actor=BY)
    assert refused.value.field == field
    assert inboxes(shop) == []


def test_two_inboxes_of_one_name_are_refused(shop):
    add_inbox(shop, ETSY, actor=BY)
    with pytest.raises(Invalid, match="There is an inbox “Etsy” already"):
        add_inbox(shop, InboxFields("etsy"), actor=BY)


def test_who_changed_it_second_is_told(shop):
    kept, _ = add_inbox(shop, ETSY, actor=BY)
    seen = inbox(shop, kept).version
    edit_inbox(shop, kept, seen, replace(ETSY, every_hours=4), actor=BY)
    with pytest.raises(Conflict, match="Etsy was changed meanwhile"):
        edit_inbox(shop, kept, seen, replace(ETSY, every_hours=5), actor=BY)


def test_what_is_gone_cannot_be_looked_into(shop):
    with pytest.raises(NotFound, match="no longer in the shop"):
        look_into(shop, [InboxId(7)], actor=BY)
    with pytest.raises(NotFound, match="There is no inbox “Etsy”"):
        inbox_named(shop, "Etsy")
