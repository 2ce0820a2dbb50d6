"""How complaints are spoken of."""

import datetime as dt

import pytest

from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.complaints.wording import channel_text, due_tag, due_text, is_near, received_text, stars_text
from desktop_app.ui.theme.tokens import Tone

NOW = dt.datetime(2026, 11, 20, 10, 0)


@pytest.mark.parametrize(
    ("hours", "said", "tone"),
    [
        (-49, "2 days late", Tone.BAD), (-3, "3 h late", Tone.BAD), (-0.25, "just late", Tone.BAD),
        (0.5, "30 min left", Tone.WARN), (2.5, "2 h left", Tone.WARN), (24, "tomorrow", Tone.MUTED),
    ],
)  # fmt: skip
def test_how_near_a_deadline_is(hours, said, tone):
    assert due_tag(Words(), NOW + dt.timedelta(hours=hours), NOW) == (said, tone)


def test_a_night_is_a_day_late_though_it_is_few_hours():
    assert due_tag(Words(), NOW - dt.timedelta(hours=14), NOW)[0] == "1 day late"


def test_days_late_are_counted_in_three_languages():
    due = NOW - dt.timedelta(days=2)
    said = {language: due_tag(Words(language), due, NOW)[0] for language in Language}
    assert said[Language.EN] == "2 days late"
    assert len(set(said.values())) == 3


def test_when_it_is_due():
    assert due_text(Words(), NOW.replace(hour=15, minute=30), NOW) == "today 15:30"
    assert due_text(Words(), NOW + dt.timedelta(days=5), NOW) == "Wed 25 Nov 10:00"
    assert due_text(Words(), None, NOW) == ""
    assert is_near(NOW, NOW)
    assert not is_near(NOW + dt.timedelta(days=1), NOW)


@pytest.mark.parametrize(("rating", "said"), [(None, ""), (2, "★★☆☆☆"), (5, "★★★★★")])
def test_stars(rating, said):
    assert stars_text(rating) == said


def test_a_way_of_messages_is_named_and_ones_own_word_for_it_stays():
    russian = Words(Language.RU)
    assert (channel_text(russian, "email"), channel_text(russian, "whatsapp")) == ("Эл. почта", "WhatsApp")
    assert (channel_text(russian, "counter"), channel_text(russian, "")) == ("counter", "")


def test_a_day_without_a_time_is_not_said_to_be_midnight():
    assert received_text(Words(), "2026-11-19T00:00:00+02:00", NOW.date()) == "yesterday"
    assert received_text(Words(), "2026-11-19T09:30:00+02:00", NOW.date()) == "yesterday 09:30"
