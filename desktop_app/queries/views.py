"""The saved views of a list, shared by every desk of the shop."""

from __future__ import annotations

from peewee import Value

from desktop_app.domain.errors import NotFound
from desktop_app.domain.keys import name_key
from desktop_app.domain.listing import ListKind
from desktop_app.domain.text import shorten
from desktop_app.domain.views import View, ViewId, view_from_text
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.store.tables import ViewTable as V


def views_of(shop: Shop, page: ListKind | None = None) -> list[View]:
    """The views of a list, or of all lists, by name."""
    return _views(shop, Value(1) == 1 if page is None else V.page == page.value)


def view_named(shop: Shop, page: ListKind, name: str) -> View:
    """The view of a list that is called so, however it is spelt; raises NotFound."""
    found = _views(shop, (V.page == page.value) & (V.name_key == name_key(name)))
    if not found:
        raise NotFound(msg("There is no view “{name}” of this list. Check the name.", name=shorten(name)))
    return found[0]


def view(shop: Shop, view_id: ViewId) -> View:
    """One view; raises NotFound."""
    found = _views(shop, V.id == view_id)
    if not found:
        raise NotFound(msg("This view is no longer there. Somebody else has removed it. Choose another."))
    return found[0]


def _views(shop: Shop, condition: object) -> list[View]:
    query = V.select(V.id, V.version, V.page, V.name, V.content).where(condition).order_by(V.page, V.name_key)
    return [
        View(ViewId(number), version, ListKind(page), name, view_from_text(ListKind(page), content))
        for number, version, page, name, content in shop.rows(query.tuples())
    ]
