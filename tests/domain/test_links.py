import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import checked_link, with_scheme


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
