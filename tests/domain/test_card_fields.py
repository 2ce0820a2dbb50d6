"""The designer's list names everything a text may use, and nothing else."""

from __future__ import annotations

from desktop_app.documents.references import reference_of
from desktop_app.domain.card_fields import FACTS, FIELDS
from desktop_app.domain.cards import Fact, Field
from desktop_app.i18n import Language


def test_every_field_is_offered_and_can_be_written() -> None:
    offered = [reference_of(info.name) for info in FIELDS]
    assert None not in offered
    assert {reference.field for reference in offered if reference} == set(Field)
    assert all(info.samples[language] for info in FIELDS for language in Language)
    assert FIELDS[0].written == "{customer.greeting}"


def test_every_condition_is_offered_once() -> None:
    assert sorted(info.fact for info in FACTS) == sorted(Fact)
