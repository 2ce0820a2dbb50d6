"""A shop on a server: looked at, set up, given its roles and logins, and a shop moved there or back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from desktop_app.domain.backups import Reason
from desktop_app.domain.errors import Invalid, StoreUnavailable
from desktop_app.domain.servers import Content, Login, Role, RolesMade, ServerLook, Verified
from desktop_app.i18n import msg
from desktop_app.queries import Shop


def make_roles(shop: Shop) -> RolesMade:
    """Makes the roles of a shop on a server and sets their rights; raises StoreUnavailable where one may not."""
    if shop.sqlite:
        raise StoreUnavailable(
            msg(
                "“{place}” is a file, and has no roles: whoever can open it can read it. "
                "Move the shop to a server first.",
                place=shop.place,
            )
        )
    from desktop_app.store import roles  # first use, not start

    return roles.make_roles(shop)


def look_at_server(address: str) -> ServerLook:
    """What a server says of itself, its database and this login; nothing is written there."""
    from desktop_app.store.server_look import look

    return look(address)


def set_up_server(address: str, logins: Mapping[Role, Login]) -> RolesMade:
    """Makes the tables of a shop, its roles with their rights and the logins; doing it again changes passwords only.

    `address` is that of a login that may create roles; it is not needed afterwards. Raises StoreUnavailable and
    Conflict, with the way out.
    """
    from desktop_app.store.connect import open_shop
    from desktop_app.store.server_logins import make_logins

    seen = look_at_server(address)
    if seen.content is Content.OTHER:
        raise StoreUnavailable(
            msg(
                "The database “{place}” holds something else. Have an empty one created for the shop.", place=seen.place
            )
        )
    shop = open_shop(address)
    try:
        made = make_roles(shop)
        make_logins(shop, logins)
    finally:
        shop.close()
    return made


def move_shop(shop: Shop, to: str, *, actor: str = "", progress: Callable[[int, int], bool] | None = None) -> Verified:
    """Copies the open shop whole into a new place, a file or a server's address, and compares every row.

    A backup is kept first; the shop itself stays as it is. Raises Conflict when the new place holds records, Stopped
    when told to stop, StoreUnavailable when it cannot be reached or came out otherwise: it stays empty then.
    """
    from desktop_app.store.connect import is_server, open_shop
    from desktop_app.store.moving import copy_shop, refuse_filled
    from desktop_app.store.snapshots import backup

    del actor  # what is moved bears the names of those who did it
    if not is_server(to) and shop.sqlite and Path(to).expanduser().absolute() == Path(shop.location).absolute():
        raise Invalid("to", msg("“{place}” is this very shop. Give another place.", place=shop.place))
    target = open_shop(to)
    try:
        refuse_filled(target)
        backup(shop, reason=Reason.BEFORE_MOVE)
        return copy_shop(shop, target, progress=progress)
    finally:
        target.close()
