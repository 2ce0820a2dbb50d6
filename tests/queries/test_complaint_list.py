"""A list of complaints: narrowed as a plain reading of each row would, sorted both ways, with few statements."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest

from desktop_app.actions.complaint_files import attach_pictures
from desktop_app.actions.complaint_kinds import add_kind
from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.domain.complaints import ComplaintFields, Severity, Source, State, Verdict
from desktop_app.domain.list_columns import columns_named
from desktop_app.domain.listing import ComplaintFilter, ListKind, Sort
from desktop_app.domain.urgency import Urgency
from desktop_app.domain.views import ViewContent, view_from_text, view_to_text
from desktop_app.i18n import Language, Words
from desktop_app.queries.complaint_columns import COMPLAINT_COLUMNS
from desktop_app.queries.complaint_list import complaint_ids, complaint_rows
from desktop_app.queries.lists import LISTS
from tests.made import BY, TODAY, Counting, bought, person
from tests.pictures import picture


@pytest.fixture
def filled(shop):
    """Six of different kinds: late, due, promised, solved, praised, and one in the shop's own kind."""
    anna, boriss = person(shop, "Anna", "Ozola"), person(shop, "Boriss", "Kalns")
    first, second = bought(shop, anna, "Teapot", number="9", carrier="Omniva"), bought(shop, boriss, number="10")
    own, _ = add_kind(shop, {Language.EN: "Smell", Language.LV: "Smarža"}, actor=BY)

    def said(**given):
        return add_complaint(shop, ComplaintFields(**given), actor=BY)[0]

    late = said(kind="damaged", order=first, text="Saplīsusi tējkanna", received_at="2026-11-10T10:00",
                severity=Severity.HIGH, verdict=Verdict.YES)  # fmt: skip
    due = said(kind="late", order=second, text="Где посылка?", subject="Посылка", source=Source.PHONE)
    shop.execute("UPDATE complaint SET answer_by = '2026-11-20T23:59' WHERE id = ?", (due,))  # at any hour of a run
    promised = said(kind="wrong", customer=anna, packer="Zane", supplier="Ozols")
    set_state(shop, [promised], State.PROMISED, promised_on=dt.date(2026, 12, 24), actor=BY)
    solved = said(kind="price", customer=boriss, received_at="2026-11-02T09:00")
    set_state(shop, [solved], State.SOLVED, actor=BY)
    praise = said(kind="other", rating=5, source=Source.MARKETPLACE, source_name="Etsy", text="Lovely")
    smell = said(kind=own, rating=2, customer=anna)
    attach_pictures(shop, late, [("a.png", picture(4, 4)), ("b.png", picture(5, 4))], actor=BY)
    return {"late": late, "due": due, "promised": promised, "solved": solved, "praise": praise, "smell": smell}


def found(shop, **wanted):
    return list(complaint_ids(shop, ComplaintFilter(**wanted), Sort("id")))


def test_a_row_tells_all_that_a_column_may_show(shop, filled):
    [row] = complaint_rows(shop, [filled["late"]])
    assert (row.customer, row.order, row.article, row.carrier) == ("Anna Ozola", "9", "Teapot", "Omniva")
    assert (row.title, row.pictures, row.urgency, row.open) == ("Saplīsusi tējkanna", 2, Urgency.LATE, True)
    assert row.due_by == row.answer_by
    [row] = complaint_rows(shop, [filled["smell"]])
    assert Words(Language.LV).say(row.kind_name) == "Smarža"
    assert complaint_rows(shop, [99, filled["due"]])[0].title == "Посылка"


