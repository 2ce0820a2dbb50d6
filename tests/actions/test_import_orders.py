from pathlib import Path

from desktop_app.actions.import_orders import OrderComparer
from desktop_app.actions.packing import claim, done
from desktop_app.domain.orders import Status
from desktop_app.queries.orders import order
from tests.actions.imported import export, taken


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
