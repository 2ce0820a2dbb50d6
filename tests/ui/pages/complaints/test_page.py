"""The Complaints page: what stands in the list, how it is narrowed, what is done with several."""

import datetime as dt

import pytest

from desktop_app.actions.complaint_kinds import add_kind
from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.exporting import export_list
from desktop_app.actions.views import save_view
from desktop_app.domain.complaints import ComplaintFields, Severity, Source, State
from desktop_app.domain.listing import ListKind
from desktop_app.i18n import Language, Words
from desktop_app.queries.complaints import complaint, complaint_states
from desktop_app.queries.views import views_of
from desktop_app.ui.pages.complaints.page import ComplaintsPage
from desktop_app.ui.pages.list_export import exported
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import BY, TODAY, bought, person

NOW = dt.datetime.combine(TODAY, dt.time(10)).astimezone()


def came(days: int) -> str:
    return (NOW - dt.timedelta(days=days)).isoformat(timespec="seconds")


def fill(shop):
    anna = person(shop, "Anna", "Ozola")
    order = bought(shop, anna, "Mug", number="10421")
    told = ComplaintFields(
        "damaged", Source.MARKETPLACE, "Etsy", received_at=came(9), order=order, rating=2, text="The handle is off."
    )
    add_complaint(shop, told, actor=BY)
    add_complaint(shop, ComplaintFields("late", subject="Where is it?", severity=Severity.HIGH), actor=BY)
    add_complaint(shop, ComplaintFields("other", Source.MARKETPLACE, rating=5, text="Lovely."), actor=BY)
    solved, _ = add_complaint(shop, ComplaintFields("price", customer=anna, text="Too dear"), actor=BY)
    set_state(shop, [solved], State.SOLVED, actor=BY)


@pytest.fixture
def filled():
    return fill


def opened(around) -> ComplaintsPage:
    page = ComplaintsPage(around.desk)
    around.show(page)
    return page


def leads(page):
    [lead] = [column for column in page.model.columns if column.key == "said"]
    return [lead.text(page.model.row(n)) for n in range(page.model.rowCount())]


def test_what_is_due_first_stands_on_top_and_says_what_matters(around):
    page = opened(around)
    assert leads(page)[0] == "Anna Ozola · The handle is off."
    lead, tag = (next(one for one in page.model.columns if one.key == key) for key in ("said", "state"))
    first = page.model.row(0)
    assert lead.detail(first) == "Damaged · ★★☆☆☆ · Etsy · № 10421 · Mug"
    assert "late" in tag.text(first)
    assert page.header.line.startswith("2 open · 1 late")


@pytest.mark.parametrize(
    ("chip", "found"),
    [
        ("open", {"Anna Ozola · The handle is off.", "Where is it?"}),
        ("late", {"Anna Ozola · The handle is off."}),
        ("new", {"Anna Ozola · The handle is off.", "Where is it?", "Lovely."}),
        ("solved", {"Anna Ozola · Too dear"}),
        ("reviews", {"Anna Ozola · The handle is off.", "Lovely."}),
        ("waiting", set()),
    ],
)
def test_chips_leave_what_they_say(around, chip, found):
    page = opened(around)
    page.open(chip=chip)
    around.settle()
    assert set(leads(page)) == found


def test_praise_is_no_debt(around):
    page = opened(around)
    page.open(chip="reviews")
    around.settle()
    tag = next(one for one in page.model.columns if one.key == "state")
    praised = next(n for n in range(2) if page.model.row(n).rating == 5)
    assert tag.text(page.model.row(praised)) == "Praise"


def test_a_list_is_narrowed_by_how_bad_and_by_kind(around):
    page = opened(around)
    page.narrowing.form.box("severity").input.set_value(Severity.HIGH)
    page.narrowing._read()
    around.settle()
    assert leads(page) == ["Where is it?"]
    page.narrowing.narrow_by({"kind": "price"})
    page.refresh()
    around.settle()
    assert leads(page) == ["Anna Ozola · Too dear"]
    assert page.narrowing.chips.texts == ["Kind: Price"]


def test_several_are_solved_at_once_and_deleted(around):
    page = opened(around)
    page.open(chip="open")
    around.settle()
    ids = list(page.model.all_ids())
    page.mark(State.SOLVED, ids)
    around.settle()
    assert {one.state for one in around.ask(lambda shop: complaint_states(shop, ids))} == {State.SOLVED}
    assert around.done[-1][1] == "2 complaints: Solved"
    page.remove(ids)
    around.settle()
    assert around.done[-1][1] == "2 complaints removed"
    page.open(chip="all")
    around.settle()
    assert page.model.rowCount() == 2


def test_an_empty_shop_is_invited_and_taken_to_the_dialog(around):
    around.change(lambda shop, *, actor: _clear(shop, actor))
    page = opened(around)
    assert page.content.is_message
    page.new()
    around.settle()
    assert page.window().findChildren(FormDialog)[0].windowTitle() == "New complaint or review"


def _clear(shop, actor):
    from desktop_app.actions.complaints import remove_complaints
    from desktop_app.queries.complaint_list import complaint_ids

    return remove_complaints(shop, list(complaint_ids(shop)), actor=actor)


def test_a_complaint_of_another_page_is_opened_here(around):
    page = opened(around)
    page.open(complaint=2)
    around.settle()
    assert page.record.record_id == 2
    assert around.ask(lambda shop: complaint(shop, 2)).fields.subject == "Where is it?"


def test_a_view_of_complaints_is_kept_and_shown_again(around):
    page = opened(around)
    page.narrowing.narrow_by({"severity": Severity.HIGH, "state": (State.NEW,)})
    content = page.content_now()
    around.change(save_view, ListKind.COMPLAINTS, "Bad and new", content)
    page.narrow_to("all")
    around.settle()
    assert page.model.rowCount() == 4
    [kept] = around.ask(lambda shop: views_of(shop, ListKind.COMPLAINTS))
    page.show_view(kept.content)
    around.settle()
    assert leads(page) == ["Where is it?"]


def test_what_is_shown_is_written_to_a_file(around, tmp_path):
    page = opened(around)
    shown = exported(page.listing.columns, page.list.head.chosen)
    file = tmp_path / "complaints.csv"
    ids = list(page.model.all_ids())
    around.ask(lambda shop: export_list(shop, ListKind.COMPLAINTS, ids, shown, to=file, words=Words()))
    head, first, *_ = file.read_text("utf-8-sig").splitlines()
    assert "What was said" in head
    assert "10421" in first


def test_a_kind_of_the_shop_s_own_is_said_by_its_name(around):
    code, _ = around.change(add_kind, {Language.EN: "Smells odd"})
    page = opened(around)
    page.narrowing.narrow_by({"kind": code})
    assert page.narrowing.chips.texts == ["Kind: Smells odd"]
