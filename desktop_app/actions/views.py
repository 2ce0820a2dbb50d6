"""Keeping, renaming and removing the saved views of lists."""

from __future__ import annotations

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.keys import name_key
from desktop_app.domain.listing import ListKind
from desktop_app.domain.text import clean, shorten
from desktop_app.domain.views import LONGEST_NAME, ViewContent, ViewId, view_to_text
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.views import view, view_named
from desktop_app.store.tables import ViewTable

_TOPICS = (Topic.VIEWS,)


def save_view(shop: Shop, page: ListKind, name: str, content: ViewContent, *, actor: str) -> tuple[ViewId, Changes]:
    """Keeps a list as it stands under a name; raises Invalid when a view of this list is called so already."""
    tidy = _checked(shop, page, name, None)
    with shop.change(msg("Save the view “{name}”", name=shorten(tidy)), actor=actor, topics=_TOPICS) as change:
        row = {"page": page.value, "name": tidy, "name_key": name_key(tidy), "content": view_to_text(content)}
        kept = ViewId(change.insert(ViewTable, row))
    return kept, change.changes


def change_view(
    shop: Shop, view_id: ViewId, content: ViewContent, *, version: int | None = None, actor: str
) -> Changes:
    """Keeps a view anew as the list stands now; raises Conflict when it was changed since `version`."""
    title = msg("Change the view “{name}”", name=shorten(view(shop, view_id).name))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.update(ViewTable, view_id, version=version, values={"content": view_to_text(content)})
    return change.changes


def rename_view(shop: Shop, view_id: ViewId, name: str, *, version: int | None = None, actor: str) -> Changes:
    """Gives a view another name; raises Invalid when a view of this list is called so already."""
    kept = view(shop, view_id)
    tidy = _checked(shop, kept.page, name, view_id)
    with shop.change(msg("Rename the view “{name}”", name=shorten(kept.name)), actor=actor, topics=_TOPICS) as change:
        change.update(ViewTable, view_id, version=version, values={"name": tidy, "name_key": name_key(tidy)})
    return change.changes


def remove_view(shop: Shop, view_id: ViewId, *, actor: str) -> Changes:
    """Removes a view; the records it showed stay as they are."""
    kept = view(shop, view_id)
    with shop.change(msg("Remove the view “{name}”", name=shorten(kept.name)), actor=actor, topics=_TOPICS) as change:
        change.delete(ViewTable, [view_id])
    return change.changes


def _checked(shop: Shop, page: ListKind, name: str, own: ViewId | None) -> str:
    tidy = clean(name)
    if not name_key(tidy):
        raise Invalid("name", msg("Give the view a name."))
    if len(tidy) > LONGEST_NAME:
        raise Invalid("name", msg("Give the view a name of at most {n} letters.", n=LONGEST_NAME))
    try:
        other = view_named(shop, page, tidy)
    except NotFound:
        return tidy
    if other.id != own:
        raise Invalid("name", msg("There is a view “{name}” already. Choose another name.", name=shorten(other.name)))
    return tidy
