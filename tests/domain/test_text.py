from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.text import clean, clean_block, digits_of, fold, search_words, shorten, words_of


def test_one_spelling_for_what_people_type_differently():
    assert fold("Ёлкин") == fold("ЕЛКИН") == "елкин"
    assert fold("Ķēniņš-Žagariņa") == "kenins-zagarina"
    assert fold("Straße") == fold("STRASSE")
    assert fold("Łódź Øre") == "lodz ore"


def test_short_i_is_a_letter_of_its_own():
    assert fold("Йод") == "йод" != fold("Иод")
    assert fold("Й") == fold("Й") == "й"  # typed as one letter, or as и with a breve


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_of_a_folded_text_are_the_words_of_the_text(text):
    assert words_of(fold(text)) == words_of(text)


@given(st.text())
def test_index_words_are_letters_an_old_unicode_knows(text):
    for word in search_words(text):
        assert word.isalnum()
        assert " " not in word


def test_young_letters_keep_their_beginning_in_the_index():
    osage = "\U000104b0\U000104b1x"  # Unicode 9: a tokenizer of Unicode 6 would split the word here
    whole = search_words(osage)
    assert len(whole) == 1
    assert whole[0].startswith(search_words(osage[:1])[0])


@given(st.text())
def test_clean_text_is_one_line_that_databases_take(text):
    tidy = clean(text)
    assert tidy == clean(tidy)
    assert "\n" not in tidy
    assert "\0" not in tidy
    tidy.encode("utf-8")


def test_clean_keeps_what_holds_an_emoji_family_together():
    assert clean("  Anna 👩‍👧 \n Liepa ") == "Anna 👩‍👧 Liepa"


@given(st.text())
def test_clean_block_is_stable(text):
    assert clean_block(clean_block(text)) == clean_block(text)


def test_clean_block_keeps_lines():
    assert clean_block("one\r\ntwo \rthree\n\n") == "one\ntwo\nthree"


def test_digits_of_any_script():
    assert digits_of("+371 ٢٩ 12") == "3712912"


@given(st.text(), st.integers(1, 60))
def test_shortened_texts_fit(text, limit):
    assert len(shorten(text, limit)) <= limit
