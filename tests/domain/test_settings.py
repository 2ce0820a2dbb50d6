import pytest

from desktop_app.domain.all_settings import ALL
from desktop_app.domain.settings import (
    REGULAR_FROM,
    SHOP_LANGUAGE,
    SHOP_NAME,
    Scope,
    SettingValues,
)
from desktop_app.i18n import Language, Words


def test_each_setting_is_declared_once_and_can_be_what_it_is_by_default():
    assert len({setting.key for setting in ALL}) == len(ALL)
    for setting in ALL:
        assert Words().say(setting.label)
        if setting.choices and setting.default:
            assert setting.default in {value for value, _ in setting.choices}
        if setting.high:
            assert setting.low <= setting.default <= setting.high
        assert setting.key.startswith("desk.") == (setting.scope is Scope.DESK)


def test_what_was_not_set_has_its_default():
    values = SettingValues({"shop.name": "Ozols"})
    assert values[SHOP_NAME] == "Ozols"
    assert values[REGULAR_FROM] == REGULAR_FROM.default


def test_a_value_of_the_wrong_type_counts_as_not_set():
    assert SettingValues({"people.regular_from": "many"})[REGULAR_FROM] == REGULAR_FROM.default
    assert SettingValues({"people.regular_from": True})[REGULAR_FROM] == REGULAR_FROM.default


@pytest.mark.parametrize("language", list(Language))
def test_a_language_is_called_as_in_itself_whatever_the_screen_speaks(language):
    said = [Words(language).say(label) for _, label in SHOP_LANGUAGE.choices]
    assert said == ["English", "Русский", "Latviešu"]
