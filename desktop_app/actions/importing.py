"""Importing a file: looked at, planned without writing, then taken in as one transaction that can be undone whole."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop_app.actions.backups import backup_if_changed
from desktop_app.actions.history import undo
from desktop_app.actions.import_run import ImportRun, Progress, Source
from desktop_app.domain.backups import Reason
from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import AppError, BadFile, Invalid, NotFound
from desktop_app.domain.file_kinds import MAPPED, FileKind
from desktop_app.domain.importing import ImportDone, ImportId, PlanSummary
from desktop_app.domain.mapping import FileLook, FileMapping
from desktop_app.domain.text import clean, shorten
from desktop_app.exchange import mapping_file
from desktop_app.exchange.beside import Beside
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.detect import detect, look_at
from desktop_app.exchange.reading import with_date_order
from desktop_app.i18n import Message, msg
from desktop_app.queries import Engine, Shop
from desktop_app.queries.imports import change_of_import, import_of_file, mapping_key, mapping_row, remembered_mappings
from desktop_app.store.durable import durable_write
from desktop_app.store.tables import ImportTable, SettingTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

T = TypeVar("T")
_ONE_AT_A_TIME = "import"
_FORGOTTEN = 1990  # computers begin at 1970 or 1980 when their battery is flat
_TOPICS = (Topic.ORDERS, Topic.CUSTOMERS, Topic.PRODUCTS, Topic.COMPLAINTS, Topic.IMPORTS)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, and what is needed to do it; the file is read again then, so the plan stays small."""

    summary: PlanSummary
    source: Source


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a shop knows that helps to look at files: its own file, and the mappings it remembers as TOML texts."""

    own: str
    mappings: tuple[str, ...]


def what_is_remembered(shop: Shop) -> Remembered:
    """The same of this shop, so that files can be looked at where the shop cannot be asked."""
    own = shop.location if shop.engine is Engine.SQLITE else ""
    return Remembered(own, tuple(remembered_mappings(shop)))


def look_into(shop: Shop, path: Path, *, mapping: FileMapping | None = None) -> FileLook:
    """A file before it is planned: what it is taken for, its headings and first rows, and which columns must be told.

    Raises BadFile for what cannot be read at all.
    """
    return look_with(what_is_remembered(shop), path, mapping=mapping)


def look_with(known: Remembered, path: Path, *, mapping: FileMapping | None = None) -> FileLook:
    """The same by what a shop was asked before; raises BadFile."""
    _refuse_own(known.own, path)
    given = mapping or FileMapping()
    return look_at(path, given if mapping else _remembered(known.mappings, path, given))


def plan_import(
    shop: Shop,
    path: Path,
    *,
    kind: FileKind | None = None,
    mapping: FileMapping | Path | None = None,
    source: str | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing a file would do; the shop is only read.

    Raises BadFile for a file that cannot be used, Invalid with the field of FileMapping that a person must settle
    ("date_order", "price", …), Stopped when `progress` (bytes done, bytes in all) answers False.
    """
    with Beside(path) as beside:
        found = _found(shop, path, kind=kind, mapping=mapping, source=source, encoding=encoding)
        run = _settled(found, lambda source: _counted(shop, source, beside, progress), progress)
    return ImportPlan(run.summary(), run.source)


def run_import(shop: Shop, plan: ImportPlan, *, actor: str, progress: Progress | None = None) -> ImportDone:
    """Takes a planned file into the shop: a backup first, then everything in one change, or nothing.

    The file is held against the shop again, so that what happened since the plan is not overwritten. Raises Conflict
    when it is not the file that was planned any more, Stopped when `progress` answers False; nothing is written then.
    """
    with Beside(plan.source.detected.path) as beside:
        _back_up(shop, plan.source)
        return _written(shop, plan.source, beside, actor=actor, progress=progress)[1]


