"""The shop's own card designs, their earlier versions and what uses them."""

from __future__ import annotations

from peewee import fn

from desktop_app.domain.errors import NotFound
from desktop_app.domain.printing import Kind
from desktop_app.domain.templates import TemplateId, TemplateRow, TemplateVersion, UsedBy, own_key
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.printing import print_rows
from desktop_app.queries.settings import settings
from desktop_app.store.tables import TemplateTable as T
from desktop_app.store.tables import TemplateVersionTable as V

_ROW = (T.id, T.kind, T.title, T.number, T.at, T.by, T.base, T.version)


def own_templates(shop: Shop, kind: Kind | None = None) -> list[TemplateRow]:
    """The shop's own designs of a kind (None: of all), by title."""
    query = T.select(*_ROW).order_by(T.kind, fn.LOWER(T.title), T.id)
    if kind is not None:
        query = query.where(T.kind == kind.value)
    return [_row(*row) for row in shop.rows(query.tuples())]


def own_template(shop: Shop, template_id: TemplateId) -> TemplateRow:
    """One of the shop's own designs; raises NotFound."""
    found = shop.row(T.select(*_ROW).where(T.id == template_id).tuples())
    if found is None:
        raise NotFound(msg("This design was removed in the meantime. Choose another one."))
    return _row(*found)


def template_content(shop: Shop, template_id: TemplateId, number: int | None = None) -> str:
    """A design of the shop's own as JSON, in its newest version or an earlier one; raises NotFound."""
    row = own_template(shop, template_id)
    if number is None or number == row.number:
        return str(shop.value(T.select(T.content).where(T.id == template_id)))
    found = shop.value(V.select(V.content).where(V.template == template_id, V.number == number))
    if found is None:
        raise NotFound(
            msg(
                "“{title}” has no version {number}. Look at its earlier versions.",
                title=row.title[Language.EN],
                number=number,
            )
        )
    return str(found)


def template_versions(shop: Shop, template_id: TemplateId) -> list[TemplateVersion]:
    """All versions of a design, the newest first."""
    now = own_template(shop, template_id)
    query = V.select(V.number, V.title, V.at, V.by).where(V.template == template_id).order_by(V.number.desc())
    earlier = [TemplateVersion(*row) for row in shop.rows(query.tuples())]
    return [TemplateVersion(now.number, now.title[Language.EN], now.at, now.by), *earlier]


def template_version_ids(shop: Shop, template_id: TemplateId) -> list[int]:
    """The rows that keep a design's earlier versions."""
    return [number for (number,) in shop.rows(V.select(V.id).where(V.template == template_id).tuples())]


def used_by(shop: Shop, kind: Kind, key: str) -> UsedBy:
    """What uses a design: the shop's choice for its kind, and the print log."""
    chosen = settings(shop).kept.get(f"paper.design.{kind.value}") == key
    return UsedBy(chosen, tuple(print_rows(shop, design=key)))


def _row(
    template_id: int, kind: str, title: str, number: int, at: str, by: str, base: str, version: int
) -> TemplateRow:
    titles = dict.fromkeys(Language, title)  # an owner's own words stand as they are in every language
    return TemplateRow(TemplateId(template_id), own_key(template_id), Kind(kind), titles, number, at, by, base, version)
