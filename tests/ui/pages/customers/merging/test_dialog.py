"""Possible duplicates as a person goes through them, by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton

from desktop_app.actions.customers import edit_customer
from desktop_app.actions.people import add_relative
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.merging import Side
from desktop_app.domain.people import Relation, RelativeFields
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.duplicates import duplicates
from desktop_app.ui.pages.customers.merging.opening import open_duplicates, open_merge
from tests.made import BY, bought, person
from tests.ui.pages.around import Around, texts, type_text

RIGA = Address(city="Rīga")


@pytest.fixture
def filled():
    def fill(shop):
        anna = person(shop, "Anna", "Ozola", phone="+371 29111222", address=RIGA, tags=("VIP",))
        bought(shop, anna)
        person(shop, "Анна", "Озола", phone="29111222", email="anna@x.lv")
        for email in ("ilze@x.lv", "liepa@x.lv"):
            person(shop, "Ilze", "Liepa", email=email, address=RIGA)
        person(shop, "Pēteris", "Kalns", email="peteris@x.lv")

    return fill


@pytest.fixture
def everybody(around):
    yield from _shown(around, lambda: open_duplicates(around.desk, around.window))


def _shown(around: Around, opening):
    around.window.resize(1280, 800)
    with around.qtbot.waitExposed(around.window):
        around.window.show()
    made = opening()
    around.settle()
    yield made
    made.close()


def press(around: Around, dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    around.qtbot.keyClick(dialog.focusWidget() or dialog, key, modifier)
    around.settle()


CONTROL = Qt.KeyboardModifier.ControlModifier


def found(around, dialog):
    """Wait for what the search box finds."""
    finder = dialog.finder
    around.qtbot.waitUntil(lambda: finder._popup is not None and finder._popup.isVisible(), timeout=3000)


def names(around: Around):
    return sorted(around.ask(lambda shop: [customer(shop, one).name for one in customer_ids(shop)]))


def test_the_surest_pair_stands_beside_each_other_with_the_reason(everybody):
    said = texts(everybody)
    assert "Pair 1 of 2" in said
    assert "Almost certainly one person" in said
    assert "The same phone +371 29111222, the same name" in said
    assert {"Anna Ozola", "Анна Озола"} <= set(said)
    assert everybody.comparison.chosen()["given"] is Side.KEEP
    assert everybody.comparison.chosen()["email"] is Side.LOSE


def test_merged_by_the_keyboard_and_the_next_pair_comes(around, everybody):
    press(around, everybody, Qt.Key.Key_Right)  # the given name of the other one
    press(around, everybody, Qt.Key.Key_Return, CONTROL)
    assert "Анна Ozola" in names(around)
    assert len(names(around)) == 4
    assert everybody.line.text() == ""  # the only pair left
    assert {"Ilze Liepa"} <= set(texts(everybody))
    press(around, everybody, Qt.Key.Key_D, CONTROL)
    assert around.ask(duplicates).count == 0
    assert "Every pair is answered" in texts(everybody)


def test_undo_brings_the_pair_back_and_redo_does_it_again(around, everybody):
    press(around, everybody, Qt.Key.Key_Return, CONTROL)
    assert len(names(around)) == 4
    press(around, everybody, Qt.Key.Key_Z, CONTROL)
    assert len(names(around)) == 5
    assert {"Anna Ozola", "Анна Озола", "Pair 1 of 2"} <= set(texts(everybody))
    again = QKeySequence(QKeySequence.StandardKey.Redo)[0]
    press(around, everybody, again.key(), again.keyboardModifiers())
    assert len(names(around)) == 4
    assert "Анна Озола" not in texts(everybody)


def test_up_and_down_go_from_field_to_field_left_and_right_choose(around, everybody):
    first = everybody.focusWidget()
    press(around, everybody, Qt.Key.Key_Down)
    second = everybody.focusWidget()
    assert second is not first
    assert second.accessibleName().startswith("Family name")
    press(around, everybody, Qt.Key.Key_Right)
    assert everybody.comparison.chosen()["family"] is Side.LOSE
    press(around, everybody, Qt.Key.Key_Left)
    assert everybody.comparison.chosen()["family"] is Side.KEEP
    press(around, everybody, Qt.Key.Key_Up)
    assert everybody.focusWidget() is first


def test_the_other_one_may_stay(around, everybody):
    press(around, everybody, Qt.Key.Key_E, CONTROL)
    press(around, everybody, Qt.Key.Key_Return, CONTROL)
    kept = around.ask(lambda shop: [one for one in (customer(shop, n) for n in customer_ids(shop)) if one.orders])
    assert [(one.id, one.orders) for one in kept] == [(2, 1)]


def test_what_a_person_took_is_taken_still_when_the_other_one_stays(around, everybody):
    name, side = next(iter(everybody.comparison.chosen().items()))
    other = Side.LOSE if side is Side.KEEP else Side.KEEP
    everybody.comparison.take(name, other)
    press(around, everybody, Qt.Key.Key_E, CONTROL)
    assert everybody.comparison.chosen()[name] is side  # the same value, which stands on the other side now


def test_done_again_while_another_pair_is_shown_that_pair_stays(around, everybody):
    press(around, everybody, Qt.Key.Key_D, CONTROL)
    everybody.undo()
    around.settle()
    press(around, everybody, Qt.Key.Key_PageDown)
    shown = everybody._pairs[1]
    everybody.redo()
    around.settle()
    assert everybody._pairs == [shown]
    assert {shown.first.id, shown.second.id} == {half.customer.id for half in everybody.comparison.both.halves}


def test_beyond_the_last_pair_there_is_nothing_to_count(around, everybody):
    for _ in range(4):
        press(around, everybody, Qt.Key.Key_PageDown)
    press(around, everybody, Qt.Key.Key_PageUp)
    assert "Pair 2 of 2" in texts(everybody)


def test_who_lets_go_beside_a_value_takes_nothing(around, everybody):
    button = next(one for one in everybody.comparison.stops() if not one.isChecked())
    around.qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    around.qtbot.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() + 40, 5))
    assert not button.isChecked()
    around.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()


def test_what_is_left_for_later_can_be_begun_again(around, everybody):
    for _ in range(2):
        press(around, everybody, Qt.Key.Key_PageDown)
    assert "2 pairs are left for later" in texts(everybody)
    next(one for one in everybody.findChildren(QAbstractButton) if one.text() == "Begin again").click()
    around.settle()
    assert "Pair 1 of 2" in texts(everybody)
    press(around, everybody, Qt.Key.Key_PageDown)
    press(around, everybody, Qt.Key.Key_PageUp)
    assert "Pair 1 of 2" in texts(everybody)


def test_an_edit_from_another_desk_is_said_and_what_is_new_shown(around, everybody):
    def elsewhere(shop):
        one = customer(shop, 2)
        edit_customer(shop, 2, one.version, CustomerFields("Anete", "Ozola", phone="29111222"), actor="Boriss")

    around.ask(elsewhere)
    press(around, everybody, Qt.Key.Key_Return, CONTROL)
    assert "Boriss changed this record in the meantime" in everybody.banner.text
    assert "Anete Ozola" in texts(everybody)
    assert len(names(around)) == 5


def test_family_is_refused_in_words_and_the_choice_stays(around, everybody):
    fields = RelativeFields(Relation.CHILD, given="Anna", customer=1)
    around.ask(lambda shop: add_relative(shop, 2, fields, actor=BY))
    for _ in range(2):
        press(around, everybody, Qt.Key.Key_Return, CONTROL)
    assert "stand among each other’s people" in everybody.banner.text
    assert len(names(around)) == 5


def test_a_merged_customer_is_in_no_other_pair(around):
    around.ask(lambda shop: person(shop, "Anna", "Ozola", phone="29 111 222"))
    for dialog in _shown(around, lambda: open_duplicates(around.desk, around.window)):
        assert "Pair 1 of 4" in texts(dialog)
        press(around, dialog, Qt.Key.Key_Return, CONTROL)
        press(around, dialog, Qt.Key.Key_Return, CONTROL)
        assert names(around).count("Anna Ozola") == 1
        assert "Ilze Liepa" in texts(dialog)


def test_two_chosen_customers_are_compared_however_unlike(around):
    for dialog in _shown(around, lambda: open_merge(around.desk, around.window, 1, 5)):
        assert {"Anna Ozola", "Pēteris Kalns"} <= set(texts(dialog))
        press(around, dialog, Qt.Key.Key_Return, CONTROL)
        assert len(names(around)) == 4


def test_one_customer_is_compared_with_who_looks_like_them_or_is_found(around):
    for dialog in _shown(around, lambda: open_merge(around.desk, around.window, 5)):
        assert "Nobody looks like this customer" in texts(dialog)
        box = dialog.finder.box
        box.take_focus()
        type_text(box.edit, "ilze")
        found(around, dialog)
        around.settle()
        press(around, dialog, Qt.Key.Key_Return)
        assert {"Ilze Liepa", "Pēteris Kalns"} <= set(texts(dialog))


def test_without_any_it_says_what_it_does(around):
    around.ask(lambda shop: [edit_customer(shop, n, customer(shop, n).version, CustomerFields(f"A{n}"), actor=BY)
                             for n in (1, 2, 3, 4)])  # fmt: skip
    for dialog in _shown(around, lambda: open_duplicates(around.desk, around.window)):
        assert "No two customers look like one" in texts(dialog)
        assert any("Nothing is merged by itself." in text for text in texts(dialog))
        assert not dialog.merge_button.isVisible()


def test_after_an_import_only_its_people_are_compared(around):
    def add(shop):
        made = person(shop, "Ilze", "Liepa", address=RIGA)
        return shop.sql("SELECT max(id) FROM change_log")[0][0], made

    change, _ = around.ask(add)
    for dialog in _shown(around, lambda: open_duplicates(around.desk, around.window, change=change)):
        assert "Pair 1 of 2" in texts(dialog)
        assert "Anna Ozola" not in texts(dialog)
