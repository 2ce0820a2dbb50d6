"""Possible duplicates listed, merged and told apart from a shell."""

import pytest


@pytest.fixture
def two(cordial):
    """Anna twice, by one phone."""
    made = (
        ("--given", "Anna", "--family", "Ozola", "--phone", "+371 29111222", "--city", "Rīga"),
        ("--given", "Анна", "--family", "Озола", "--phone", "29 111 222", "--email", "anna@x.example"),
    )
    return [cordial("customer", "add", *words, "--json").json["customer"]["id"] for words in made]


def test_pairs_are_listed_with_the_reason_and_how_sure_it_is(cordial, two):
    found = cordial("customer", "duplicates", "--json").json
    assert found["count"] == 1
    [pair] = found["duplicates"]
    assert (pair["id"], pair["keep"]["id"], pair["lose"]["id"]) == (two[0], *two)
    assert (pair["sure"], pair["reasons"]) == ("almost-certain", ["the same phone +371 29111222", "the same name"])
    text = cordial("customer", "duplicates").out
    assert "Almost certainly one person" in text
    assert "the same phone +371 29111222, the same name" in text


def test_merging_takes_the_chosen_fields_and_is_undone(cordial, two):
    done = cordial("customer", "merge", *two, "--take", "given=lose", "--take", "family=keep", "--json")
    assert done.code == 0, done.err
    shown = cordial("show", "customer", two[0], "--json").json["customer"]
    assert (shown["given"], shown["family"], shown["email"]) == ("Анна", "Ozola", "anna@x.example")
    assert cordial("show", "customer", two[1]).code == 1
    assert cordial("customer", "duplicates").out.strip() == "No two customers look like one."
    assert cordial("undo", done.json["change"]).code == 0
    assert cordial("show", "customer", two[1], "--json").json["customer"]["given"] == "Анна"


def test_two_people_are_not_listed_again(cordial, two):
    assert cordial("customer", "different", *two).out.strip() == "Anna Ozola and Анна Озола are two people"
    assert cordial("customer", "duplicates", "--json").json == {"duplicates": [], "count": 0}
    again = cordial("customer", "different", *two, "--json")
    assert (again.code, again.json["change"]) == (0, None)


@pytest.mark.parametrize(
    ("take", "said"),
    [("shoe=keep", "“shoe” is not a field to choose"), ("given=both", "“both” is neither keep nor lose"),
     ("given", "“” is neither keep nor lose")],
)  # fmt: skip
def test_wrong_choices_change_nothing(cordial, two, take, said):
    wrong = cordial("customer", "merge", *two, "--take", take)
    assert (wrong.code, said in wrong.err) == (1, True)
    assert cordial("show", "customer", two[1]).code == 0


def test_one_customer_alone_is_refused(cordial, two):
    wrong = cordial("customer", "merge", two[0], two[0])
    assert (wrong.code, "not two customers but one" in wrong.err) == (1, True)
    assert cordial("customer", "merge", two[0], 9999).code == 1
