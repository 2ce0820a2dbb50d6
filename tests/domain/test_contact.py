import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.contact import checked_email, checked_phone, without_directions
from desktop_app.domain.customers import email_key
from desktop_app.domain.errors import Invalid
from desktop_app.domain.phones import phone_key


@pytest.mark.parametrize("good", ["anna@inbox.lv", " Anna.Liepina+gift@Shop.Example ", "лена@почта.рф"])
def test_addresses_stay_as_typed(good):
    assert checked_email(good) == good.strip()


@pytest.mark.parametrize(
    "bad", ["anna", "anna@", "anna@inbox", "a b@c.lv", "a@b..lv", "a@b.lv\nBcc: c@d.lv", "a@b.lv, c@d.lv"]
)
def test_what_no_mail_reaches_is_refused_at_the_field(bad):
    with pytest.raises(Invalid, match="e-mail address") as error:
        checked_email(bad)
    assert error.value.field == "email"


@pytest.mark.parametrize(
    "two", ["a@b.lv, c@d.lv", "a@b.lv;c@d.lv", "a@b.lv c@d.lv", "a@b.lv / c@d.lv", "a@b.lv\nc@d.lv", "a@b, x@y, z@q"]
)
def test_two_addresses_in_one_field_are_said_with_the_way_out(two):
    with pytest.raises(Invalid, match="more than one e-mail address. Add the second one as a further") as error:
        checked_email(two, field="contacts")
    assert error.value.field == "contacts"


@pytest.mark.parametrize("bad", ["anna@@inbox.lv", "anna@inbox@lv", "@, @", "anna @ inbox.lv"])
def test_one_broken_address_is_not_taken_for_two(bad):
    with pytest.raises(Invalid, match="not a whole e-mail address"):
        checked_email(bad)


@pytest.mark.parametrize("two", ["29123456, 29123457", "29123456 / 67000111", "+371 29123456; +371 29123457"])
def test_two_numbers_in_one_field_are_said_with_the_way_out(two):
    with pytest.raises(Invalid, match="more than one phone number. Add the second one as a further") as error:
        checked_phone(two, "LV", field="contacts")
    assert error.value.field == "contacts"


@pytest.mark.parametrize("one", ["030/1234567", "0721/123456", "+49 (0) 30/123456-78"])
def test_a_stroke_within_a_number_makes_no_second_one(one):
    assert checked_phone(one, "DE") == one


def test_unseen_marks_of_direction_are_taken_out():
    assert checked_email("\u200eanna@inbox.lv\u202c") == "anna@inbox.lv"
    assert checked_phone("\u202a+371 29 123 456\u202c", "LV") == "+371 29 123 456"
    assert without_directions("\u2067שלום\u2069") == "שלום"
    assert without_directions("👩\u200d👧") == "👩\u200d👧"  # the joiner of a family is no such mark


@given(st.emails(), st.sampled_from(["", " ", "\u200f", "\t"]), st.booleans())
def test_an_address_has_one_normal_form_however_it_is_typed(address, around, capitals):
    try:
        kept = checked_email(address)
    except Invalid:
        return  # allowed by the letter of the standard and reached by no mail
    typed = around + (address.upper() if capitals and address.isascii() else address) + around
    assert email_key(checked_email(typed)) == email_key(kept) == email_key(email_key(kept))


@given(st.integers(20_000_000, 29_999_999), st.sampled_from(["", "+371", "00371", "+371 ", "371"]), st.data())
def test_a_number_has_one_normal_form_however_it_is_typed(number, code, data):
    digits = str(number)
    cuts = data.draw(st.lists(st.integers(1, 7), max_size=3))
    sign = data.draw(st.sampled_from([" ", "-", ".", " - "]))
    typed = code + "".join(sign + digit if place in cuts else digit for place, digit in enumerate(digits))
    assert phone_key(checked_phone(typed, "LV"), "LV") == digits


@pytest.mark.parametrize("good", ["29123456", "+371 29 123 456", "+7 (912) 345-67-89"])
def test_numbers_stay_as_typed(good):
    assert checked_phone(good, "LV") == good


@pytest.mark.parametrize("bad", ["12", "phone", "+371 29 123 456 7890 1234", "1,23E+11"])
def test_what_is_no_number_is_refused_at_the_field(bad):
    with pytest.raises(Invalid, match="phone number") as error:
        checked_phone(bad, "LV")
    assert error.value.field == "phone"


def test_nothing_is_fine():
    assert checked_email("  ") == ""
    assert checked_phone("", "LV") == ""
