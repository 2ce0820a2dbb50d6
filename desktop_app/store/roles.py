"""The roles of a shop on a server: made and given their rights by the very files a database's keeper may run by hand.

The files are packaging/postgresql/*.sql; psql's own lines and variables in them are taken as psql would.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.servers import Role, RolesMade
from desktop_app.i18n import msg
from desktop_app.paths import server_files
from desktop_app.store.access import Access

_LONGEST = 54  # letters of a database's name, so that a role may be named after it


def role_name(access: Access, role: Role) -> str:
    """What a role of this shop is called on its server."""
    return f"{database_name(access)}_{role}"


def database_name(access: Access) -> str:
    """The name of the database a shop on a server lies in."""
    return str(access.sql("SELECT current_database()")[0][0])


def roles_there(access: Access) -> tuple[str, ...]:
    """Those of the shop's four roles that its server has."""
    names = [role_name(access, role) for role in Role]
    marks = ", ".join("?" for _ in names)
    return tuple(
        name for (name,) in access.sql(f"SELECT rolname FROM pg_roles WHERE rolname IN ({marks}) ORDER BY 1", names)
    )


def make_roles(access: Access) -> RolesMade:
    """Makes the roles and sets their rights, all or nothing; doing it again changes nothing.

    Raises StoreUnavailable where this login may not.
    """
    _refuse_unable(access)
    known = roles_there(access)
    with access.gate, access.ready(), access.database.atomic():
        _run(access, "1-roles.sql")
        _run(access, "2-rights.sql")
    return RolesMade(tuple(name for name in roles_there(access) if name not in known), known)


def renew_rights(access: Access) -> bool:
    """Sets the rights again after tables were made anew, inside a transaction; whether there are roles at all."""
    if access.sqlite or len(roles_there(access)) < len(Role):
        return False
    _run(access, "2-rights.sql")
    return True


def for_the_bench_only(access: Access) -> bool:
    """Whether this login may read orders but not the customers' addresses of e-mail: a packer's."""
    if access.sqlite:
        return False
    found = access.sql(
        "SELECT has_column_privilege(c.oid, 'id', 'SELECT') AND NOT has_column_privilege(c.oid, 'email', 'SELECT')"
        " FROM pg_class c WHERE c.oid = to_regclass('customer')"
    )
    return bool(found and found[0][0])


def refuse_bench_login(access: Access) -> None:
    """Raises StoreUnavailable for a packer's login, which is not enough for the owner's window."""
    if for_the_bench_only(access):
        raise StoreUnavailable(
            msg(
                "This login of “{place}” is for the bench. Start it with: cordial --bench. Here the owner’s login is "
                "needed.",
                place=access.place,
            )
        )


def may_upgrade(access: Access) -> bool:
    """Whether this login may make and change tables in the shop's database."""
    return bool(access.sql("SELECT has_schema_privilege(current_schema(), 'CREATE')")[0][0])


def may_make_roles(access: Access) -> bool:
    """Whether this login may make the shop's roles and close its database to everybody else."""
    [(superuser, makes, owns)] = access.sql(
        "SELECT r.rolsuper, r.rolcreaterole, pg_has_role(d.datdba, 'USAGE')"
        " FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()"
    )
    return bool(superuser or (owns and (makes or len(roles_there(access)) == len(Role))))


def _refuse_unable(access: Access) -> None:
    name = database_name(access)
    if len(name.encode()) > _LONGEST:
        raise StoreUnavailable(
            msg(
                "“{name}” is too long a name for a database whose roles bear it. Give it 54 letters at most.", name=name
            )
        )
    if not may_make_roles(access):
        raise StoreUnavailable(
            msg(
                "This login may not create roles in “{place}”. Give {file} to whoever looks after the database, or use "
                "a login that may.",
                place=access.place,
                file=str(server_files()),
            )
        )


def _run(access: Access, name: str) -> None:
    text = as_sql((server_files() / name).read_text(encoding="utf-8"), database_name(access), _quoted(access))
    access.database.cursor().execute(text)  # many statements at once, which the driver takes without values only


def as_sql(text: str, database: str, quoted: Callable[[str, str], str]) -> str:
    """A file for psql as plain SQL: without psql's own lines, without its transaction, its variables put in."""
    values = {"DBNAME": database, **{role.value: f"{database}_{role}" for role in Role}}
    lines = [line for line in text.splitlines() if not line.startswith("\\") and line not in ("BEGIN;", "COMMIT;")]
    return re.sub(r""":(["'])(\w+)\1""", lambda found: quoted(values[found[2]], found[1]), "\n".join(lines))


def _quoted(access: Access) -> Callable[[str, str], str]:
    def quote(text: str, sign: str) -> str:
        function = "quote_ident" if sign == '"' else "quote_literal"
        return str(access.sql(f"SELECT {function}(?)", (text,))[0][0])

    return quote
