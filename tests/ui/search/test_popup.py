"""The search as one types: grouped hits, arrows, Enter; any text is allowed."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.people import add_relative
from desktop_app.actions.products import add_product
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.people import Relation, RelativeFields
from desktop_app.domain.products import ProductFields
from desktop_app.i18n import Words
from desktop_app.queries.search import Hit, HitKind
from desktop_app.ui.models.rows import Role
from desktop_app.ui.pages.page import Page
from desktop_app.ui.search.hits import HitsModel
from tests.made import BY, bought, person
from tests.ui.pages.around import texts, type_text

LINEN = Hit(HitKind.PRODUCT, 5, "Linen scarf", "LN-1")


def fill(shop):
    linda = person(shop, "Linda", "Ozola")
    bought(shop, linda, number="10421")
    add_relative(shop, linda, RelativeFields(Relation.CHILD, given="Maija", family="Ozola"), actor=BY)
    add_product(shop, ProductFields(sku="LN-1", name="Linen scarf"), actor=BY)


@pytest.fixture
def filled():
    return fill


class Plain(Page):
    name = "plain"


@pytest.fixture
def box(around):
    page = Plain(around.desk)
    around.show(page)
    page.header.search.take_focus()
    return page.header.search


def popup(box):
    return box.window().findChild(object, "search-popup")


def typed(box, qtbot, around, text):
    box.edit.clear()
    type_text(box.edit, text)
    qtbot.waitUntil(lambda: around.work.idle and popup(box).isVisible(), timeout=5000)
    return popup(box)


def entries(found):
    model = found.model
    return [model.data(model.index(place, 0)) for place in range(model.rowCount())]


def test_hits_stand_under_what_they_are_while_one_types(box, qtbot, around):
    assert entries(typed(box, qtbot, around, "lin")) == ["Customers", "Linda Ozola", "Products", "Linen scarf"]
    assert entries(typed(box, qtbot, around, "104")) == ["Orders", "10421"]


def test_arrows_pass_over_headings_and_enter_opens(box, qtbot, around):
    found = typed(box, qtbot, around, "lin")
    assert found.view.currentIndex().row() == 1
    qtbot.keyClick(box.edit, Qt.Key.Key_Down)
    assert found.view.currentIndex().row() == 3
    qtbot.keyClick(box.edit, Qt.Key.Key_Down)
    assert found.view.currentIndex().row() == 3
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    page, what = around.went[-1]
    assert page == "products"
    assert set(what) == {"product"}
    assert not found.isVisible()
    assert box.text() == ""


def test_a_complaint_is_found_by_what_was_said_and_opened(box, qtbot, around):
    said = ComplaintFields(kind="damaged", customer=CustomerId(1), text="Saplīsusi krūze")
    around.change(add_complaint, said)
    assert entries(typed(box, qtbot, around, "saplisusi")) == ["Complaints and reviews", "Saplīsusi krūze"]
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    assert around.went[-1] == ("complaints", {"complaint": 1})


def test_a_click_opens(box, qtbot, around):
    found = typed(box, qtbot, around, "10421")
    place = found.view.visualRect(found.model.index(1, 0)).center()
    qtbot.mouseClick(found.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert around.went[-1][0] == "orders"


def test_somebody_around_a_customer_opens_the_customer(box, qtbot, around):
    found = typed(box, qtbot, around, "maija")
    assert entries(found) == ["People around customers", "Maija Ozola"]
    assert found.model.data(found.model.index(1, 0), Role.DETAIL) == "Child · Linda Ozola"
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    page, what = around.went[-1]
    assert page == "customers"
    assert list(what) == ["customer"]


def test_who_is_called_nearly_so_stands_apart(box, qtbot, around):
    assert entries(typed(box, qtbot, around, "limda")) == ["Did you mean", "Linda Ozola"]
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    assert around.went[-1][0] == "customers"


def test_the_hits_say_to_a_screen_reader_what_they_show(qapp):
    model = HitsModel(Words())
    model.show_hits([Hit(HitKind.PERSON, 1, "Maija", "Linda", CustomerId(7), Relation.OTHER, "Godmother")])
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) == "Maija, Godmother · Linda"


def test_escape_closes_and_clears(box, qtbot, around):
    found = typed(box, qtbot, around, "lin")
    qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
    assert not found.isVisible()
    assert box.text() == ""


@pytest.mark.parametrize("text", ["zzz", "'\"*(", "%_", "NEAR(", "Ķ\u0327 🙂", "@", "#№"])
def test_nothing_found_is_said_for_any_text(box, qtbot, around, text):
    found = typed(box, qtbot, around, text)
    assert texts(found) == [f"Nothing found for “{text}”"]
    assert around.told == []


def test_a_late_answer_to_an_earlier_text_is_not_shown(box, qtbot, around):
    found = typed(box, qtbot, around, "lin")
    found.show_found("li", [LINEN, LINEN])
    assert entries(found) == ["Customers", "Linda Ozola", "Products", "Linen scarf"]


def test_the_model_keeps_qts_rules(qapp, qtmodeltester):
    model = HitsModel(Words())
    qtmodeltester.check(model)
    model.show_hits([LINEN, Hit(HitKind.ORDER, 1, "10421", ""), LINEN])
    qtmodeltester.check(model)
    assert [model.hit(place) is None for place in range(model.rowCount())] == [True, False, False, True, False]
