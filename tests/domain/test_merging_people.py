"""Which of the people and days of two records are one, and that nothing is lost where they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.customers import CustomerId, Gender, GreetingForms
from desktop_app.domain.merging_people import same_day, same_relative, united_day, united_relative
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday


def child(given="", family="", **fields):
    return RelativeFields(fields.pop("relation", Relation.CHILD), given=given, family=family, **fields)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (child("Jānis"), child("Янис"), True),
        (child("Jānis", "Ozols"), child("Janis"), True),
        (child("Jānis", "Ozols"), child("Jānis", "Liepa"), False),
        (child("Jānis"), child("Anna"), False),
        (child("Jānis"), child("Jānis", relation=Relation.FRIEND), False),
        (child("Jānis", customer=CustomerId(1)), child("Ivars", customer=CustomerId(1)), True),
        (child("Jānis", customer=CustomerId(1)), child("Jānis", customer=CustomerId(2)), False),
        (child(), child(), False),
    ],
)
def test_the_same_person_is_known_by_relation_and_name_or_by_their_own_record(one, other, same):
    assert same_relative(one, other) is same
    assert same_relative(other, one) is same


def test_of_two_entries_nothing_is_lost_and_wishes_are_kept():
    stays = child("Jānis", note="Tea", forms=GreetingForms(called="Jancīt"))
    goes = child(
        "Jānis", "Ozols", note="Cars", customer=CustomerId(7), congratulate=False, deceased=True, together=True,
        forms=GreetingForms(gender=Gender.MALE, called="Jāni"),
    )  # fmt: skip
    found = united_relative(stays, goes)
    assert (found.given, found.family, found.customer, found.note) == ("Jānis", "Ozols", 7, "Tea\nCars")
    assert (found.congratulate, found.deceased, found.together) == (False, True, True)
    assert found.forms == GreetingForms(gender=Gender.MALE, called="Jancīt")


days = st.builds(
    SpecialDay,
    st.sampled_from(DayKind),
    st.builds(Birthday, st.just(5), st.sampled_from([0, 17]), st.sampled_from([None, 1990, 1991])),
    st.sampled_from(["", "Wedding", "wedding"]),
    st.sampled_from([None, 3]),
)


@given(days, days)
def test_days_are_one_when_neither_says_otherwise_and_keep_year_and_lead(one, other):
    assert same_day(one, other) == same_day(other, one)
    if same_day(one, other):
        found = united_day(one, other)
        assert found.date.year in (one.date.year, other.date.year)
        assert (found.date.year is None) == (one.date.year is None and other.date.year is None)
        assert (found.lead_days is None) == (one.lead_days is None and other.lead_days is None)
        assert found.date.month_day == one.date.month_day
    elif one.kind is other.kind and one.date == other.date:
        assert one.title.casefold() != other.title.casefold()
