"""The designer's list names everything a text may use, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.references import CARD_FIELDS
from desktop_app.domain.card_fields import CASES, COUNTS, FIELDS, FieldInfo, fields_of, in_case
from desktop_app.domain.cards import COUNTED, Field
from desktop_app.domain.kinds import Kind
from desktop_app.domain.name_cases import Case
from desktop_app.domain.references import Reference, counted
from desktop_app.i18n import Language


def test_every_field_is_offered_once_and_can_be_written() -> None:
    assert sorted(info.field for info in FIELDS) == sorted(Field)
    assert all(CARD_FIELDS.reference(info.written()[1:-1]) == Reference(info.field) for info in FIELDS)
    assert all(info.samples[language] for info in FIELDS for language in Language)


@pytest.mark.parametrize("info", [info for info in FIELDS if info.cases], ids=lambda info: info.field.value)
def test_a_name_comes_in_every_case_with_an_example(info: FieldInfo) -> None:
    assert set(CASES) == set(Case) == set(info.cases)
    for case in info.cases:
        assert CARD_FIELDS.reference(info.written(case=case)[1:-1]) == Reference(info.field, case)
    given = next(info for info in FIELDS if info.field is Field.CUSTOMER_CALLED)
    assert in_case(given, Case.DATIVE, Language.LV) == "Annai"
    assert in_case(given, Case.INSTRUMENTAL, Language.RU) == "Анной"


def test_every_counted_field_comes_with_words_in_each_language() -> None:
    assert {info.field for info in FIELDS if info.counts} == COUNTED
    for info in FIELDS:
        for language, forms in info.counts.items():
            assert [counted(number, forms, language).split("\u00a0")[1] for number in COUNTS[language]] == list(forms)
            made = CARD_FIELDS.reference(info.written(words=forms, instead="none")[1:-1])
            assert made == Reference(info.field, None, forms, "none")


@given(st.text(max_size=20), st.lists(st.text(max_size=8), max_size=4))
def test_whatever_is_typed_the_field_can_be_read(instead: str, words: list[str]) -> None:
    count = next(info for info in FIELDS if info.field is Field.ORDER_COUNT)
    written = count.written(words=words[:3], instead=instead)
    assert CARD_FIELDS.reference(written[1:-1]) is not None
    assert CARD_FIELDS.unknown_in(written) is None


def test_a_paper_without_an_order_is_offered_none_of_its_fields() -> None:
    birthday = {info.field for info in fields_of(Kind.BIRTHDAY)}
    assert Field.BIRTHDAY_AGE in birthday
    assert Field.CUSTOMER_GREETING in birthday
    assert not {field for field in birthday if field.value.startswith("order.")}
    assert Field.ORDER_NUMBER in {info.field for info in fields_of(Kind.THANK_YOU)}
    assert {info.field for kind in Kind for info in fields_of(kind)} == set(Field)
