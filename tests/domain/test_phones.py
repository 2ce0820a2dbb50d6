import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.phones import LONGEST, is_phone_like, phone_beginnings, phone_key

# National forms with an old area code inside brackets that even their own shops rarely write.
_UNUSUAL = {("AR", phonenumbers.PhoneNumberFormat.NATIONAL), ("HU", phonenumbers.PhoneNumberFormat.NATIONAL)}


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_every_country_as_it_writes_its_numbers(region):
    for kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE):
        number = phonenumbers.example_number_for_type(region, kind)
        if number is None:
            continue
        expected = phonenumbers.national_significant_number(number)
        for form in (0, 1, 2):
            if (region, form) not in _UNUSUAL:
                assert phone_key(phonenumbers.format_number(number, form), region) == expected
        assert phone_key(f"00{number.country_code}{expected}", region) == expected


@pytest.mark.parametrize(
    ("typed", "country", "key"),
    [
        ("+371 29 123 456", "LV", "29123456"),
        ("29123456", "LV", "29123456"),
        ("37129123456", "LV", "29123456"),
        ("8 (912) 345-67-89", "RU", "9123456789"),
        ("+7 912 345 67 89", "LV", "9123456789"),
        ("79123456789", "RU", "9123456789"),
        ("0171 1234567", "DE", "1711234567"),
        ("+44 (0)7700 900123", "LV", "7700900123"),
        ("29123456 ext. 7", "LV", "29123456"),
        ("", "LV", ""),
        ("none", "LV", ""),
    ],
)
def test_one_key_for_all_ways_to_type_a_number(typed, country, key):
    assert phone_key(typed, country) == key


@given(st.text(), st.sampled_from(["LV", "RU", "IT", "", "??"]))
def test_any_text_has_a_key_of_digits(typed, country):
    key = phone_key(typed, country)
    assert key == "" or (key.isascii() and key.isdigit() and len(key) <= LONGEST)


@pytest.mark.parametrize("typed", ["29123", "+371291", "0037129", "371291"])
def test_a_number_is_found_while_it_is_typed(typed):
    assert any("29123456".startswith(beginning) for beginning in phone_beginnings(typed))


def test_what_looks_like_a_number():
    assert is_phone_like("+371 (29) 12-34")
    assert not is_phone_like("A 12")
    assert not is_phone_like("+")
