from desktop_app.actions.settings import set_settings
from desktop_app.domain.settings import REGULAR_FROM, SHOP_NAME
from desktop_app.queries.settings import setting, settings
from tests.made import BY


def test_defaults_until_somebody_sets_them(shop, counting):
    assert setting(shop, REGULAR_FROM) == 3
    set_settings(shop, {REGULAR_FROM: 5, SHOP_NAME: "Ķēniņš"}, actor=BY)
    values = settings(counting)
    assert (values[REGULAR_FROM], values[SHOP_NAME], counting.asked) == (5, "Ķēniņš", 1)