def test_each_wish_narrows_the_list_as_reading_each_row_would(shop, filled):
    rows = complaint_rows(shop, complaint_ids(shop))
    for wanted, reads in (
        ({"open": True}, lambda row: row.open),
        ({"late": True}, lambda row: row.open and row.urgency is Urgency.LATE),
        ({"due": True}, lambda row: row.open and row.urgency is Urgency.DUE),
        ({"late": True, "due": True}, lambda row: row.open and row.urgency is not Urgency.OK),
        ({"state": (State.NEW, State.PROMISED)}, lambda row: row.state in (State.NEW, State.PROMISED)),
        ({"reviews": True}, lambda row: row.rating is not None),
        ({"praise": True}, lambda row: row.rating == 5),
        ({"rating_to": 3}, lambda row: row.rating is not None and row.rating <= 3),
        ({"kind": "damaged"}, lambda row: row.kind == "damaged"),
        ({"source": Source.PHONE}, lambda row: row.source is Source.PHONE),
        ({"severity": Severity.HIGH}, lambda row: row.severity is Severity.HIGH),
        ({"verdict": Verdict.YES}, lambda row: row.verdict is Verdict.YES),
        ({"customer": 1}, lambda row: row.customer_id == 1),
        ({"order": 1}, lambda row: row.order_id == 1),
        ({"packer": "zane"}, lambda row: row.packer == "Zane"),
        ({"carrier": "omniva"}, lambda row: row.carrier == "Omniva"),
        ({"supplier": "Ozols"}, lambda row: row.supplier == "Ozols"),
        ({"received_to": dt.date(2026, 11, 10)}, lambda row: row.received_on <= dt.date(2026, 11, 10)),
        ({"received_from": TODAY}, lambda row: row.received_on >= TODAY),
    ):
        expected = sorted(row.id for row in rows if reads(row))
        assert found(shop, **wanted) == expected, wanted
        assert 0 < len(expected) < len(rows), wanted


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("saplisusi", "late"), ("tejk sapl", "late"), ("посылк", "due"), ("10", "due"), ("etsy", "praise"),
        ("teapot", "late"),
    ],
)  # fmt: skip
def test_it_is_narrowed_by_what_was_said_and_by_the_orders_number(shop, filled, text, which):
    assert found(shop, text=text) == [filled[which]]


def test_it_is_narrowed_by_whose_it_is_and_by_its_own_number(shop, filled):
    assert found(shop, text="ozola") == [filled["late"], filled["promised"], filled["smell"]]
    assert filled["solved"] in found(shop, text=str(filled["solved"]))
    assert found(shop, text="nobody says so") == []


@pytest.mark.parametrize("key", [column.key for column in COMPLAINT_COLUMNS])
def test_a_list_is_sorted_both_ways_with_the_unknown_last(shop, filled, key):
    [column] = columns_named(LISTS[ListKind.COMPLAINTS].columns, [key])
    up = complaint_ids(shop, sort=Sort(key))
    down = complaint_ids(shop, sort=Sort(key, descending=True))
    assert sorted(up) == sorted(down) == sorted(filled.values())
    known = [row.id for row in complaint_rows(shop, up) if column.value(row) not in (None, "", 0)]
    unknown = set(filled.values()) - set(known)
    if key not in ("pictures", "said"):  # nought pictures are as many as that; without a subject the text is shown
        assert set(list(up)[len(known) :]) == set(list(down)[len(known) :]) == unknown
    assert list(complaint_ids(shop, sort=Sort(key), limit=2)) == list(up)[:2]


def test_a_page_of_a_list_takes_few_statements(shop, filled):
    counting = Counting(shop)
    complaint_rows(counting, complaint_ids(counting, ComplaintFilter(late=True, due=True)))
    assert counting.asked <= 5


def test_every_wish_is_kept_in_a_view(filled):
    whole = ComplaintFilter(
        "tea", (State.NEW,), True, True, True, True, True, "late", Source.PHONE, Severity.LOW, Verdict.NO, 3, 1, 2, 3,
        4, "Zane", "Omniva", "Ozols", TODAY, TODAY,
    )  # fmt: skip
    assert all(getattr(whole, field.name) != getattr(ComplaintFilter(), field.name) for field in fields(whole))
    content = ViewContent(whole, Sort("due"), ("id", "kind"))
    assert view_from_text(ListKind.COMPLAINTS, view_to_text(content)) == content
    assert replace(whole, text="") != whole
