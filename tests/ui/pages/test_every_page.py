"""What holds on every page: all that can be reached has a name, nothing is cut off, whatever the language."""

import contextlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.demo import fill_sample
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.i18n import Words
from desktop_app.queries.orders import order_ids
from desktop_app.ui.pages.complaints.page import ComplaintsPage
from desktop_app.ui.pages.customers.page import CustomersPage
from desktop_app.ui.pages.imports.page import ImportsPage
from desktop_app.ui.pages.orders.page import OrdersPage
from desktop_app.ui.pages.paper.page import PaperPage
from desktop_app.ui.pages.products.page import ProductsPage
from desktop_app.ui.pages.today.page import TodayPage
from desktop_app.ui.preview.dialog import open_preview
from desktop_app.ui.widgets.labels import Elided
from tests.pictures import picture

PAGES = [TodayPage, OrdersPage, CustomersPage, ComplaintsPage, ProductsPage, PaperPage, ImportsPage]
RECORDS = [
    (OrdersPage, "order"), (CustomersPage, "customer"), (ComplaintsPage, "complaint"), (ProductsPage, "product"),
]  # fmt: skip


class Long(Words):
    """A language whose every text is twice as long as English."""

    def _fill(self, text, args):
        said = super()._fill(text, args)
        return f"{said} {said}" if said else said


def fill(shop):
    fill_sample(shop, customers=20, orders=40)
    first = order_ids(shop)[0]
    told = ComplaintFields("damaged", order=first, subject="Handle off", text="The handle is off.", rating=2)
    add_complaint(shop, told, files=[("mug.png", picture(8, 6))], actor="Ilze")


@pytest.fixture
def filled():
    return fill


def reachable(widget: QWidget) -> list[QWidget]:
    found = [one for one in widget.findChildren(QWidget) if one.isVisibleTo(widget)]
    return [one for one in found if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]


def nameless(widget: QWidget) -> list[str]:
    missing = []
    for one in reachable(widget):
        interface = QAccessible.queryAccessibleInterface(one)
        if interface is None or not interface.text(QAccessible.Text.Name):
            missing.append(f"{type(one).__name__} {one.objectName()} in {type(one.parentWidget()).__name__}")
    return missing


def cut_off(widget: QWidget) -> list[str]:
    """Labels of one line that have too little width and do not elide, wrapped ones that have too little height."""
    found = []
    for label in widget.findChildren(QLabel):
        if isinstance(label, Elided) or not label.isVisibleTo(widget) or not label.text() or not label.width():
            continue
        room, text = label.contentsRect(), label.text()
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                found.append(f"{text!r} is {label.height()} high, needs {label.heightForWidth(label.width())}")
        elif label.fontMetrics().horizontalAdvance(text) > room.width() + 1:
            found.append(f"{text!r} is {room.width()} wide")
    return found


def laid_out(around, widget: QWidget) -> None:
    """Let Qt finish arranging; a text that is really cut off stays so."""
    with contextlib.suppress(around.qtbot.TimeoutError):
        around.qtbot.waitUntil(lambda: not cut_off(widget), timeout=1000)


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_everything_that_can_be_reached_has_a_name(around, kind):
    page = kind(around.desk)
    around.show(page)
    assert reachable(page)
    assert nameless(page) == []


@pytest.mark.parametrize(("kind", "what"), RECORDS, ids=lambda value: getattr(value, "name", value))
def test_everything_in_a_record_has_a_name(around, kind, what):
    page = kind(around.desk)
    around.show(page)
    page.open(**{what: page.model.id_at(0)})
    around.settle()
    assert nameless(page.record) == []


def test_everything_in_the_preview_has_a_name(around):
    page = OrdersPage(around.desk)
    around.show(page)
    dialog = open_preview(around.desk, page, orders=page.model.all_ids()[:3])
    around.qtbot.waitUntil(lambda: around.work.idle and dialog.papers is not None, timeout=20_000)
    assert nameless(dialog) == []
    dialog.reject()


