"""A card design as one file with its pictures, to carry from shop to shop; what comes in is checked first."""

from __future__ import annotations

from pathlib import Path

from desktop_app.actions.template_pack import pack, unpack
from desktop_app.actions.templates import read_template, save_template, shown_pictures
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound
from desktop_app.domain.printing import Kind
from desktop_app.domain.templates import TemplateId
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.pictures import pictures_named
from desktop_app.store.durable import durable_write

SUFFIX = ".cordial-card"


def export_template(shop: Shop, kind: Kind, key: str, to: Path) -> None:
    """Writes a design and the pictures it shows to one file; raises NotFound when one of them is no longer there."""
    template = read_template(shop, kind, key)
    names = shown_pictures(template)
    pictures = pictures_named(shop, names)
    if len(pictures) < len(names):
        raise NotFound(msg("A picture of this design is no longer in the shop. Put another one in its place first."))
    durable_write(to, lambda out: pack(out, template, pictures))


def import_template(shop: Shop, file: Path, *, actor: str) -> tuple[TemplateId, Changes]:
    """Keeps the design in a file, with its pictures, as one of the shop's own; raises BadFile for anything unfit."""
    template, pictures = unpack(file, name=file.name)
    title = template.title[Language.EN]
    return save_template(shop, template, title, base=template.name, pictures=pictures, actor=actor)
