"""The rows an import refuses, written to a file of their own with the reason beside each: to be mended and dropped."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from desktop_app.actions.importing import ImportPlan
from desktop_app.domain.errors import Invalid
from desktop_app.domain.file_kinds import Brings
from desktop_app.domain.importing import PlanSummary, Refusal
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_list import guarded
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.detected import Detected
from desktop_app.exchange.files import examine
from desktop_app.exchange.reader import DocumentReader
from desktop_app.exchange.synonyms import ORDER_NAMES
from desktop_app.exchange.table import Table, open_table
from desktop_app.i18n import Message, Words, msg, nmsg
from desktop_app.store.durable import durable_write


def save_refused(plan: ImportPlan, to: Path, *, words: Words) -> int:
    """Writes the refused rows of a plan as CSV (UTF-8), with all rows of an order one row of which is refused.

    The columns are the file's own, so the mended file can be imported; the last two tell where each row stood and
    what is wrong with it. Files that are no tables give a list of places and reasons. Returns how many rows were
    written; raises Invalid for the file itself as the place, BadFile when that is gone, StoreUnavailable.
    """
    source = plan.source.detected
    if to.exists() and to.samefile(source.path):
        raise Invalid("to", msg("“{file}” is the file itself. Give another name.", file=shorten(to.name)))
    reasons = _reasons(plan.summary, words)
    written: list[int] = []

    def write(out: BinaryIO) -> None:
        written.append(_write(out, source, reasons, plan.summary, words))

    durable_write(to, write)
    return written[-1]


def saved_said(plan: PlanSummary, written: int, to: Path) -> Message:
    """What was saved, in a sentence; a plan lists only so many refusals, and the rows of the others are not there."""
    listed = len(plan.refused)
    if plan.refused_count > listed:
        return msg(
            "The first {n} refused rows of {total} were saved in {file}. When so many are refused, look whether the "
            "columns are right.",
            n=listed,
            total=plan.refused_count,
            file=to.name,
        )
    return nmsg("{n} row saved in {file}", "{n} rows saved in {file}", n=written, file=to.name)


def _write(out: BinaryIO, source: Detected, reasons: dict[int, str], plan: PlanSummary, words: Words) -> int:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    last = [words("Row in {file}", file=plan.file), words("What is wrong")]
    rows = 0
    try:
        if isinstance(source.reader, DocumentReader):
            writer.writerow([*last, words("Value")])
            for refusal in plan.refused:
                rows += 1
                writer.writerow([refusal.place.row, guarded(words.say(refusal.reason)), guarded(refusal.value)])
            return rows
        wanted = _with_their_orders(source, set(reasons))
        for table, row, cells in _rows(source):
            if not rows:
                writer.writerow([guarded(name) for name in (*table.headings.names, *last)])
                rows = 1
            if row in wanted:
                rows += 1
                room = [""] * (len(table.headings) - len(cells))
                writer.writerow([*map(_cell, cells), *room, row, guarded(reasons.get(row, ""))])
        return rows - 1
    finally:
        text.flush()
        text.detach()


def _cell(raw: str) -> str:
    """A cell as it stood: one that has its apostrophe already is not given another."""
    return raw if raw.startswith("'") else guarded(raw)


def _reasons(plan: PlanSummary, words: Words) -> dict[int, str]:
    said: dict[int, list[str]] = {}
    for refusal in plan.refused:
        said.setdefault(refusal.place.row, []).append(_reason(refusal, words))
    return {row: " ".join(sentences) for row, sentences in said.items()}


def _reason(refusal: Refusal, words: Words) -> str:
    reason = words.say(refusal.reason)
    return f"{refusal.place.column}: {reason}" if refusal.place.column else reason


def _with_their_orders(source: Detected, refused: set[int]) -> set[int]:
    """The refused rows and all that tell of the same orders: an order is taken whole or not at all."""
    keys: set[str] = set()
    for _, row, _, key in _keyed(source):
        if row in refused and key:
            keys.add(key)
    return refused | {row for _, row, _, key in _keyed(source) if key in keys}


def _keyed(source: Detected) -> Iterator[tuple[Table, int, list[str], str]]:
    """The rows with the number of their order; one without a number belongs to the row above."""
    at, key = -2, ""
    for table, row, cells in _rows(source):
        if at == -2:
            at = _number_column(table, source)
        if 0 <= at < len(cells) and cells[at].strip():
            key = cells[at].strip()
        yield table, row, cells, key if at >= 0 else ""


def _number_column(table: Table, source: Detected) -> int:
    """The column of the order's number; -1 in tables of people, products and complaints."""
    if source.reader.kind.brings is not Brings.ORDERS or isinstance(source.reader, DocumentReader):
        return -1
    if label := source.mapping.columns.get("number", ""):
        return table.headings.at_label(label)
    names = (*chain.from_iterable(source.reader.needs[:1]), *ORDER_NAMES["number"])
    places = [place for name in names if (place := table.headings.at(name)) >= 0]
    return next((place for place in places if any(cell.strip() for cell in table.sampled(place))), -1)


def _rows(source: Detected) -> Iterator[tuple[Table, int, list[str]]]:
    examined = examine(source.path, encoding=source.mapping.encoding)
    table = open_table(examined, source.mapping, known=source.knows)
    try:
        rows: Iterator[Row] = table.rows
        for row, cells in rows:
            yield table, row, cells
    finally:
        table.source.close()
