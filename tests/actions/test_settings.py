import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.settings import set_logo, set_settings
from desktop_app.domain.desk_settings import DESK_THEME
from desktop_app.domain.errors import Invalid
from desktop_app.domain.paper_settings import PROMISES
from desktop_app.domain.settings import (
    COUNTRY,
    HANDLING_DAYS,
    LEAP_RULE,
    SHOP_COLOURS,
    SHOP_CURRENCY,
    SHOP_LINK,
    SHOP_LOGO,
    SHOP_NAME,
)
from desktop_app.i18n import Language
from desktop_app.queries.pictures import picture as content
from desktop_app.queries.settings import setting, settings
from tests.made import BY
from tests.pictures import bomb, picture


def test_set_changed_and_undone(shop):
    assert set_settings(shop, {SHOP_NAME: "  Ozols\n", HANDLING_DAYS: 0}, actor=BY).id
    assert (setting(shop, SHOP_NAME), setting(shop, HANDLING_DAYS)) == ("Ozols", 0)
    set_settings(shop, {SHOP_NAME: "Liepa"}, actor=BY)
    undo(shop, actor=BY)
    assert setting(shop, SHOP_NAME) == "Ozols"
    undo(shop, actor=BY)
    assert settings(shop)[HANDLING_DAYS] == HANDLING_DAYS.default


def test_a_long_text_keeps_its_lines(shop):
    set_settings(shop, {PROMISES[Language.EN]: "Returns \n14 days.\r\n\nGuarantee\x00"}, actor=BY)
    assert settings(shop)[PROMISES[Language.EN]] == "Returns\n14 days.\n\nGuarantee"


def test_the_same_again_writes_nothing(shop):
    assert set_settings(shop, {SHOP_NAME: ""}, actor=BY).id == 0
    set_settings(shop, {SHOP_NAME: "A"}, actor=BY)
    assert set_settings(shop, {SHOP_NAME: "A"}, actor=BY).id == 0


def test_small_slips_are_put_right(shop):
    set_settings(shop, {SHOP_CURRENCY: "usd", COUNTRY: "ee", SHOP_LINK: "ozols.example/paldies"}, actor=BY)
    values = settings(shop)
    assert (values[SHOP_CURRENCY], values[COUNTRY], values[SHOP_LINK]) == ("USD", "EE", "https://ozols.example/paldies")


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        (HANDLING_DAYS, 61, "a number from 0 to 60"),
        (HANDLING_DAYS, "2", "not a value"),
        (LEAP_RULE, "never", "not a value"),
        (SHOP_CURRENCY, "euro", "three letters"),
        (COUNTRY, "Latvia", "two letters"),
        (COUNTRY, "xx", "No public holidays of XX are known"),
        (SHOP_NAME, "x" * 501, "too long"),
        (PROMISES[Language.EN], "x" * 4001, "too long"),
        (SHOP_COLOURS, "sea #23596B\nred", "“red” is no colour"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_setting(shop, setting, value, sentence):
    with pytest.raises(Invalid, match=sentence) as error:
        set_settings(shop, {SHOP_NAME: "New", setting: value}, actor=BY)
    assert error.value.field == setting.key
    assert settings(shop)[SHOP_NAME] == ""


def test_what_belongs_to_the_desk_is_not_kept_in_the_shop(shop):
    with pytest.raises(ValueError, match="belongs to the desk"):
        set_settings(shop, {DESK_THEME: "dark"}, actor=BY)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_kept_as_it_is(shop, tmp_path, kind):
    file = tmp_path / "any.name"
    file.write_bytes(picture(40, 20, kind))
    set_logo(shop, file, actor=BY)
    assert content(shop, setting(shop, SHOP_LOGO)) == picture(40, 20, kind)
    set_logo(shop, None, actor=BY)
    assert setting(shop, SHOP_LOGO) == 0
    undo(shop, actor=BY)
    assert content(shop, setting(shop, SHOP_LOGO)) == picture(40, 20, kind)


def test_the_same_picture_is_kept_once(shop):
    set_logo(shop, picture(4, 4), actor=BY)
    first = setting(shop, SHOP_LOGO)
    set_logo(shop, picture(5, 5), actor=BY)
    set_logo(shop, picture(4, 4), actor=BY)
    assert setting(shop, SHOP_LOGO) == first


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not a picture"),
        (b"%PDF-1.7", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        (picture(9, 9, "GIF"), "not a picture"),
        (picture(9, 9)[:45], "not a picture"),
        (bomb(12_000, 12_000), "more than 25 million pixels"),
        (bomb(60_000, 60_000), "more than 25 million pixels"),
        (bytes(10_000_001), "larger than 10 MB"),
    ],
    ids=["empty", "pdf", "svg", "gif", "cut short", "12,000 square", "60,000 square", "large file"],
)
def test_what_is_no_fit_picture_is_refused_before_it_is_unpacked(shop, content, sentence):
    with pytest.raises(Invalid, match=sentence) as error:
        set_logo(shop, content, actor=BY)
    assert error.value.field == "picture"


def test_a_file_that_is_not_there_is_named(shop, tmp_path):
    with pytest.raises(Invalid, match=r"“logo\.png” cannot be read"):
        set_logo(shop, tmp_path / "logo.png", actor=BY)
