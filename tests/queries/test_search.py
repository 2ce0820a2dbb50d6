import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.actions.products import add_product
from desktop_app.domain.customers import Address, full_name
from desktop_app.domain.listing import CustomerFilter, OrderFilter, ProductFilter
from desktop_app.domain.products import ProductFields
from desktop_app.domain.text import clean, search_words
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order_ids
from desktop_app.queries.products import product_ids
from desktop_app.queries.search import HitKind, find
from tests.made import BY, bought, person


def titles(shop, text, **more):
    return [hit.title for hit in find(shop, text, **more)]


@pytest.fixture
def filled(shop):
    anna = person(
        shop,
        "Anna-Marija",
        "Ķēniņa",
        email="anna.kenina@pasts.example",
        phone="+371 29 123 456",
        address=Address(city="Rīga"),
    )
    person(shop, "Пётр", "Ёлкин", patronymic="Йович", phone="+7 912 345-67-89")
    person(shop, "小龍", "李", company="Ķēniņš & Co")
    bought(shop, anna, number="#10421")
    add_product(shop, ProductFields("KR-201", "Ceramic mug", barcode="2900000010000"), actor=BY)
    return shop


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ken", ["Anna-Marija Ķēniņa", "小龍 李"]),
        ("Ķēniņa anna", ["Anna-Marija Ķēniņa"]),
        ("marija", ["Anna-Marija Ķēniņa"]),
        ("елкин", ["Пётр Ёлкин"]),
        ("ЁЛ Пет", ["Пётр Ёлкин"]),
        ("йо", ["Пётр Ёлкин"]),
        ("a", ["Anna-Marija Ķēniņa"]),
        ("李", ["小龍 李"]),
        ("anna.ken", ["Anna-Marija Ķēniņa"]),
        ("ANNA.KENINA@pa", ["Anna-Marija Ķēniņa"]),
        ("2912", ["Anna-Marija Ķēniņa"]),
        ("+371 29 12", ["Anna-Marija Ķēniņa"]),
        ("+7912", ["Пётр Ёлкин"]),
        ("104", ["#10421"]),
        ("#10421", ["#10421"]),
        ("№10421", ["#10421"]),
        ("kr-2", ["Ceramic mug"]),
        ("mug cer", ["Ceramic mug"]),
        ("2900000010000", ["Ceramic mug"]),
        ("nobody", []),
        ("  ", []),
        ("@", []),
        ("a%", ["Anna-Marija Ķēniņa"]),
        ("_", []),
    ],
)
def test_what_is_typed_finds(filled, typed, found):
    assert sorted(titles(filled, typed)) == sorted(found)


def test_a_hit_says_what_it_is_and_what_is_known(filled):
    [hit] = find(filled, "marija")
    assert (hit.kind, hit.detail) == (HitKind.CUSTOMER, "anna.kenina@pasts.example · +371 29 123 456 · Rīga")
    [hit] = find(filled, "#10421")
    assert (hit.kind, hit.detail) == (HitKind.ORDER, "Anna-Marija Ķēniņa")


def test_no_more_than_asked_for_and_no_kind_crowded_out(shop):
    for n in range(8):
        person(shop, f"Mug{n}")
    add_product(shop, ProductFields(name="Mug"), actor=BY)
    hits = find(shop, "mug", limit=4)
    assert len(hits) == 4
    assert {hit.kind for hit in hits} == {HitKind.CUSTOMER, HitKind.PRODUCT}
    assert len(find(shop, "mug", limit=1)) == 1
    assert find(shop, "mug", limit=0) == []


@settings(max_examples=150)
@given(
    text=st.text(max_size=40)
    | st.text(st.characters(exclude_categories=()), max_size=9)  # broken letters, as a shell may hand them over
    | st.sampled_from(['"', "a OR b", "NEAR(a b)", "a*", "^a", "-a", "a AND (", "x:y", "'", "\\"])
)
def test_no_text_is_an_error(filled, text):
    hits = find(filled, text)
    listed = customer_ids(filled, CustomerFilter(text)) if clean(text) else ()
    assert {hit.id for hit in hits if hit.kind is HitKind.CUSTOMER} == set(listed)
    assert len(order_ids(filled, OrderFilter(text))) + len(product_ids(filled, ProductFilter(text))) >= 0


@settings(max_examples=100)
@given(name=st.text(min_size=1, max_size=25))
def test_every_name_is_found_by_itself(shop, name):
    if not search_words(clean(name)) or "@" in name:
        return
    kept = person(shop, name)
    shown = full_name(customer(shop, kept).fields)
    if all(c.isdecimal() or c in "+ ()-./\u00a0\u2011\u2013" for c in shown):
        return  # looked up as a telephone number
    assert kept in [hit.id for hit in find(shop, shown, limit=5000) if hit.kind is HitKind.CUSTOMER]


def test_few_statements_a_keystroke(filled, counting):
    for text in ("anna", "anna k", "anna@", "291", "#1"):
        counting.asked = 0
        find(counting, text)
        assert counting.asked <= 4
