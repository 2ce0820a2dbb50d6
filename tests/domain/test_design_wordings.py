"""Wordings side by side: the same rows in every language, however differently each was written."""

from __future__ import annotations

from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import Condition, Fact, Variant
from desktop_app.domain.design_new import Thing
from desktop_app.domain.design_text import set_variants, variants_of
from desktop_app.domain.design_wordings import Row, add_row, remove_row, rows_of, say, set_row_when, words_of
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from tests.domain.designs import read_again, with_things

FIRST, GIFT = (Condition(Fact.FIRST),), (Condition(Fact.GIFT),)
ALWAYS = Row(())


def test_a_design_of_the_program_shows_its_wordings() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    rows = rows_of(sprig, "letter")
    assert {Row(FIRST), Row((Condition(Fact.REGULAR),))} <= set(rows)
    assert rows[-1] == ALWAYS
    assert words_of(sprig, "letter", Row(FIRST), Language.LV).startswith("Šis ir jūsu pirmais")


def test_a_language_that_lacks_a_row_gets_it_before_what_is_always_said() -> None:
    template = with_things(Thing.TEXT)
    template = set_variants(template, "text", Language.RU, variants=[Variant("Первый", FIRST), Variant("Всегда")])
    assert rows_of(template, "text") == (Row(FIRST), ALWAYS)
    assert words_of(template, "text", Row(FIRST), Language.EN) == ""
    made = say(template, "text", Row(FIRST), language=Language.EN, text="The first")
    assert [variant.text for variant in variants_of(made, "text", Language.EN)] == ["The first", "Your words"]
    assert read_again(made) == made


def test_a_new_wording_begins_with_what_is_always_said() -> None:
    made, row = add_row(with_things(Thing.TEXT), "text", GIFT)
    assert row == Row(GIFT)
    assert words_of(made, "text", row, Language.EN) == "Your words"
    made = say(made, "text", row, language=Language.EN, text="A gift is in it")
    assert words_of(made, "text", ALWAYS, Language.EN) == "Your words"


def test_two_wordings_of_one_condition_are_two_rows() -> None:
    made, _ = add_row(with_things(Thing.TEXT), "text", GIFT)
    made, second = add_row(made, "text", GIFT)
    assert rows_of(made, "text") == (Row(GIFT), Row(GIFT, 1), ALWAYS)
    made = say(made, "text", second, language=Language.EN, text="Second")
    assert words_of(made, "text", Row(GIFT), Language.EN) == "Your words"


def test_a_wording_goes_and_the_last_one_is_emptied() -> None:
    made, row = add_row(with_things(Thing.TEXT), "text", FIRST)
    made = remove_row(made, "text", row)
    assert made.texts == with_things(Thing.TEXT).texts
    bare = remove_row(made, "text", ALWAYS)
    assert words_of(bare, "text", ALWAYS, Language.EN) == ""
    assert read_again(bare) == bare


def test_a_wording_under_another_condition() -> None:
    made, row = add_row(with_things(Thing.TEXT), "text", FIRST)
    made = say(made, "text", row, language=Language.LV, text="Dāvana")
    made, new = set_row_when(made, "text", row, GIFT)
    assert rows_of(made, "text") == (Row(GIFT), ALWAYS)
    assert words_of(made, "text", new, Language.LV) == "Dāvana"
