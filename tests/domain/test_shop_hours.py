import pytest

from desktop_app.domain.complaint_settings import CLOSES, OPENS
from desktop_app.domain.errors import Invalid
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.shop_hours import SHOP_HOURS, check_hours, shop_hours
from desktop_app.i18n import Words


@pytest.mark.parametrize(
    ("typed", "kept"), [("9", "09:00"), ("9:30", "09:30"), (" 18.05 ", "18:05"), ("24:00", "24:00"), ("0", "00:00")]
)
def test_a_time_of_day_is_kept_in_one_way(typed, kept):
    assert SHOP_HOURS[OPENS](typed) == kept


@pytest.mark.parametrize("typed", ["", "nine", "9:60", "24:01", "25", "-1", "9:5", "9:00 pm"])
def test_what_is_no_time_of_day_is_refused_in_words(typed):
    with pytest.raises(Invalid, match="is not a time of day. Write times as 09:00") as refused:
        SHOP_HOURS[CLOSES](typed)
    assert refused.value.field == CLOSES.key


def test_a_shop_that_closes_before_it_opens_is_refused():
    with pytest.raises(Invalid) as refused:
        check_hours(SettingValues({OPENS.key: "19:00"}))
    assert Words().say(refused.value.message) == "The shop cannot close at 18:00 when it opens at 19:00."
    assert refused.value.field == CLOSES.key


@pytest.mark.parametrize("kept", [{OPENS.key: "19:00"}, {OPENS.key: "early"}, {OPENS.key: 9}])
def test_hours_that_cannot_be_read_count_as_not_set(kept):
    hours = shop_hours(SettingValues(kept))
    assert (hours.opens, hours.closes) == (9 * 60, 18 * 60)


def test_the_hours_stand_on_the_shops_own_working_days():
    hours = shop_hours(SettingValues({OPENS.key: "08:30", CLOSES.key: "12:00", "promise.days_off": "mon"}))
    assert (hours.opens, hours.closes, hours.calendar.days_off) == (510, 720, {0})
