"""Which article a scan or a few letters mean."""

import pytest

from desktop_app.actions.products import add_product
from desktop_app.domain.products import ProductFields
from desktop_app.queries.articles import article_meant
from tests.made import BY

SCARF = ProductFields("LN-1", "Linen scarf", barcode="4750123000017")
SHAWL = ProductFields("WL-2", "Wool scarf", barcode="0012345678905")
MUG = ProductFields("MG 3", "Mug")


@pytest.fixture
def filled(shop):
    for fields in (SCARF, SHAWL, MUG):
        add_product(shop, fields, actor=BY)
    return shop


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("4750123000017", "Linen scarf"),
        ("475 0123-000017", "Linen scarf"),
        ("012345678905", "Wool scarf"),
        ("ln-1", "Linen scarf"),
        ("mg3", "Mug"),
        ("mu", "Mug"),
    ],
)
def test_a_code_or_the_only_name_is_the_article(filled, text, name):
    found = article_meant(filled, text).one
    assert found is not None
    assert found.fields.name == name


def test_several_names_are_for_a_person_to_choose_of(filled):
    found = article_meant(filled, "scarf")
    assert (found.one, found.several) == (None, True)


def test_of_two_with_one_barcode_a_person_chooses_and_a_code_of_ones_own_goes_first(filled):
    add_product(filled, ProductFields("LN-2", "Linen scarf, red", barcode=SCARF.barcode), actor=BY)
    found = article_meant(filled, SCARF.barcode)
    assert (found.one, found.several) == (None, True)
    add_product(filled, ProductFields(SCARF.barcode, "Linen scarf, blue"), actor=BY)
    mine = article_meant(filled, SCARF.barcode).one
    assert mine is not None
    assert mine.fields.name == "Linen scarf, blue"


@pytest.mark.parametrize(("text", "code"), [("4750123999999", True), ("Gift wrap", False), ("", False), ("--", False)])
def test_what_nothing_is_called_says_whether_it_looks_like_a_code(filled, text, code):
    found = article_meant(filled, text)
    assert (found.one, found.several, found.code) == (None, False, code)