def import_file(
    shop: Shop,
    path: Path,
    *,
    actor: str,
    kind: FileKind | None = None,
    mapping: FileMapping | Path | None = None,
    source: str | None = None,
    progress: Progress | None = None,
) -> tuple[PlanSummary, ImportDone]:
    """Plans and imports a file at one reading, for those who do not look at the plan first; returns both.

    A file that was imported before and brings nothing new is not worth a backup. Raises what `plan_import` and
    `run_import` raise; nothing is written then.
    """
    with Beside(path) as beside:
        found = _found(shop, path, kind=kind, mapping=mapping, source=source)
        if import_of_file(shop, found.detected.sha256, found.name) is not None:  # as a rule all of it is there
            known = _settled(found, lambda source: _counted(shop, source, beside, progress), progress).summary()
            if not (known.new or known.changed):
                return known, _done(known, Changes(ChangeId(0), frozenset(), _title(found)))
        _back_up(shop, found)
        run, done = _settled(
            found, lambda source: _written(shop, source, beside, actor=actor, progress=progress), progress
        )
    return run.summary(), done


def undo_import(shop: Shop, import_id: ImportId, *, actor: str) -> Changes:
    """Takes an import back whole; raises NotFound without such an import, Conflict when its records changed since."""
    change = change_of_import(shop, import_id)
    if change is None:
        raise NotFound(msg("There is no import number {id}. Look at the list of imports.", id=import_id))
    return undo(shop, change, actor=actor)


def load_mapping(path: Path) -> FileMapping:
    """A mapping from a TOML file; raises BadFile."""
    return mapping_file.load_mapping(path)


def save_mapping(to: Path, mapping: FileMapping) -> None:
    """Writes a mapping as a TOML file, to be handed on; raises StoreUnavailable where that cannot be."""
    durable_write(to, mapping_text(mapping).encode())


def mapping_text(mapping: FileMapping) -> str:
    """A mapping as the text of a TOML file."""
    return mapping_file.mapping_to_text(mapping)


def _back_up(shop: Shop, source: Source) -> None:
    """A backup before a file goes in; one e-mail is one record, which Undo takes back as well."""
    if source.detected.reader.kind is not FileKind.MAIL:
        backup_if_changed(shop, reason=Reason.BEFORE_IMPORT)


class _Older(Exception):
    """The file reaches less far than one taken before it: what it says otherwise may be what was."""


class _Astray(Exception):
    """Rows were found that continue an order further up: the next reading puts them where they belong."""

    def __init__(self, rows: Mapping[str, list[Row]]) -> None:
        super().__init__()
        self.rows = rows


def _found(
    shop: Shop,
    path: Path,
    *,
    kind: FileKind | None,
    mapping: FileMapping | Path | None,
    source: str | None,
    encoding: str | None = None,
) -> Source:
    """The file as it is going to be read first; nothing of it is compared yet."""
    known = what_is_remembered(shop)
    _refuse_own(known.own, path)
    _check_clock(shop)
    given = mapping_file.load_mapping(mapping) if isinstance(mapping, Path) else mapping or FileMapping()
    given = replace(given, kind=kind or given.kind, encoding=encoding or given.encoding)
    detected = detect(path, given if mapping or kind else _remembered(known.mappings, path, given))
    name = clean(source or "") or detected.mapping.source or detected.reader.source
    return Source(replace(detected, mapping=replace(detected.mapping, source=name)), name, {})


def _refuse_own(own: str, path: Path) -> None:
    """Raises BadFile for the shop's own file, unopened: opened and closed here, it would lose SQLite's locks."""
    if not own:
        return
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):  # one of them is not there
            if os.path.samefile(path, f"{own}{ending}"):
                said = msg(
                    "“{file}” is this shop’s own file. Choose a file of orders, customers or products.",
                    file=path.name,
                )
                raise BadFile(said, file=path.name)


def _check_clock(shop: Shop) -> None:
    """Raises AppError on a computer that forgot the year: birthdays would lie in its future and lose their years."""
    year = shop.today().year
    if year < _FORGOTTEN:
        said = msg(
            "This computer’s clock says the year {year}. Set it right and try again: ages and due dates are counted "
            "from it.",
            year=str(year),
        )
        raise AppError(said)


