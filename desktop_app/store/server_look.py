"""A server looked at before a shop is set up on it: what it is, what its database holds, what this login may do."""

from __future__ import annotations

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.servers import Content, ServerLook
from desktop_app.paths import shown_place
from desktop_app.store.access import Access, Engine
from desktop_app.store.faults import in_words
from desktop_app.store.migrate import HISTORY, counts
from desktop_app.store.postgres import ShopServer
from desktop_app.store.roles import may_make_roles, may_upgrade
from desktop_app.store.server_address import is_local


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
