import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.products import add_product
from desktop_app.domain.changes import Topic
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.customers import Address, ContactKind, full_name
from desktop_app.domain.keys import contact_key, relative_keys
from desktop_app.domain.listing import CustomerFilter, OrderFilter, ProductFilter
from desktop_app.domain.people import Relation
from desktop_app.domain.products import ProductFields
from desktop_app.domain.text import clean, search_words
from desktop_app.i18n import msg
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order_ids
from desktop_app.queries.product_list import product_ids
from desktop_app.queries.search import HitKind, find
from desktop_app.store.tables import ContactTable, RelativeTable
from tests.made import BY, bought, person


def titles(shop, text, **more):
    return [hit.title for hit in find(shop, text, **more)]


def around(shop, customer, given, family="", **fields):
    """Somebody around a customer, written as the actions do."""
    with shop.change(msg("Add {name}", name=given), actor=BY, topics=[Topic.CUSTOMERS]) as change:
        row = {"customer": customer, "relation": Relation.CHILD.value, "given": given, "family": family}
        return change.insert(RelativeTable, {**row, **relative_keys(given, family), **fields})


def reached_by(shop, customer, kind, value):
    """A further way to reach a customer."""
    with shop.change(msg("Add {name}", name=value), actor=BY, topics=[Topic.CUSTOMERS]) as change:
        row = {"customer": customer, "kind": kind.value, "value": value, "key": contact_key(kind, value, "LV")}
        change.insert(ContactTable, row)


def found_as(shop, text):
    """What a text finds: (kind, title, whether only nearly)."""
    return [(hit.kind.value, hit.title, hit.near) for hit in find(shop, text)]


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


ODD = (
    *('"', "a OR b", "NEAR(a b)", "a*", "^a", "-a", "a AND (", "x:y", "'", "\\", "NOT", "{a b}: c", '"anna', "an''na"),
    *("\0", "a\0b", "\ud800anna", "%", "_", "þ", "łr", "+", "@@", "a@b@c", "00000000000", "🙂"),
    *("\u202eannA\u202c", "שלום", "\u200fمريم"),
)


ANYTHING = (
    st.text(max_size=40)
    | st.text(st.characters(exclude_categories=()), max_size=9)  # broken letters, as a shell may hand them over
    | st.text("annakeыёп +@#1029\"*()'-:^\0", max_size=14)
    | st.lists(st.sampled_from(ODD) | st.sampled_from(("anna", "Ķēn", "ёлк", "2912")), max_size=3).map(" ".join)
)


@settings(max_examples=1_000)  # on each engine
@given(text=ANYTHING)
def test_no_text_is_an_error(filled, text):
    assert len(find(filled, text)) <= 50


@settings(max_examples=150)
@given(text=ANYTHING)
def test_lists_are_narrowed_by_the_same_rules(filled, text):
    hits = [hit for hit in find(filled, text) if not hit.near]
    listed = customer_ids(filled, CustomerFilter(text)) if clean(text) else ()
    people = [hit for hit in hits if hit.kind in (HitKind.CUSTOMER, HitKind.PERSON)]
    assert {hit.customer or hit.id for hit in people} == set(listed)
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


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Elkin", "Пётр Ёлкин"),
        ("yolkin pyotr", "Пётр Ёлкин"),
        ("pjotrs", "Пётр Ёлкин"),
        ("кениня", "Anna-Marija Ķēniņa"),
        ("анна мария", "Anna-Marija Ķēniņa"),
        ("rig", "Anna-Marija Ķēniņa"),
        ("kenina RIGA", "Anna-Marija Ķēniņa"),
        ("рига", "Anna-Marija Ķēniņa"),
        ("pasts", "Anna-Marija Ķēniņa"),
        ("@pasts.ex", "Anna-Marija Ķēniņa"),
    ],
)
def test_the_other_alphabet_the_town_and_words_of_an_address_find(filled, typed, found):
    assert titles(filled, typed) == [found]


def test_names_as_typed_come_before_what_may_be_meant(shop):
    person(shop, "Ria", "Ozola")
    for n in range(3):
        person(shop, f"Anna{n}", address=Address(city="Rīga"))
    assert titles(shop, "ri") == ["Ria Ozola", "Anna2", "Anna1", "Anna0"]