def _settled(source: Source, attempt: Callable[[Source], T], progress: Progress | None) -> T:
    """Tries a file until what only its rows tell is known: the order of its dates, rows apart, how far it reaches."""
    while True:
        try:
            return attempt(source)
        except Invalid as question:
            if question.field != "date_order" or source.detected.mapping.date_order:
                raise
            detected = with_date_order(source.detected, progress)
            if detected.mapping.date_order is None:
                raise
            source = replace(source, detected=detected)
        except _Astray as found:
            source = replace(source, strays=found.rows)
        except _Older:
            source = replace(source, older=True)


def _counted(shop: Shop, source: Source, beside: Beside, progress: Progress | None) -> ImportRun:
    run = ImportRun(shop, source, beside, progress=progress)
    run.count()
    _check(run)
    return run


def _written(
    shop: Shop, source: Source, beside: Beside, *, actor: str, progress: Progress | None
) -> tuple[ImportRun, ImportDone]:
    with shop.change(_title(source), actor=actor, topics=_TOPICS) as change:
        change.hold_key(_ONE_AT_A_TIME)  # what another desk takes in right now is there before this is compared
        run = ImportRun(shop, source, beside, progress=progress)
        run.write(change, by=actor)
        _check(run)
        number = _logged(shop, change, run) if change.wrote else ImportId(0)
    return run, replace(_done(run.summary(), change.changes, number), complaints=tuple(run.complaints))


def _done(summary: PlanSummary, changes: Changes, number: ImportId = ImportId(0)) -> ImportDone:
    return ImportDone(
        number,
        changes,
        new=summary.new,
        changed=summary.changed,
        same=summary.same,
        refused=summary.refused,
        lines=summary.lines,
        people_new=summary.people_new,
    )


def _title(source: Source) -> Message:
    return msg("Import {file}", file=shorten(source.detected.file))


def _check(run: ImportRun) -> None:
    """Raises _Astray or _Older when the file must be read again, BadFile when it held nothing."""
    if run.intake.strays:
        raise _Astray(run.intake.strays)
    if run.may_be_older():
        raise _Older
    if not (run.intake.records or run.intake.refused_count or any(one.row for one in run.intake.sales)):
        file = run.source.detected.file
        raise BadFile(
            msg("{file} has headings but 0 rows. Export it again with its rows in it.", file=shorten(file)),
            file=file,
            sheet=run.source.detected.sheet,
            row=1,
        )


def _logged(shop: Shop, change: Change, run: ImportRun) -> ImportId:
    """The import's own line in the log, and how its table was read, for the next time."""
    summary, detected = run.summary(), run.source.detected
    if summary.kind in MAPPED:
        text = json.dumps(mapping_text(replace(detected.mapping, encoding="", sheet="")), ensure_ascii=False)
        key = mapping_key(run.source.name, summary.kind)
        row = mapping_row(shop, key)
        if row is None:
            change.insert(SettingTable, {"key": key, "value": text})
        else:
            change.update(SettingTable, row, version=None, values={"value": text})
    values = {
        "at": shop.now().isoformat(timespec="seconds"),
        "file": summary.file,
        "sha256": summary.sha256,
        "kind": summary.kind.value,
        "source": summary.source,
        "new": summary.new,
        "changed": summary.changed,
        "same": summary.same,
        "refused": summary.refused_count,
        "reaches": summary.last_day.isoformat() if summary.orders and summary.last_day else "",
    }
    return ImportId(change.insert(ImportTable, values))


def _remembered(texts: Sequence[str], path: Path, given: FileMapping) -> FileMapping:
    """How a shop read a table with these very headings before; `given` where it never did."""
    if not texts:
        return given
    look = look_at(path, given)
    if look.kind not in (None, *MAPPED):
        return given
    for text in texts:
        known = mapping_file.mapping_from_text(text, look.file)
        if look.kind in (None, known.kind) and known.columns and set(known.columns.values()) <= set(look.headings):
            # How it is written may change from file to file, and each tells that by itself.
            return replace(known, encoding=given.encoding, separator="", sheet=given.sheet, decimal=given.decimal)
    return given
