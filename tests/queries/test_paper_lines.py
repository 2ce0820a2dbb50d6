"""Articles on papers: named in the customer's language in one statement, by a packer's login too."""

from __future__ import annotations

from typing import Any

from desktop_app.actions.products import add_product
from desktop_app.domain.orders import Line
from desktop_app.domain.printing import ProductDetails
from desktop_app.domain.products import ProductFields, ProductText
from desktop_app.i18n import Language
from desktop_app.queries.paper_lines import line_details, paper_lines, told_products
from desktop_app.queries.printing import parcel_details
from desktop_app.queries.settings import settings
from tests.made import BY, bought, person

LAMP = ProductFields(
    "L-1",
    "Lamp",
    warranty_months=24,
    link="https://ozols.lv/l",
    texts=(ProductText(Language.RU, "Лампа", "Протирать."),),
)


def test_one_statement_names_all_articles_each_product_once(shop: Any, counting: Any) -> None:
    add_product(shop, LAMP, actor=BY)
    lines = (Line("Lamp, red", 1, "L-1"), Line("Lamp, red", 2, "L-1"), Line("Shade", 1))
    kept = [bought(shop, person(shop, name, language=Language.RU), lines=lines) for name in ("Анна", "Юлия")]
    values = settings(counting)
    counting.asked = 0
    found = paper_lines(counting, kept, values)
    assert counting.asked == 1
    assert [line_details(line, "EUR", priced=True).name for line in found[kept[1]]] == ["Лампа", "Лампа", "Shade"]
    assert told_products(found[kept[0]]) == (ProductDetails("Лампа", "L-1", "Протирать.", 24, "https://ozols.lv/l"),)


def test_a_packers_login_may_read_what_the_papers_of_a_parcel_say_of_articles(two_desks: Any) -> None:
    add_product(two_desks.owner, LAMP, actor=BY)
    buyer = person(two_desks.owner, "Анна", language=Language.RU)
    kept = bought(two_desks.owner, buyer, lines=(Line("Lamp", 1, "L-1"),))
    [paper] = parcel_details(two_desks.packer, [kept])
    assert [line.name for line in paper.lines] == ["Лампа"]
    assert [(one.name, one.warranty_months) for one in paper.products] == [("Лампа", 24)]