def test_people_around_a_customer_are_found_and_lead_to_them(filled):
    [anna] = [hit.id for hit in find(filled, "marija")]
    around(filled, anna, "Šarlote", "Ķēniņa-Bērziņa")
    around(filled, anna, "Фёдор")
    around(filled, anna, "Pēteris", "Ozols", other=person(filled, "Pēteris", "Ozols"))
    [hit] = find(filled, "berz sarl")
    assert (hit.kind, hit.title, hit.detail) == (HitKind.PERSON, "Šarlote Ķēniņa-Bērziņa", "Anna-Marija Ķēniņa · Rīga")
    assert (hit.customer, hit.relation) == (anna, Relation.CHILD)
    assert found_as(filled, "fedor") == [("person", "Фёдор", False)]
    assert found_as(filled, "peteris") == [("customer", "Pēteris Ozols", False)]  # once, as a customer
    assert anna in customer_ids(filled, CustomerFilter("sarlote"))


def test_a_child_is_found_by_the_family_name_of_its_parent(filled):
    [anna] = [hit.id for hit in find(filled, "marija")]
    around(filled, anna, "Marta")
    for text in ("marta ken", "ķēniņa marta", "anna marta"):
        assert found_as(filled, text) == [("person", "Marta", False)], text
        assert list(customer_ids(filled, CustomerFilter(text))) == [anna]
    assert found_as(filled, "marta ozola") == []


def test_further_addresses_and_numbers_find_and_are_shown(filled):
    [anna] = [hit.id for hit in find(filled, "marija")]
    reached_by(filled, anna, ContactKind.EMAIL, "Work@Kenina.example")
    reached_by(filled, anna, ContactKind.PHONE, "+371 67 000 111")
    reached_by(filled, anna, ContactKind.MESSENGER, "@annam")
    for text in ("work@ken", "WORK", "67000", "+371 6700", "371 67 00 01 11", "0037167000111", "@annam"):
        assert titles(filled, text) == ["Anna-Marija Ķēniņa"], text
        assert anna in customer_ids(filled, CustomerFilter(text))
    assert find(filled, "work")[0].detail.startswith("Work@Kenina.example · anna.kenina@pasts.example")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kenima", "Anna-Marija Ķēniņa"),  # a wrong letter
        ("keina", "Anna-Marija Ķēniņa"),  # a missing one
        ("kennina", "Anna-Marija Ķēniņa"),  # a doubled one
        ("knieina", ""),
        ("kneina", "Anna-Marija Ķēniņa"),  # two exchanged
        ("wenina", "Anna-Marija Ķēniņa"),  # the first
        ("ekninа".replace("а", "a"), "Anna-Marija Ķēniņa"),
        ("kenima marija", "Anna-Marija Ķēniņa"),  # beside a right word
        ("маряи", ""),
        ("ёлкни", "Пётр Ёлкин"),
        ("kem", ""),  # too short to tell
        ("anna zzzzzz", ""),
    ],
)
def test_a_slip_of_the_fingers_still_finds(filled, typed, found):
    assert found_as(filled, typed) == ([("customer", found, True)] if found else [])


def test_what_is_nearly_meant_is_offered_only_where_nobody_is_called_so(filled):
    person(filled, "Kenija")
    assert found_as(filled, "kenija") == [("customer", "Kenija", False)]
    add_product(filled, ProductFields(name="Kenima"), actor=BY)
    assert found_as(filled, "kenima") == [
        ("product", "Kenima", False),
        ("customer", "Kenija", True),
        ("customer", "Anna-Marija Ķēniņa", True),
    ]


def test_few_statements_a_keystroke(filled, counting):
    for text, most in (
        ("anna", 9),
        ("anna k", 8),
        ("anna ken", 10),
        ("anna@", 3),
        ("291", 9),
        ("#1", 8),
        ("kenima", 14),
        ("e", 6),
    ):
        counting.asked = 0
        find(counting, text)
        assert counting.asked <= most, (text, counting.asked)


def test_no_more_is_asked_where_the_first_letters_find_enough(filled, counting):
    for n in range(4):
        person(filled, f"Zane{n}")
        around(filled, person(filled, "Mother"), f"Zane{n}")
    counting.asked = 0
    find(counting, "zan", limit=4)
    assert counting.asked == 5  # customers, people around them, orders, products, complaints


def test_a_complaint_is_found_by_what_was_said_and_by_its_number(shop):
    anna = person(shop, "Anna", "Ozola")
    order = bought(shop, anna, "Teapot", number="9001")
    kept, _ = add_complaint(shop, ComplaintFields(kind="damaged", order=order, text="Tējkanna saplīsusi"), actor=BY)
    for text in ("saplisusi", "tejkan sapl", str(kept)):
        [hit] = [hit for hit in find(shop, text) if hit.kind is HitKind.COMPLAINT]
        assert (hit.id, hit.title, hit.detail) == (kept, "Tējkanna saplīsusi", "Anna Ozola · 9001 · Teapot")
    assert not [hit for hit in find(shop, "sa") if hit.kind is HitKind.COMPLAINT]
