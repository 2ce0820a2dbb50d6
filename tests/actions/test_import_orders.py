import datetime as dt
from pathlib import Path

from desktop_app.actions.import_orders import OrderComparer
from desktop_app.actions.importing import plan_import, run_import
from desktop_app.actions.packing import claim, done
from desktop_app.domain.orders import Status
from desktop_app.i18n import english
from desktop_app.queries import Shop
from desktop_app.queries.orders import order
from tests.actions.imported import column, counts, export, taken
from tests.made import BY


def test_an_order_packed_while_a_file_is_read_stays_packed(two_desks, tmp_path: Path, monkeypatch):
    """A bench packs between the moment the import reads an order and the moment it writes it."""
    owner, compare, packed = two_desks.owner, OrderComparer.compare, []
    taken(owner, export(tmp_path / "a.csv", {"Name": "#1"}))
    [(kept,)] = owner.sql("SELECT id FROM orders")

    def compared(self, records):
        found = compare(self, records)
        if owner.changing and not packed:
            claim(two_desks.packer, kept, "Ilze", "one")
            packed.append(done(two_desks.packer, kept, packer="Ilze", bench="one", unchecked=True))
        return found

    monkeypatch.setattr(OrderComparer, "compare", compared)
    taken(owner, export(tmp_path / "b.csv", {"Name": "#1", "Notes": "To the neighbours, please"}))
    found = order(owner, kept)
    assert (found.fields.status, found.packed_by, found.fields.note) == (
        Status.PACKED, "Ilze", "To the neighbours, please",
    )  # fmt: skip
    assert packed


def test_old_orders_of_a_table_that_tells_no_status_are_no_work(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "sales.csv"
    today = shop.today()
    days = [(today - dt.timedelta(days=n)).isoformat() for n in (31, 30, 0)]
    rows = [f"{n},{day},5,a@x.lv" for n, day in enumerate(days)]
    file.write_text("\n".join(["Order,Date,Total,Email", *rows]), "utf-8")
    plan = plan_import(shop, file)
    assert [english(note) for note in plan.summary.notes] == [
        "1 order is older than 30 days, and the file does not say how it stands: it counts as delivered."
    ]
    run_import(shop, plan, actor=BY)
    assert column(shop, "orders", "status", "paid") == [("delivered", 1), ("new", 0), ("new", 0)]
    file.write_text(file.read_text("utf-8") + "\n\n", "utf-8")  # other bytes: compared anew
    assert counts(plan_import(shop, file)) == (0, 0, 3)
