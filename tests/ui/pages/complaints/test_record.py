"""A complaint's record: states by a press, words kept at once, pictures, details saved as a whole."""

import datetime as dt

import pytest

from desktop_app.actions.complaint_files import attach_pictures
from desktop_app.actions.complaints import add_complaint, edit_complaint
from desktop_app.domain.complaints import ComplaintFields, Severity, Source, State, Verdict, Way
from desktop_app.queries.complaints import complaint
from desktop_app.ui.pages.complaints.answer import AnswerDialog
from desktop_app.ui.pages.complaints.page import ComplaintsPage
from desktop_app.ui.pages.complaints.picture_view import PictureView
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.tag import Tag
from tests.made import BY, TODAY, bought, person
from tests.pictures import picture
from tests.ui.pages.around import press, texts, type_text


def fill(shop):
    anna = person(shop, "Anna", "Ozola")
    order = bought(shop, anna, "Mug", number="10421")
    told = ComplaintFields("damaged", Source.EMAIL, order=order, subject="Broken", text="The handle is off.")
    add_complaint(shop, told, files=[("mug.png", picture(8, 6))], actor=BY)
    add_complaint(shop, ComplaintFields("late", customer=anna, text="Where is it?"), actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def record(around):
    page = ComplaintsPage(around.desk)
    around.show(page)
    page.open(complaint=1)
    around.settle()
    return page.record


def kept(around, number=1):
    return around.ask(lambda shop: complaint(shop, number))


def tags(record):
    return [tag.text() for tag in record.standing.findChildren(Tag) if not tag.isHidden()]


def test_it_says_whose_what_and_where_it_stands(record):
    assert record.accessibleName() == "Damaged · Anna Ozola"
    assert tags(record)[0] == "Unanswered"
    assert {"Broken", "The handle is off."} <= set(texts(record.talk))


def test_states_are_a_press_each_and_the_list_of_them_follows(around, record):
    assert set(record.standing.moves) == {State.ANSWERED, State.WAITING, State.PROMISED, State.SOLVED}
    record.standing.moves[State.SOLVED].click()
    around.settle()
    assert kept(around).state is State.SOLVED
    assert set(record.standing.moves) == {State.REOPENED}
    record.standing.moves[State.REOPENED].click()
    around.settle()
    assert tags(record)[0] == "Reopened"
    assert [step.state for step in kept(around).steps] == [State.NEW, State.SOLVED, State.REOPENED]


def test_a_promise_asks_for_its_day_and_refuses_one_that_is_over(around, record):
    record.standing.moves[State.PROMISED].click()
    [dialog] = record.window().findChildren(FormDialog)
    dialog.form.box("promised_on").input.set_value(TODAY - dt.timedelta(days=1))
    dialog.save()
    around.settle()
    assert "over" in dialog.form.box("promised_on").error
    dialog.form.box("promised_on").input.set_value(TODAY + dt.timedelta(days=3))
    dialog.save()
    around.settle()
    one = kept(around)
    assert (one.state, one.promised_on) == (State.PROMISED, TODAY + dt.timedelta(days=3))


@pytest.mark.parametrize(
    ("way", "then"), [(Way.NOTE, State.NEW), (Way.OUT, State.ANSWERED), (Way.IN, State.NEW)], ids=str
)
def test_a_word_is_kept_at_once_and_our_answer_answers(around, record, way, then):
    record.talk.ways.choose(way)
    record.talk.text.insertPlainText("A new one is on its way.")
    record.talk.keep()
    around.settle()
    one = kept(around)
    assert [(word.way, word.text) for word in one.words] == [(way, "A new one is on its way.")]
    assert one.state is then
    assert "A new one is on its way." in texts(record.talk)
    assert not record.unsaved


def test_a_word_that_was_begun_is_not_lost_by_going_to_another(around, record):
    record.talk.text.insertPlainText("Half a sent")
    page = around.window.centralWidget()
    page.show_record(2)
    around.settle()
    assert record.record_id == 1
    assert record.talk.text.value() == "Half a sent"
    record.save()
    around.settle()
    assert [word.text for word in kept(around).words] == ["Half a sent"]


def test_the_details_are_saved_as_a_whole(around, record):
    record.show_part("details")
    form = record.form
    form.box("severity").input.set_value(Severity.HIGH)
    form.box("verdict").input.set_value(Verdict.YES)
    form.box("kind").input.set_value("missing")
    type_text(form.box("supplier").input, "Podnieki")
    record.save()
    around.settle()
    fields = kept(around).fields
    assert (fields.severity, fields.verdict, fields.kind, fields.supplier) == (
        Severity.HIGH, Verdict.YES, "missing", "Podnieki",
    )  # fmt: skip
    assert (fields.text, fields.subject) == ("The handle is off.", "Broken")
    assert record.accessibleName() == "Something missing · Anna Ozola"


def test_what_somebody_else_changed_meanwhile_is_shown_not_overwritten(around, record):
    record.show_part("details")
    type_text(record.form.box("supplier").input, "Mine")
    one = kept(around)
    around.change(edit_complaint, 1, one.version, ComplaintFields("damaged", order=1, text="Theirs"))
    record.save()
    around.settle()
    assert kept(around).fields.text == "Theirs"
    assert kept(around).fields.supplier == ""
    assert record.form.box("supplier").input.value() == "Mine"


def test_a_picture_is_added_seen_large_and_taken_away(around, record):
    [first] = record.pictures.shown.values()
    assert first.button.shown is not None
    record.pictures.take(picture(9, 7))
    around.settle()
    assert len(record.pictures.shown) == 2
    first_id = min(record.pictures.shown)
    record.pictures.shown[first_id].button.click()
    [view] = record.window().findChildren(PictureView)
    assert not view.shown.pixmap().isNull()
    view.accept()
    record.pictures.shown[first_id].cross.click()
    around.settle()
    assert [(one.width, one.height) for one in kept(around).files] == [(9, 7)]


def test_what_is_no_picture_is_refused_in_words(around, record, tmp_path):
    file = tmp_path / "mug.png"
    file.write_text("no picture", "utf-8")
    record.pictures.take(file)
    around.settle()
    assert "mug.png" in around.told[-1] or "picture" in around.told[-1]
    assert len(kept(around).files) == 1


def test_a_picture_another_desk_added_comes_in_sight(around, record):
    around.change(attach_pictures, 1, [("", picture(5, 5))])
    assert len(record.pictures.shown) == 2


def test_its_order_and_customer_are_a_press_away(around, record):
    press(record.standing, "№ 10421")
    press(record.standing, "Anna Ozola")
    assert around.went == [("orders", {"order": 1}), ("customers", {"customer": 1})]


def test_an_article_that_is_another_is_chosen_with_its_order(around, record):
    record.show_part("details")
    assert record.form.box("about").input.title.text() == "№ 10421 · Anna Ozola"
    assert not record.form.dirty


def test_deleting_it_closes_the_panel(around, record):
    record.delete_button.click()
    around.settle()
    assert around.done[-1][1] == "1 complaint removed"
    assert not around.window.centralWidget().beside.is_open


def test_answer_and_make_good_open_their_dialogs(around, record):
    press(record.standing, "Answer")
    around.settle()
    [answer] = record.window().findChildren(AnswerDialog)
    answer.reject()
    press(record.standing, "Make it good")
    around.settle()
    assert [one.windowTitle() for one in record.window().findChildren(FormDialog)] == ["Make it good"]


def test_a_word_that_was_begun_is_asked_about_before_the_answer(around, record):
    record.talk.text.insertPlainText("Half")
    press(record.standing, "Answer")
    around.settle()
    assert record.window().findChildren(AnswerDialog) == []
    assert "Not saved yet." in texts(record)
