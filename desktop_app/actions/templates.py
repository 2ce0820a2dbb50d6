"""Keeping the shop's own card designs: saved with a history, duplicated, renamed, removed, and read for the press."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.actions.pictures import checked_picture, keep_picture
from desktop_app.domain.cards import PictureItem, Template
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.printing import Kind, ShopDetails
from desktop_app.domain.templates import TemplateId, TemplateRow, own_id, own_key
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.pictures import pictures_named
from desktop_app.queries.templates import (
    own_template,
    own_templates,
    template_content,
    template_version_ids,
    used_by,
)
from desktop_app.store.tables import TemplateTable, TemplateVersionTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.CARDS,)
_LONGEST = 80  # letters of a title
NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


def all_templates(shop: Shop, kind: Kind) -> list[TemplateRow]:
    """Every design of a kind: the shop's own first, then those that come with the program."""
    from desktop_app.documents.templates import load_template, template_names  # read when a person chooses

    ready = [TemplateRow(None, name, kind, load_template(kind, name).title) for name in template_names(kind)]
    return [*own_templates(shop, kind), *ready]


def read_template(shop: Shop, kind: Kind, key: str, *, number: int | None = None) -> Template:
    """A design by its key, in its newest version or an earlier one; raises NotFound, Invalid or BadFile."""
    from desktop_app.documents.templates import load_template, template_from

    template_id = own_id(key)
    if template_id is None:
        return load_template(kind, key)
    row = own_template(shop, template_id)
    if row.kind is not kind:
        raise Invalid(
            "design", msg("“{title}” is not a design for this paper. Choose another.", title=row.title[Language.EN])
        )
    return template_from(template_content(shop, template_id, number), file=row.title[Language.EN])


def read_templates(shop: Shop, designs: Mapping[Kind, str]) -> dict[Kind, Template]:
    """The designs of a run by kind, read before it begins: the press knows no database."""
    return {kind: read_template(shop, kind, key) for kind, key in designs.items()}


def with_pictures(shop: Shop, details: ShopDetails, templates: Sequence[Template]) -> ShopDetails:
    """The shop's details with the pictures that these designs show; one that is gone is left out."""
    wanted = {name for template in templates for name in shown_pictures(template)}
    return replace(details, pictures=pictures_named(shop, sorted(wanted))) if wanted else details


def shown_pictures(template: Template) -> list[str]:
    """The pictures a design shows, by sha256."""
    return sorted({item.picture for item in template.items if isinstance(item, PictureItem)})


def save_template(
    shop: Shop,
    template: Template,
    title: str,
    *,
    template_id: TemplateId | None = None,
    version: int | None = None,
    base: str = "",
    pictures: Mapping[str, bytes] = NO_PICTURES,
    actor: str,
) -> tuple[TemplateId, Changes]:
    """Keeps a design, and new `pictures` by their sha256: as a new one, or as the next version of the shop's own.

    Raises Invalid at `title`, Conflict when the design was saved elsewhere since its row's `version` was read, and
    BadFile for a design that could not be printed.
    """
    title = _checked_title(title)
    rows = [checked_picture(content) for content in pictures.values()]
    with shop.change(msg("Save design “{title}”", title=shorten(title)), actor=actor, topics=_TOPICS) as change:
        at = shop.now().isoformat(timespec="seconds")
        saved = {"title": title, "at": at, "by": actor}
        for picture in rows:
            keep_picture(shop, change, picture)
        if template_id is None:
            row = {"kind": template.kind.value, "content": "", "base": base, **saved}
            kept = TemplateId(change.insert(TemplateTable, row))
            content = _content(template, title, key=own_key(kept), number=1)
            change.update(TemplateTable, kept, version=None, values={"content": content})
        else:
            kept = template_id
            _add_version(shop, change, template, saved=saved, template_id=kept, version=version)
    return kept, change.changes


def _add_version(
    shop: Shop,
    change: Change,
    template: Template,
    *,
    saved: Mapping[str, str],
    template_id: TemplateId,
    version: int | None,
) -> None:
    """Puts what stands there into the history and the design in its place, unless they are alike."""
    now, title = own_template(shop, template_id), saved["title"]
    if version is not None and version != now.version:
        raise Conflict(
            msg("“{title}” was saved at another desk meanwhile. Save yours as a copy.", title=shorten(title))
        )
    before = template_content(shop, template_id)
    if _content(template, title, key=now.key, number=now.number) == before:
        return
    earlier = {"template": template_id, "number": now.number, "title": now.title[Language.EN], "content": before}
    change.insert(TemplateVersionTable, {**earlier, "at": now.at, "by": now.by})
    content = _content(template, title, key=now.key, number=now.number + 1)
    values = {**saved, "content": content, "number": now.number + 1}
    change.update(TemplateTable, template_id, version=now.version, values=values)


def rename_template(shop: Shop, template_id: TemplateId, title: str, *, actor: str) -> Changes:
    """Gives one of the shop's own designs another name; its history and its number stay."""
    row = own_template(shop, template_id)
    title = _checked_title(title)
    content = _content(read_template(shop, row.kind, row.key), title, key=row.key, number=row.number)
    said = msg("Rename “{old}” to “{new}”", old=shorten(row.title[Language.EN]), new=shorten(title))
    with shop.change(said, actor=actor, topics=_TOPICS) as change:
        change.update(TemplateTable, template_id, version=None, values={"title": title, "content": content})
    return change.changes


def duplicate_template(shop: Shop, kind: Kind, key: str, title: str, *, actor: str) -> tuple[TemplateId, Changes]:
    """Makes a design of the shop's own that begins as any other is."""
    return save_template(shop, read_template(shop, kind, key), title, base=key, actor=actor)


def restore_version(shop: Shop, template_id: TemplateId, number: int, *, actor: str) -> Changes:
    """Makes an earlier version the newest one; what stood there until now stays in the history."""
    row = own_template(shop, template_id)
    earlier = read_template(shop, row.kind, row.key, number=number)
    return save_template(shop, earlier, earlier.title[Language.EN], template_id=template_id, actor=actor)[1]


def remove_template(shop: Shop, template_id: TemplateId, *, actor: str) -> Changes:
    """Removes one of the shop's own designs with its history; raises Conflict for the one the shop prints with."""
    row = own_template(shop, template_id)
    name = shorten(row.title[Language.EN])
    if used_by(shop, row.kind, row.key).chosen:
        raise Conflict(msg("The shop prints with “{title}”. Choose another design first.", title=name))
    with shop.change(msg("Remove design “{title}”", title=name), actor=actor, topics=_TOPICS) as change:
        change.delete(TemplateVersionTable, template_version_ids(shop, template_id))
        change.delete(TemplateTable, [template_id])
    return change.changes


def _checked_title(title: str) -> str:
    tidy = clean(title)
    if not tidy:
        raise Invalid("title", msg("Give the design a name."))
    if len(tidy) > _LONGEST:
        raise Invalid("title", msg("Give the design a name of at most {limit} letters.", limit=_LONGEST))
    return tidy


def _content(template: Template, title: str, *, key: str, number: int) -> str:
    """The design as it is kept, read once to be sure that it can be read again."""
    from desktop_app.documents.templates import template_from, template_json

    named = replace(template, name=key, title=dict.fromkeys(Language, title), number=number)
    text = template_json(named)
    template_from(text, file=title)
    return text
