"""Writing the words: languages side by side, wordings by condition, fields from the list, mistakes named at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop_app.domain.cards import Condition, Fact, Format
from desktop_app.domain.design_wordings import Row
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from desktop_app.ui.designer.conditions import ConditionQuestion
from desktop_app.ui.designer.field_list import FieldList
from desktop_app.ui.designer.toolbar import Panel
from tests.ui.designer.hand import Hand

FIRST = (Condition(Fact.FIRST),)
CTRL = Qt.KeyboardModifier.ControlModifier


def said(hand: Hand, name: str, language: Language = Language.EN) -> list[str]:
    item: Any = hand.item(name)
    return [one.text for one in hand.template.texts[item.text][language]]


def test_the_wording_that_is_seen_on_the_card_is_the_one_to_write(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    hand.click(*hand.frame("letter").centre)
    panel = hand.space.words_panel
    assert panel.rows.currentText() == "Only for a first order"
    assert panel.inputs[Language.EN].toPlainText().startswith("This is your first order")


def test_a_field_is_found_and_written_where_the_cursor_is(blank: Hand) -> None:
    blank.press("Text")
    blank.write("Dear ")
    blank.key(Qt.Key.Key_I, CTRL)
    fields = next(one for one in blank.designer.findChildren(FieldList) if one.isVisible())
    blank.write("whole na")
    assert fields.found.list.item(0).text().startswith("Whole name")
    blank.key(Qt.Key.Key_Return)
    assert said(blank, "text")[0] == "Dear {customer.name}"
    assert blank.focus is blank.space.words_panel.inputs[Language.EN]


def test_a_wrong_field_is_named_and_does_not_get_into_the_design(blank: Hand) -> None:
    blank.press("Text")
    blank.write("Dear {customer.nam}")
    panel = blank.space.words_panel
    assert "customer.name" in panel._error.text()
    assert panel.mend.text() == "Write “customer.name”"
    assert said(blank, "text")[0] == "Dear "
    box = panel.inputs[Language.EN]
    assert box.toPlainText() == "Dear {customer.nam}"
    blank.key(Qt.Key.Key_Backspace)
    blank.write("e}")
    assert panel._error.isHidden()
    assert said(blank, "text")[0] == "Dear {customer.name}"


def test_the_field_that_was_meant_is_a_click_away(blank: Hand) -> None:
    blank.press("Text")
    blank.write("Dear {custmer.nam}, hello")
    blank.press("Write “customer.name”")
    assert said(blank, "text")[0] == "Dear {customer.name}, hello"
    assert blank.space.words_panel.mend.isHidden()


def test_a_name_in_a_case_is_chosen_by_its_example(blank: Hand) -> None:
    blank.press("Text")
    blank.key(Qt.Key.Key_Tab)  # to the Russian words
    blank.key(Qt.Key.Key_I, CTRL)
    fields = next(one for one in blank.designer.findChildren(FieldList) if one.isVisible())
    blank.write("given name")
    choice = fields.forms.case
    assert choice.itemText(2) == "Анне · to whom"
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    fields.forms.instead.setFocus()
    blank.write("друг")
    blank.key(Qt.Key.Key_Return)
    assert "{customer.called.dative|друг}" in said(blank, "text", Language.RU)[0]


def test_a_number_comes_with_its_word(blank: Hand) -> None:
    blank.press("Text")
    blank.key(Qt.Key.Key_I, CTRL)
    fields = next(one for one in blank.designer.findChildren(FieldList) if one.isVisible())
    blank.write("age")
    fields.forms.counted.setCurrentIndex(1)
    fields.forms.counted.activated.emit(1)
    assert fields.forms.shown.text() == "1 year · 3 years"
    blank.press("Insert", fields)
    assert "{birthday.age: year / years}" in said(blank, "text")[0]


def test_several_conditions_are_searched_and_ticked(blank: Hand) -> None:
    blank.press("Text")
    blank.write("Always this")
    blank.press("Another wording…")
    question = next(one for one in blank.designer.findChildren(ConditionQuestion) if one.isVisible())
    blank.write("first ord")
    assert question.found.list.count() == 2
    blank.key(Qt.Key.Key_Return)
    question.found.search.edit.clear()
    blank.write("gift")
    blank.key(Qt.Key.Key_Down)
    blank.key(Qt.Key.Key_Return)
    assert question.said.text() == "Only for a first order, only if no gift goes with it"
    blank.press("Use these", question)
    assert blank.space.words_panel.rows.currentText() == "Only for a first order, only if no gift goes with it"
    blank.write("The first time")
    assert said(blank, "text") == ["The first time", "Always this"]


def test_a_condition_and_its_opposite_are_never_ticked_together(blank: Hand) -> None:
    blank.press("Text")
    blank.press("Another wording…")
    question = next(one for one in blank.designer.findChildren(ConditionQuestion) if one.isVisible())
    blank.write("abroad")
    blank.key(Qt.Key.Key_Return)
    blank.key(Qt.Key.Key_Down)
    blank.key(Qt.Key.Key_Return)
    assert question.when == (Condition(Fact.ABROAD, False),)
    states = [question.found.list.item(row).checkState() for row in range(2)]
    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]


def test_another_wording_is_written_changed_and_removed(blank: Hand) -> None:
    blank.press("Text")
    blank.write("Always this")
    panel = blank.space.words_panel
    panel._add(FIRST)
    blank.settle()
    assert panel.rows.currentText() == "Only for a first order"
    blank.write("The first time")
    assert said(blank, "text") == ["The first time", "Always this"]
    panel.rows.set_value(Row(()))
    panel.rows.edited.emit()
    assert panel.inputs[Language.EN].toPlainText() == "Always this"
    panel.rows.set_value(Row(FIRST))
    panel.rows.edited.emit()
    panel._put_when((Condition(Fact.ABROAD),))
    assert panel.rows.currentText() == "Only if it goes abroad"
    assert said(blank, "text") == ["The first time", "Always this"]
    blank.press("Remove wording")
    assert said(blank, "text") == ["Always this"]
    assert not panel.drop.isEnabled()


def test_writing_in_a_language_shows_the_card_in_it(blank: Hand) -> None:
    blank.press("Heading")
    blank.write("Hello")
    blank.key(Qt.Key.Key_Tab)
    assert blank.session.language is Language.RU
    blank.write("Привет")
    assert said(blank, "heading", Language.RU) == ["Привет"]
    assert said(blank, "heading", Language.EN) == ["Hello"]
    page = blank.session.page
    assert page is not None
    assert not page.items["heading"].hidden


def test_narrow_there_is_one_language_at_a_time(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig", width=560, height=420)
    hand.session.select(["heading"])
    hand.space.toolbar.panel_wanted.emit(Panel.WORDS)
    hand.settle()
    panel = hand.space.words_panel
    assert [one for one, box in panel.inputs.items() if box.isVisible()] == [Language.EN]
    panel.languages.chosen.emit(Language.LV.value)
    panel.languages.choose(Language.LV.value)
    panel._fit()
    assert [one for one, box in panel.inputs.items() if box.isVisible()] == [Language.LV]


def test_the_size_of_one_box_is_written(blank: Hand) -> None:
    blank.press("Text")
    form: Any = blank.space.properties.form
    box = form.box("size").input
    box.setFocus()
    box.selectAll()
    blank.write("14,5")
    assert blank.template.styles["text"].size[Format.MEDIUM] == 14.5
    box.selectAll()
    blank.write("900")
    assert form.box("size").error == "Give a number from 3 to 200."
    assert blank.template.styles["text"].size[Format.MEDIUM] != 900


def test_words_nobody_wrote_yet_are_named_before_a_customer_reads_them(blank: Hand) -> None:
    blank.press("Heading")
    blank.write("Hello")
    line = blank.space.things.items.item(0)
    assert line.text().endswith("not written yet: Русский, Latviešu")
    for text in ("Привет", "Sveiki"):
        blank.key(Qt.Key.Key_Tab)
        blank.write(text)
    assert "not written" not in blank.space.things.items.item(0).text()


def test_saving_says_what_is_not_written(blank: Hand) -> None:
    blank.press("Heading")
    blank.write("Hello")
    blank.key(Qt.Key.Key_S, CTRL)
    blank.press("Save", blank.designer.keeping.question)  # type: ignore[union-attr]
    said = blank.designer.banner.text
    assert "is saved, but not all is written yet" in said
    assert "Русский" in said
    assert "English" not in said
