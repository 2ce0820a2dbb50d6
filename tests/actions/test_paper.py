from desktop_app.actions.paper import chosen_designs, designs, stocks
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import STOCK, SettingValues
from desktop_app.i18n import Language


def test_every_choice_has_a_title_in_every_language():
    kinds = [designs(kind).values() for kind in (Kind.THANK_YOU, Kind.PACKING_INSERT)]
    for titles in [*(title for found in kinds for title in found), *(stock.title for stock in stocks())]:
        assert set(titles) == set(Language)


def test_the_defaults_exist():
    values = SettingValues({})
    assert values[STOCK] in {stock.id for stock in stocks()}
    for kind, design in chosen_designs(Kind.PARCEL, values).items():
        assert design in designs(kind)


def test_a_design_asked_for_goes_before_the_shops_own():
    assert chosen_designs(Kind.THANK_YOU, SettingValues({}), "wave") == {Kind.THANK_YOU: "wave"}
