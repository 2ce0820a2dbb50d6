"""What stands between braces is read as it is meant, and nothing else is."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.references import CARD_FIELDS, reference_by_key
from desktop_app.domain.cards import Field
from desktop_app.domain.name_cases import Case
from desktop_app.domain.references import Reference, counted
from desktop_app.i18n import Language

FORMS = {
    Language.EN: {"one": "item", "other": "items"},
    Language.RU: {"one": "товар", "few": "товара", "many": "товаров"},
    Language.LV: {"one": "prece", "other": "preces", "zero": "preču"},
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("customer.name", Reference(Field.CUSTOMER_NAME)),
        (" customer.called.dative ", Reference(Field.CUSTOMER_CALLED, Case.DATIVE)),
        ("customer.name|my friend", Reference(Field.CUSTOMER_NAME, default="my friend")),
        ("order.count: item/items", Reference(Field.ORDER_COUNT, forms=("item", "items"))),
        ("order.count: item / items|some", Reference(Field.ORDER_COUNT, forms=("item", "items"), default="some")),
        ("gift|", Reference(Field.GIFT, default="")),
        ("customer", None),
        ("customer.called.vocative", None),
    ],
)
def test_a_reference_is_read(text: str, found: Reference | None) -> None:
    assert CARD_FIELDS.reference(text) == found


@pytest.mark.parametrize("language", list(Language))
@given(n=st.integers(0, 10_000))
def test_counted_words_follow_the_rules_of_each_language(language: Language, n: int) -> None:
    forms = FORMS[language]
    assert counted(n, tuple(forms.values()), language) == f"{n}\u00a0{forms[Locale(language.value).plural_form(n)]}"


def test_two_forms_do_for_three() -> None:
    assert [counted(n, ("prece", "preces"), Language.LV) for n in (1, 2, 10)] == [
        "1\u00a0prece", "2\u00a0preces", "10\u00a0preces",
    ]  # fmt: skip


def test_a_value_is_found_again_by_its_key() -> None:
    for name in CARD_FIELDS.names():
        reference = CARD_FIELDS.reference(name)
        assert reference is not None
        assert reference_by_key(reference.key) == reference
    counts = Reference(Field.ORDER_COUNT, forms=("item", "items"))
    assert reference_by_key(counts.key) == counts


@given(st.text())
def test_any_text_is_a_reference_or_none(text: str) -> None:
    found = CARD_FIELDS.reference(text)
    assert found is None or CARD_FIELDS.reference(found.key) == Reference(found.field, found.case, found.forms)
