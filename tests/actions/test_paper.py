import subprocess

from desktop_app.actions.paper import chosen_designs
from desktop_app.actions.printing import make_test_page
from desktop_app.documents.builders import PAPERS
from desktop_app.documents.stocks import all_stocks
from desktop_app.documents.templates import load_template, template_names
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.paper_settings import LABEL_STOCK, SHEET_STOCK, STOCK
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import SettingValues
from desktop_app.i18n import Language


def test_every_choice_has_a_title_in_every_language():
    titles = [stock.title for stock in all_stocks().values()]
    titles += [load_template(kind, name).title for kind in PAPERS[Kind.PARCEL] for name in template_names(kind)]
    assert all(set(title) == set(Language) for title in titles)


def test_the_defaults_exist():
    values = SettingValues({})
    assert {values[one] for one in (STOCK, LABEL_STOCK, SHEET_STOCK)} <= set(all_stocks())
    for kind in Kind:
        assert all(design in template_names(paper) for paper, design in chosen_designs(kind, values).items())


def test_a_design_asked_for_goes_before_the_shops_own():
    assert chosen_designs(Kind.THANK_YOU, SettingValues({}), "wave") == {Kind.THANK_YOU: "wave"}


def test_the_page_a_printer_is_measured_by_is_a_file_in_the_desks_language(tmp_path):
    file = tmp_path / "test.pdf"
    a4 = all_stocks()["a4"]
    make_test_page(a4, file, language=Language.LV, duplex=Duplex.LONG)
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert "no papīra kreisās malas" in text
    assert "Lapas otra puse" in text
    make_test_page(a4, file, calibration=Calibration(dx=2.0))
    assert (
        "left edge of the paper"
        in subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    )
