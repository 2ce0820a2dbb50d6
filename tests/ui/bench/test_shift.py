"""A whole shift at the bench by real keys: fifty orders, wrong scans, a missing article, undo, tracking numbers; the
papers come out of a printer of CUPS, byte for byte as they are kept and logged, with the right names and articles.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.actions.customers import add_customer
from desktop_app.actions.orders import add_order
from desktop_app.actions.packers import add_packer
from desktop_app.actions.products import add_product
from desktop_app.actions.settings import set_settings
from desktop_app.actions.signatures import set_signature
from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.desk_settings import BENCH_SOUND, DESK_PRINTER
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields, OrderId, Status
from desktop_app.domain.packers import PackerFields
from desktop_app.domain.paper_settings import CARD_QR
from desktop_app.domain.products import ProductFields
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.orders import order
from desktop_app.queries.printing import print_rows
from desktop_app.queries.prints import print_run
from desktop_app.store.connect import open_shop
from tests.cups import Cups, ask_at, cups, until
from tests.made import TODAY
from tests.render.artwork import signature
from tests.ui.around import House
from tests.ui.bench.around import ESC, Packing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
ORDERS = 50
PEOPLE = (  # given name, family name, language of their papers, how the card greets them
    ("Anna", "Bērziņa", Language.LV, "Anna"),
    ("Дмитрий", "Ёлкин", Language.RU, "Дмитрий"),
    ("Grace", "O'Neill", Language.EN, "Grace"),
)
ARTICLES = tuple((f"Article {n}", f"AR-{n:03}", f"475000000{n:03}0") for n in range(1, 8))


@dataclass(frozen=True, slots=True)
class Bought:
    """An order as the test expects it to be packed."""

    id: int
    number: str
    person: tuple[str, str, Language, str]
    articles: tuple[tuple[str, str, str], ...]

    @property
    def scans(self) -> tuple[str, ...]:
        """The codes of its pieces, two of the first article."""
        return (self.articles[0][2], *(code for _, _, code in self.articles))


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    """A private CUPS with one printer that keeps what it is given."""
    with cups() as server:
        ask_at(monkeypatch, server.folder / "socket")
        yield server


def season(shop: Shop) -> list[Bought]:
    """Fifty orders of three people, whose promises are a day apart: so they come in this order."""
    set_settings(shop, {SHOP_NAME: "Vējš un vilna", CARD_QR: False}, actor="t")
    for place, (name, sku, barcode) in enumerate(ARTICLES):
        add_product(shop, ProductFields(name=name, sku=sku, barcode=barcode, shelf=f"A {place}"), actor="t")
    people = [
        add_customer(
            shop,
            CustomerFields(given=given, family=family, language=language, email=f"{n}@example.org"),
            actor="t",
        )[0]
        for n, (given, family, language, _) in enumerate(PEOPLE)
    ]
    found = []
    for n in range(ORDERS):
        articles = tuple(ARTICLES[(n + step) % len(ARTICLES)] for step in range(1 + n % 2))
        lines = tuple(
            Line(name, 1 if place else 2, sku=sku, unit_price=Money(900, "EUR"))
            for place, (name, sku, _) in enumerate(articles)
        )
        made = OrderFields(
            number=str(20001 + n),
            customer=people[n % 3],
            placed_at="2026-11-10T10:00:00+02:00",
            status=Status.PAID,
            paid=True,
            ship_by=TODAY + dt.timedelta(days=n),
            ship_to=Address(street="Brīvības 1", city="Rīga", postcode="LV-1010", country="LV"),
            lines=lines,
        )
        found.append(Bought(int(add_order(shop, made, actor="t")[0]), made.number, PEOPLE[n % 3], articles))
    add_packer(shop, PackerFields("Inese Šteinberga", Language.EN), actor="t")
    set_signature(shop, "Inese Šteinberga", signature(), actor="t")
    return found


def words_of(file: Path) -> str:
    """What stands on the papers, spaces as they come."""
    text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", text)


def has_signature(file: Path) -> bool:
    """Whether a picture is on the papers: there is no other than the packer's hand."""
    listed = subprocess.run(["pdfimages", "-list", file], capture_output=True, check=True, text=True).stdout
    return len(listed.splitlines()) > 2


