"""A shop on a server: looked at, set up, given its roles and logins, and a shop moved there or back."""

from __future__ import annotations

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.servers import RolesMade
from desktop_app.i18n import msg
from desktop_app.queries import Shop


def make_roles(shop: Shop) -> RolesMade:
    """Makes the roles of a shop on a server and sets their rights; raises StoreUnavailable where one may not."""
    if shop.sqlite:
        raise StoreUnavailable(
            msg("“{place}” is a file, and has no roles: whoever can open it can read it.", place=shop.place)
        )
    from desktop_app.store import roles  # first use, not start

    return roles.make_roles(shop)
