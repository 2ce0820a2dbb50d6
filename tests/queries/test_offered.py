from desktop_app.actions.words import tag_customers
from desktop_app.domain.customers import Address
from desktop_app.domain.tags import WordKind
from desktop_app.queries.offered import towns, words_offered
from tests.made import BY, person


def test_each_town_is_offered_once_by_name(shop):
    for given, city in (("A", "Rīga"), ("B", "RIGA"), ("C", "Ādaži"), ("D", ""), ("E", "Zilupe"), ("F", "Москва")):
        person(shop, given, address=Address(city=city))
    assert towns(shop) in (["Ādaži", "Rīga", "Zilupe", "Москва"], ["Ādaži", "RIGA", "Zilupe", "Москва"])


def test_a_shop_without_customers_offers_nothing(shop):
    assert (towns(shop), words_offered(shop, WordKind.TAG)) == ([], [])


def test_tags_and_interests_are_offered_apart(shop):
    anna = person(shop, "Anna")
    for word, kind in (("VIP", WordKind.TAG), ("fair", WordKind.TAG), ("Wool", WordKind.INTEREST)):
        tag_customers(shop, [anna], word, add=True, kind=kind, actor=BY)
    assert words_offered(shop, WordKind.TAG) == ["fair", "VIP"]
    assert words_offered(shop, WordKind.INTEREST) == ["Wool"]