@pytest.mark.parametrize("size", [(640, 400), (1280, 800)], ids=["small", "usual"])
@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_texts_twice_as_long_are_not_cut_off(around, kind, size):
    around.desk.words = Long()
    page = kind(around.desk)
    around.show(page, width=size[0] - 57, height=size[1])
    assert page.width() <= size[0] - 57
    laid_out(around, page)
    assert cut_off(page) == []


@pytest.mark.parametrize(("kind", "what"), RECORDS, ids=lambda value: getattr(value, "name", value))
def test_a_record_with_texts_twice_as_long_is_not_cut_off(around, kind, what):
    around.desk.words = Long()
    page = kind(around.desk)
    around.show(page, width=1072, height=700)
    page.open(**{what: page.model.id_at(0)})
    around.settle()
    laid_out(around, page.record)
    assert cut_off(page.record) == []


def stops(page: QWidget) -> list[QWidget]:
    """What Tab stops at on a page, in Tab's order."""
    start = page.header.search.edit
    found, here = [start], start.nextInFocusChain()
    while here is not start:
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isEnabled() and page.isAncestorOf(here):
            found += [here] if here.isVisibleTo(page) else []
        here = here.nextInFocusChain()
    return found


def rows_of(page, inside) -> list[int]:
    """In which row of the record each of these stands; the cross of a row of two lines is none of its own."""
    read = [one for one in inside if one.accessibleName() != "Take this one out"]
    return [one.mapTo(page.record._body, one.rect().center()).y() // 12 for one in read]


@pytest.mark.parametrize(("kind", "what"), RECORDS, ids=lambda value: getattr(value, "name", value))
def test_tab_goes_through_list_and_record_as_one_reads_them(around, kind, what):
    page = kind(around.desk)
    around.show(page)
    page.open(**{what: page.model.id_at(0)})
    around.settle()
    order = stops(page)
    filled = next(place for place, one in enumerate(order) if one.property("kind") == "primary")
    assert all(one.property("kind") == "quiet" for one in order[1:filled])  # the head as it stands, left to right
    assert filled < order.index(page.list)
    assert order.index(page.list) < order.index(page.record.close_button)
    inside = [one for one in order if page.record._body.isAncestorOf(one)]
    with contextlib.suppress(around.qtbot.TimeoutError):  # what came last may not have its place yet
        around.qtbot.waitUntil(lambda: rows_of(page, inside) == sorted(rows_of(page, inside)), timeout=1000)
    assert rows_of(page, inside) == sorted(rows_of(page, inside))
    assert order.index(inside[-1]) < order.index(page.record.delete_button)


def unseen(page: QWidget) -> list[str]:
    """The stops of the keyboard that look the same with it and without it."""
    found = []
    for one in reachable(page):
        if one.objectName().startswith("qt_") or one.window() is not page.window():
            continue  # Qt's own fields inside a field, lists that drop down
        place = one.parentWidget()
        page.setFocus()
        before = (one.grab().toImage(), place.grab().toImage())
        one.setFocus(Qt.FocusReason.TabFocusReason)
        if before == (one.grab().toImage(), place.grab().toImage()):
            found.append(f"{type(one).__name__} {one.accessibleName()}")
    return found


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.name)
def test_one_always_sees_where_the_keyboard_is(around, kind):
    page = kind(around.desk)
    around.show(page)
    for what in (what for noun, what in RECORDS if noun is kind):
        page.open(**{what: page.model.id_at(0)})
        around.settle()
    assert unseen(page) == []


def test_a_stop_that_shows_nothing_is_noticed(around):
    page = TodayPage(around.desk)
    around.show(page)
    hidden = QWidget(page.header)
    hidden.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    hidden.setAccessibleName("nothing to see")
    hidden.resize(20, 20)
    hidden.show()
    assert unseen(page) == ["QWidget nothing to see"]