def test_fifty_orders_from_the_first_scan_to_the_last_label(house: House, office: Cups) -> None:
    shop = open_shop(house.location, today=lambda: TODAY)
    orders = season(shop)
    shop.close()
    house.settings.set(BENCH_SOUND, False)
    house.settings.set(DESK_PRINTER, office.name)
    house.open()
    packing = Packing(house)
    packing.enter()
    while packing.step.name == "read":
        packing.enter()
    aside, alarms = orders[10], 0
    for n, bought in enumerate(orders):
        _open(packing, bought, by_scan=n % 3 == 0)
        if n % 7 == 0:  # what does not belong here, in the middle of what does
            packing.scan("4006381333931")
            alarms += packing.alarm.startswith("Wrong article")
        packing.scan(*bought.scans)
        if n % 10 == 5:
            packing.scan(bought.scans[0])
            alarms += packing.alarm.startswith("One too many")
            packing.key(ESC)
        if bought is aside:
            packing.key(Qt.Key.Key_F2)
            packing.scan("Das Glas hat einen Sprung")
            continue
        packing.enter()
        assert packing.step.name == "tracking", (n, packing.said, packing.alarm)
        packing.scan(f"CE{n:09}LV") if n % 2 else packing.enter()
        if n == 20:  # packed too soon: back, and once more
            packing.key(Qt.Key.Key_F9)
            assert packing.parcel.title == f"№ {bought.number}"
            packing.scan(*bought.scans)
            packing.enter()
            assert packing.said.startswith("These papers came out before"), packing.said
            packing.enter()  # once more all the same
            packing.enter()
    assert alarms == 8 + 5
    assert packing.window.head.count.text() == f"{ORDERS - 1} packed · 0 left"
    packing.window.close()
    _check(house, office, orders, aside)


def _open(packing: Packing, bought: Bought, *, by_scan: bool) -> None:
    """The next one by Enter, or by its number off a paper."""
    packing.scan(bought.number) if by_scan else packing.enter()
    assert packing.parcel.title == f"№ {bought.number}", (packing.said, packing.alarm)


def _check(house: House, office: Cups, orders: list[Bought], aside: Bought) -> None:
    """The log, the files and what the printer was given tell the same, and it is what was bought."""
    found: list[object] = []
    house.window.work.ask(_kept, [one.id for one in orders], then=found.append)
    house.settle()
    kept, runs = found[0]  # type: ignore[misc]
    assert len(runs) == ORDERS - 1 + 1  # one was printed twice
    assert until(lambda: len(office.jobs()) == len(runs))
    files = {Path(run.file) for run in runs}
    assert sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in files) == sorted(run.sha256 for run in runs)
    assert {hashlib.sha256(job).hexdigest() for job in office.jobs()} == {run.sha256 for run in runs}
    by_number = {words: file for file in files for words in [words_of(file)]}
    for n, bought in enumerate(orders):
        now = kept[bought.id]
        if bought is aside:
            assert (now.fields.status, now.set_aside) == (Status.PAID, "Das Glas hat einen Sprung")
            assert not any(bought.number in words for words in by_number)
            continue
        assert (now.fields.status, now.packed_by) == (Status.PACKED, "Inese Šteinberga")
        assert now.fields.tracking == (f"CE{n:09}LV" if n % 2 else "")
        words = next(words for words in by_number if bought.number in words)
        assert bought.person[3] in words
        assert all(name in words for name, _, _ in bought.articles)
        assert "Inese Šteinberga" in words
        assert has_signature(by_number[words])
        assert "@example.org" not in words


def _kept(shop: Shop, ids: list[int]) -> object:
    rows = print_rows(shop, limit=1000)
    return {number: order(shop, OrderId(number)) for number in ids}, [print_run(shop, row.id) for row in rows]
