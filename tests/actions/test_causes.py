"""Causes of complaints: named once, given to several complaints, and what was changed because of them."""

import datetime as dt

import pytest

from desktop_app.actions.causes import (
    add_cause,
    add_remedy,
    edit_remedy,
    remove_cause,
    remove_remedy,
    rename_cause,
    set_cause,
)
from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.history import undo
from desktop_app.domain.causes import RemedyFields
from desktop_app.domain.complaints import ComplaintFields, State
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.queries.causes import cause, cause_known, causes
from desktop_app.queries.complaints import complaint
from tests.made import BY, TODAY

CORNERS = "Cups packed without corners"


def said(shop, **fields):
    return add_complaint(shop, ComplaintFields(text="Broken", **fields), actor=BY)[0]


def test_a_cause_is_named_once_however_it_is_written(shop):
    first, _ = add_cause(shop, f"  {CORNERS} ", actor=BY)
    for again in (CORNERS, CORNERS.upper()):
        with pytest.raises(Invalid, match="already") as refused:
            add_cause(shop, again, actor=BY)
        assert refused.value.field == "name"
    other, _ = add_cause(shop, "Late pickup", actor=BY)
    with pytest.raises(Invalid, match="already"):
        rename_cause(shop, other, cause(shop, other).version, CORNERS, actor=BY)
    rename_cause(shop, first, cause(shop, first).version, "Cups without corners", actor=BY)
    assert [one.name for one in causes(shop)] == ["Cups without corners", "Late pickup"]
    with pytest.raises(Conflict):
        rename_cause(shop, first, 1, "Something else", actor=BY)


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_name_that_says_nothing_or_too_much_is_refused(shop, name):
    with pytest.raises(Invalid) as refused:
        add_cause(shop, name, actor=BY)
    assert refused.value.field == "name"
    assert causes(shop) == []


def test_several_complaints_get_a_cause_that_is_kept_when_it_is_new(shop):
    one, two, praise = said(shop), said(shop), said(shop, rating=5)
    set_state(shop, [two], State.SOLVED, actor=BY)
    done = set_cause(shop, [one, two, praise], CORNERS, actor=BY)
    [kept] = causes(shop)
    assert complaint(shop, one).fields.cause == kept.id
    assert (kept.complaints, kept.open, kept.last_on) == (2, 1, TODAY)
    undo(shop, done.id, actor=BY)
    assert causes(shop) == []
    assert complaint(shop, one).fields.cause is None
    set_cause(shop, [one], CORNERS, actor=BY)
    set_cause(shop, [two], CORNERS.lower(), actor=BY)  # the same one
    assert [row.complaints for row in causes(shop)] == [2]
    set_cause(shop, [one], "", actor=BY)
    assert complaint(shop, one).fields.cause is None


def test_a_cause_that_complaints_have_stays(shop):
    one = said(shop)
    set_cause(shop, [one], CORNERS, actor=BY)
    kept = cause_known(shop, CORNERS)
    add_remedy(shop, kept.id, RemedyFields("Cardboard corners"), actor=BY)
    with pytest.raises(Conflict, match="another one first"):
        remove_cause(shop, kept.id, actor=BY)
    set_cause(shop, [one], "", actor=BY)
    done = remove_cause(shop, kept.id, actor=BY)
    assert causes(shop) == []
    undo(shop, done.id, actor=BY)
    assert [change.fields.text for change in cause(shop, kept.id).remedies] == ["Cardboard corners"]
    with pytest.raises(NotFound, match="rubbish"):
        cause_known(shop, "rubbish")


def test_what_was_changed_is_kept_with_its_day(shop):
    kept, _ = add_cause(shop, CORNERS, actor=BY)
    monday = TODAY - dt.timedelta(days=4)
    first, _ = add_remedy(shop, kept, RemedyFields("Cardboard corners", monday), actor=BY)
    add_remedy(shop, kept, RemedyFields("A second box"), actor=BY)
    told = [(one.fields.text, one.fields.changed_on, one.by) for one in cause(shop, kept).remedies]
    assert told == [("A second box", TODAY, BY), ("Cardboard corners", monday, BY)]
    version = cause(shop, kept).remedies[1].version
    edit_remedy(shop, first, version, RemedyFields("Corners of foam", monday), actor=BY)
    with pytest.raises(Conflict):
        edit_remedy(shop, first, version, RemedyFields("Else", monday), actor=BY)
    assert cause(shop, kept).remedies[1].fields.text == "Corners of foam"
    remove_remedy(shop, first, actor=BY)
    assert len(cause(shop, kept).remedies) == 1
    for field, bad in (("text", RemedyFields(" ")), ("changed_on", RemedyFields("x", TODAY + dt.timedelta(days=1)))):
        with pytest.raises(Invalid) as refused:
            add_remedy(shop, kept, bad, actor=BY)
        assert refused.value.field == field
