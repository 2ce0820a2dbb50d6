from __future__ import annotations

import pytest

from desktop_app.domain.desk_settings import DESK_PERSON, DESK_THEME
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.ui.desk_settings import DeskSettings


def test_a_setting_is_kept_and_read_back() -> None:
    written: list[str] = []
    settings = DeskSettings("", written.append)
    assert settings.get(DESK_THEME) == "system"
    settings.set(DESK_THEME, "dark")
    assert DeskSettings(written[-1]).get(DESK_THEME) == "dark"


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '{"desk.theme": 3}'])
def test_a_damaged_file_means_defaults(text: str) -> None:
    assert DeskSettings(text).get(DESK_THEME) == "system"
    assert DeskSettings(text).recall("geometry", "none") == "none"


def test_what_the_window_remembers_is_written_when_saved_and_only_if_it_changed() -> None:
    written: list[str] = []
    settings = DeskSettings("", written.append)
    settings.remember("columns.orders", {"total": 90})
    assert written == []
    settings.save()
    settings.save()
    assert len(written) == 1
    assert DeskSettings(written[0]).recall("columns.orders") == {"total": 90}


def test_a_shop_setting_has_no_place_here() -> None:
    with pytest.raises(ValueError, match=r"shop\.name"):
        DeskSettings().set(SHOP_NAME, "Mazais veikals")


def test_a_desk_that_cannot_be_written_only_forgets(caplog: pytest.LogCaptureFixture) -> None:
    def full(_text: str) -> None:
        raise OSError("no space left")

    settings = DeskSettings("", full)
    settings.set(DESK_PERSON, "Ilze")
    assert settings.get(DESK_PERSON) == "Ilze"
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    caplog.clear()
