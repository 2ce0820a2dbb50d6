"""The orders list has what every list has: questions of a filter, columns to choose, views, a file."""

import csv
import datetime as dt
import io

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from desktop_app.actions.packing import set_aside
from desktop_app.actions.views import save_view
from desktop_app.domain.listing import ListKind, OrderFilter, Sort
from desktop_app.domain.orders import Status
from desktop_app.domain.views import ViewContent
from desktop_app.queries.orders import order_rows
from desktop_app.ui.pages.orders.narrowers import known_of_orders
from desktop_app.ui.pages.orders.page import OrdersPage
from tests.made import TODAY, bought, person
from tests.ui.pages.around import Around
from tests.ui.widgets.typing_in import press_key

Flag = QItemSelectionModel.SelectionFlag


def fill(shop):
    agnese = person(shop, "Agnese", "Ķēniņa")
    bought(shop, agnese, "Scarf", "Mug", number="10421", ship_by=TODAY - dt.timedelta(1), placed_at="2026-11-10")
    bought(shop, agnese, number="10437", ship_by=TODAY, carrier="Omniva", tracking="X1", placed_at="2026-11-12")
    bought(shop, agnese, number="10400", status=Status.SHIPPED, placed_at="2026-10-01")


@pytest.fixture
def filled():
    return fill


@pytest.fixture
def page(around: Around) -> OrdersPage:
    made = OrdersPage(around.desk)
    around.show(made)
    return made


def shown(page):
    return [page.model.row(place).number for place in range(page.model.rowCount())]


def answer(around, page, **values):
    for key, value in values.items():
        page.narrowing.form.box(key).input.set_value(value)
    page.narrowing.form.box(key).input.edited.emit()
    around.qtbot.waitUntil(lambda: not page.narrowing._typing.isActive())
    around.settle()


def test_state_and_days_narrow_beside_the_chips(around, page):
    answer(around, page, placed_from=dt.date(2026, 10, 1), placed_to=dt.date(2026, 11, 10))
    assert shown(page) == ["10421", "10400"]
    answer(around, page, status=(Status.SHIPPED,))
    assert shown(page) == ["10400"]
    assert page.narrowing.chips.texts == ["Status: Shipped", "Placed: 1 Oct 2026 – 10 Nov 2026"]


def test_a_state_asked_for_puts_out_the_chip_that_says_another(around, page):
    page.narrow_to("packed")
    around.settle()
    assert shown(page) == []
    answer(around, page, status=(Status.SHIPPED,))
    assert (page.chips.value, shown(page), page.narrowing.chips.texts) == ("all", ["10400"], ["Status: Shipped"])


def test_a_chip_takes_the_place_of_an_older_answer_to_the_same_question(around, page):
    answer(around, page, status=(Status.PACKED,), placed_from=dt.date(2026, 10, 1))
    page.chips._chips["posted"][0].click()
    around.settle()
    assert (page.chips.value, shown(page)) == ("posted", ["10400"])
    assert page.narrowing.chips.texts == ["Placed: from 1 Oct 2026"]
    assert page.short_chips.value() == "posted"


def test_what_chip_and_answer_both_say_stays_with_both(around, page):
    page.narrow_to("late")
    answer(around, page, late=True)
    assert (page.chips.value, shown(page)) == ("late", ["10421"])


def test_a_view_switches_to_the_chip_that_says_most_of_it(around, page):
    wanted = OrderFilter(late=True, placed_from=dt.date(2026, 11, 1))
    content = ViewContent(wanted, Sort("total"), ("number", "carrier"))
    around.change(save_view, ListKind.ORDERS, "Late this month", content)
    page.show_view(content)
    around.settle()
    assert (page.chips.value, shown(page), page.views.button.text()) == ("late", ["10421"], "Late this month")
    assert page.narrowing.chips.texts == ["Placed: from 1 Nov 2026"]
    page.narrow_to("all")
    around.settle()
    assert (len(shown(page)), page.narrowing.chips.texts) == (3, [])


