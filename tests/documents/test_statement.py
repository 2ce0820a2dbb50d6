import datetime as dt

import pytest

from desktop_app.documents.flowing import BOTTOM, PAGE, TOP, Cell, Look, Row, flow
from desktop_app.documents.model import TextBlock
from desktop_app.documents.statement import statement_pages
from desktop_app.documents.statement_rows import dated, stamp
from desktop_app.domain.customers import Address, Customer, CustomerFields, CustomerId, GreetingForms
from desktop_app.domain.money import Money
from desktop_app.domain.notes import Note, NoteId
from desktop_app.domain.orders import Line, Order, OrderFields, OrderId
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.statements import Sender, Statement
from desktop_app.i18n import Language, Words
from desktop_app.render.shaping import Fonts
from tests.documents.letters import Composer


def texts(page):
    blocks = [shape for shape in page if isinstance(shape, TextBlock)]
    return [
        " ".join(piece.text for first, last in block.lines for piece in block.pieces[first:last]) for block in blocks
    ]


def foot(page, pages):
    return Row((Cell(f"{page}/{pages}", 0, 40, Look()),))


def made(orders=1, note="likes blue", **fields):
    customer = Customer(CustomerId(4), 9, CustomerFields("Līga", "Kalniņa", note=note, **fields), orders)
    bought = [
        Order(OrderId(n), 1, OrderFields(f"N{n}", lines=(Line("Mug", 2, "M-1", total=Money(1900, "EUR")),),
                                         placed_at="2026-11-02T10:00:00+02:00", total=Money(1900, "EUR")))
        for n in range(orders)
    ]  # fmt: skip
    notes = (Note(NoteId(1), 1, "2026-11-02T10:00:00+02:00", "", "rang"),)
    today, shop = dt.date(2026, 11, 20), Sender("The Shop")
    return Statement(today, Language.EN, shop, customer, GreetingForms(), notes=notes, orders=tuple(bought))


def test_it_says_what_is_known_and_leaves_out_what_is_not():
    [page] = statement_pages(made(birthday=Birthday(2, 0)), Words(), Composer())
    said = texts(page)
    assert {"Līga", "Kalniņa", "likes blue", "February", "rang", "2 Nov 2026, 10:00"} <= set(said)
    assert "Order N0 · 2 November 2026 · New" in said
    assert "€19.00" in said
    assert "Patronymic" not in said
    assert "Consents" not in said
    assert said[-1] == "Page 1 of 1"


def test_numbers_and_answers_that_are_not_as_with_everybody_are_told():
    [page] = statement_pages(made(lead_days=9, name_day=False, extra_care=True), Words(), Composer())
    said = texts(page)
    wanted = {"Days ahead": "9", "Name day is kept": "No", "Extra care with parcels": "Yes"}
    assert {label: said[said.index(label) + 1] for label in wanted} == wanted
    [page] = statement_pages(made(), Words(), Composer())
    assert not wanted.keys() & set(texts(page))


@pytest.mark.parametrize("language", list(Language))
def test_a_day_with_its_time_stands_on_one_line(language):
    when = stamp(Words(language), "2026-09-28T10:00:00+03:00")
    [[day, *_]] = flow(dated(when, "wrote"), Fonts(), foot)
    assert len(day.lines) == 1


def test_it_runs_over_pages_and_loses_nothing():
    pages = statement_pages(made(orders=80), Words(), Composer())
    assert len(pages) > 3
    said = [text for page in pages for text in texts(page)]
    assert [text for text in said if text.startswith("Order N")] == [
        f"Order N{n} · 2 November 2026 · New" for n in range(80)
    ]
    assert [texts(page)[-1] for page in pages] == [f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)]


def test_a_heading_never_stands_alone_at_the_foot():
    for rows in range(40, 60):
        listed = [Row((Cell("x", 0, 100, Look()),), gap=2.0)] * rows
        pages = flow([*listed, Row((Cell("Heading", 0, 100, Look()),), held=1), listed[0]], Composer(), foot)
        [at] = [page for page in pages if "Heading" in texts(page)]
        assert texts(at)[texts(at).index("Heading") + 1] == "x"


def test_what_is_higher_than_a_page_goes_on_on_the_next():
    words = [f"w{n}" for n in range(4000)]
    pages = flow([Row((Cell(" ".join(words), 0, 100, Look()), Cell("beside", 110, 30, Look())))], Composer(), foot)
    assert len(pages) > 1
    assert " ".join(text for page in pages for text in texts(page)[:1]).split() == words
    assert sum("beside" in texts(page) for page in pages) == 1


@pytest.mark.parametrize("orders", [1, 30])
def test_nothing_stands_outside_its_margins(orders):
    note = "a long note " * 2000
    for page in statement_pages(made(orders=orders, note=note, address=Address(street="x" * 500)), Words(), Composer()):
        for shape in page[:-2]:
            if isinstance(shape, TextBlock):
                last = shape.y + (len(shape.lines) - 1) * shape.size * shape.leading * 25.4 / 72
                assert shape.y > TOP
                assert last < PAGE[1] - BOTTOM + 0.1
