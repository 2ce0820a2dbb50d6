"""Terms of kinds: kept, taken away, refused; what is open is counted by them at once, by undo too."""

import datetime as dt

import pytest

from desktop_app.actions.complaint_kinds import add_kind, remove_kind
from desktop_app.actions.complaint_terms import set_terms
from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.history import undo
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaint_settings import CLOSES, OPENS
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, Severity, State
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.settings import CLOSED_DAYS, SHOP_NAME
from desktop_app.domain.terms import STARTER_TERMS, Term
from desktop_app.i18n import Language
from desktop_app.queries.complaints import complaint
from desktop_app.queries.deadlines import terms
from desktop_app.store.connect import Shop
from tests.made import BY

HIGH, LOW = Severity.HIGH, Severity.LOW


def said(shop, received="2026-11-19T10:00:00", **fields) -> ComplaintId:
    made = {"kind": "damaged", "text": "Broken", "severity": HIGH, "received_at": received, **fields}
    return add_complaint(shop, ComplaintFields(**made), actor=BY)[0]


def due(shop, number: ComplaintId) -> tuple[str, str]:
    found = complaint(shop, number)
    return tuple(one.isoformat(timespec="minutes") if one else "" for one in (found.answer_by, found.solve_by))


def test_a_shop_without_terms_has_the_programs(shop):
    assert due(shop, said(shop)) == ("2026-11-19T12:00", "2026-11-20T10:00")
    assert terms(shop).of("damaged", HIGH) == STARTER_TERMS[HIGH]


def test_terms_of_a_kind_count_for_what_is_open_and_not_for_others(shop):
    one, other, minor = said(shop), said(shop, kind="late"), said(shop, severity=LOW)
    before = due(shop, minor)
    set_terms(shop, "damaged", {HIGH: Term(1, 4)}, actor=BY)
    assert due(shop, one) == ("2026-11-19T11:00", "2026-11-19T14:00")
    assert due(shop, other) == ("2026-11-19T12:00", "2026-11-20T10:00")
    assert due(shop, minor) == before
    undo(shop, actor=BY)
    assert due(shop, one) == ("2026-11-19T12:00", "2026-11-20T10:00")


def test_terms_of_all_others_stand_behind_a_kinds_own(shop):
    set_terms(shop, "damaged", {HIGH: Term(1, 4)}, actor=BY)
    set_terms(shop, "", {HIGH: Term(3, 5)}, actor=BY)
    one, other = said(shop), said(shop, kind="late")
    assert due(shop, one) == ("2026-11-19T11:00", "2026-11-19T14:00")
    assert due(shop, other) == ("2026-11-19T13:00", "2026-11-19T15:00")
    set_terms(shop, "damaged", {HIGH: None}, actor=BY)
    assert due(shop, one) == ("2026-11-19T13:00", "2026-11-19T15:00")


def test_what_is_solved_stays_without_deadlines(shop):
    one = said(shop)
    set_state(shop, [one], State.SOLVED, actor=BY)
    set_terms(shop, "", {HIGH: Term(3, 5)}, actor=BY)
    assert due(shop, one) == ("", "")


def test_keeping_the_same_terms_changes_nothing(shop):
    set_terms(shop, "", {HIGH: Term(3, 5)}, actor=BY)
    assert set_terms(shop, "", {HIGH: Term(3, 5), LOW: None}, actor=BY).id == 0


@pytest.mark.parametrize(
    ("term", "field", "words"),
    [
        (Term(0, 5), "high.answer_hours", "from 1 to 1000"),
        (Term(1, 1001), "high.solve_hours", "from 1 to 1000"),
        (Term(5, 4), "high.solve_hours", "Nothing is solved before it is answered"),
    ],
)
def test_what_is_no_term_is_refused_at_its_field(shop, term, field, words):
    with pytest.raises(Invalid, match=words) as refused:
        set_terms(shop, "", {HIGH: term}, actor=BY)
    assert refused.value.field == field
    assert not terms(shop).kept


def test_a_kind_nobody_knows_is_refused(shop):
    with pytest.raises(NotFound, match="no kind of complaint “lost”"):
        set_terms(shop, "lost", {HIGH: Term(1, 2)}, actor=BY)


def test_terms_go_with_the_kind_they_are_of_and_come_back_with_it(shop):
    code, _ = add_kind(shop, {Language.EN: "Lost on the way"}, actor=BY)
    set_terms(shop, code, {HIGH: Term(1, 2)}, actor=BY)
    remove_kind(shop, code, actor=BY)
    assert not terms(shop).kept
    undo(shop, actor=BY)
    assert terms(shop).kept == {(code, HIGH): Term(1, 2)}


def test_other_hours_and_closed_days_move_what_is_open(shop):
    one = said(shop)
    set_settings(shop, {OPENS: "10:30", CLOSES: "12:00"}, actor=BY)
    assert due(shop, one) == ("2026-11-20T11:00", "2026-11-26T12:00")
    set_settings(shop, {CLOSED_DAYS: "2026-11-20"}, actor=BY)
    assert due(shop, one)[0] == "2026-11-23T11:00"
    undo(shop, actor=BY)
    assert due(shop, one)[0] == "2026-11-20T11:00"


def test_a_setting_that_no_deadline_counts_by_touches_no_complaint(shop):
    one = said(shop)
    version = complaint(shop, one).version
    set_settings(shop, {SHOP_NAME: "Ozols"}, actor=BY)
    assert complaint(shop, one).version == version


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({OPENS: "morning"}, OPENS.key, "is not a time of day"),
        ({OPENS: "18:00"}, CLOSES.key, "cannot close at 18:00 when it opens at 18:00"),
        ({CLOSES: "08:00"}, CLOSES.key, "cannot close at 08:00 when it opens at 09:00"),
    ],
)
def test_hours_that_cannot_be_are_refused_and_nothing_is_kept(shop, values, field, words):
    one = said(shop)
    with pytest.raises(Invalid, match=words) as refused:
        set_settings(shop, values, actor=BY)
    assert refused.value.field == field
    assert due(shop, one) == ("2026-11-19T12:00", "2026-11-20T10:00")


@pytest.mark.parametrize(
    ("at", "asked_again"),  # after five working days
    [("2026-11-20T08:00", "2026-11-26T18:00"), ("2026-11-20T12:30", "2026-11-27T12:30"),
     ("2026-11-20T20:00", "2026-11-27T18:00")],
)  # fmt: skip
def test_the_way_of_a_complaint_moves_its_deadlines(shop, monkeypatch, at, asked_again):
    one = said(shop, received="2026-11-20T07:00:00")
    monkeypatch.setattr(Shop, "now", lambda shop: dt.datetime.fromisoformat(at).astimezone())
    set_state(shop, [one], State.WAITING, actor=BY)
    assert due(shop, one) == ("", asked_again)
    set_state(shop, [one], State.PROMISED, promised_on=dt.date(2026, 12, 4), actor=BY)
    assert due(shop, one) == ("", "2026-12-04T18:00")
