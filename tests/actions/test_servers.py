"""Setting a shop up on a server: what is found out first, the logins that come of it, and no password left anywhere."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

import pytest

from desktop_app.actions.servers import look_at_server, make_roles, set_up_server
from desktop_app.domain.errors import Conflict, Invalid, PasswordWanted, StoreUnavailable
from desktop_app.domain.servers import Content, Login, Role, checked_login, new_password, server_address
from desktop_app.paths import with_password
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.roles import for_the_bench_only
from desktop_app.store.tables import CustomerTable
from tests.conftest import Server
from tests.store.contents import write


def login(address: str, one: Login) -> str:
    parts = urlsplit(address)
    return with_password(
        urlunsplit(parts._replace(netloc=f"{one.name}@{parts.netloc.rpartition('@')[2]}")), one.password
    )


def test_an_empty_database_becomes_a_shop_with_its_logins(server: Server) -> None:
    address = server.empty()
    server.forget_roles_of(address)
    name = urlsplit(address).path[1:]
    owner, bench = Login(f"{name}_desk", new_password()), Login(f'{name}_Inga\'s "bench"', "päss word'\"%?")
    server.forget(owner.name, bench.name)
    assert look_at_server(address).content is Content.EMPTY
    made = set_up_server(address, {Role.OWNER: owner, Role.PACKER: bench})
    assert len(made.new) == 4
    assert look_at_server(address).content is Content.EMPTY_SHOP
    shop = open_shop(login(address, owner))
    with write(shop) as change:
        change.insert(CustomerTable, {"given": "Anna"})
    shop.close()
    assert look_at_server(address).content is Content.SHOP
    packing = open_shop(login(address, Login(bench.name.replace("%", "%25"), bench.password)))
    assert for_the_bench_only(packing)
    packing.close()
    again = Login(owner.name, new_password())
    set_up_server(address, {Role.OWNER: again})  # a new password for a login that is there
    open_shop(login(address, again)).close()
    with pytest.raises(PasswordWanted):
        open_shop(login(address, owner))
    server.drop(address)


def test_a_login_that_is_somebody_else_s_is_not_taken(server: Server) -> None:
    address = server.empty()
    server.forget_roles_of(address)
    me = urlsplit(address).username or ""
    with pytest.raises(Conflict, match=f"has a login “{me}” already"):
        set_up_server(address, {Role.OWNER: Login(me, new_password())})
    open_shop(address).close()  # with the password it had
    server.drop(address)


def test_what_a_server_says_of_itself(server: Server) -> None:
    address = server.empty()
    seen = look_at_server(address)
    assert (seen.local, seen.encrypted, seen.ready) == (True, "", True)
    assert seen.version >= 13
    assert urlsplit(address).password not in seen.place
    stranger = server.login(address)
    assert not look_at_server(stranger).may_make_roles
    assert not look_at_server(stranger).ready
    server.drop(address)


def test_a_database_that_holds_something_else_stays_as_it_is(server: Server) -> None:
    address = server.empty()
    shop = open_shop(address)
    for name in shop.database.get_tables():
        shop.sql(f'DROP TABLE "{name}" CASCADE')
    shop.sql("CREATE TABLE recipes (id integer)")
    assert look_at_server(address).content is Content.OTHER
    with pytest.raises(StoreUnavailable, match="holds something else"):
        set_up_server(address, {})
    assert shop.database.get_tables() == ["recipes"]
    shop.close()
    server.drop(address)


def test_a_file_has_no_roles(file_shop: Shop) -> None:
    with pytest.raises(StoreUnavailable, match="whoever can open it can read it"):
        make_roles(file_shop)


def test_made_passwords_are_never_the_same_and_long() -> None:
    made = {new_password() for _ in range(50)}
    assert len(made) == 50
    assert min(map(len, made)) == 24


@pytest.mark.parametrize(
    ("name", "password"),
    [("", "long enough!"), ("anna", "short"), ("x" * 64, "long enough!"), ("a\nb", "long enough!")],
)
def test_a_login_no_server_would_take_is_refused_at_its_field(name: str, password: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_login(name, password, field="owner")
    assert refused.value.field == "owner"


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (server_address("db.example", "shop", user="anna"), "postgresql://anna@db.example/shop"),
        (server_address("", "mans veikals"), "postgresql:///mans%20veikals"),
        (server_address("2001:db8::1", "shop", user="a@b", port=5433), "postgresql://a%40b@[2001:db8::1]:5433/shop"),
        (
            server_address("db", "shop", certificate="/home/a b/ca.crt"),
            "postgresql://db/shop?sslrootcert=/home/a%20b/ca.crt",
        ),
    ],
)
def test_an_address_is_put_together(made: str, wanted: str) -> None:
    assert made == wanted
