"""A customer's record: everything about one person, changed part by part, nothing lost on the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog

from desktop_app.actions.consents import give
from desktop_app.actions.customers import edit_customer
from desktop_app.actions.history import undo
from desktop_app.actions.notes import add_note
from desktop_app.actions.people import add_relative, edit_relative
from desktop_app.actions.settings import set_settings
from desktop_app.actions.words import tag_customers
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import Contact, ContactKind, CustomerFields, Gender
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import Language
from desktop_app.queries.consents import consents_of
from desktop_app.queries.customers import customer
from desktop_app.queries.notes import notes_of
from desktop_app.queries.people import people_of
from desktop_app.ui.pages.customers.page import CustomersPage
from desktop_app.ui.pages.customers.record import CustomerRecord
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import BY, TODAY, bought, person
from tests.people_made import whole_customer
from tests.ui.pages.around import Around, button, press, texts, type_text


def fill(shop):
    agnese = person(shop, "Agnese", "Ķēniņa", email="agnese@pasts.example", language=Language.LV)
    person(shop, "Jānis", "Bērziņš", phone="+371 2612 3456", language=Language.LV)
    tag_customers(shop, [agnese], "wholesale", add=True, actor=BY)
    bought(shop, agnese, "Linen scarf", placed_at="2026-11-10")


@pytest.fixture
def filled():
    return fill


def record(around: Around, name: str = "Agnese Ķēniņa") -> CustomerRecord:
    page = CustomersPage(around.desk)
    around.show(page, height=900)
    names = [page.model.row(place).name for place in range(page.model.rowCount())]
    page.open(customer=page.model.id_at(names.index(name)))
    around.settle()
    made = page.record
    assert isinstance(made, CustomerRecord)
    return made


def kept(around: Around, shown: CustomerRecord) -> CustomerFields:
    return around.ask(lambda shop: customer(shop, shown.record_id)).fields


def dialog(around: Around) -> FormDialog:
    around.settle()
    (found,) = [one for one in around.window.findChildren(QDialog) if one.isVisible()]
    assert isinstance(found, FormDialog)
    return found


def test_the_proposal_follows_the_name_while_it_is_typed_and_is_kept(around):
    shown = record(around, "Jānis Bērziņš")
    form = shown.form
    assert form.box("called").input.value() == "Jāni"
    form.box("given").input.clear()
    form.box("family").input.clear()
    type_text(form.box("given").input, "Valdis")
    assert [form.box(key).input.value() for key in ("called", "called_to", "opening")] == [
        "Valdi", "Valdim", "Mīļais Valdi,",
    ]  # fmt: skip
    shown.save()
    around.settle()
    forms = kept(around, shown).forms
    assert (forms.gender, forms.called, forms.opening) == (Gender.MALE, "Valdi", "Mīļais Valdi,")


def test_a_form_of_ones_own_stays_with_another_name_until_as_proposed(around):
    shown = record(around, "Jānis Bērziņš")
    form = shown.form
    called = form.box("called").input
    called.input.clear()
    type_text(called.input, "Jancīt")
    assert form.box("opening").input.value() == "Mīļais Jancīt,"
    shown.save()
    around.settle()
    assert kept(around, shown).forms.called == "Jancīt"
    type_text(form.box("given").input, "s")
    assert called.value() == "Jancīt"
    called.button.click()
    assert called.value() != "Jancīt"


def test_somebody_new_is_greeted_in_the_language_of_the_shop_from_the_start(around):
    shown = record(around)
    around.change(set_settings, {SHOP_LANGUAGE: "lv"})
    shown.begin()
    around.settle()
    assert shown.form.box("opening").input.value() == "Labdien!"
    assert not shown.unsaved


def test_without_a_name_no_greeting_is_kept(around):
    page = CustomersPage(around.desk)
    around.show(page)
    page.new()
    around.settle()
    type_text(page.record.form.box("email").input, "kafija@pasts.example")
    page.record.save()
    around.settle()
    assert kept(around, page.record).forms.opening == ""


def test_further_contacts_are_added_by_a_row_and_one_is_put_first(around):
    shown = record(around)
    rows = shown.form.box("contacts").input
    rows.add_button.click()
    type_text(rows.rows[0].text, "second@pasts.example")
    type_text(rows.rows[0].label, "work")
    shown.save()
    around.settle()
    assert kept(around, shown).contacts == (Contact(ContactKind.EMAIL, "second@pasts.example", "work"),)
    rows = shown.form.box("contacts").input
    rows.rows[0].preferred.emit(rows.rows[0])
    shown.save()
    around.settle()
    now = kept(around, shown)
    assert (now.email, now.contacts[0].value) == ("second@pasts.example", "agnese@pasts.example")


def test_a_wrong_further_contact_is_said_at_its_field_and_nothing_is_lost(around):
    shown = record(around)
    rows = shown.form.box("contacts").input
    rows.add_button.click()
    type_text(rows.rows[0].text, "two@@pasts.example")
    type_text(shown.form.box("note").input, "tea")
    shown.save()
    around.settle()
    assert "two@@pasts.example" in shown.form.box("contacts").error
    assert (rows.rows[0].text.text(), shown.form.box("note").input.value()) == ("two@@pasts.example", "tea")
    assert kept(around, shown).note == ""


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("email", "a@b@c.lv"),
        ("email", "a@pasts.example, b@pasts.example"),
        ("given", "ā" * 10_000),
        ("lead_days", "1000"),
    ],
)
def test_bad_input_is_said_at_its_field_and_nothing_is_kept(around, key, typed):
    shown = record(around)
    before = kept(around, shown)
    field = shown.form.box(key).input
    field.clear()
    field.insert(typed)
    shown.save()
    around.settle()
    assert shown.form.box(key).error
    assert field.text() == typed
    assert kept(around, shown) == before


@pytest.mark.parametrize("typed", [("31", 4, ""), ("", 0, "1990"), ("21", 11, "1850"), ("21", 11, "2026")])
def test_a_day_that_cannot_be_is_said_at_the_birthday(around, typed):
    shown = record(around)
    day, month, year = typed
    field = shown.form.box("birthday").input
    field.day.setText(day)
    field.month.set_value(month)
    field.year.setText(year)
    shown.save()
    around.settle()
    assert shown.form.box("birthday").error
    assert kept(around, shown).birthday is None


def test_what_is_said_at_a_field_far_down_is_scrolled_to(around):
    shown = record(around)
    shown.form.unfold("called")
    shown.form.box("birthday").input.day.setText("31")
    shown.form.box("birthday").input.month.set_value(4)
    shown.to_top()
    shown.save()
    around.settle()
    box = shown.form.box("birthday")
    around.qtbot.waitUntil(lambda: box.visibleRegion().boundingRect() == box.rect(), timeout=5_000)


def test_the_rule_of_29_february_is_said_beside_such_a_day(around):
    shown = record(around)
    box = shown.form.box("birthday")
    box.input.set_value(Birthday(2, 29))
    box.input.edited.emit()
    assert box.help == "In other years it is kept on 28 February, as the settings say."
    box.input.set_value(Birthday(2, 28))
    box.input.edited.emit()
    assert "February" not in box.help


def test_the_name_day_of_the_calendar_stands_at_its_switch(around):
    assert record(around).form.box("name_day").help == "21 January in the Latvian calendar"


def test_extra_care_with_parcels_is_ticked_and_kept(around, qtbot):
    shown = record(around)
    box = shown.form.box("extra_care").input
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(box, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    around.settle()
    assert kept(around, shown).extra_care
    assert "Packers see that there was a complaint, not what it was." in texts(shown)


def test_the_shops_own_tags_are_offered(around):
    shown = record(around, "Jānis Bērziņš")
    tags = shown.form.box("tags").input
    tags.edit.setFocus()
    around.settle()
    assert tags.offered == ["wholesale"]
    tags.offers[0].click()
    shown.save()
    around.settle()
    assert kept(around, shown).tags == ("wholesale",)


def test_somebody_around_is_added_in_a_window_of_their_own(around):
    shown = record(around)
    shown.sections.show_part("people")
    shown.people.add()
    asked = dialog(around)
    form = asked.form
    type_text(form.box("given").input, "Anna")
    form.box("birthday").input.set_value(Birthday(11, 25, 2019))
    form.box("together").input.click()
    asked.save()
    around.settle()
    (who,) = around.ask(lambda shop: people_of(shop, shown.record_id)).relatives
    assert (who.fields.given, who.fields.relation, who.fields.together) == ("Anna", Relation.CHILD, True)
    assert who.fields.days == (SpecialDay(DayKind.BIRTHDAY, Birthday(11, 25, 2019)),)
    said = texts(shown.people)
    assert "Anna" in said
    assert any("turns 7 on Wednesday" in text for text in said)
    assert any("Agnese un Anna" in text for text in said)


def test_a_person_without_a_name_is_refused_at_the_field_and_stays_typed(around):
    shown = record(around)
    shown.sections.show_part("people")
    shown.people.add()
    asked = dialog(around)
    type_text(asked.form.box("note").input, "likes cats")
    asked.save()
    around.settle()
    assert asked.form.box("given").error == "Enter a name."
    assert asked.form.box("note").input.value() == "likes cats"
    asked.reject()
    press(asked, "Drop changes")


def test_a_linked_person_leads_to_their_own_record_and_back(around):
    shown = record(around)
    other = around.ask(lambda shop: person_id(shop, "Jānis"))
    around.change(add_relative, shown.record_id, RelativeFields(Relation.FRIEND, given="Jānis", customer=other))
    shown.sections.show_part("people")
    around.settle()
    press(shown.people, "Open their own record")
    assert around.went[-1] == ("customers", {"customer": other})
    shown.show_record(other)
    around.settle()
    assert "this customer is among their people: friend" in texts(shown.people)


def person_id(shop, given):
    from desktop_app.queries.customer_list import customer_ids, customer_rows

    return next(row.id for row in customer_rows(shop, customer_ids(shop)) if row.name.startswith(given))


def test_days_of_the_customer_are_kept_together(around):
    shown = record(around)
    shown.sections.show_part("people")
    shown.days.edit()
    asked = dialog(around)
    row = asked.form.box("days").input.rows[0]
    row.form.box("date").input.set_value(Birthday(6, 20, 2015))
    row.form.box("title").input.set_value("their wedding")
    row.form.edited.emit("title")
    asked.save()
    around.settle()
    (day,) = around.ask(lambda shop: people_of(shop, shown.record_id)).days
    assert (day.day.kind, day.day.title) == (DayKind.ANNIVERSARY, "their wedding")
    assert any("their wedding" in text for text in texts(shown.days))


def test_a_consent_is_given_with_its_source_and_withdrawn_by_one_press(around):
    shown = record(around)
    shown.sections.show_part("notes")
    shown.consents.add()
    asked = dialog(around)
    type_text(asked.form.box("source").input, "phone call")
    asked.save()
    around.settle()
    assert any("given Fri 20 Nov · phone call" in text for text in texts(shown.consents))
    press(shown.consents, "Withdraw")
    around.settle()
    (consent,) = around.ask(lambda shop: consents_of(shop, shown.record_id))
    assert consent.fields.withdrawn_on == TODAY
    assert "withdrawn" in texts(shown.consents)
    around.change(undo, around.done[-1][0].id)
    assert "withdrawn" not in texts(shown.consents)


def test_a_note_is_kept_with_its_day_and_who_wrote_it(around):
    shown = record(around)
    shown.sections.show_part("notes")
    type_text(shown.notes.text, "Wants a blue scarf")
    assert shown._save.isEnabled()
    button(shown.notes, "Keep the note").click()
    around.settle()
    (note,) = around.ask(lambda shop: notes_of(shop, shown.record_id))
    assert (note.text, note.by) == ("Wants a blue scarf", "Ilze")
    assert "Wants a blue scarf" in texts(shown.notes)
    assert shown.notes.text.value() == ""
    assert not shown.unsaved


def test_somebody_new_is_added_once_however_often_save_is_pressed(around):
    page = CustomersPage(around.desk)
    around.show(page)
    before = page.model.rowCount()
    page.new()
    type_text(page.record.form.box("given").input, "Ilze")
    page.record.save()
    page.record.save()
    around.settle()
    assert page.model.rowCount() == before + 1
    type_text(page.record.form.box("family").input, "Liepa")
    page.record.save()
    around.settle()
    assert kept(around, page.record).family == "Liepa"


def test_what_is_typed_while_the_rest_is_being_kept_stays(around):
    shown = record(around)
    type_text(shown.form.box("company").input, "Tea")
    shown.save()
    type_text(shown.form.box("company").input, " House")
    around.settle()
    assert kept(around, shown).company == "Tea"
    assert shown.form.box("company").input.value() == "Tea House"
    assert shown.unsaved
    shown.save()
    around.settle()
    assert kept(around, shown).company == "Tea House"
    assert not shown.unsaved


def test_a_note_is_kept_once_however_often_it_is_pressed(around):
    shown = record(around)
    shown.sections.show_part("notes")
    type_text(shown.notes.text, "Wants a blue scarf")
    shown.notes.keep()
    shown.notes.keep()
    type_text(shown.notes.text, "!")  # until the answer is there nothing is typed that would be lost with it
    assert shown.notes.text.value() == "Wants a blue scarf"
    around.settle()
    assert [note.text for note in around.ask(lambda shop: notes_of(shop, shown.record_id))] == ["Wants a blue scarf"]
    type_text(shown.notes.text, "And a hat")
    assert shown.notes.text.value() == "And a hat"


def test_a_note_begun_is_asked_about_and_save_keeps_it_with_the_form(around):
    shown = record(around)
    type_text(shown.form.box("note").input, "tea")
    type_text(shown.notes.text, "Wants a blue scarf")
    assert not shown.may_leave()
    shown.save()
    around.settle()
    assert kept(around, shown).note == "tea"
    assert [note.text for note in around.ask(lambda shop: notes_of(shop, shown.record_id))] == ["Wants a blue scarf"]
    assert shown.may_leave()


def test_drop_changes_drops_the_note_too(around):
    shown = record(around)
    type_text(shown.notes.text, "Wants a blue scarf")
    shown.leave()
    press(shown, "Drop changes")
    assert shown.notes.text.value() == ""
    assert around.ask(lambda shop: notes_of(shop, shown.record_id or 1)) == []


def test_a_note_of_ones_own_does_not_stand_in_the_way_of_the_form(around):
    shown = record(around)
    type_text(shown.form.box("note").input, "tea")
    around.change(add_note, shown.record_id, "called")
    assert shown.banner.text == ""
    shown.sections.show_part("notes")
    assert "called" in texts(shown.notes)
    shown.save()
    around.settle()
    assert kept(around, shown).note == "tea"


def test_what_another_desk_changed_in_the_fields_is_not_overwritten(around):
    shown = record(around)
    type_text(shown.form.box("note").input, "tea")
    fields = kept(around, shown)
    around.change(edit_customer, shown.record_id, shown.version, CustomerFields(given="Agnija", email=fields.email))
    assert shown.banner.text.startswith("This was changed meanwhile")
    shown.save()
    around.settle()
    assert kept(around, shown).given == "Agnija"
    assert shown.form.box("note").input.value() == "tea"


def test_an_error_of_the_form_brings_its_part_back(around):
    shown = record(around)
    type_text(shown.form.box("email").input, "@")
    shown.sections.show_part("orders")
    shown.save()
    around.settle()
    assert shown.sections.shown == "details"
    assert shown.form.box("email").error


def test_figures_and_the_timeline_tell_what_happened(around):
    shown = record(around)
    around.change(give, shown.record_id, ConsentFields(Purpose.NEWS_EMAIL))
    shown.sections.show_part("orders")
    said = texts(shown.orders)
    assert "€12.50" in said
    assert "First order" in said
    shown.sections.show_part("timeline")
    said = texts(shown.timeline)
    assert any(text.startswith("Order") for text in said)
    assert "Consent given: News by e-mail" in said


def test_the_part_of_the_record_stays_from_one_person_to_the_next(around):
    shown = record(around)
    shown.sections.show_part("timeline")
    shown.show_record(around.ask(lambda shop: person_id(shop, "Jānis")))
    around.settle()
    assert shown.sections.shown == "timeline"
    assert shown.form.isHidden()


def test_a_paper_is_printed_from_the_menu(around):
    from desktop_app.domain.printing import Kind
    from desktop_app.ui.preview.dialog import PreviewDialog

    shown = record(around)
    papers = shown.more.entries.actions()[0].menu().actions()
    papers[0].trigger()
    around.settle()
    (preview,) = [one for one in around.window.findChildren(PreviewDialog) if one.isVisible()]
    assert preview.making.offer.kind is Kind.BIRTHDAY
    assert list(preview.making.offer.whose.customers) == [shown.record_id]
    preview.reject()
    around.settle()


@pytest.mark.parametrize("filled", [whole_customer])
def test_something_of_everything_is_shown_and_kept_as_it_was_on_either_engine(around_both):
    around = around_both
    shown = record(around, "Līga Kalniņa")
    before = kept(around, shown)
    assert not shown.form.dirty
    assert shown.form.customer() == before
    type_text(shown.form.box("note").input, "!")
    shown.save()
    around.settle()
    assert replace(kept(around, shown), note=before.note) == before
    assert not shown.form.dirty


def test_another_page_opens_the_part_it_means(around):
    shown = record(around)
    page = shown.parent()
    while not isinstance(page, CustomersPage):
        page = page.parent()
    page.open(customer=around.ask(lambda shop: person_id(shop, "Jānis")), part="people")
    around.settle()
    assert (shown.sections.shown, shown.people.isHidden(), shown.form.isHidden()) == ("people", False, True)


@pytest.mark.parametrize(("deed", "name"), [("Merge with…", "MergingDialog"), ("Erase for good…", "EraseDialog")])
def test_seldom_deeds_open_their_window_once_typed_words_are_answered_for(around, deed, name):
    shown = record(around)
    type_text(shown.form.box("note").input, "tea")
    (action,) = [one for one in shown.more.entries.actions() if one.text() == deed]
    action.trigger()
    around.settle()
    opened = [one for one in around.window.findChildren(QDialog) if type(one).__name__ == name]
    assert opened == []
    press(shown, "Drop changes")
    around.settle()
    (opened,) = [one for one in around.window.findChildren(QDialog) if type(one).__name__ == name]
    opened.reject()
    around.settle()


def test_tab_goes_through_the_form_as_one_reads(around):
    shown = record(around)
    shown.form.box("contacts").input.add_button.click()
    shown.form.box("tags").input.edit.setFocus()
    around.settle()
    type_text(shown.form.box("tags").input.edit, "new,")
    around.qtbot.waitUntil(shown.form.box("tags").input.chips[-1].isVisible)
    shown.form.box("email").input.setFocus()
    named = []
    for _ in range(10):
        shown.focusNextChild()
        named.append(around.window.focusWidget().accessibleName())
    assert named == [
        "Phone", "Wishes to hear by", "Kind", "Address or number", "Remark", "Use this one first", "Take this one out",
        "Add another way", "Extra care with parcels", "Address",
    ]  # fmt: skip
    shown.form.box("lead_days").input.setFocus()
    named = []
    for _ in range(3):
        shown.focusNextChild()
        named.append(around.window.focusWidget().accessibleName())
    assert named == ["Take out “wholesale”", "Take out “new”", "Tags"]


def test_the_keyboard_stays_with_the_chips_when_its_field_goes(around):
    shown = record(around)
    shown.form.box("email").input.setFocus()
    shown.sections.show_part("orders")
    assert around.window.focusWidget().text().startswith("Orders")


def test_somebody_changed_elsewhere_meanwhile_is_not_overwritten_and_the_words_stay(around):
    shown = record(around)
    around.change(add_relative, shown.record_id, RelativeFields(Relation.CHILD, given="Anna"))
    shown.sections.show_part("people")
    who = shown.people.shown[0]
    shown.people.edit(who)
    asked = dialog(around)
    type_text(asked.form.box("note").input, "likes cats")
    around.change(edit_relative, who.id, who.version, RelativeFields(Relation.CHILD, given="Annija"))
    asked.save()
    around.settle()
    assert "changed meanwhile" in asked.banner.text
    assert asked.form.box("note").input.value() == "likes cats"
    assert around.ask(lambda shop: people_of(shop, shown.record_id)).relatives[0].fields.given == "Annija"
    asked.form.mark_clean()
    asked.reject()


def test_somebody_around_is_deleted_with_undo(around):
    shown = record(around)
    around.change(add_relative, shown.record_id, RelativeFields(Relation.CHILD, given="Anna"))
    shown.sections.show_part("people")
    shown.people.edit(shown.people.shown[0])
    press(dialog(around), "Remove")
    around.settle()
    assert "Anna" not in texts(shown.people)
    around.change(undo, around.done[-1][0].id)
    assert "Anna" in texts(shown.people)


def test_a_customer_chosen_as_a_person_around_brings_their_names(around):
    from desktop_app.queries.search import Hit, HitKind

    shown = record(around)
    other = around.ask(lambda shop: person_id(shop, "Jānis"))
    shown.sections.show_part("people")
    shown.people.add()
    asked = dialog(around)
    asked.form.box("customer").input._choose(Hit(HitKind.CUSTOMER, other, "Jānis Bērziņš", ""))
    around.settle()
    assert (asked.form.box("given").input.value(), asked.form.box("family").input.value()) == ("Jānis", "Bērziņš")
    assert asked.form.box("called").input.value() == "Jāni"
    asked.save()
    around.settle()
    assert around.ask(lambda shop: people_of(shop, shown.record_id)).relatives[0].fields.customer == other


def test_a_card_for_the_next_day_of_somebody_around_is_one_press_away(around):
    from desktop_app.ui.preview.dialog import PreviewDialog

    shown = record(around)
    days = (
        SpecialDay(DayKind.BIRTHDAY, Birthday(6, 1, 2019)),
        SpecialDay(DayKind.OTHER, Birthday(12, 6), "St Nicholas"),
    )
    around.change(add_relative, shown.record_id, RelativeFields(Relation.CHILD, given="Anna", days=days))
    gone = RelativeFields(Relation.PARENT, given="Rita", deceased=True, days=days[:1])
    around.change(add_relative, shown.record_id, gone)
    shown.sections.show_part("people")
    around.settle()
    assert sum(one.text() == "Print a card" for one in shown.people.findChildren(QAbstractButton)) == 1
    press(shown.people, "Print a card")
    around.settle()
    (preview,) = [one for one in around.window.findChildren(PreviewDialog) if one.isVisible()]
    ((key,),) = preview.making.offer.whose.days
    assert (key.title, key.kept_on.month, key.kept_on.day) == ("St Nicholas", 12, 6)
    preview.reject()
    around.settle()


def test_around_somebody_not_to_be_congratulated_no_card_is_offered(around):
    shown = record(around)
    child = RelativeFields(Relation.CHILD, given="Anna", days=(SpecialDay(DayKind.BIRTHDAY, Birthday(6, 1, 2019)),))
    around.change(add_relative, shown.record_id, child)
    kept = around.ask(lambda shop: customer(shop, shown.record_id))
    around.change(edit_customer, kept.id, kept.version, replace(kept.fields, congratulate=False))
    shown.sections.show_part("people")
    around.settle()
    assert "Print a card" not in [one.text() for one in shown.people.findChildren(QAbstractButton)]


def test_a_note_kept_meanwhile_does_not_stand_in_the_way_of_the_days(around):
    shown = record(around)
    shown.sections.show_part("people")
    shown.days.edit()
    asked = dialog(around)
    row = asked.form.box("days").input.rows[0]
    row.form.box("date").input.set_value(Birthday(6, 20, 2015))
    row.form.edited.emit("date")
    around.change(add_note, shown.record_id, "called")
    asked.save()
    around.settle()
    assert len(around.ask(lambda shop: people_of(shop, shown.record_id)).days) == 1
