"""The roles of a shop on a server: made once or twice, and what the bench may do with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.servers import Role
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.restore import restore
from desktop_app.store.roles import for_the_bench_only, make_roles, refuse_bench_login, role_name, roles_there
from desktop_app.store.snapshots import backup
from desktop_app.store.tables import OrderTable, StepTable
from desktop_app.store.undo import undo
from tests.conftest import Server, TwoDesks
from tests.store.contents import write


def test_roles_are_made_once(server: Server) -> None:
    address = server.ready()
    server.forget_roles_of(address)
    with_shop = open_shop(address)
    made = make_roles(with_shop)
    assert made.new == tuple(sorted(role_name(with_shop, role) for role in Role))
    again = make_roles(with_shop)
    assert (again.new, again.known) == ((), made.new)
    assert roles_there(with_shop) == made.new
    with_shop.close()
    server.drop(address)


def test_a_login_without_rights_is_told_the_way_out(two_desks: TwoDesks) -> None:
    with pytest.raises(StoreUnavailable, match="may not create roles.*postgresql"):
        make_roles(two_desks.packer)


def test_a_bench_is_known_by_its_login(two_desks: TwoDesks) -> None:
    assert for_the_bench_only(two_desks.packer)
    assert not for_the_bench_only(two_desks.owner)
    refuse_bench_login(two_desks.owner)
    with pytest.raises(StoreUnavailable, match="cordial --bench"):
        refuse_bench_login(two_desks.packer)


def add_order(shop: Shop, status: str = "paid") -> int:
    with write(shop) as change:
        return change.insert(OrderTable, {"number": "1", "number_key": "1", "source_key": "1", "status": status})


def test_the_bench_packs_an_order_and_takes_it_back(two_desks: TwoDesks, packer_shop: Shop) -> None:
    number = add_order(two_desks.owner)
    with write(packer_shop) as change:
        step = (number, "packed", packer_shop.now().isoformat(timespec="seconds"), "Inga")
        change.insert_many(StepTable, ("order", "status", "at", "by"), [step])
        values = {"status": "packed", "paid": False, "packed_by": "Inga"}
        change.update(OrderTable, number, version=None, values=values)
    assert two_desks.owner.sql("SELECT status, packed_by FROM orders") == [("packed", "Inga")]
    with write(packer_shop) as change:
        change.update_many(OrderTable, [number], ("status", "packed_by"), [("paid", "")])
    assert two_desks.owner.sql("SELECT status, packed_by FROM orders") == [("paid", "")]
    undo(two_desks.owner, actor="Anna")  # with the owner's rights, from what the bench noted
    undo(two_desks.owner, actor="Anna")
    assert two_desks.owner.sql("SELECT status, packed_by, (SELECT count(*) FROM order_step) FROM orders") == [
        ("paid", "", 0)
    ]


@pytest.mark.parametrize("values", [{"status": "shipped"}, {"status": "cancelled"}, {"paid": True}])
def test_the_bench_moves_an_order_nowhere_else(two_desks: TwoDesks, values: dict[str, object]) -> None:
    number = add_order(two_desks.owner)
    with pytest.raises(StoreUnavailable), write(two_desks.packer) as change:
        change.update(OrderTable, number, version=None, values=values)
    assert two_desks.owner.sql("SELECT status, paid FROM orders") == [("paid", False)]


def test_a_restored_shop_has_its_rights_again(server: Server, tmp_path: Path) -> None:
    address = server.ready()
    server.forget_roles_of(address)
    admin = open_shop(address)
    make_roles(admin)
    names = {role: role_name(admin, role) for role in Role}
    admin.close()
    owners = server.login(address, names[Role.OWNER], names[Role.MIGRATOR])
    owner = open_shop(owners)
    number = add_order(owner)
    kept = backup(owner, tmp_path / "kept.cordial-backup")
    with write(owner) as change:
        change.delete(OrderTable, [number])
    owner.close()
    restore(owners, kept.file)  # makes every table anew, by the owner's own login
    packer = open_shop(server.login(address, names[Role.PACKER]))
    assert packer.sql("SELECT number FROM orders") == [("1",)]
    with pytest.raises(StoreUnavailable):
        packer.sql("SELECT email FROM customer")
    packer.close()
    keeper = open_shop(server.login(address, names[Role.BACKUP]), write=False)
    assert backup(keeper, tmp_path / "night.cordial-backup").counts["orders"] == 1
    keeper.close()
    server.drop(address)
