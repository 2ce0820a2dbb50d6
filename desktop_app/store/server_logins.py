"""The logins of those who work with a shop on a server: each a member of the roles of its work, made or renewed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.errors import Conflict
from desktop_app.domain.servers import Login, Role
from desktop_app.i18n import msg
from desktop_app.store.access import Access
from desktop_app.store.roles import role_name

# What a login for each kind of work is a member of: the owner also brings the shop to a new version and back.
_MEMBER = {Role.OWNER: (Role.OWNER, Role.MIGRATOR), Role.PACKER: (Role.PACKER,), Role.BACKUP: (Role.BACKUP,)}


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
