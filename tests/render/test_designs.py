"""The starter designs on paper: every stock, every language, names short, long and missing print without a warning."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

import pytest

from desktop_app.documents.stocks import load_stock
from desktop_app.documents.templates import template_names
from desktop_app.domain.concerns import Concern
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import Kind, LineDetails, PaperDetails, ShopDetails
from desktop_app.domain.reaching import Standing
from desktop_app.i18n import Language
from desktop_app.render.job import PrintJob, run_job

PEOPLE = [
    CustomerFields(given="Mārtiņš", family="Žagariņš"),
    CustomerFields(given="Константин-Александр", family="Преображенский"),
    CustomerFields(given="Maximiliane-Alexandra Theodora", family="von Hohenstein"),
    CustomerFields(email="guest@pasts.example"),
]
ARTICLES = ["Keramikas krūze, jūras zila", "Льняная скатерть, 140 × 220 см", "Soy candle, linden blossom"]
SHOP = ShopDetails("Mazais veikals", "sveiki@mazaisveikals.example", "https://mazaisveikals.example/paldies")


def parcels(lines: int) -> Iterator[PaperDetails]:
    """An order for each person, language and standing."""
    number = 1000
    for person in PEOPLE:
        for language in Language:
            for first, regular in ((True, False), (False, True), (False, False)):
                number += 1
                yield PaperDetails(
                    order=OrderId(number),
                    number=f"#{number}",
                    language=language,
                    customer=person,
                    customer_id=None,
                    lines=tuple(LineDetails(n + 1, ARTICLES[n % 3], f"KR-{n:03}") for n in range(lines)),
                    total=Money(4200, "EUR"),
                    placed_on=dt.date(2026, 11, 16),
                    first=first,
                    regular=regular,
                    qr=f"https://mazaisveikals.example/paldies?o={number}",
                    standing=Standing(),
                )


def run(design: str, stock: str, *, lines: int, by: str, shop: ShopDetails = SHOP) -> tuple[list[str], int]:
    """What was left out or only just fits, and how many cards came out."""
    job = PrintJob(
        kind=Kind.PARCEL,
        details=parcels(lines),
        shop=shop,
        by=by,
        stock=load_stock(stock),
        designs={Kind.THANK_YOU: design, Kind.PACKING_INSERT: design},
    )
    result = run_job(job, io.BytesIO())
    told = [one for one in result.remarks if one.concern not in (Concern.NAME, Concern.LANGUAGE)]
    return [one.title for one in told], result.cards


@pytest.mark.parametrize("design", template_names(Kind.THANK_YOU))
@pytest.mark.parametrize("stock", ["a5", "a6", "a6-4up-a4"])
def test_everybody_gets_their_cards_as_they_were_meant(design: str, stock: str) -> None:
    orders = len(PEOPLE) * len(Language) * 3
    assert run(design, stock, lines=1, by="Inese Š.") == ([], 2 * orders)
    assert run(design, stock, lines=5, by="") == ([], 2 * orders)


@pytest.mark.parametrize("design", template_names(Kind.PACKING_INSERT))
def test_an_order_of_fourteen_articles_takes_two_small_inserts(design: str) -> None:
    orders = len(PEOPLE) * len(Language) * 3
    assert run(design, "a6", lines=14, by="Анна Лиепиня") == ([], 3 * orders)


@pytest.mark.parametrize("design", template_names(Kind.THANK_YOU))
def test_a_shop_that_has_said_nothing_of_itself_still_prints(design: str) -> None:
    trouble, cards = run(design, "a6", lines=2, by="", shop=ShopDetails(""))
    assert (trouble, cards) == ([], 2 * len(PEOPLE) * len(Language) * 3)
