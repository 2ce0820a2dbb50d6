"""The Today page as its owner meets it in the morning."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop_app.actions.orders import set_status
from desktop_app.actions.printing import make_parcel_papers
from desktop_app.actions.prints import log_print
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import Kind
from desktop_app.queries.printing import parcel_details, shop_details
from desktop_app.queries.settings import settings
from desktop_app.ui.pages.orders.late_dialog import LateDialog
from desktop_app.ui.pages.today.page import TodayPage
from desktop_app.ui.widgets.card import Card
from tests.made import TODAY, bought, person
from tests.ui.pages.around import Around, button, press, texts
from tests.ui.widgets.typing_in import press_key


def day(offset: int) -> dt.date:
    return TODAY + dt.timedelta(offset)


def fill(shop):
    agnese = person(shop, "Agnese", "Ķēniņa", birthday=Birthday(*_month_day(-1), 1985))
    petr = person(shop, "Пётр", "Ёлкин", birthday=Birthday(*_month_day(0)))
    anna = person(shop, "Anna", "Kalniņa", birthday=Birthday(*_month_day(2), 1990))
    person(shop, "Nobody", "Soon", birthday=Birthday(*_month_day(60)))
    bought(shop, agnese, "Linen scarf", number="10421", ship_by=day(-1), paid=True)
    bought(shop, petr, "Ceramic mug", number="10437", ship_by=day(0), paid=True)
    bought(shop, anna, "Soy candle", number="10440", ship_by=day(3), paid=False)
    bought(shop, anna, "Soy candle", number="10450", ship_by=day(20), paid=True)
    bought(shop, anna, "Soy candle", number="10400", ship_by=day(-9), status=Status.SHIPPED)


def _month_day(offset: int) -> tuple[int, int]:
    date = day(offset)
    return date.month, date.day


@pytest.fixture
def filled():
    return fill


EMPTY = pytest.mark.parametrize("filled", [lambda shop: None])


def opened(around: Around, **size: int) -> TodayPage:
    page = TodayPage(around.desk)
    around.show(page, **size)
    return page


def test_it_greets_by_name_and_counts_what_wants_somebody_on_both_engines(around_both):
    page = opened(around_both)
    assert page.header.title.endswith(", Ilze")
    # late, due, at risk; a birthday missed, one today, one on Sunday
    assert page.header.line == "Friday 20 November · 6 things want you today, 2 of them from before"


def test_promises_stand_late_ones_first_and_the_rest_is_on_its_way(around):
    page = opened(around)
    said = texts(page)
    promised = said[said.index("Promised"):said.index("To pack")]
    titles = [text for text in promised if text.startswith("№")]
    assert titles == ["№ 10421 · Agnese Ķēniņa", "№ 10437 · Пётр Ёлкин", "№ 10440 · Anna Kalniņa"]
    assert "1 working day late" in promised
    assert "Due today" in promised
    assert "At risk" in promised
    assert any(text.endswith("not paid yet") or "not paid yet · " in text for text in promised)
    assert "1 more is on its way" in promised
    assert "3 of 4 need you" in promised


def test_in_one_column_people_come_before_the_long_list_of_parcels(around):
    page = opened(around, width=816)  # what a window of 1024 leaves beside its sidebar
    cards = {card.accessibleName(): card.mapTo(page, card.rect().topLeft()).y() for card in page.findChildren(Card)}
    assert cards["Promised"] < cards["To congratulate"] < cards["To pack"]
    around.window.resize(1300, 700)
    around.settle()
    high = {card.accessibleName(): card.mapTo(page, card.rect().topLeft()).y() for card in page.findChildren(Card)}
    assert high["Promised"] == high["To congratulate"] < high["To pack"]


def test_late_ones_lead_to_the_messages_for_their_customers(around):
    page = opened(around)
    press(page, "Tell the customers")
    around.settle()
    [made] = around.window.findChildren(LateDialog)
    assert made.row is not None
    assert made.row.number == "10421"
    made.reject()


def test_birthdays_tell_an_age_only_when_the_year_is_known(around):
    page = opened(around)
    said = texts(page)
    people = said[said.index("To congratulate"):]
    assert people[people.index("Agnese Ķēniņa") + 1] == "turned 41 yesterday"
    assert people[people.index("Пётр Ёлкин") + 1] == "birthday today"
    assert people[people.index("Anna Kalniņa") + 1] == "turns 36 on Sunday · regular"
    assert "Nobody Soon" not in people


def test_ticked_orders_are_printed_and_only_those(around, previews):
    page = opened(around)
    assert not button(page.to_pack, "Print cards and inserts").isEnabled()
    boxes = list(page.to_pack._boxes.values())
    boxes[1].click()
    assert button(page.to_pack, "1 selected")
    press(page.to_pack, "Print cards and inserts")
    assert [number_of(around, order) for order in previews.orders] == ["10437"]


def test_the_filled_button_prints_what_is_ticked(around, previews):
    page = opened(around)
    boxes = list(page.to_pack._boxes.values())
    boxes[1].click()
    press(page, "Print 1 order’s papers")
    assert [number_of(around, order) for order in previews.orders] == ["10437"]
    boxes[1].click()
    assert page.primary.text() == "Print today’s cards"


def test_select_all_ticks_and_clears(around):
    page = opened(around)
    page.to_pack.all_box.click()
    assert len(page.to_pack.ticked) == 4
    page.to_pack.all_box.click()
    assert page.to_pack.ticked == []


def test_the_keys_tick_orders_and_go_from_row_to_row(around, qtbot):
    page = opened(around)
    boxes = list(page.to_pack._boxes.values())
    boxes[0].setFocus()
    for _ in range(2):
        press_key(page.window().focusWidget(), Qt.Key.Key_Space)
        press_key(page.window().focusWidget(), Qt.Key.Key_Down)
    assert boxes[2].hasFocus()
    assert [box.isChecked() for box in boxes] == [True, True, False, False]
    press_key(boxes[2], Qt.Key.Key_Up)
    assert boxes[1].hasFocus()
    press_key(boxes[1], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.to_pack.ticked) == 4
    press_key(boxes[1], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.to_pack.ticked == []


def test_print_todays_cards_prints_everything_not_printed(around, previews):
    page = opened(around)
    press(page, "Print today’s cards")
    assert [number_of(around, order) for order in previews.orders] == ["10421", "10437", "10440", "10450"]


def test_a_ticked_order_stays_ticked_when_something_else_changes(around):
    page = opened(around)
    next(iter(page.to_pack._boxes.values())).click()
    order = page.to_pack.ticked
    around.change(set_status, [OrderId(page._now.day.to_pack[-1].id)], Status.PACKED)
    assert page.to_pack.ticked == order


def test_page_down_scrolls_from_the_pages_button_too(around):
    page = opened(around)
    around.window.resize(900, 400)
    page.primary.setFocus()
    press_key(page.primary, Qt.Key.Key_PageDown)
    assert page._content.content.verticalScrollBar().value() > 0
    press_key(page.primary, Qt.Key.Key_PageUp)
    assert page._content.content.verticalScrollBar().value() == 0


def test_the_keyboard_stays_where_it_was_when_something_changes(around):
    page = opened(around)
    boxes = list(page.to_pack._boxes.values())
    boxes[1].setFocus()
    name = boxes[1].accessibleName()
    around.change(set_status, [OrderId(page._now.day.to_pack[0].id)], Status.PACKED)
    here = page.window().focusWidget()
    assert (here.accessibleName(), here in page.to_pack._boxes.values()) == (name, True)
    around.change(set_status, [OrderId(page._now.day.to_pack[0].id)], Status.PACKED)  # and now that very one
    assert page.primary.hasFocus()


def test_a_packed_order_leaves_the_page_at_once(around):
    page = opened(around)
    late = page._now.day.late[0]
    around.change(set_status, [late.id], Status.PACKED)
    assert "№ 10421 · Agnese Ķēniņa" not in texts(page)
    assert "2 of 3 need you" in texts(page)


def test_rows_lead_to_their_records(around, qtbot):
    page = opened(around)
    press(page, "Open")
    assert around.went[-1][0] == "orders"
    row = next(row for row in page.findChildren(type(page.to_pack.rows[0])) if "missed" in row.accessibleName())
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert around.went[-1][0] == "customers"


@EMPTY
def test_an_empty_shop_is_invited_to_import(around):
    page = opened(around)
    assert "Your day starts with your orders" in texts(page)
    press(page, "Import my orders")
    assert around.went == [("imports", {})]


@EMPTY
def test_with_nothing_to_print_in_an_empty_shop_it_says_so(around):
    page = opened(around)
    page.print()
    assert around.told == ["No order is waiting to be packed, so there is nothing to print today."]


@pytest.mark.parametrize("width", [520, 1100])
def test_it_never_scrolls_sideways(around, width):
    page = opened(around)
    around.window.resize(width, 400)
    area = page._content.content
    assert area.horizontalScrollBar().maximum() == 0
    assert area.widget().width() <= area.viewport().width()


def number_of(around: Around, order: int) -> str:
    from desktop_app.queries.orders import order as whole

    return around.ask(lambda shop: whole(shop, OrderId(order))).fields.number


class Previews:
    """Stands where the preview would open and notes what it was given."""

    def __init__(self) -> None:
        self.orders: list[int] = []

    def __call__(self, _desk, _parent, *, orders):
        self.orders = list(orders)


@pytest.fixture
def previews(monkeypatch):
    from desktop_app.ui.preview import dialog

    made = Previews()
    monkeypatch.setattr(dialog, "open_preview", made)
    return made


def test_what_was_ticked_and_is_printed_now_is_ticked_no_more(around, tmp_path):
    page = opened(around)
    page.to_pack.all_box.click()
    first = int(page.to_pack.ticked[0])

    def print_first(shop, *, actor):
        details = parcel_details(shop, [first])
        result = make_parcel_papers(
            details, shop_details(shop), kind=Kind.PARCEL, values=settings(shop), to=tmp_path / "out.pdf"
        )
        return log_print(shop, result, kind=Kind.PARCEL, file=tmp_path / "out.pdf", actor=actor)

    around.change(print_first)
    assert len(page.to_pack.ticked) == 3
    assert first not in page.to_pack.ticked
    said = texts(page.to_pack)
    assert any(text.startswith("papers printed · promised yesterday") for text in said)
    assert "1 working day late" in said  # whatever is printed of it


def test_birthday_cards_are_printed_for_those_whose_day_is_near_and_not_twice(around, tmp_path):
    from desktop_app.ui.preview.dialog import PreviewDialog

    page = opened(around)
    press(page, "Print their cards")
    around.settle()
    (dialog,) = [one for one in around.window.findChildren(PreviewDialog) if one.isVisible()]
    around.qtbot.waitUntil(lambda: dialog.papers is not None, timeout=20_000)
    assert dialog.summary.text().startswith("2 birthday cards")
    dialog.outlet.save_to(dialog.papers, tmp_path / "cards.pdf")
    around.settle()
    page.refresh()
    around.settle()
    assert "Print their cards" not in [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()]
