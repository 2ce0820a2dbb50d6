"""An order's record made and changed by keyboard: articles, money, promise, parcel, returns, two desks."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop_app.actions.carriers import add_carrier
from desktop_app.actions.orders import edit_order, set_status
from desktop_app.actions.packing import claim, release
from desktop_app.actions.packing import set_aside as put_aside
from desktop_app.actions.products import add_product
from desktop_app.domain.carriers import CarrierFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.products import ProductFields
from desktop_app.queries.orders import order_by_number
from desktop_app.ui.pages.orders.lines import Col
from desktop_app.ui.pages.orders.page import OrdersPage
from desktop_app.ui.widgets.form_dialog import FormDialog
from tests.made import BY, bought, person
from tests.ui.pages.around import Around, button, press, texts, type_text

EUR = "EUR"


def fill(shop):
    agnese = person(shop, "Agnese", "Ķēniņa", email="agnese@pasts.example")
    add_product(shop, ProductFields("LN-1", "Linen scarf", barcode="4750123000017", price=Money(2490, EUR)), actor=BY)
    add_product(shop, ProductFields("LN-2", "Linen napkin", price=Money(600, EUR)), actor=BY)
    add_carrier(shop, CarrierFields("Omniva", "https://omniva.example/{number}", 2), actor=BY)
    bought(shop, agnese, "Scarf", "Mug", number="10421", paid=True, placed_at="2026-11-16", shipping=Money(300, EUR))


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def page(around: Around) -> OrdersPage:
    made = OrdersPage(around.desk)
    around.show(made, height=900)
    return made


def kept(around: Around, number: str):
    return around.ask(lambda shop: order_by_number(shop, number))


def opened(around: Around, page: OrdersPage, number: str = "10421"):
    page.open(order=int(kept(around, number).id))
    around.settle()
    return page.record


def scan(around: Around, qtbot, page: OrdersPage, text: str) -> None:
    box = page.record.form.articles.box.edit
    assert box.hasFocus()
    type_text(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    around.settle()


def dialog(around: Around) -> FormDialog:
    [found] = [one for one in around.window.findChildren(QDialog) if isinstance(one, FormDialog)]
    return found


def unoffered(box):
    """The field without the list it drops: the offscreen screen cannot show one without a warning."""
    box.setCompleter(None)
    return box


def packed_and_sent(around: Around) -> None:
    order_id = kept(around, "10421").id
    around.change(set_status, [order_id], Status.PACKED)
    around.change(set_status, [order_id], Status.SHIPPED)


def test_an_order_is_made_by_the_keyboard_alone(around, page, qtbot):
    page.new()
    around.settle()
    choice = page.record.form.choice
    qtbot.waitUntil(lambda: choice.box.edit.hasFocus())
    type_text(choice.box.edit, "agn")
    qtbot.waitUntil(lambda: choice._popup is not None and choice._popup.isVisible(), timeout=5000)
    qtbot.keyClick(choice.box.edit, Qt.Key.Key_Return)
    scan(around, qtbot, page, "4750123000017")
    scan(around, qtbot, page, "4750123000017")
    scan(around, qtbot, page, "napk")
    assert page.record.form.articles.sums.text() == "together €55.80"
    qtbot.keyClick(page.record.form.articles.box.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    around.settle()
    made = kept(around, "10422").fields
    assert [(line.quantity, line.name, line.sku) for line in made.lines] == [
        (2, "Linen scarf", "LN-1"), (1, "Linen napkin", "LN-2"),
    ]  # fmt: skip
    assert (made.total, made.status) == (Money(5580, EUR), Status.NEW)
    assert made.ship_by is not None


def test_several_articles_of_a_name_are_offered_and_a_scan_goes_before_what_was_found(around, page, qtbot):
    page.new()
    around.settle()
    articles = page.record.form.articles
    articles.take_focus()
    type_text(articles.box.edit, "linen")
    qtbot.waitUntil(lambda: articles._popup.offers("linen"), timeout=5000)
    scan_on = "4750123000017"
    articles.box.edit.selectAll()
    type_text(articles.box.edit, scan_on)
    qtbot.keyClick(articles.box.edit, Qt.Key.Key_Return)
    around.settle()
    assert [line.name for line in articles.model.lines()] == ["Linen scarf"]
    type_text(articles.box.edit, "linen")
    qtbot.keyClick(articles.box.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: articles._popup.offers("linen"), timeout=5000)
    qtbot.keyClick(articles.box.edit, Qt.Key.Key_Return)
    around.settle()
    assert [line.name for line in articles.model.lines()] == ["Linen scarf", "Linen napkin"]


def test_a_code_nobody_has_is_said_and_a_new_word_is_an_article_of_its_own(around, page, qtbot):
    page.new()
    around.settle()
    page.record.form.articles.take_focus()
    scan(around, qtbot, page, "4750999999999")
    assert page.record.form.box("lines").error == (
        "No article has the code 4750999999999. Add it under Products, or type its name."
    )
    scan(around, qtbot, page, "Gift wrap")
    assert [line.name for line in page.record.form.model.lines()] == ["Gift wrap"]
    assert page.record.form.articles.sums.text() == "no sum yet: “Gift wrap” has no price; write 0 if it is free"
    assert page.record.form.box("lines").error == ""


def test_the_sum_follows_every_letter_and_a_total_of_ones_own_is_told(around, page):
    form = opened(around, page).form
    assert form.articles.sums.text() == "articles €25.00 · delivery €3.00 · together €28.00"
    type_text(form.box("discount").input.edit, "5")
    assert form.articles.sums.text() == "articles €25.00 · delivery €3.00 · discount −€5.00 · together €23.00"
    form.model.setData(form.model.index(0, Col.LESS), "10 %")
    assert "articles €23.75" in form.articles.sums.text()
    page.record.save()
    around.settle()
    fields = kept(around, "10421").fields
    assert (fields.lines[0].discount, fields.total) == (Money(125, EUR), Money(2175, EUR))


def test_the_currency_is_said_once_for_all_amounts(around, page):
    form = opened(around, page).form
    code = unoffered(form.box("currency").input)
    code.selectAll()
    type_text(code, "usd")
    page.record.save()
    around.settle()
    fields = kept(around, "10421").fields
    assert (fields.total, fields.lines[0].unit_price) == (Money(2800, "USD"), Money(1250, "USD"))
    code.selectAll()
    type_text(code, "jpy")
    assert form.box("currency").error == "JPY has no such small coins as these amounts. Round them."
    page.record.save()
    assert kept(around, "10421").fields.currency == "USD"
    code.selectAll()
    type_text(code, "us")
    page.record.save()
    assert form.box("currency").error == "Write the currency as three letters, like EUR."


def test_the_promise_of_the_rules_is_told_and_may_be_written_over(around, page, qtbot):
    page.new()
    around.settle()
    form = page.record.form
    form.articles.take_focus()
    scan(around, qtbot, page, "LN-1")
    qtbot.waitUntil(lambda: form.box("ship_by").help.startswith("By the shop’s rules:"), timeout=5000)
    type_text(unoffered(form.box("carrier").input), "omniva")
    qtbot.waitUntil(lambda: form.box("deliver_by").help.startswith("By the shop’s rules:"), timeout=5000)
    type_text(form.box("ship_by").input.edit, "30.11.2026")
    page.record.save()
    around.settle()
    fields = kept(around, "10422").fields
    assert fields.ship_by == dt.date(2026, 11, 30)
    assert fields.deliver_by == dt.date(2026, 12, 2)


def test_the_parcel_is_followed_by_the_carriers_link(around, page):
    went = []
    record = opened(around, page)
    tracking = record.form.box("tracking").input
    tracking._open_url = lambda url: bool(went.append(url.toString()) or True)
    assert not tracking.open_button.isVisible()
    type_text(unoffered(record.form.box("carrier").input), "OMNIVA")
    type_text(tracking.edit, "LV 123")
    assert tracking.open_button.isVisible()
    tracking.open_button.click()
    assert went == ["https://omniva.example/LV123"]


def test_the_way_it_came_tells_who_and_when(around, page):
    around.change(set_status, [kept(around, "10421").id], Status.PACKED)
    record = opened(around, page)
    assert record.steps.history is not None
    record.steps.history.button.click()
    said = [text for text in texts(record.steps.history) if text.startswith("Packed")]
    assert len(said) == 1
    assert said[0].startswith("Packed · Ilze, ")


def test_packing_is_taken_back_by_its_name_and_never_taken_for_a_payment(around, page):
    unpaid = kept(around, "10421").fields.customer
    around.ask(lambda shop: bought(shop, unpaid, "Mug", number="10422"))
    for number in ("10421", "10422"):
        around.change(set_status, [kept(around, number).id], Status.PACKED)
    assert Status.PAID not in opened(around, page, "10422").steps.buttons
    press(opened(around, page).steps, "Take the packing back")
    around.settle()
    assert kept(around, "10421").fields.status is Status.PAID


def test_lines_come_back_with_a_refund_proposed(around, page, qtbot):
    packed_and_sent(around)
    record = opened(around, page)
    press(record, "Mark returned")
    ask = dialog(around)
    assert ask.form.value()["refund"] == Money(2800, EUR)
    box = ask.form.box("pieces-2").input
    box.selectAll()
    type_text(box, "0")
    assert ask.form.value()["refund"] == Money(1250, EUR)
    press(ask, "Take it back")
    around.settle()
    fields = kept(around, "10421").fields
    assert ([line.returned for line in fields.lines], fields.refunded) == ([1, 0], Money(1250, EUR))
    assert fields.status is Status.SHIPPED
    assert "Partly refunded" in texts(record.steps)
    assert record.form.model.data(record.form.model.index(0, Col.NAME)) == "Scarf · 1 came back"
    press(record, "Mark returned")
    press(dialog(around), "Take it back")
    around.settle()
    fields = kept(around, "10421").fields
    assert (fields.status, fields.refunded) == (Status.RETURNED, Money(2800, EUR))


def test_no_pieces_and_no_money_is_no_return(around, page):
    packed_and_sent(around)
    press(opened(around, page), "Mark returned")
    ask = dialog(around)
    for key in ("pieces-1", "pieces-2"):
        ask.form.box(key).input.set_value(0)
    ask.form.box("refund").input.edit.clear()
    press(ask, "Take it back")
    assert ask.form.box("pieces-1").error == "Say how many pieces came back, or what is given back."
    ask.form.box("refund").input.edit.setText("99")
    press(ask, "Take it back")
    around.settle()
    assert ask.form.box("refund").error == "At most 28.00 EUR can be given back for order 10421. Write that or less."
    ask.form.mark_clean()
    ask.reject()


def test_a_paid_order_is_cancelled_with_its_money_given_back(around, page):
    record = opened(around, page)
    press(record, "Cancel order")
    assert dialog(around).form.value()["refund"] == Money(2800, EUR)
    assert button(dialog(around), "Back")  # “Cancel” would be a riddle beside it
    press(dialog(around), "Cancel the order")
    around.settle()
    fields = kept(around, "10421").fields
    assert (fields.status, fields.refunded) == (Status.CANCELLED, Money(2800, EUR))


def test_what_the_bench_does_is_seen_and_set_aside_is_taken_back(around, page):
    order_id = OrderId(kept(around, "10421").id)
    around.ask(lambda shop: claim(shop, order_id, "Zane", "bench 1"))
    assert "Being packed by Zane." in texts(opened(around, page).steps)
    page.record.leave()
    around.ask(lambda shop: release(shop, order_id, "bench 1"))
    around.change(put_aside, order_id, "no mugs left")
    record = opened(around, page)
    assert "Set aside: no mugs left" in texts(record.steps)
    press(record.steps, "Put back in the queue")
    around.settle()
    assert kept(around, "10421").set_aside == ""
    press(record.steps, "Set aside…")
    ask = dialog(around)
    type_text(ask.form.box("reason").input, "waits for mugs")
    press(ask, "Set the order aside")
    around.settle()
    assert kept(around, "10421").set_aside == "waits for mugs"


def test_a_step_of_another_desk_leaves_what_is_typed_and_is_not_taken_back(around, page):
    record = opened(around, page)
    type_text(record.form.box("packer_note").input, "wrap twice")
    around.change(set_status, [kept(around, "10421").id], Status.PACKING)
    assert "Packing" in texts(record.steps)
    record.save()
    around.settle()
    fields = kept(around, "10421").fields
    assert (fields.packer_note, fields.status) == ("wrap twice", Status.PACKING)


def test_of_two_desks_who_is_named_and_mine_can_be_kept_or_theirs_seen(around, page):
    record = opened(around, page)
    type_text(record.form.box("packer_note").input, "wrap twice")
    whole = kept(around, "10421")
    theirs = replace(whole.fields, tracking="LV1")
    around.ask(lambda shop: edit_order(shop, whole.id, whole.version, theirs, actor="Zane"))
    record.save()
    around.settle()
    assert "Zane" in record.banner.text
    button(record.banner, "See theirs").click()
    around.settle()
    assert (record.form.value()["tracking"], record.form.value()["packer_note"]) == ("LV1", "")
    button(record.banner, "Back to what I typed").click()
    assert (record.form.value()["tracking"], record.form.value()["packer_note"]) == ("", "wrap twice")
    record.save()
    around.settle()
    fields = kept(around, "10421").fields
    assert (fields.tracking, fields.packer_note) == ("", "wrap twice")


def test_mine_is_kept_over_theirs_by_one_press(around, page):
    record = opened(around, page)
    type_text(record.form.box("packer_note").input, "wrap twice")
    whole = kept(around, "10421")
    around.change(edit_order, whole.id, whole.version, replace(whole.fields, packer_note="wrap once"))
    assert record.banner.text.endswith("What you typed is not saved yet.")
    button(record.banner, "Keep mine").click()
    around.settle()
    assert kept(around, "10421").fields.packer_note == "wrap twice"


def test_several_are_cancelled_and_what_was_paid_goes_back(around, page):
    unpaid = around.ask(lambda shop: bought(shop, None, number="10500"))
    paid = kept(around, "10421").id
    page.mark(Status.CANCELLED, [int(paid), int(unpaid)])
    around.settle()
    press(dialog(around), "Cancel the orders")
    around.settle()
    first, second = kept(around, "10421").fields, kept(around, "10500").fields
    assert (first.status, first.refunded) == (Status.CANCELLED, Money(2800, EUR))
    assert (second.status, second.refunded) == (Status.CANCELLED, None)


def test_unpaid_ones_are_cancelled_at_once(around, page):
    unpaid = around.ask(lambda shop: bought(shop, None, number="10500"))
    page.mark(Status.CANCELLED, [int(unpaid)])
    around.settle()
    assert kept(around, "10500").fields.status is Status.CANCELLED
    assert around.done[-1][1] == "Cancel order 10500"
