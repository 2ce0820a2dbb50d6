"""`cordial import`: plan and run imports of one or several files, list them, take one back."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop_app.actions.importing import (
    ImportPlan,
    import_file,
    load_mapping,
    plan_import,
    save_mapping,
    undo_import,
)
from desktop_app.actions.refused_rows import save_refused, saved_said
from desktop_app.cli.output import Context, table
from desktop_app.domain.errors import AppError, Invalid, NoShop
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import ImportId, Oddity, PlanSummary, Refusal
from desktop_app.domain.mapping import MAP_FIELDS, DateOrder, FileMapping, Price
from desktop_app.domain.money import Money
from desktop_app.domain.text import shorten
from desktop_app.i18n import Words, msg
from desktop_app.queries import Shop
from desktop_app.queries.imports import import_rows


@dataclass(frozen=True, slots=True)
class Report:
    """One file's plan and, when it was carried out, the number of its import."""

    summary: PlanSummary
    done: ImportId | None

    def data(self, words: Words) -> dict[str, object]:
        """The object of the contract."""
        plan = self.summary
        return {
            "import": self.done or None,
            "file": plan.file,
            "kind": plan.kind,
            "new": plan.new,
            "changed": plan.changed,
            "same": plan.same,
            "lines": plan.lines,
            "people": plan.people,
            "people_new": plan.people_new,
            "refused": [_valued(refusal, words) for refusal in plan.refused],
            "odd": [_valued(oddity, words) for oddity in plan.odd],
            "source": plan.source,
            "totals": [Money(minor, currency) for currency, minor in plan.totals],
            "first_day": plan.first_day,
            "last_day": plan.last_day,
            "seen_before": plan.seen_before,
            "notes": plan.notes,
        }

    def text(self, context: Context) -> str:
        """The same for people."""
        plan, words = self.summary, context.words
        said = [
            f"{plan.file}: "
            + words("{new} new, {changed} changed, {same} the same", new=plan.new, changed=plan.changed, same=plan.same)
        ]
        if plan.orders:
            said.append(words.n("{n} order line", "{n} order lines", plan.lines))
            said.append(words.n("{n} customer", "{n} customers", plan.people))
        if plan.totals:
            said.append(", ".join(context.money(Money(minor, currency)) for currency, minor in plan.totals))
        if plan.refused:
            said.append(words.n("{n} refused", "{n} refused", plan.refused_count))
        said.append(words("import {id}", id=self.done) if self.done else words("nothing was written"))
        return "\n".join([" · ".join(said), *("  " + words.say(note) for note in plan.notes)])


def run(context: Context, words: argparse.Namespace) -> int:
    """Imports files, or lists or undoes imports; 3 when some records were refused and the rest went in."""
    if words.list or words.undo is not None:
        return _earlier(context, words)
    if words.watched is not None:
        from desktop_app.cli.watched import list_watched

        return list_watched(context, words.watched)
    _check(words)
    if not words.files:
        context.complain(context.words("Name a file to import, or --list to see the imports there were."))
        return 2
    with _opened(context, dry=words.dry_run) as shop:
        reports, failure = _all(context, shop, words)
    data = [report.data(context.words) for report in reports]
    context.answer(
        data[0] if len(words.files) == 1 else {"files": data}, "\n".join(report.text(context) for report in reports)
    )
    refused = [refusal for report in reports for refusal in report.summary.refused]
    for refusal in refused:
        context.complain(_sentence(refusal, context.words))
    if failure is not None:
        left = ", ".join(Path(file).name for file in words.files[len(reports) :])
        context.complain(context.words.say(failure.message))
        context.complain(context.words("Not imported: {files}", files=left))
    return 3 if refused or failure else 0


@contextmanager
def _opened(context: Context, *, dry: bool) -> Iterator[Shop]:
    """The shop to import into; what would happen is also told where there is none yet, against an empty one."""
    with ExitStack() as stack:
        try:
            shop = context.open(write=not dry)
        except NoShop:
            if not dry:
                raise
            folder = stack.enter_context(TemporaryDirectory(prefix="cordial-"))
            shop = context.make(str(Path(folder) / "empty.cordial"))
        stack.callback(shop.close)
        yield shop


def _all(context: Context, shop: Shop, words: argparse.Namespace) -> tuple[list[Report], AppError | None]:
    """Each file in turn; what stopped a later one comes back too, for the files before it went in."""
    reports: list[Report] = []
    for file in words.files:
        try:
            reports.append(_one(context, shop, words, Path(file)))
        except AppError as failure:
            if not any(report.done for report in reports):
                raise
            return reports, failure
    return reports, None


