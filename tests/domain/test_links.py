import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import checked_link, mail_link, sms_link, whatsapp_link, with_scheme


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" shop.example/care ", "https://shop.example/care"), ("http://ozols.lv:8080/a?b=c#d", "http://ozols.lv:8080/a?b=c#d"),
        ("https://мыло.рф/уход", "https://мыло.рф/уход"), ("HTTPS://shop.example", "HTTPS://shop.example"), ("  ", ""),
    ],
)  # fmt: skip
def test_an_address_is_kept_whole(typed, kept):
    assert checked_link(typed) == kept


@pytest.mark.parametrize(
    "bad",
    [
        "care", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://shop", "https://shop.example/a b",
        "https://shop.example:port/", "https://[shop.example", "mailto:anna@shop.example", "https://.example",
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_refused_at_the_field(bad):
    with pytest.raises(Invalid, match="not a web address") as error:
        checked_link(bad)
    assert error.value.field == "link"


def test_an_address_no_code_can_hold_is_refused():
    with pytest.raises(Invalid, match="too long for a QR code"):
        checked_link("https://shop.example/" + "ž" * 120)


def test_only_a_site_gets_its_scheme():
    assert with_scheme("ozols.example") == "https://ozols.example"
    assert with_scheme("mailto:a@b.lv") == "mailto:a@b.lv"


def test_a_message_is_begun_in_the_persons_own_programs():
    assert mail_link("anna@x.example", "Hi & ho", "Dear Anna,\nyes = 100 %") == (
        "mailto:anna@x.example?subject=Hi%20%26%20ho&body=Dear%20Anna%2C%0D%0Ayes%20%3D%20100%20%25"
    )
    assert sms_link("29 123 456", "LV", "Čau!") == "sms:+37129123456?body=%C4%8Cau%21"
    assert whatsapp_link("8 (912) 345-67-89", "RU", "Привет") == (
        "https://wa.me/79123456789?text=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82"
    )


@pytest.mark.parametrize("phone", ["", "12", "call me", "29 123 456, 29 123 457"])
def test_what_is_no_number_is_not_dialled(phone):
    assert (sms_link(phone, "LV", "x"), whatsapp_link(phone, "LV", "x")) == ("", "")
