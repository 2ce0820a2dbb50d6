"""What was chosen in the system's print dialog, as the printer is told it."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Duplex
from desktop_app.ui.preview import system_dialog
from desktop_app.ui.preview.system_dialog import way_of


@pytest.fixture
def way(qapp, monkeypatch):
    """The way for a file of ten pages with these options of the printing system's own."""

    def told(*, printer=None, **options):
        plain = {name.replace("_", "-"): value for name, value in options.items()}
        monkeypatch.setattr(system_dialog, "_cups_options", lambda _: plain)
        return way_of(printer or QPrinter(), 10)

    return told


def test_nothing_chosen_is_everything_as_it_is(way):
    found = way(number_up="1", page_set="all", job_priority="50", job_sheets="none,none", job_billing="")
    assert (found.pages, found.copies, found.reverse, found.besides) == ((), 1, False, {})


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ({"page_ranges": "2-3,5"}, ((2, 3), (5, 5))), ({"page_ranges": "8-"}, ((8, 10),)),
        ({"page_set": "even", "page_ranges": "1-4"}, ((2, 2), (4, 4))), ({"page_ranges": "1-10"}, ()),
    ],
)  # fmt: skip
def test_pages_are_ranges(way, options, pages):
    assert way(**options).pages == pages


def test_other_options_go_along(way):
    assert way(job_priority="80", job_hold_until="night").besides == {"job-priority": "80", "job-hold-until": "night"}


@pytest.mark.parametrize("options", [{"number_up": "2"}, {"page_ranges": "12-14"}])
def test_what_would_spoil_the_cards_is_refused(way, options):
    with pytest.raises(Invalid):
        way(**options)


def test_order_and_colour_are_taken_over(way):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    found = way(printer=printer)
    assert (found.duplex, found.reverse) == (Duplex.OFF, True)
    assert found.besides == {"print-color-mode": "monochrome"}
