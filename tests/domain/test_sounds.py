import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.sounds import latin_spellings, sound, sounds_begun
from desktop_app.domain.text import fold, search_words

SPELT = {
    "Юлия": "Yulia Yuliya Julija Iuliia Julia",
    "Екатерина": "Ekaterina Yekaterina Jekaterina",
    "Щербакова": "Shcherbakova Ščerbakova Scherbakova",
    "Хвостова": "Khvostova Hvostova",
    "Цой": "Tsoy Tsoi Cojs",
    "Соловьёв": "Solovyov Solovyev Solovjovs Solovjevs Soloviev",
    "Андреева": "Andreeva Andreyeva Andrejeva",
    "Ёлкин": "Elkin Yolkin Jolkins",
    "Фёдор": "Fedor Fyodor Fjodors",
    "Пётр": "Petr Pyotr Pjotrs",
    "Дмитрий": "Dmitry Dmitriy Dmitrijs Dmitrii",
    "Наталья": "Natalya Natalia Natalja Nataļja",
    "Людмила": "Ludmila Lyudmila Liudmila Ļudmila",
    "Любовь": "Lyubov Lubov Ļubov",
    "Алексей": "Alexey Aleksei Aleksey Aleksejs",
    "Жанна": "Zhanna Žanna",
    "Шапошникова": "Shaposhnikova Šapošņikova",
    "Полякова": "Polyakova Poļakova",
    "Евгения": "Evgeniya Yevgenia Jevgēņija Evgenia",
    "Игорь": "Igor Igors",
    "Чайковский": "Tchaikovsky Chaikovskii Čaikovskis Chaykovskiy",
    "Исхаков": "Iskhakov",
    "Таня": "Tanya Tanja Taņa",
    "Ксения": "Kseniya Ksenia Xenia Ksenija",
    "Вячеслав": "Vyacheslav Viacheslav Vjačeslavs",
    "Рига": "Rīga Riga",
    "Юрмала": "Jūrmala Yurmala",
}
LATVIAN = {
    "Янис": "Jānis",
    "Берзиньш": "Bērziņš",
    "Озолс": "Ozols",
    "Калниньш": "Kalniņš",
    "Петерис": "Pēteris",
    "Екабс": "Jēkabs",
    "Эдите": "Edīte",
    "Гиртс": "Ģirts",
    "Кирсонс": "Ķirsons",
    "Любовь": "Ļubova Lyubov",
    "Круминьш": "Krūmiņš",
    "Йоланта": "Jolanta",
    "Шкеле": "Šķēle",
    "Виктория": "Viktorija Viktoriya",
    "Илья": "Iļja Ilya",
    "Чаксте": "Čakste",
    "Жагарс": "Žagars",
    "Людмила": "Ludmila Lyudmila",
    "Петров": "Petrovs",
    "Алексей": "Aleksejs Alexey",
    "Смит": "Smith",
    "Юлия": "Yulia Julia Julija Iulia Yuliya",
    "Дмитрий": "Dmitry Dmitrijs Dmitri Dmitriy",
    "Мария": "Maria Marija",
    "Даугавпилс": "Daugavpils",
}


@pytest.mark.parametrize("name", SPELT)
def test_every_latin_spelling_leads_to_the_cyrillic_name(name):
    heard = sound(fold(name))
    for spelling in SPELT[name].split():
        assert any(heard.startswith(begun) for begun in sounds_begun(fold(spelling))), spelling


@pytest.mark.parametrize("name", LATVIAN)
def test_cyrillic_letters_lead_to_the_latin_name(name):
    for spelling in LATVIAN[name].split():
        assert any(fold(spelling).startswith(form) for form in latin_spellings(fold(name))), spelling


@pytest.mark.parametrize("typed", ["Yul", "Yuli", "Yuliy", "Yuliya"])
def test_a_name_stays_found_while_its_end_is_typed(typed):
    assert any(sound("юлия").startswith(begun) for begun in sounds_begun(fold(typed)))


@given(st.text())
def test_any_word_sounds_like_plain_letters_or_nothing(text):
    for word in search_words(text):
        assert sound(word).isascii()
        assert all(form.isascii() and form for form in (*latin_spellings(word), *sounds_begun(word)))
