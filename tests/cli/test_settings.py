"""`cordial settings`: seen as they stand, changed by name, refused in words."""

from __future__ import annotations

import pytest

from desktop_app.domain.all_settings import ALL
from desktop_app.domain.settings import Scope
from desktop_app.paths import resources


def test_every_setting_of_the_shop_is_listed_and_none_of_the_desk(cordial):
    found = cordial("settings", "--json").json["settings"]
    assert set(found) == {setting.key for setting in ALL if setting.scope is Scope.SHOP}
    assert found["promise.handling_days"] == 2
    assert "Working days to post an order" in cordial("settings").out


def test_several_are_set_in_one_change_and_undone_together(cordial):
    given = ("shop.name=Mazais veikals", "promise.handling_days=3", "paper.qr=no")
    assert cordial("settings", *given, "--json").json["settings"] == {
        "shop.name": "Mazais veikals",
        "promise.handling_days": 3,
        "paper.qr": False,
    }
    cordial("undo")
    found = cordial("settings", "--json").json["settings"]
    assert (found["shop.name"], found["promise.handling_days"], found["paper.qr"]) == ("", 2, True)


def test_a_logo_is_a_file_and_can_be_taken_away(cordial):
    logo = resources("sample", "logo.png")
    assert cordial("settings", f"shop.logo={logo}", "--json").json["settings"]["shop.logo"] > 0
    assert cordial("settings", "shop.logo=", "--json").json["settings"]["shop.logo"] == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("shop.nme=Mazais veikals", "“shop.nme=Mazais veikals” sets nothing"),
        ("shop.name", "“shop.name” sets nothing"),
        ("desk.language=ru", "“desk.language=ru” sets nothing"),
        ("paper.qr=perhaps", "“perhaps” is not a value for “QR code on cards”. Write yes or no, or a number"),
        ("promise.handling_days=two", "“two” is not a value for “Working days to post an order”. Write yes or no"),
        ("promise.handling_days=61", "is a number from 0 to 60"),
        ("shop.currency=EURO", "A currency is three letters"),
        ("shop.logo=/nowhere/logo.png", "logo.png"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_changes(cordial, given, said):
    before = cordial("settings", "--json").json
    answer = cordial("settings", given)
    assert (answer.code, said in answer.err) == (1, True), answer.err
    assert cordial("settings", "--json").json == before
