"""Messages are begun in a person's own programs by links; what is no number is not dialled."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from desktop_app.domain.messages import Means
from desktop_app.post.links import link, takes_text

PHONE = (Means.SMS, Means.WHATSAPP, Means.VIBER, Means.TELEGRAM)


def test_a_message_is_begun_in_the_persons_own_programs() -> None:
    assert link(Means.EMAIL, "anna@x.example", subject="Hi & ho", text="Dear Anna,\nyes = 100 %") == (
        "mailto:anna@x.example?subject=Hi%20%26%20ho&body=Dear%20Anna%2C%0D%0Ayes%20%3D%20100%20%25"
    )
    assert link(Means.SMS, "29 123 456", country="LV", text="Čau!") == "sms:+37129123456?body=%C4%8Cau%21"
    assert link(Means.WHATSAPP, "8 (912) 345-67-89", country="RU", text="Привет") == (
        "https://wa.me/79123456789?text=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82"
    )
    assert link(Means.TELEGRAM, "29 123 456", country="LV", text="A&B") == "tg://resolve?phone=37129123456&text=A%26B"
    assert link(Means.VIBER, "29 123 456", country="LV", text="x") == "viber://chat?number=%2B37129123456"


def test_where_the_text_is_not_taken_along_it_has_to_be_copied() -> None:
    assert {means for means in Means if not takes_text(means)} == {Means.VIBER, Means.COPY}
    assert link(Means.COPY, "anything", text="x") == ""


@pytest.mark.parametrize("means", PHONE)
@pytest.mark.parametrize("phone", ["", "12", "call me", "29 123 456, 29 123 457"])
def test_what_is_no_number_is_not_dialled(means: Means, phone: str) -> None:
    assert link(means, phone, country="LV", text="x") == ""


@pytest.mark.parametrize("text", ["a&b=c#d", "50 %", "?x\r\ny", "“žš” 🎂", "tel:+1"])
def test_no_text_leaves_its_place_in_a_link(text: str) -> None:
    for means, name in ((Means.SMS, "body"), (Means.WHATSAPP, "text"), (Means.TELEGRAM, "text")):
        parts = urlsplit(link(means, "29123456", country="LV", text=text))
        assert parts.fragment == ""
        assert parse_qs(parts.query, keep_blank_values=True)[name] == [text]
