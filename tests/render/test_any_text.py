"""Any text is printed as it is, or its record left out and named, in every design; nothing live gets into the file."""

from __future__ import annotations

import io

import pikepdf
import pytest

from desktop_app.documents.stocks import load_stock
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.i18n import Language
from tests.render.any_text import NASTY, any_texts, check, designs, is_in, live_things, records
from tests.render.sheets import outside, parcel, run


@pytest.fixture(scope="module")
def people() -> list[PaperDetails]:
    """Some records of all sorts of texts."""
    return list(records(any_texts(240)))


@pytest.mark.parametrize(("kind", "name"), list(designs()))
def test_any_text_is_found_again_in_the_file(kind: Kind, name: str, people: list[PaperDetails]) -> None:
    found = check(kind, name, people, load_stock("a6"))
    assert found.wrong == []
    assert found.said > 0
    assert found.cards > 0
    assert found.refused < len(people)


def test_nasty_texts_are_nothing_but_texts() -> None:
    people = [parcel(n, text or "Anna", Language.LV) for n, text in enumerate(NASTY)]
    result, file = run(people)
    assert len(result.placed) == len(NASTY)
    assert live_things(file) == []
    assert outside(["pdfinfo", "-js", "{}"], file) == ""
    assert outside(["pdfinfo", "-url", "{}"], file).count("\n") <= 1


def test_what_is_live_is_noticed() -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(out)
    assert sorted(live_things(out.getvalue())) == ["/JS in an object", "/OpenAction in an object"]


def test_what_is_not_said_is_noticed() -> None:
    assert is_in("Anna Ozoliņa", "Sveika, Anna Ozo-\nliņa!")
    assert not is_in("Anna Ozoliņa", "Sveika, Anna Ozolina!")
    assert is_in("אבי", "יבא")
    assert not is_in("אבי", "אב")