def _one(context: Context, shop: Shop, words: argparse.Namespace, file: Path) -> Report:
    kind, mapping, progress = _kind(words.kind), _mapping(words), context.progress()
    try:
        if words.dry_run or words.refused_to:
            plan = plan_import(shop, file, kind=kind, mapping=mapping, source=words.source, progress=progress)
            _keep(context, words, plan)
        if words.dry_run:
            return Report(plan.summary, None)
        summary, done = import_file(
            shop, file, kind=kind, mapping=mapping, source=words.source, actor=context.actor, progress=progress
        )
    except Invalid as question:
        if option := _ASKED.get(question.field):
            raise Invalid(
                question.field, msg("{question} Add {option}.", question=question.message, option=option)
            ) from question
        raise
    return Report(summary, done.id)


def _check(words: argparse.Namespace) -> None:
    """Raises Invalid for words that do not go together: one file is written, so it is of one file, not yet taken in."""
    if (words.refused_to or words.save_map) and len(words.files) > 1:
        raise Invalid("files", msg("--refused-to and --save-map are for one file at a time. Name one file."))
    if words.save_map and not words.dry_run:
        raise Invalid("save_map", msg("Say --dry-run with --save-map."))


def _keep(context: Context, words: argparse.Namespace, plan: ImportPlan) -> None:
    """Writes what was asked for beside the plan: its refused rows, how the table is read."""
    if words.refused_to and plan.summary.refused:
        to = Path(words.refused_to)
        said = saved_said(plan.summary, save_refused(plan, to, words=context.words), to)
        if plan.summary.refused_count > len(plan.summary.refused):
            context.complain(context.words.say(said))
    if words.save_map:
        save_mapping(Path(words.save_map), plan.source.detected.mapping)


_ASKED = {  # the option that settles what a file leaves open
    "columns": "--column FIELD=HEADING",
    "currency": "--currency EUR",
    "date_order": "--date-order dmy / mdy",
    "decimal": "--decimal . / ,",
    "encoding": "--encoding NAME",
    "price": "--price unit / line",
    "separator": "--separator ;",
    "sheet": "--sheet NAME",
}
_SETTLED = ("encoding", "separator", "sheet", "headless", "same_names", "decimal", "currency")


def _mapping(words: argparse.Namespace) -> FileMapping | None:
    """The mapping file with the options over it; None when neither was given."""
    mapping = load_mapping(Path(words.mapping)) if words.mapping else FileMapping()
    changed: dict[str, Any] = {name: value for name in _SETTLED if (value := getattr(words, name))}
    if words.date_order:
        changed["date_order"] = DateOrder(words.date_order)
    if words.price:
        changed["price"] = Price(words.price)
    if words.column:
        changed["columns"] = {**mapping.columns, **dict(map(_column, words.column))}
    return replace(mapping, **changed) if words.mapping or changed else None


def _column(text: str) -> tuple[str, str]:
    name, _, heading = text.partition("=")
    known = [field.name for field in MAP_FIELDS]
    if name not in known or not heading:
        raise Invalid(
            "column",
            msg(
                "“{text}” at --column is not FIELD=HEADING; use one of these fields: {fields}.",
                text=shorten(text),
                fields=known,
            ),
        )
    return name, heading


def _earlier(context: Context, words: argparse.Namespace) -> int:
    shop = context.open(write=words.undo is not None)
    try:
        if words.undo is not None:
            done = undo_import(shop, ImportId(words.undo), actor=context.actor)
            context.answer({"import": words.undo, "change": done.id}, context.words.say(done.title))
            return 0
        rows = import_rows(shop)
    finally:
        shop.close()
    cells: list[Sequence[str]] = [
        (str(row.id), row.at[:16].replace("T", " "), row.kind, f"+{row.new} ~{row.changed} ={row.same}", row.file)
        for row in rows
    ]
    context.answer({"imports": rows}, table(cells) or context.words("Nothing was imported yet."))
    return 0


def _kind(text: str | None) -> FileKind | None:
    try:
        return FileKind(text) if text else None
    except ValueError:
        kinds = ", ".join(FileKind)
        raise Invalid(
            "as",
            msg(
                "“{text}” is not a kind of file Cordial reads; use one of {kinds}.",
                text=shorten(text or ""),
                kinds=kinds,
            ),
        ) from None


def _valued(found: Refusal | Oddity, words: Words) -> dict[str, object]:
    place = found.place
    return {
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
        "value": found.value,
        "reason": words.say(found.reason),
    }


def _sentence(refusal: Refusal, words: Words) -> str:
    place = refusal.place
    where = [place.file, place.sheet, words("row {row}", row=place.row), place.column]
    value = " " + words("“{value}”", value=refusal.value) if refusal.value else ""
    return ", ".join(part for part in where if part) + value + ": " + words.say(refusal.reason)
