import pytest

from desktop_app.domain.customers import CustomerFields, Gender, GreetingForms
from desktop_app.domain.day_message import day_message, day_subject
from desktop_app.domain.people import DayKind, Relation, RelativeFields
from desktop_app.i18n import Language, Words

ANNA = CustomerFields(given="Anna", family="Kalniņa")
PETERIS = RelativeFields(Relation.SPOUSE, given="Pēteris")
TOMS = RelativeFields(Relation.CHILD, given="Toms")


def test_a_greeting_to_the_person_themself():
    said = day_message(Words(), DayKind.BIRTHDAY, "", reader=[ANNA], shop="Linen & Clay")
    assert said == "Dear Anna,\n\nHappy birthday! May the year ahead be kind to you.\n\nLinen & Clay"


def test_a_late_greeting_says_so():
    said = day_message(Words(), DayKind.NAME_DAY, "", reader=[ANNA], late=True)
    assert "A little late, but from the heart. Happy name day!" in said


def test_a_day_of_the_shops_own_words():
    assert "Congratulations: Shop day!" in day_message(Words(), DayKind.OTHER, "Shop day", reader=[ANNA])
    assert day_subject(Words(), DayKind.OTHER, "Shop day") == "Congratulations: Shop day!"
    assert day_subject(Words(), DayKind.BIRTHDAY, "") == "Happy birthday!"


@pytest.mark.parametrize(
    ("language", "about", "said"),
    [
        (Language.EN, [TOMS], "Please pass on our warmest birthday wishes to Toms."),
        (Language.LV, [TOMS], "nododiet Tomam mūsu"),
        (Language.LV, [PETERIS, TOMS], "nododiet Pēterim un Tomam mūsu"),
        (Language.RU, [RelativeFields(Relation.CHILD, given="Пётр")], "Передайте, пожалуйста, Петру наши"),
    ],
)
def test_the_customer_is_asked_to_pass_it_on_in_their_language(language, about, said):
    text = day_message(Words(language), DayKind.BIRTHDAY, "", reader=[ANNA], about=about)
    assert said in text


def test_it_opens_as_the_person_wished():
    own = CustomerFields(given="Анна", forms=GreetingForms(Gender.FEMALE, opening="Аннушка, здравствуйте!"))
    assert day_message(Words(Language.RU), DayKind.BIRTHDAY, "", reader=[own]).startswith("Аннушка, здравствуйте!")
