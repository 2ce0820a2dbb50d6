"""Opening a shop on a PostgreSQL server: is the database ours or empty, is it up to date."""

from __future__ import annotations

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.paths import shown_place
from desktop_app.store.access import Engine
from desktop_app.store.faults import in_words
from desktop_app.store.migrate import applied, migrate, pending
from desktop_app.store.postgres import ShopServer, one_desk
from desktop_app.store.roles import may_upgrade, renew_rights
from desktop_app.store.shop import Shop, Today


def open_server(address: str, *, write: bool, today: Today | None) -> Shop:
    """Opens the shop in a server's database; see `open_shop`."""
    place = shown_place(address)
    database = ShopServer(address, write=write)
    shop = Shop(database, Engine.POSTGRESQL, location=address, place=place, write=write, today=today)
    try:
        with in_words(place):
            database.connect()
        _bring_up_to_date(shop)
    except BaseException:
        database.close()
        raise
    return shop


def _bring_up_to_date(shop: Shop) -> None:
    if applied(shop) and not pending(shop):
        return
    if not shop.write:
        raise StoreUnavailable(
            msg("“{place}” is not set up or not up to date. Open it once in the window.", place=shop.place)
        )
    if not may_upgrade(shop):
        raise StoreUnavailable(
            msg(
                "“{place}” is to be brought to this version first, which this login may not do. Open it once with the "
                "owner’s login.",
                place=shop.place,
            )
        )
    with one_desk(shop):
        if not applied(shop) and shop.database.get_tables():
            raise StoreUnavailable(
                msg(
                    "The database “{place}” holds something else. Have an empty one created for the shop.",
                    place=shop.place,
                )
            )
        if pending(shop):
            if applied(shop):
                from desktop_app.domain.backups import Reason
                from desktop_app.store.snapshots import backup

                backup(shop, reason=Reason.BEFORE_UPGRADE)
            migrate(shop)
            with shop.database.atomic():
                renew_rights(shop)
