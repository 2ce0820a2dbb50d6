"""A complaint taken in seconds, by the keyboard alone."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage

from desktop_app.actions.orders import remove_orders, set_status
from desktop_app.actions.packing import claim, done
from desktop_app.domain.complaints import Source, State
from desktop_app.domain.orders import Line, Status
from desktop_app.queries.complaint_list import complaint_ids, complaint_rows
from desktop_app.queries.complaint_pictures import files_of
from desktop_app.queries.complaints import complaint
from desktop_app.ui.pages.complaints.page import ComplaintsPage
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import TODAY, bought, person
from tests.pictures import picture
from tests.ui.pages.around import texts, type_text


def fill(shop):
    anna = person(shop, "Anna", "Ozola")
    order = bought(
        shop, anna, number="10421", carrier="Omniva",
        lines=(Line("Mug", 2), Line("Tablecloth", 1)),
    )  # fmt: skip
    set_status(shop, [order], Status.PAID, actor="Ilze")
    claim(shop, order, "Māris", "one")
    done(shop, order, packer="Māris", bench="one", unchecked=True)
    bought(shop, anna, "Vase", number="10422")


@pytest.fixture
def filled():
    return fill


def begun(around, **what) -> FormDialog:
    page = ComplaintsPage(around.desk)
    around.show(page)
    page.begin(**what)
    around.settle()
    [dialog] = page.window().findChildren(FormDialog)
    around.qtbot.waitUntil(lambda: dialog.isVisible())
    return dialog


def only(around):
    ids = around.ask(lambda shop: list(complaint_ids(shop)))
    [row] = around.ask(lambda shop: complaint_rows(shop, ids))
    return row


def test_scan_key_paste_save(around):
    dialog = begun(around)
    about = dialog.form.inputs.about
    assert about.box.edit.hasFocus()
    type_text(about.box.edit, "10421")
    around.qtbot.keyClick(about.box.edit, Qt.Key.Key_Return)  # as a scanner does, before any hit is there
    around.settle()
    assert {"№ 10421 · Anna Ozola", "packed by Māris"} <= {
        part for text in texts(about) for part in (text, *text.split(" · "))
    }
    around.qtbot.waitUntil(lambda: dialog.form.inputs.kind.buttons[0].hasFocus())
    pad = Qt.KeyboardModifier.KeypadModifier
    around.qtbot.keyClick(dialog.form.inputs.kind.buttons[0], Qt.Key.Key_2, pad)
    text = dialog.form.inputs.text
    around.qtbot.waitUntil(text.hasFocus)
    text.insertPlainText("The handle came off.")
    around.qtbot.keyClick(text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    around.settle()
    row = only(around)
    assert (row.customer, row.order, row.kind, row.packer, row.carrier) == (
        "Anna Ozola", "10421", "damaged", "Māris", "Omniva",
    )  # fmt: skip
    assert (row.text, row.state) == ("The handle came off.", State.NEW)
    assert around.done[-1][1] == "Recorded"


def test_the_record_of_what_was_just_taken_is_open(around):
    dialog = begun(around, order=1)
    dialog.form.inputs.kind.take_key("1")
    dialog.save()
    around.settle()
    page = around.window.centralWidget()
    assert page.record.record_id == only(around).id


def test_an_article_of_the_order_is_picked_and_the_only_one_is_meant_anyway(around):
    dialog = begun(around, order=1)
    about = dialog.form.inputs.about
    assert [button.text() for button in about.articles.buttons] == ["The whole order", "Mug", "Tablecloth"]
    about.articles.buttons[2].click()
    assert about.value().article == "Tablecloth"
    about.take_order(2)
    around.settle()
    assert (about.articles.buttons, about.value().article) == ([], "Vase")


def test_a_number_nobody_has_is_said_and_nothing_is_chosen(around):
    dialog = begun(around)
    about = dialog.form.inputs.about
    type_text(about.box.edit, "999")
    about.box.entered.emit()
    around.settle()
    assert "There is no order 999 in this shop. Check the number." in texts(about)
    assert about.value().order is None


def test_without_a_kind_it_says_so_and_what_is_typed_stays(around):
    dialog = begun(around)
    dialog.form.inputs.text.insertPlainText("Nobody answers.")
    dialog.save()
    assert dialog.form.box("kind").error == "Pick what it is about."
    assert dialog.form.inputs.text.value() == "Nobody answers."
    assert around.ask(lambda shop: list(complaint_ids(shop))) == []


def test_a_review_of_a_customer_with_its_stars_and_from_where_the_last_one_came(around):
    dialog = begun(around, customer=1)
    form = dialog.form
    form.inputs.kind.take_key("8")
    form.box("source").input.set_value(Source.MARKETPLACE)
    around.qtbot.keyClick(form.box("rating").input, "3")
    dialog.save()
    around.settle()
    row = only(around)
    assert (row.rating, row.source, row.customer, row.order) == (3, Source.MARKETPLACE, "Anna Ozola", "")
    page = around.window.centralWidget()
    page.begin()
    around.settle()
    again = page.window().findChildren(FormDialog)[-1]
    assert again.form.box("source").input.value() is Source.MARKETPLACE


def test_a_pasted_picture_goes_to_the_pictures_and_is_kept(around):
    dialog = begun(around, order=1)
    data = QMimeData()
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data.setImageData(image)
    dialog.form.inputs.text.insertFromMimeData(data)
    around.settle()
    dialog.form.inputs.pictures.take(picture(9, 7))
    around.settle()
    assert len(dialog.form.inputs.pictures.value()) == 2
    dialog.form.inputs.pictures.take(b"not a picture")
    around.settle()
    assert len(dialog.form.inputs.pictures.value()) == 2
    assert any("picture" in text for text in texts(dialog.form.inputs.pictures))
    dialog.form.inputs.kind.take_key("1")
    dialog.save()
    around.settle()
    kept = around.ask(lambda shop: files_of(shop, [1]))[1]
    assert sorted((one.width, one.height) for one in kept) == [(8, 6), (9, 7)]


def test_another_order_may_be_chosen_instead(around):
    dialog = begun(around, order=1)
    about = dialog.form.inputs.about
    about.change.click()
    assert about.value().order is None
    assert not about.box.isHidden()
    about.take_order(2)
    around.settle()
    dialog.form.inputs.kind.take_key("1")
    dialog.save()
    around.settle()
    assert around.ask(lambda shop: complaint(shop, 1)).fields.order == 2


def test_a_day_to_come_is_refused_at_its_field_and_an_order_that_is_gone_too(around):
    dialog = begun(around, order=1)
    form = dialog.form
    form.inputs.kind.take_key("1")
    form.box("received_at").input.set_value(TODAY + dt.timedelta(days=2))
    dialog.save()
    around.settle()
    assert "still to come" in form.box("received_at").error
    form.box("received_at").input.set_value(None)
    around.change(remove_orders, [1])
    dialog.save()
    around.settle()
    assert "no longer in the shop" in form.box("about").error


def test_a_number_two_shops_gave_out_is_asked_about(around):
    around.change(lambda shop, *, actor: (bought(shop, 1, number="7", source="etsy"), bought(shop, 1, number="7"))[0])
    dialog = begun(around)
    about = dialog.form.inputs.about
    type_text(about.box.edit, "7")
    about.box.entered.emit()
    around.settle()
    assert any("Several orders have the number 7" in text for text in texts(about))


def test_tab_goes_from_the_number_over_the_kinds_to_the_text_and_on_to_the_foot(around):
    dialog = begun(around)
    pictures = "Pictures: Add a picture…"
    assert stops_of(dialog, 5) == ["Which order", "Came late", "What they say", pictures, "Where from"]


def test_tab_comes_by_a_picture_that_was_added(around):
    dialog = begun(around)
    dialog.form.inputs.pictures.set_value([("osa.png", picture(6, 4))])
    dialog.form.inputs.text.setFocus()
    assert stops_of(dialog, 4) == ["What they say", "Pictures: Add a picture…", "osa.png", "Remove: osa.png"]


def stops_of(dialog, many):
    dialog.activateWindow()
    seen = []
    for _ in range(many):
        seen.append(dialog.focusWidget().accessibleName())
        dialog.focusNextChild()
    return seen
