"""The e-mail card among the settings: kept with the others, its password apart, a test message to oneself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.domain.mail import Mail, Security
from desktop_app.domain.mail_settings import MAIL_PORT, MAIL_SECURITY, MAIL_SENDER, MAIL_SERVER, MAIL_USER
from desktop_app.ui.mail_password import password_here
from desktop_app.ui.pages.settings.groups import MAIL
from tests.post.postman import PASSWORD, USER, Postman, postman
from tests.ui.around import House
from tests.ui.pages.settings.test_page import furnish

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.actions.passwords._keyring", lambda: None)


@pytest.fixture
def near() -> Iterator[Postman]:
    with postman() as made:
        yield made


def opened(house: House) -> Any:
    furnish(house)
    house.open()
    house.window.navigate("settings")
    house.settle()
    return house.window.stage.page


def fill(page: Any, house: House, port: int, **more: object) -> None:
    values = {
        MAIL_SERVER.key: "127.0.0.1", MAIL_PORT.key: port, MAIL_SECURITY.key: Security.NONE.value, MAIL_USER.key: USER,
        MAIL_SENDER.key: "shop@ozols.example", **more,
    }  # fmt: skip
    form = page.forms[MAIL]
    form.type_again(values)
    page.save()
    house.settle()


def test_a_test_message_goes_to_the_shops_own_address(house: House, near: Postman) -> None:
    page = opened(house)
    fill(page, house, near.port)
    page.mail.password.setText(PASSWORD)
    page.mail.keep()
    house.settle()
    assert page.mail.said.text() == "This computer has no keyring: the password is known until this window closes."
    assert page.mail.password.text() == ""
    page.mail.test_button.click()
    house.settle()
    assert page.mail.said.text() == "Handed to the server. Look whether it arrives at shop@ozols.example."
    assert near.ledger.envelopes == [("shop@ozols.example", ("shop@ozols.example",))]
    assert page.mail.test_button.isEnabled()


def test_why_it_did_not_go_is_said_there(house: House, near: Postman) -> None:
    page = opened(house)
    fill(page, house, near.port)
    page.mail.test()
    house.settle()
    assert page.mail.said.text().startswith("The password for “127.0.0.1” is not known on this computer.")
    page.mail.password.setText("wrong")
    page.mail.keep()
    house.settle()
    page.mail.test()
    house.settle()
    assert "did not accept the user name or password" in page.mail.said.text()
    assert page.mail.test_button.isEnabled()
    assert not near.ledger.taken


def test_what_is_not_saved_is_not_tried(house: House) -> None:
    page = opened(house)
    page.forms[MAIL].type_again({MAIL_SERVER.key: "smtp.x.example"})
    page.mail.test()
    assert page.mail.said.text() == "Save the settings first."


def test_a_way_that_can_be_read_is_refused_at_its_field(house: House) -> None:
    page = opened(house)
    fill(page, house, 587, **{MAIL_SERVER.key: "smtp.x.example"})
    assert "Choose TLS or STARTTLS" in page.forms[MAIL].box(MAIL_SECURITY.key).error


def test_a_typed_password_is_for_one_server_only(house: House) -> None:
    page = opened(house)
    house.window.desk.mail_passwords["smtp://a@x.example:465"] = "secret"
    tell = password_here(page.desk)
    assert tell(Mail("x.example", user="a")) == "secret"
    assert tell(Mail("y.example")) == ""  # it asks for none
