"""Two desks take the same new file in at the same moment: it comes in once, and the later one finds it there."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest

from desktop_app.actions.import_catalogue import ProductComparer
from desktop_app.actions.import_complaints import ComplaintComparer
from desktop_app.actions.import_customers import CustomerComparer
from desktop_app.actions.import_orders import OrderComparer
from desktop_app.actions.importing import import_file
from desktop_app.domain.errors import Conflict
from desktop_app.domain.importing import ImportDone
from desktop_app.queries import Shop
from desktop_app.store.transaction import Change
from tests.actions.imported import counts, export
from tests.actions.racing import reach
from tests.conftest import Server

FEW = 20
TEXTS = {
    "people": ("Given name,Family name,Email,Customer ID", "Anna,Ozola {n},anna{n}@example.lv,{n}"),
    "goods": ("SKU,Product name,Price", "KR-{n},Cup {n},9.50"),
    "reviews": ("Review ID,Platform,Review,Stars,Email", "{n},Etsy,Broken,1,anna{n}@example.lv"),
}
TABLES = ("customer", "product", "orders", "order_line", "complaint", "import_run")


def written(folder: Path, name: str) -> Path:
    """A file of a few rows that nobody has taken in yet."""
    if name == "orders":
        sent = ({"Name": f"#{n}", "Email": f"anna{n % 7}@example.lv"} for n in range(FEW))
        return export(folder / "orders.csv", *sent)
    head, row = TEXTS[name]
    file = folder / f"{name}.csv"
    file.write_text("\n".join([head, *(row.format(n=n) for n in range(FEW))]) + "\n", "utf-8")
    return file


def rows(shop: Shop) -> dict[str, int]:
    return {table: shop.sql(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


def at_two_desks(location: str, file: Path) -> list[ImportDone]:
    """What each of two desks has of taking a file in at once."""

    def one(desk: str) -> ImportDone:
        shop = reach(location)
        try:
            return import_file(shop, file, actor=desk)[1]
        finally:
            shop.close()

    with ThreadPoolExecutor(2) as desks:
        return list(desks.map(one, ("Anna", "Inga")))


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has compared a file with the shop waits a moment for the other to have done so, too, before it writes."""
    together = Barrier(2)

    for comparer in (ComplaintComparer, CustomerComparer, OrderComparer, ProductComparer):

        def met(self, records, compare=comparer.compare):
            found = compare(self, records)
            if self.shop.changing:
                with suppress(BrokenBarrierError):  # the other comes later, as it should
                    together.wait(0.7)
            return found

        monkeypatch.setattr(comparer, "compare", met)


@pytest.mark.parametrize("name", ["orders", *TEXTS])
def test_a_file_taken_in_at_two_desks_at_once_comes_in_once(
    shop: Shop, shop_location: str, tmp_path: Path, meeting: None, name: str
) -> None:
    file = written(tmp_path, name)
    shop.close()
    found = at_two_desks(shop_location, file)
    assert sorted(counts(one) for one in found) == [(0, 0, FEW), (FEW, 0, 0)]
    assert [one.changes.id for one in found if not one.new] == [0]
    again = reach(shop_location)
    twice = rows(again)
    assert import_file(again, file, actor="Anna")[1].new == 0
    assert twice == rows(again)
    assert twice["import_run"] == 1
    assert FEW in twice.values()
    again.close()


def test_without_waiting_for_each_other_one_of_them_would_fail(
    server: Server, tmp_path: Path, meeting: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Change, "hold_key", lambda *_: None)
    location = server.ready()
    with pytest.raises(Conflict):
        at_two_desks(location, written(tmp_path, "orders"))
    server.give_back(location)
