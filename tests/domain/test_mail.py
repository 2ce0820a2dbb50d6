"""The mail server as it is set up: every field refused in words, and never a way that can be read."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.hosts import is_here, is_host
from desktop_app.domain.mail import Mail, Security, checked_mail, refuse_unready
from desktop_app.domain.mail_settings import (
    MAIL_NAME,
    MAIL_PORT,
    MAIL_SECURITY,
    MAIL_SENDER,
    MAIL_SERVER,
)
from desktop_app.domain.mail_setup import checked_mail_settings, mail_from
from desktop_app.domain.settings import SHOP_NAME, SettingValues


def test_it_is_cleaned_and_takes_the_usual_port() -> None:
    found = checked_mail(Mail(" SMTP.Shop.example ", sender=" shop@ozols.example ", user=" anna ", name="  Ozols  "))
    assert found == Mail("smtp.shop.example", sender="shop@ozols.example", user="anna", name="Ozols")
    assert [Mail(security=one).real_port for one in Security] == [465, 587, 25]
    assert Mail(port=2525).real_port == 2525
    assert checked_mail(Mail()) == Mail()  # nothing set up yet is no fault


@pytest.mark.parametrize(
    ("mail", "field"),
    [
        (Mail("smtp x.example"), "server"), (Mail("http://smtp.x.example"), "server"), (Mail("a@b.example"), "server"),
        (Mail("-x.example"), "server"), (Mail("x" * 300), "server"), (Mail("smtp.x.example\nEHLO"), "server"),
        (Mail("x.example", 70_000), "port"), (Mail("x.example", -1), "port"),
        (Mail("smtp.x.example", security=Security.NONE), "security"),
        (Mail("10.0.0.1", security=Security.NONE), "security"),
        (Mail("localhost.evil.example", security=Security.NONE), "security"),
        (Mail("x.example", sender="a@x, b@y"), "sender"), (Mail("x.example", sender="a@x.example\r\nBcc: b"), "sender"),
        (Mail("x.example", reply_to="nobody"), "reply_to"), (Mail("x.example", per_minute=0), "per_minute"),
        (Mail("x.example", name="x" * 201), "name"), (Mail("x.example", certificate="hello"), "certificate"),
        (Mail("x.example", certificate="ž"), "certificate"),
    ],
)  # fmt: skip
def test_what_no_mail_could_go_by_is_refused_at_its_field(mail: Mail, field: str) -> None:
    with pytest.raises(Invalid) as error:
        checked_mail(mail)
    assert error.value.field == field


def test_only_this_computer_is_gone_to_without_encryption() -> None:
    assert [name for name in ("localhost", "127.0.0.1", "127.8.8.8", "::1") if not is_here(name)] == []
    assert [
        name for name in ("localhost.x", "10.0.0.1", "192.168.1.1", "0.0.0.0", "x.example", "") if is_here(name)
    ] == []


def test_a_server_may_have_any_name_that_servers_have() -> None:
    assert all(is_host(name) for name in ("mail", "smtp.shop.example", "почта.рф", "192.0.2.1", "::1", "x-1.example."))


def test_nothing_goes_without_a_server_and_a_sender() -> None:
    for mail in (Mail(), Mail("x.example"), Mail(sender="a@x.example")):
        with pytest.raises(Invalid, match="No mail server is set up yet"):
            refuse_unready(mail)
    refuse_unready(Mail("x.example", sender="a@x.example"))


def test_the_password_is_kept_under_the_server_and_the_user() -> None:
    assert Mail("x.example", user="a@b:c").place == "smtp://a%40b%3Ac@x.example:465"


def test_the_settings_make_a_mail_server_with_the_shops_name() -> None:
    values = SettingValues({MAIL_SERVER.key: "x.example", MAIL_SECURITY.key: "starttls", SHOP_NAME.key: "Ozols"})
    assert mail_from(values) == Mail("x.example", security=Security.STARTTLS, name="Ozols")
    named = SettingValues({**values.kept, MAIL_NAME.key: "Ilze of Ozols"})
    assert mail_from(named).name == "Ilze of Ozols"


def test_changed_settings_are_checked_with_those_that_stand() -> None:
    kept = SettingValues({MAIL_SERVER.key: "smtp.x.example", SHOP_NAME.key: "x" * 150})
    assert checked_mail_settings({MAIL_SENDER: " a@x.example "}, kept) == {MAIL_SENDER: "a@x.example"}
    assert checked_mail_settings({SHOP_NAME: "Ozols"}, kept) == {SHOP_NAME: "Ozols"}
    with pytest.raises(Invalid) as error:
        checked_mail_settings({MAIL_SECURITY: "none"}, kept)
    assert error.value.field == MAIL_SECURITY.key
    assert checked_mail_settings({MAIL_SECURITY: "none", MAIL_SERVER: "localhost", MAIL_PORT: 25}, kept) == {
        MAIL_SECURITY: "none", MAIL_SERVER: "localhost", MAIL_PORT: 25,
    }  # fmt: skip
