"""After people came in from a file, those who may be known already are told, one click from comparing them."""

from __future__ import annotations

from desktop_app.domain.customers import Address
from desktop_app.ui.pages.customers.merging.dialog import MergingDialog
from desktop_app.ui.pages.imports.page import ImportsPage
from tests.made import person
from tests.ui.pages.around import Around, press, texts

PEOPLE = """Given name,Family name,Phone,City
Анна,Озола,+371 29111222,Rīga
Jānis,Kalns,29333444,Cēsis
"""


def brought(around: Around, tmp_path, text: str) -> ImportsPage:
    file = tmp_path / "people.csv"
    file.write_text(text, encoding="utf-8")
    page = ImportsPage(around.desk)
    around.show(page)
    page.open(paths=[str(file)])
    around.settle()
    if page.mapping_view is not None:
        page.primary.click()
        around.settle()
    page.primary.click()
    around.settle()
    return page


def test_doubles_among_the_new_are_told_and_compared_by_one_click(around, tmp_path):
    around.ask(lambda shop: person(shop, "Anna", "Ozola", phone="29111222", address=Address(city="Rīga")))
    page = brought(around, tmp_path, PEOPLE)
    assert "1 pair may be one person" in page.banner.text
    press(page, "Compare")
    around.settle()
    dialog = around.window.findChild(MergingDialog)
    assert {"Anna Ozola", "Анна Озола"} <= set(texts(dialog))
    dialog.close()


def test_where_nobody_is_known_already_nothing_is_said(around, tmp_path):
    around.ask(lambda shop: person(shop, "Ilze", "Liepa", phone="29555666"))
    page = brought(around, tmp_path, PEOPLE)
    assert around.done[-1][1] == "2 customers imported"
    assert page.banner.isHidden()


def test_another_file_ends_the_comparing_and_keeps_its_own_progress(around, tmp_path):
    around.ask(lambda shop: person(shop, "Anna", "Ozola", phone="29111222", address=Address(city="Rīga")))
    page = brought(around, tmp_path, PEOPLE)
    page.banner.dismiss()
    page.doubles.look(page.doubles._change)
    page.doubles.stop()
    assert not page.progress.under_way
    job = around.desk.work.ask(lambda shop: shop.now(), owner=page)
    page.progress.follow(job, "Reading people.csv")
    around.settle()
    assert page.progress.under_way
    assert page.banner.isHidden()
