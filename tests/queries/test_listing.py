import pytest

from desktop_app.queries.listing import begins, ids_in_order, in_parts, literals, unknown_last
from desktop_app.store.tables import CustomerTable
from tests.made import person


def test_ids_come_in_order_as_one_array(shop):
    ids = [person(shop, name) for name in ("B", "A", "C")]
    found = ids_in_order(shop, CustomerTable.select(CustomerTable.id).order_by(CustomerTable.sort_key.desc()))
    assert found.typecode == "q"
    assert list(found) == [ids[2], ids[0], ids[1]]
    nobody = CustomerTable.select(CustomerTable.id).where(CustomerTable.sort_key == "x")
    assert list(ids_in_order(shop, nobody)) == []


@pytest.mark.parametrize("text", ["a", "ab", "ab%", "ab_", "ab\\", "AB", "abc\U0010fffe"])
def test_beginnings_are_taken_letter_by_letter(shop, text):
    keys = ["ab", "ab%c", "ab_c", "abc", "ab\\c", "b", "abc\U0010fffe"]
    for key in keys:
        person(shop, "x", email=f"{key}@b.example") if key.isalnum() and key.isascii() else None
    with_keys = [(row[0], row[1]) for row in shop.rows(CustomerTable.select(CustomerTable.id, CustomerTable.email_key))]
    query = CustomerTable.select(CustomerTable.id).where(begins(CustomerTable.email_key, text))
    assert {row[0] for row in shop.rows(query)} == {number for number, key in with_keys if key.startswith(text)}


def test_long_lists_of_ids_go_in_parts():
    parts = list(in_parts(range(25_000)))
    assert [len(part) for part in parts] == [10_000, 10_000, 5_000]
    assert list(in_parts([])) == []


def test_words_of_our_own_stand_in_the_statement_itself():
    query = CustomerTable.select(CustomerTable.id).where(CustomerTable.language.in_(literals(["lv"])))
    text, values = query.sql()
    assert "'lv'" in text
    assert values == []


def test_empty_days_are_last_in_words_both_engines_know():
    text, _ = CustomerTable.select().order_by(unknown_last(CustomerTable.last_order_on, True)).sql()
    assert text.endswith('"last_order_on" DESC NULLS LAST')