def test_other_columns_are_there_to_be_chosen_and_are_written(around, page, tmp_path):
    page.list.show_as(("placed", False), ("number", "carrier", "tracking", "paid"))
    page.refresh()
    around.settle()
    keys = [column.key for column in page.model.columns]
    assert [page.model.columns[keys.index(key)].text(page.model.row(2)) for key in ("carrier", "tracking", "paid")] == [
        "Omniva", "X1", "",
    ]  # fmt: skip
    asked = []
    page.export.ask = lambda form, ids, columns: asked.append((ids, columns))
    page._export("csv", [])
    page.export.write(tmp_path / "o.csv", *asked[0], form="csv")
    around.settle()
    rows = list(csv.reader(io.StringIO((tmp_path / "o.csv").read_text("utf-8-sig"))))
    assert rows[0] == ["Order", "Customer", "Articles", "Carrier", "Tracking number", "Paid"]
    assert rows[2] == ["10421", "Agnese Ķēniņa", "Scarf, Mug", "", "", "no"]
    page.export.write(tmp_path / "lines.csv", *asked[0], form="lines-csv")
    around.settle()
    rows = list(csv.reader(io.StringIO((tmp_path / "lines.csv").read_text("utf-8-sig"))))
    article, number = rows[0].index("Article"), rows[0].index("Order number")
    assert [row[article] for row in rows if row[number] == "10421"] == ["Scarf", "Mug"]


def test_in_a_low_window_the_questions_take_the_lists_place(around, page):
    around.window.resize(760, 400)
    page.narrowing.button.click()
    around.settle()
    assert page.narrowing.is_open
    assert not page.list.isVisible()
    press_key(page.narrowing, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert not page.narrowing.is_open
    assert page.narrowing.button.hasFocus()


def test_the_row_says_why_before_what_is_in_it(around, page):
    order_id = page.model.id_at([page.model.row(n).number for n in range(3)].index("10437"))
    around.change(set_aside, order_id, "no mugs left")
    lead = page.model.columns[0]
    rows = {page.model.row(place).number: lead.detail(page.model.row(place)) for place in range(3)}
    assert rows["10437"].startswith("set aside: no mugs left · ")
    assert rows["10421"].startswith("not paid yet · ")
    assert page.header.line.startswith("2 to pack · 1 late · 1 set aside")


def test_orders_are_found_by_how_they_stand_and_by_whom_they_go(around, page):
    order_id = page.model.id_at(shown(page).index("10437"))
    around.change(set_aside, order_id, "no mugs left")
    found = {}
    for wanted in ({"carrier": "Omniva"}, {"set_aside": True}, {"unpaid": True}, {"gift": True}, {"due": True}):
        page.narrowing.narrow_by({})
        answer(around, page, **wanted)
        found[next(iter(wanted))] = shown(page)
    assert found == {
        "carrier": ["10437"], "set_aside": ["10437"], "unpaid": ["10437", "10421", "10400"], "gift": [],
        "due": ["10437"],
    }  # fmt: skip


def test_carriers_countries_and_shops_are_offered(around):
    known = around.ask(known_of_orders)
    assert known == {"carrier": ["Omniva"], "country": [], "source": []}


def test_several_are_put_back_in_the_queue_together(around, page):
    ids = list(page.model.all_ids())[:2]
    for order_id in ids:
        around.change(set_aside, order_id, "no mugs left")
    page.put_back(ids)
    around.settle()
    assert [row.set_aside for row in around.ask(lambda shop: order_rows(shop, ids))] == ["", ""]
    assert around.done[-1][1] == "Put 2 orders back into the queue"


def test_only_steps_that_all_selected_orders_can_go_to_are_offered(around, page):
    menu = next(button.menu() for button in page.bar.buttons if button.text() == "Mark as")

    def offered(*places):
        page.list.clearSelection()
        for place in places:
            page.list.selectionModel().select(page.model.index(place, 0), Flag.Select | Flag.Rows)
        menu.aboutToShow.emit()
        around.settle()
        return [entry.text() for entry in menu.actions() if entry.isEnabled()]

    assert page.model.row(2).number == "10400"
    both_new, shipped, mixed = offered(0, 1), offered(2), offered(0, 2)
    assert ("Mark packed" in both_new, "Mark delivered" in both_new) == (True, False)
    assert ("Mark packed" in shipped, "Mark delivered" in shipped) == (False, True)
    assert not {"Mark packed", "Mark delivered"} & set(mixed)


def test_orders_that_were_never_set_aside_are_not_put_back_without_a_word(around, page):
    page.put_back([page.model.id_at(0)])
    around.settle()
    assert around.told == ["None of these orders is set aside: nothing was changed."]
    assert around.done == []
