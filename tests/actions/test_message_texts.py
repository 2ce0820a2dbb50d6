"""The shop's own words replace those of the program, and go again."""

from __future__ import annotations

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.message_texts import add_ready, remove_ready, reset_text, set_text
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import MessageKind
from desktop_app.i18n import Language, Words
from desktop_app.queries.message_texts import texts
from tests.made import BY

DELAY = TextKey(MessageKind.DELAY)
WHERE = TextKey(MessageKind.READY, "where")


def words_of(shop, key=DELAY, language=Language.EN):
    found = texts(shop).get(key, language)
    return found.subject, found.text, found.own


def test_a_text_is_written_anew_taken_back_and_undone(shop):
    before = words_of(shop)
    done = set_text(shop, DELAY, Language.EN, " Late ", "{customer.greeting}\r\n\r\nLate.  ", actor=BY)
    assert words_of(shop) == ("Late", "{customer.greeting}\n\nLate.", True)
    assert not words_of(shop, language=Language.LV)[2]
    assert Words().say(done.title) == "Text “Order comes later” (en)"
    set_text(shop, DELAY, Language.EN, "Later", "Late.", actor=BY)
    taken_back = reset_text(shop, DELAY, Language.EN, actor=BY)
    assert words_of(shop) == before
    undo(shop, taken_back.id, actor=BY)
    assert words_of(shop) == ("Later", "Late.", True)


def test_the_programs_own_words_are_kept_as_none(shop):
    subject, text, _ = words_of(shop)
    set_text(shop, DELAY, Language.EN, "Late", "Late.", actor=BY)
    set_text(shop, DELAY, Language.EN, subject, text, actor=BY)
    assert words_of(shop) == (subject, text, False)


@pytest.mark.parametrize(
    ("field", "subject", "text"),
    [("text", "A", " "), ("text", "A", "{order.numer}"), ("subject", "{x}", "a"), ("text", "A", "x" * 10_001),
     ("subject", "x" * 251, "a"), ("text", "A", "[if never: a]")],
)  # fmt: skip
def test_what_nobody_could_read_is_refused_at_its_field(shop, field, subject, text):
    with pytest.raises(Invalid) as refused:
        set_text(shop, DELAY, Language.EN, subject, text, actor=BY)
    assert refused.value.field == field
    assert not words_of(shop)[2]


def test_a_text_there_is_not_cannot_be_written(shop):
    with pytest.raises(NotFound):
        set_text(shop, TextKey(MessageKind.READY, "gone"), Language.EN, "A", "B", actor=BY)


def test_a_ready_answer_of_the_shops_own_is_added_edited_and_removed(shop):
    key, _ = add_ready(shop, " Parking? ", Language.LV, "Kur?", "Pagalmā.", actor=BY)
    set_text(shop, key, Language.EN, "Where?", "In the yard.", actor=BY)
    assert texts(shop).ready()[-1] == key
    assert texts(shop).title(key) == "Parking?"
    assert texts(shop).best([key], Language.RU).own
    with pytest.raises(Invalid) as refused:
        add_ready(shop, "parking", Language.LV, "Kur?", "Pagalmā.", actor=BY)
    assert refused.value.field == "name"
    with pytest.raises(Invalid):
        reset_text(shop, key, actor=BY)
    done = remove_ready(shop, key, actor=BY)
    assert key not in texts(shop).ready()
    undo(shop, done.id, actor=BY)
    assert texts(shop).ready()[-1] == key


def test_a_ready_answer_of_the_program_is_hidden_until_it_is_written_anew(shop):
    remove_ready(shop, WHERE, actor=BY)
    assert WHERE not in texts(shop).ready()
    reset_text(shop, WHERE, actor=BY)
    assert WHERE in texts(shop).ready()
    set_text(shop, WHERE, Language.RU, "Где", "В пути.", actor=BY)
    remove_ready(shop, WHERE, actor=BY)
    assert WHERE not in texts(shop).ready()
    set_text(shop, WHERE, Language.RU, "Где", "Едет.", actor=BY)
    assert WHERE in texts(shop).ready()
    with pytest.raises(Invalid):
        remove_ready(shop, DELAY, actor=BY)


@pytest.mark.parametrize("name", ["", " ", "x" * 81])
def test_a_ready_answer_needs_a_name(shop, name):
    with pytest.raises(Invalid) as refused:
        add_ready(shop, name, Language.EN, "", "Text", actor=BY)
    assert refused.value.field == "name"
