"""Which news of an order are written of: kept as words, each with the moment it was switched on."""

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.message_steps import NEWS, checked_news, news_text, switched_on
from desktop_app.domain.messages import MessageKind

NOW, BEFORE = "2026-11-22T09:00:00+02:00", "2026-11-01T09:00:00+02:00"


def test_what_was_on_stays_on_since_then_and_what_is_new_begins_now():
    kept = checked_news("delivered, shipped, delay", f"shipped {BEFORE}, paid {BEFORE}", now=NOW)
    assert switched_on(kept) == {
        MessageKind.SHIPPED: BEFORE, MessageKind.DELIVERED: NOW, MessageKind.DELAY: ""
    }  # fmt: skip
    assert checked_news(kept, kept, now="later") == kept
    assert checked_news("", kept, now=NOW) == ""


def test_it_is_written_as_it_is_read():
    every = dict.fromkeys(NEWS, NOW)
    assert switched_on(news_text(every)) == every


def test_a_word_that_is_no_step_is_refused():
    with pytest.raises(Invalid, match="“posted” is no step. Use paid"):
        checked_news("shipped, posted", "", now=NOW)
