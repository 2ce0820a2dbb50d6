"""A server looked at before a shop is set up on it, and the logins of those who work there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.errors import Conflict, StoreUnavailable
from desktop_app.domain.servers import Content, Login, Role, ServerLook
from desktop_app.i18n import msg
from desktop_app.paths import shown_place
from desktop_app.store.access import Access, Engine
from desktop_app.store.faults import in_words
from desktop_app.store.migrate import HISTORY, counts
from desktop_app.store.postgres import ShopServer
from desktop_app.store.roles import may_make_roles, may_upgrade, role_name
from desktop_app.store.server_address import is_local

# What a login for each kind of work is a member of: the owner also brings the shop to a new version and back.
_MEMBER = {Role.OWNER: (Role.OWNER, Role.MIGRATOR), Role.PACKER: (Role.PACKER,), Role.BACKUP: (Role.BACKUP,)}


def look(address: str) -> ServerLook:
    """What a server says of itself and of this login; nothing is written. Raises StoreUnavailable with the way out."""
    place = shown_place(address)
    database = ShopServer(address, write=False)
    access = Access(database, Engine.POSTGRESQL, location=address, place=place, write=False)
    with in_words(place):
        database.connect()
        try:
            return _found(access)
        finally:
            database.close()


def make_logins(access: Access, logins: Mapping[Role, Login]) -> None:
    """Makes logins with the rights of their role, or gives one that has them a new password; all or none.

    The server is handed the password's SCRAM verifier: no log of it can hold the password itself. Raises Conflict for
    a name that somebody else bears.
    """
    handle = access.database.connection().pgconn
    with access.gate, access.ready(), access.database.atomic():
        for role, login in logins.items():
            _make(access, login, [role_name(access, member) for member in _MEMBER[role]], handle)


def _make(access: Access, login: Login, members: list[str], handle: Any) -> None:
    known = access.sql("SELECT 1 FROM pg_roles WHERE rolname = ?", (login.name,))
    if known and not access.sql(
        "SELECT 1 FROM pg_roles r WHERE r.rolname = ? AND r.rolcanlogin AND NOT r.rolsuper"
        " AND EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid"
        " WHERE m.member = r.oid AND g.rolname = ?)",
        (login.name, members[0]),
    ):
        raise Conflict(
            msg("The server has a login “{name}” already, for something else. Choose another name.", name=login.name)
        )
    secret = handle.encrypt_password(login.password.encode(), login.name.encode(), b"scram-sha-256").decode()
    name = access.sql("SELECT quote_ident(?)", (login.name,))[0][0]
    verifier = access.sql("SELECT quote_literal(?)", (secret,))[0][0]
    cursor = access.database.cursor()
    if known:
        cursor.execute(f"ALTER ROLE {name} PASSWORD {verifier}")
    else:
        cursor.execute(f"CREATE ROLE {name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT PASSWORD {verifier}")
    for member in members:
        role = access.sql("SELECT quote_ident(?)", (member,))[0][0]
        cursor.execute(f"GRANT {role} TO {name}")


def _found(access: Access) -> ServerLook:
    connection = access.database.connection()
    info = connection.info
    [(cipher,)] = access.sql(
        "SELECT coalesce((SELECT version || ' ' || cipher FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl), '')"
    )
    return ServerLook(
        place=access.place,
        database=info.dbname,
        user=info.user,
        version=info.server_version // 10_000,
        local=is_local(info.host) or is_local(info.hostaddr),
        encrypted=cipher,
        content=_content(access),
        may_make_roles=may_make_roles(access),
        may_make_tables=may_upgrade(access),
    )


def _content(access: Access) -> Content:
    tables = access.database.get_tables()
    if not tables:
        return Content.EMPTY
    if HISTORY not in tables:
        return Content.OTHER
    try:
        filled = any(count for name, count in counts(access).items() if name != HISTORY)
    except StoreUnavailable:  # a login that may not read all of it
        filled = True
    return Content.SHOP if filled else Content.EMPTY_SHOP
