"""The window of figures, causes given to complaints, and what was changed because of them."""

import datetime as dt

import pytest

from desktop_app.actions.causes import add_remedy, set_cause
from desktop_app.actions.complaints import add_complaint
from desktop_app.domain.causes import RemedyFields
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.queries.causes import cause_known, causes
from desktop_app.queries.complaints import complaint
from desktop_app.ui.pages.complaints.figures_dialog import FiguresDialog
from desktop_app.ui.pages.complaints.page import ComplaintsPage
from desktop_app.ui.widgets.bars import Bars
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import BY, TODAY, bought, person
from tests.ui.pages.around import press, texts, type_text

AGO = TODAY - dt.timedelta(days=30)


def fill(shop):
    anna = person(shop, "Anna", "Ozola")
    for n in range(4):
        said = ComplaintFields("damaged", customer=anna, carrier="DPD", received_at=f"{AGO}T10:00:00+02:00")
        kept, _ = add_complaint(shop, said, actor=BY)
        if n < 3:
            set_cause(shop, [kept], "No corners", actor=BY)
    bought(shop, anna, placed_at=f"{TODAY}T09:00:00+02:00")
    changed = RemedyFields("Cardboard corners", TODAY - dt.timedelta(days=20))
    add_remedy(shop, cause_known(shop, "No corners").id, changed, actor=BY)


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def page(around):
    shown = ComplaintsPage(around.desk)
    around.show(shown)
    return shown


@pytest.fixture
def figures(around, page):
    press(page, "Figures")
    around.settle()
    [dialog] = page.window().findChildren(FiguresDialog)
    return dialog


def charts(dialog):
    return {chart.accessibleName(): chart.accessibleDescription() for chart in dialog.columns.findChildren(Bars)}


def asked(around, parent):
    [form] = [one for one in parent.findChildren(FormDialog) if one.isVisible()]
    around.settle()
    return form


def input_of(dialog, key):
    return dialog.form.box(key).input


def test_it_counts_by_what_one_likes_and_says_it_in_words(around, figures):
    assert "Oct: 4" in charts(figures)["Complaints by Month"]
    figures.by.choose("carrier")
    figures.refresh()
    around.settle()
    assert charts(figures)["Complaints by Carrier"] == "DPD: 4"
    assert charts(figures)["Bought again, by how it was made good"] == "Nothing noted: 1 of 1"
    said = texts(figures.columns)
    assert "1 of 1 who complained" in said
    assert "Complaints to orders: 3 to 0 in the 21 days before, 0 to 1 in as many since then." in said
    assert "Fewer since" in said


def test_a_change_is_noted_put_right_and_removed(around, figures):
    press(figures.columns, "Note a change")
    form = asked(around, figures)
    form.save()
    around.settle()
    assert "Say what was changed." in texts(form)
    input_of(form, "text").setPlainText("A second box")
    form.save()
    around.settle()
    kept = around.ask(lambda shop: cause_known(shop, "No corners"))
    assert (kept.remedies[0].fields.text, kept.remedies[0].fields.changed_on) == ("A second box", TODAY)
    assert any("A second box" in text for text in texts(figures.columns))
    press(figures.columns, "Remove")  # the last change stands first
    around.settle()
    assert len(around.ask(lambda shop: cause_known(shop, "No corners")).remedies) == 1
    figures.undo()
    around.settle()
    assert len(around.ask(lambda shop: cause_known(shop, "No corners")).remedies) == 2


def test_a_cause_that_nothing_has_is_removed_and_another_renamed(around, figures):
    press(figures.columns, "Rename")
    form = asked(around, figures)
    input_of(form, "name").clear()
    type_text(input_of(form, "name"), "Bare cups")
    form.save()
    around.settle()
    assert "Bare cups" in texts(figures.columns)
    around.change(set_cause, [1, 2, 3], "")
    around.settle()
    [remove] = [one for one in figures.columns.findChildren(Button) if one.accessibleName() == "Remove: Bare cups"]
    remove.click()
    around.settle()
    assert around.ask(causes) == []


def test_a_record_says_where_its_complaint_comes_from(around, page):
    page.open(complaint=4)
    around.settle()
    card = page.record.cause
    assert "Not known yet." in texts(card)
    press(card, "Say what it comes from")
    form = asked(around, page.window())
    input_of(form, "name").setText("no CORNERS")  # typed, its offers would open beyond the window
    input_of(form, "name").editingFinished.emit()
    form.save()
    around.settle()
    assert len(around.ask(causes)) == 1
    assert "No corners" in texts(card)
    assert any("4 complaints" in text and "Cardboard corners" in text for text in texts(card))


def test_several_complaints_get_one_cause(around, page):
    page.say_cause([3, 4])
    form = asked(around, page.window())
    type_text(input_of(form, "name"), "Late pickup")
    form.save()
    around.settle()
    named = around.ask(lambda shop: cause_known(shop, "Late pickup"))
    assert (named.complaints, around.ask(lambda shop: complaint(shop, 3)).fields.cause) == (2, named.id)


class TestNothingYet:
    @pytest.fixture
    def filled(self):
        return lambda shop: None

    def test_an_empty_shop_says_what_will_stand_here(self, figures):
        assert any("Nothing to count yet" in text for text in texts(figures))
