import dataclasses
import subprocess

import pytest

from desktop_app.actions.paper import chosen_designs, designs, sheet_guide, stocks
from desktop_app.actions.printing import make_test_page
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex
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


def test_the_sheet_of_a_stock_is_drawn_with_its_places_numbered():
    guide = sheet_guide(next(stock for stock in stocks() if stock.id == "avery-l7160"))
    assert guide.sheet == (210.0, 297.0)
    assert [one.number for one in guide.outlines] == list(range(1, 22))
    assert (guide.outlines[20].x, guide.outlines[20].y) == (139.25, 15.15 + 6 * 38.1)
    assert guide.outlines[0].radius > 0


def test_what_does_not_fit_the_sheet_is_not_drawn_but_said():
    stock = dataclasses.replace(stocks()[0], columns=2)
    with pytest.raises(Invalid, match="2 columns of 105 mm take 210 mm"):
        sheet_guide(stock)


def test_the_page_a_printer_is_measured_by_is_a_file_in_the_desks_language(tmp_path):
    file = tmp_path / "test.pdf"
    a4 = next(stock for stock in stocks() if stock.id == "a4")
    make_test_page(a4, file, language=Language.LV, duplex=Duplex.LONG)
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert "no papīra kreisās malas" in text
    assert "Lapas otra puse" in text
    make_test_page(a4, file, calibration=Calibration(dx=2.0))
    assert (
        "left edge of the paper"
        in subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    )
