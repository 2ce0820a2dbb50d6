"""The people of the Today page: who is shown, what each button does, what is told of a second greeting."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from desktop_app.actions.complaints import add_complaint, set_state
from desktop_app.actions.congratulations import mark
from desktop_app.actions.customers import edit_customer
from desktop_app.actions.people import add_relative
from desktop_app.actions.settings import set_settings
from desktop_app.domain.complaints import ComplaintFields, State
from desktop_app.domain.customers import Channel
from desktop_app.domain.kinds import Kind
from desktop_app.domain.listing import CustomerFilter
from desktop_app.domain.messages import Means, MessageState
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayKind, DayState, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday, NameDays
from desktop_app.domain.print_run import Placements, RecordKey
from desktop_app.domain.settings import NAME_DAYS
from desktop_app.i18n import Language, Words
from desktop_app.queries import days as days_module
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.days import days_near
from desktop_app.queries.outbox import message_ids, message_rows
from desktop_app.queries.settings import settings
from desktop_app.ui.pages.today.day_words import day_detail, names_text
from desktop_app.ui.pages.today.days_card import TallTask
from desktop_app.ui.pages.today.message_dialog import MessageDialog, open_message
from desktop_app.ui.pages.today.page import TodayPage
from desktop_app.ui.widgets.buttons import Button
from tests.made import BY, TODAY, Counting, person
from tests.ui.pages.around import Around, button, press, texts


def on(offset: int, year: int | None = None) -> Birthday:
    day = TODAY + dt.timedelta(offset)
    return Birthday(day.month, day.day, year)


def fill(shop):
    set_settings(shop, {NAME_DAYS: NameDays.NOBODY.value}, actor=BY)
    anna = person(shop, "Anna", "Kalniņa", birthday=on(-1, 1985), email="anna@pasts.example", phone="29 123 456")
    day = SpecialDay(DayKind.BIRTHDAY, on(3, 2019))
    for name in ("Toms", "Līga"):
        add_relative(shop, anna, RelativeFields(Relation.CHILD, given=name, together=True, days=(day,)), actor=BY)
    grace = person(shop, "Grace", birthday=on(0))
    earlier = DayKey(grace, None, DayKind.BIRTHDAY, "", TODAY - dt.timedelta(days=40))
    mark(shop, [earlier], DayState.DONE, how="card", actor="Maija")
    person(shop, "Month", birthday=Birthday(TODAY.month))


@pytest.fixture
def filled():
    return fill


def opened(around: Around) -> TodayPage:
    page = TodayPage(around.desk)
    around.show(page)
    return page


def rows(page) -> list[TallTask]:
    return page.findChildren(TallTask)


def row_of(page, name: str) -> TallTask:
    return next(row for row in rows(page) if row.row.title.text() == name)


def done(around) -> list[tuple[str, DayState, str, str]]:
    found = around.ask(lambda shop: days_near(shop, settings(shop)).done)
    return [(one.name, one.what.state, one.what.how, one.what.by) for one in found]


def test_the_missed_stand_first_and_each_says_who_they_are(around):
    page = opened(around)
    assert [(row.row.title.text(), row.row.detail.text()) for row in rows(page)] == [
        ("Anna Kalniņa", "turned 41 yesterday"),
        ("Grace", "birthday today"),
        ("Toms and Līga", "child of Anna Kalniņa · turns 7 on Monday"),
        ("Month", "birthday: this month"),
    ]
    assert [one.text() for one in rows(page)[0].buttons] == [
        "Print card", "Message", "Done", "Not this year",
    ]  # fmt: skip


def test_done_is_kept_with_who_did_it_and_can_be_taken_back(around):
    page = opened(around)
    press(row_of(page, "Anna Kalniņa"), "Done")
    around.settle()
    assert done(around)[0] == ("Anna Kalniņa", DayState.DONE, "", "Ilze")
    assert around.done[-1][1] == "Anna Kalniņa: congratulated."
    assert "Anna Kalniņa" not in [row.row.title.text() for row in rows(page)]
    said = next(text for text in texts(page) if "congratulated · Ilze, today" in text)
    assert said.startswith("birthday · congratulated")
    press(page, "Take back")
    around.settle()
    assert "Anna Kalniņa" in [row.row.title.text() for row in rows(page)]


def test_who_marks_one_after_another_by_the_keyboard_stays_in_the_list(around):
    page = opened(around)
    first, second = rows(page)[:2]
    name = second.row.title.text()
    next(one for one in first.buttons if one.text() == "Not this year").setFocus()
    page.window().focusWidget().click()
    around.settle()
    assert page.window().focusWidget().accessibleName() == f"Not this year: {name}"


def test_a_household_is_done_together_and_may_be_left_out_this_year(around):
    page = opened(around)
    press(row_of(page, "Toms and Līga"), "Not this year")
    around.settle()
    assert {(name, state) for name, state, _, _ in done(around)[:2]} == {
        ("Toms", DayState.NOT_THIS_YEAR), ("Līga", DayState.NOT_THIS_YEAR),
    }  # fmt: skip
    assert around.done[-1][1] == "Toms and Līga: not this year."


def test_a_second_greeting_within_a_year_is_told_before_it_is_made(around):
    page = opened(around)
    grace = row_of(page, "Grace")
    assert "Congratulated within a year already, on Sun 11 Oct by Maija." in texts(grace)
    assert [one.text() for one in grace.buttons[:3]] == ["Print again", "Message", "Done all the same"]


def test_their_cards_are_printed_without_those_who_had_one(around, monkeypatch):
    from desktop_app.ui.preview import dialog

    asked = []

    class Opened:
        class went_out:  # stands where the signal is
            connect = staticmethod(asked.append)

    def preview(_desk, _parent, *, days, kind):
        asked.append((kind, days))
        return Opened

    monkeypatch.setattr(dialog, "open_preview", preview)
    monkeypatch.setattr(days_module, "SHOWN", 1)  # also the cards of those who are not shown
    page = opened(around)
    press(page, "Print their cards")
    around.settle()
    kind, days = asked[0]
    assert kind == "birthday"
    assert [len(card) for card in days] == [2, 1]  # the two children on one card, and who has no day but a month
    children, month = days
    out = Placements()
    asked[1](out)  # nothing of them came out
    assert "Mark as congratulated" not in texts(page)
    out.record(RecordKey(None, month[0].customer, "Month"))
    out.card(Kind.ADDRESS)
    asked[1](out)  # only a label
    assert "Mark as congratulated" not in texts(page)
    out.record(RecordKey(None, children[0].customer, "Toms and Līga", relative=children[0].relative))
    out.card(Kind.BIRTHDAY)
    asked[1](out)  # one came out, the other was left out
    assert "1 card is printed." in texts(page)
    press(page, "Mark as congratulated")
    around.settle()
    assert {name for name, *_ in done(around)} == {"Toms", "Līga"}
    asked[1](out)
    press(page, "Not yet")
    assert "1 card is printed." not in texts(page)
    out.record(RecordKey(None, month[0].customer, "Month"))
    out.card(Kind.BIRTHDAY)
    asked[1](out)
    assert "2 cards are printed." in texts(page)
    press(page, "Mark as congratulated")
    around.settle()
    assert {one[0] for one in done(around)} >= {"Toms", "Līga", "Month"}
    assert {one[2] for one in done(around)} == {"card"}


def test_a_click_beside_the_buttons_opens_the_record(around, qtbot):
    page = opened(around)
    qtbot.mouseClick(row_of(page, "Toms and Līga").row, Qt.MouseButton.LeftButton)
    assert around.went[-1][0] == "customers"


def test_the_record_is_opened_by_the_keyboard_alone(around, qtbot):
    page = opened(around)
    [open_it] = row_of(page, "Toms and Līga").row.buttons
    open_it.setFocus()
    qtbot.keyClick(open_it, Qt.Key.Key_Return)
    assert around.went[-1][0] == "customers"


def letter(around, page, name: str, opened_links: list[str]) -> MessageDialog:
    row = next(row for row in page._now.people if row.name == name)
    dialog = open_message(around.desk, page, row, open_url=lambda url: opened_links.append(url.toString()) or True)
    around.settle()
    return dialog


def test_a_message_is_prepared_opened_and_never_called_sent(around):
    page, links = opened(around), []
    dialog = letter(around, page, "Toms, Līga", links)
    assert dialog.text.value().startswith("Dear Anna,")
    assert button(dialog, "Send by e-mail")
    assert "wishes to Toms and Līga" in dialog.text.value()
    for text in ("Open in the mail program", "Open as text message", "Open in WhatsApp"):
        press(dialog, text)
        around.settle()
        assert "Opened" in dialog.banner.text
    assert [link.split(":")[0] for link in links] == ["mailto", "sms", "https"]
    assert not [one for one in texts(dialog) if "has been sent" in one]
    [kept] = around.ask(lambda shop: message_rows(shop, message_ids(shop)))
    assert (kept.state, kept.draft.means) == (MessageState.OPENED, Means.WHATSAPP)
    press(dialog, "Copy the text")
    around.settle()
    assert QGuiApplication.clipboard().text() == dialog.text.value()
    press(dialog, "Mark as congratulated")
    around.settle()


@pytest.mark.parametrize(
    ("channel", "first", "told"),
    [
        (None, "Open in the mail program", ""),
        (Channel.SMS, "Open as text message", ""),
        (Channel.MESSENGER, "Open in WhatsApp", ""),
        (Channel.POST, "Open in the mail program", "They wish to hear by post"),
        (Channel.NONE, "Open in the mail program", "They asked not to be written to."),
    ],
)
def test_the_way_they_wish_to_hear_stands_first_and_a_wish_not_to_hear_is_told(around, channel, first, told):
    def wishes(shop, actor):
        [anna] = customer_ids(shop, CustomerFilter(text="Anna"))
        kept = customer(shop, anna)
        return edit_customer(shop, anna, kept.version, replace(kept.fields, channel=channel), actor=actor)

    around.change(wishes)
    dialog = letter(around, opened(around), "Toms, Līga", [])
    ways = [one for one in dialog.findChildren(Button) if "Open" in one.text()]
    ways.sort(key=lambda one: (one.y(), one.x()))
    assert ways[0].text() == first
    said = [one for one in texts(dialog) if one.startswith("They ")]
    assert (told in said[0]) if told else said == []


def test_a_rewritten_greeting_is_not_lost_at_once(around):
    page = opened(around)
    dialog = letter(around, page, "Toms, Līga", [])
    dialog.text.set_value("All the best!")
    dialog.reject()
    assert dialog.isVisible()
    assert "not copied yet" in dialog.banner.text
    press(dialog, "Copy the text")
    around.settle()
    dialog.text.set_value("All the best to you!")
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
    untouched = letter(around, page, "Toms, Līga", [])
    untouched.reject()
    assert not untouched.isVisible()


def test_who_is_written_to_is_marked_as_written_to(around):
    page = opened(around)
    press(row_of(page, "Anna Kalniņa"), "Message")
    around.settle()
    [dialog] = around.window.findChildren(MessageDialog)
    assert "A little late, but from the heart." in dialog.text.value()
    press(dialog, "Mark as congratulated")
    around.settle()
    assert done(around)[0][:3] == ("Anna Kalniņa", DayState.DONE, "message")


def test_who_cannot_be_reached_is_told_of(around):
    page = opened(around)
    dialog = letter(around, page, "Month", [])
    assert any("No e-mail address or phone number is known" in text for text in texts(dialog))
    dialog.reject()


def test_the_whole_page_is_asked_for_in_twelve_statements(around):
    from desktop_app.ui.pages.today.lookup import morning

    asked = []

    def ask(shop):
        counting = Counting(shop)
        asked.append((morning(counting), counting.asked))

    around.ask(ask)
    assert asked[0][0].people
    assert asked[0][1] <= 12


@pytest.mark.parametrize("filled", [lambda shop: person(shop, "Anna")])
def test_with_nobody_near_it_says_where_days_come_from(around):
    page = TodayPage(around.desk)
    around.show(page)
    assert not [one for one in page.findChildren(QAbstractButton) if one.text() == "Print their cards"]


def test_it_speaks_russian_and_latvian(around):
    row = next(row for row in opened(around)._now.people if len(row.people) == 2)
    assert names_text(Words(Language.LV), row) == "Toms un Līga"
    assert "Anna Kalniņa" in day_detail(Words(Language.RU), row, TODAY)


def test_whose_complaint_is_open_is_not_greeted_and_the_row_says_why(around):
    page = opened(around)

    def said_of(name):
        """What the newest row of somebody says; older ones go when their time comes."""
        row = [one for one in rows(page) if one.row.title.text() == name][-1]
        return {*texts(row), *(one.text() for one in row.findChildren(QAbstractButton) if not one.isHidden())}

    reason = "They have an open complaint: solve it first."
    around.change(add_complaint, ComplaintFields("late", customer=1))
    around.qtbot.waitUntil(lambda: reason in said_of("Anna Kalniņa"))
    assert not {"Print card", "Message"} & said_of("Anna Kalniņa")
    assert "Not this year" in said_of("Anna Kalniņa")
    assert reason in said_of("Toms and Līga")  # their letter would go to her
    assert "Message" in said_of("Grace")
    around.change(set_state, [1], State.SOLVED)
    around.qtbot.waitUntil(lambda: {"Print card", "Message"} <= said_of("Anna Kalniņa"))
