from desktop_app.domain.customers import Customer, CustomerFields, CustomerId
from desktop_app.domain.people import Relation, Relative, RelativeFields, RelativeId
from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.customers.people_card import household_phrase, relation_phrase

EN = Words()


def anna(**fields):
    return Customer(CustomerId(1), 1, CustomerFields("Anna", language=Language.LV, **fields))


def around(given, **fields):
    return Relative(RelativeId(1), 1, CustomerId(1), RelativeFields(Relation.CHILD, given=given, **fields))


def test_one_card_for_the_household_is_said_as_it_begins():
    people = [around("Pēteris", together=True), around("Jānis", together=True), around("Zane")]
    assert household_phrase(EN, anna(), people, Language.LV) == (
        "One card for the household begins: Mīļie Anna, Pēteri un Jāni,"
    )


def test_who_is_not_to_be_congratulated_is_not_on_it():
    people = [around("Pēteris", together=True), around("Jānis", together=True, deceased=True)]
    said = household_phrase(EN, anna(congratulate=False), people, Language.LV)
    assert "Pēteri" in said
    assert "Anna" not in said
    assert "Jāni" not in said


def test_nothing_is_said_where_nobody_is_on_one_card():
    assert household_phrase(EN, anna(), [around("Zane")], Language.LV) == ""
    assert household_phrase(EN, anna(deceased=True), [around("Zane", together=True, deceased=True)], Language.LV) == ""


def test_a_relation_of_the_shops_own_words_is_said_in_them():
    assert relation_phrase(EN, Relation.OTHER, "neighbour") == "neighbour"
    assert relation_phrase(EN, Relation.CHILD, "x") == "Child"
