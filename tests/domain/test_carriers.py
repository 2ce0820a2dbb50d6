import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.carriers import (
    SUGGESTED,
    CarrierFields,
    checked_carrier,
    country_days,
    country_days_text,
    tracking_link,
    transits,
)
from desktop_app.domain.errors import Invalid

OMNIVA = CarrierFields("Omniva", "https://post.example/track/{number}?lang=lv", 1, (("EE", 2), ("LT", 3)))
codes = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)


@given(st.dictionaries(codes, st.integers(0, 90)))
def test_days_by_country_come_back_as_they_were_kept(days):
    assert dict(country_days(country_days_text(days.items()))) == days


def test_days_by_country_are_read_as_people_write_them():
    assert country_days("ee 2; DE: 5,lt=3\nEE 2") == (("DE", 5), ("EE", 2), ("LT", 3))
    assert country_days("") == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("DE five", "“DE five” is not a country and its days"),
        ("Germany 5", "“Germany 5” is not a country"),
        ("DE 500", "No parcel takes 500 working days"),
        ("DE 5, de 6", "DE is there twice"),
    ],
)
def test_days_that_cannot_be_read_are_refused_at_their_field(typed, said):
    with pytest.raises(Invalid, match=said) as refused:
        country_days(typed)
    assert refused.value.field == "countries"


def test_a_link_takes_the_number_in():
    assert tracking_link(OMNIVA, " CC 123/4 ") == "https://post.example/track/CC123%2F4?lang=lv"
    assert tracking_link(OMNIVA, "") == tracking_link(None, "CC1") == tracking_link(CarrierFields("X"), "CC1") == ""


def test_the_days_of_a_country_go_before_the_carriers_usual_ones():
    known = transits([OMNIVA, CarrierFields("Kurjers")])
    assert known.days("OMNIVA ", "") == known.days("omniva", "LV") == 1
    assert known.days("Omniva", "ee") == 2
    assert known.days("Kurjers", "EE") is None
    assert known.days("", "LV") is None
    assert known.days("somebody", "LV") is None


@pytest.mark.parametrize(
    ("fields", "at", "said"),
    [
        (CarrierFields("  "), "name", "Give the carrier a name"),
        (CarrierFields("x" * 61), "name", "too long"),
        (CarrierFields("X", "https://post.example/track"), "link", "Put {number} into the link"),
        (CarrierFields("X", "ftp://post.example/{number}"), "link", "is not a web address"),
        (CarrierFields("X", "https://post.example/{number}" + "x" * 500), "link", "too long"),
        (CarrierFields("X", days=91), "days", "from 0 to 90"),
        (CarrierFields("X", days=-1), "days", "from 0 to 90"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(fields, at, said):
    with pytest.raises(Invalid, match=said) as refused:
        checked_carrier(fields)
    assert refused.value.field == at


def test_a_link_without_its_beginning_gets_one():
    assert checked_carrier(CarrierFields(" X ", "post.example/{number}")) == CarrierFields(
        "X", "https://post.example/{number}"
    )


def test_what_is_suggested_can_be_kept_as_it_is():
    assert [checked_carrier(one) for one in SUGGESTED] == list(SUGGESTED)
