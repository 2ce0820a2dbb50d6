import pytest

from desktop_app.domain.contact import checked_email, checked_phone
from desktop_app.domain.errors import Invalid


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
