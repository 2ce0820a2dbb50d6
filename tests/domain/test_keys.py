from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import ContactKind
from desktop_app.domain.keys import (
    LONGEST,
    complaint_doc,
    contact_key,
    customer_keys,
    name_key,
    number_key,
    relative_keys,
    shelf_key,
    sku_key,
)


def test_the_columns_a_customer_is_found_by():
    keys = customer_keys(
        "Jānis",
        "Bērziņš",
        company="SIA „Ozols”",
        email=" Janis@Inbox.LV ",
        phone="+371 29 123 456",
        city="Rīga",
        country="LV",
    )
    assert keys == {
        "email_key": "janis@inbox.lv",
        "phone_key": "29123456",
        "sort_key": "berzins janis",
        "given_key": "janis",
        "city_key": "riga",
        "doc": "janis berzins sia ozols łriga œinbox",
    }


def test_beside_a_cyrillic_name_stands_its_sound():
    keys = customer_keys("Пётр", "Ёлкин", email="petr.elkin22@pasts.example", city="Юрмала", country="LV")
    assert keys["doc"] == "петр елкин þpetr þelkin łюрмала łþiurmala œpasts"
    assert relative_keys("Мария Ann", "Ёлкина") == {"given_key": "мария", "doc": "мария ann елкина þmaria þelkina"}


def test_what_an_address_says_beside_the_name_is_found_too():
    doc = customer_keys("Anna", "", email="anna_sweet4you.99@mail.inbox.lv", country="LV")["doc"]
    assert doc == "anna œsweet4you œmail œinbox"


def test_further_contacts_have_the_keys_of_the_preferred_ones():
    assert contact_key(ContactKind.EMAIL, " Anna@Inbox.LV", "LV") == "anna@inbox.lv"
    assert contact_key(ContactKind.PHONE, "+371 29 123 456", "RU") == "29123456"
    assert contact_key(ContactKind.MESSENGER, "8 912 345-67-89", "RU") == "9123456789"
    assert contact_key(ContactKind.MESSENGER, "@Anna", "LV") == "@anna"


def test_without_a_name_the_rest_sorts():
    assert customer_keys("", "", company="Ozols", country="LV")["sort_key"] == "ozols"
    assert customer_keys("", "", email="A@b.lv", country="LV")["sort_key"] == "a@b.lv"


def test_numbers_in_names_sort_as_numbers():
    names = ["Customer 10", "customer 9", "Customer 010a", "Customer 2", "Customer", "Anna 3"]
    by_key = sorted(names, key=lambda name: customer_keys(name, "", country="LV")["sort_key"])
    assert by_key == ["Anna 3", "Customer", "Customer 2", "customer 9", "Customer 10", "Customer 010a"]


def test_numbers_match_with_and_without_their_sign():
    assert number_key("#1001") == number_key(" № 1001") == number_key("1001") == "1001"
    assert number_key("AB-7") == "ab-7"


def test_codes_match_whatever_their_case():
    assert sku_key("kr 201") == sku_key("KR201")
    assert name_key("  Lina  Dvielis ") == "lina dvielis"


@given(st.text(max_size=2000))
def test_no_key_is_longer_than_an_index_takes(text):
    keys = customer_keys(text, text, email=text, phone=text, country="LV")
    assert max(len(keys["email_key"]), len(keys["phone_key"]), len(keys["sort_key"])) <= LONGEST
    assert max(len(number_key(text)), len(sku_key(text)), len(name_key(text))) <= LONGEST


def test_shelves_come_in_walking_order():
    walked = ["A 2", "A 10", "A 10 b", "B 1", "Ž 3"]
    assert sorted(walked, key=shelf_key) == walked
    assert shelf_key("a-02") == shelf_key("A 2") == shelf_key("A2")
    assert shelf_key(" – ") == ""


def test_a_complaint_is_found_by_the_words_of_all_that_was_said():
    assert complaint_doc("Broken mug", "Krūze", "", "Broken twice") == " broken mug kruze twice"
    assert complaint_doc("", "…") == ""
    assert len(complaint_doc("word " * 5_000 + "last")) == len(" word")  # of a long text the beginning
