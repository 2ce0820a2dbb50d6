"""`cordial find`: people, those around them and near names, for people and for machines."""

import pytest

from desktop_app.actions.people import add_relative
from desktop_app.domain.people import Relation, RelativeFields
from desktop_app.store.connect import open_shop
from tests.made import BY, bought, person


@pytest.fixture(autouse=True)
def filled(shop_location: str) -> None:
    shop = open_shop(shop_location)
    linda = person(shop, "Linda", "Ozola", email="linda@pasts.example", phone="+371 29 123 456")
    bought(shop, linda, number="10421")
    add_relative(shop, linda, RelativeFields(Relation.CHILD, given="Maija", family="Ozola"), actor=BY)
    shop.close()


def test_what_is_found_stands_in_columns(cordial):
    said = cordial("find", "ozola")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()] == ["customer", "person"]
    assert "Child · Linda Ozola (customer 1)" in said.out


def test_machines_are_told_the_same(cordial):
    [hit] = cordial("find", "maija", "--json").json["hits"]
    assert hit.items() >= {"kind": "person", "title": "Maija Ozola", "detail": "Linda Ozola", "customer": 1}.items()
    assert (hit["relation"], hit["near"]) == ("child", False)


def test_a_slip_is_asked_back(cordial):
    said = cordial("find", "limda").out.splitlines()
    assert said[0] == "Did you mean:"
    assert "Linda Ozola" in said[1]


@pytest.mark.parametrize("text", ["29123456", "+371 2912", "371 29 12", "linda@", "LINDA@pasts", "#10421", "линда"])
def test_any_scrap_finds(cordial, text):
    said = cordial("find", text)
    assert said.code == 0
    assert "Linda Ozola" in said.out


@pytest.mark.parametrize("text", ['"', "a OR (", "\x00", "\udcff\udc00", "%_", "\u202exbc", "NEAR("])
def test_no_text_is_an_error(cordial, text):
    said = cordial("find", text)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Nothing found for")
