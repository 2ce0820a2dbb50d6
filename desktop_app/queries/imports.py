"""The log of imports, and what earlier ones left to know: which files were taken, how tables were read."""

from __future__ import annotations

import json

from peewee import fn

from desktop_app.domain.changes import ChangeId
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import ImportId, ImportRow
from desktop_app.queries import Shop
from desktop_app.queries.standings import OPEN
from desktop_app.store.tables import ChangeTable as C
from desktop_app.store.tables import ImportTable as T
from desktop_app.store.tables import OrderTable
from desktop_app.store.tables import SettingTable as S

_MAPPING = "import.mapping."


def import_rows(shop: Shop, limit: int = 200) -> list[ImportRow]:
    """The imports there were, newest first; one taken back stays in the list and says so."""
    columns = (T.id, T.at, T.file, T.kind, T.new, T.changed, T.same, T.refused, C.undone_by)
    query = T.select(*columns).join(C, on=(C.id == T.version)).order_by(T.id.desc()).limit(limit)
    return [
        ImportRow(ImportId(number), at, file, FileKind(kind), new, changed, same, refused, undone_by is not None)
        for number, at, file, kind, new, changed, same, refused, undone_by in shop.rows(query.tuples())
    ]


def change_of_import(shop: Shop, import_id: ImportId) -> ChangeId | None:
    """The change an import made; None when there was no such import."""
    found = shop.value(T.select(T.version).where(T.id == import_id))
    return ChangeId(found) if found is not None else None


def import_of_file(shop: Shop, sha256: str, source: str) -> ImportId | None:
    """The newest import in force that took this very file for this source."""
    query = (
        T.select(T.id)
        .join(C, on=(C.id == T.version))
        .where(T.sha256 == sha256, T.source == source, C.undone_by.is_null())
        .order_by(T.id.desc())
        .limit(1)
    )
    found = shop.value(query)
    return ImportId(found) if found is not None else None


def was_imported(shop: Shop, sha256: str) -> bool:
    """Whether this very file was taken in, and not taken back since."""
    query = T.select(T.id).join(C, on=(C.id == T.version)).where(T.sha256 == sha256, C.undone_by.is_null())
    return shop.value(query.limit(1)) is not None


def brought_work(shop: Shop, change: ChangeId) -> bool:
    """Whether an order that an import wrote waits to be packed."""
    return shop.value(OrderTable.select(OrderTable.id).where(OrderTable.version == change, OPEN).limit(1)) is not None


def import_sources(shop: Shop) -> tuple[str, ...]:
    """The shops files were taken from, by the names that keep their numbers apart; the last used first."""
    query = T.select(T.source, fn.MAX(T.id)).group_by(T.source).order_by(fn.MAX(T.id).desc())
    return tuple(source for source, _ in shop.rows(query.tuples()) if source)


def reached(shop: Shop, source: str) -> str:
    """The latest day that the orders of any file of a source reached, as ISO writes it; "" before the first."""
    query = T.select(fn.MAX(T.reaches)).join(C, on=(C.id == T.version)).where(T.source == source, C.undone_by.is_null())
    return shop.value(query) or ""


def remembered_mappings(shop: Shop) -> list[str]:
    """The mappings the shop remembers, as TOML texts."""
    rows = shop.rows(S.select(S.value).where(S.key.startswith(_MAPPING)).order_by(S.id.desc()).tuples())
    return [json.loads(value) for (value,) in rows]


def mapping_key(source: str, kind: FileKind) -> str:
    """The setting that remembers how tables of one kind are read for a source."""
    return f"{_MAPPING}{kind}.{source}"


def mapping_row(shop: Shop, key: str) -> int | None:
    """The id of the setting with such a key; None where nothing is remembered yet."""
    found = shop.value(S.select(S.id).where(S.key == key))
    return int(found) if found is not None else None
