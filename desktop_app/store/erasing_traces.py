"""Takes people out of what remembers the past: the undo journal, the titles of the change log, the logs of files.

A change that nothing can be taken back of any more is no step of Undo from then on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from desktop_app.domain.customers import display_name
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.store.access import Access
from desktop_app.store.erasing import ORDER_BLANKS, OWN
from desktop_app.store.erasing_complaints import BLANKS, SPOKEN, addressed, is_about
from desktop_app.store.messages import message_to_json
from desktop_app.store.reach import Reach, among, parts
from desktop_app.store.shape import shape
from desktop_app.store.tables import CustomerTable, OrderTable, PrintItemTable, RelativeTable

_PAGE = 5_000  # entries of journal and log held at once
_SOMEBODY = json.loads(message_to_json(msg("somebody who was erased")))
_NAMES = ("given", "patronymic", "family", "company", "email", "phone")
_OWN = {shape(table).name: columns for table, columns in OWN}
_SPOKEN = tuple(shape(table).name for table, _ in SPOKEN)
_CUSTOMER, _RELATIVE, _ORDER, _ITEM = (
    shape(table).name for table in (CustomerTable, RelativeTable, OrderTable, PrintItemTable)
)


def marks_of(access: Access, reach: Reach) -> set[str]:
    """Every name, address and number the people are or were known by; to be asked before their rows go."""
    found: set[str] = set()
    columns = ", ".join(_NAMES)
    for part in parts(reach.customers):
        rows = access.sql(f"SELECT id, {columns} FROM customer WHERE id IN {among(part)}")
        now = {number: dict(zip(_NAMES, values, strict=True)) for number, *values in rows}
        for number in part:  # who was merged into somebody is known from the journal alone
            found |= _called(access, number, now.get(number, dict.fromkeys(_NAMES, "")))
        for (value,) in access.sql(f"SELECT value FROM contact WHERE customer_id IN {among(part)}"):
            found.add(value)
    return {mark for mark in found | _around(access, reach) | addressed(access, reach) if mark}


def erase_traces(access: Access, reach: Reach, marks: set[str], *, running: int) -> None:
    """Takes the people out of journal and logs, inside the change number `running`."""
    touched = _clear_journal(access, reach) | reach.changes
    wanted = _Marks(marks)
    _clear_titles(access, wanted, touched, running=running)
    for number, file in access.sql("SELECT id, file FROM import_run"):
        if wanted.in_text(file):
            access.execute("UPDATE import_run SET file = '' WHERE id = ?", (number,))
    for number, content in access.sql("SELECT id, content FROM saved_view"):
        if wanted.in_text(content):
            access.execute("UPDATE saved_view SET content = ? WHERE id = ?", (wanted.taken_out(content), number))
    for part in parts(touched):
        access.execute(
            f"UPDATE change_log SET undoable = 0 WHERE id IN {among(part)}"
            " AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.change_id = change_log.id)"
        )


def _called(access: Access, number: int, now: dict[str, str]) -> set[str]:
    """What a customer is called, and was before each edit that the journal knows."""
    found = _forms(now)
    edits = "SELECT columns, before FROM journal WHERE tbl = 'customer' AND first_id = ? AND op <> 'I' ORDER BY id DESC"
    for columns, before in access.sql(edits, (number,)):
        image = dict(zip(columns.split(","), json.loads(before), strict=True))
        now = {name: image.get(name, now[name]) or "" for name in _NAMES}
        found |= _forms(now)
    return found


def _around(access: Access, reach: Reach) -> set[str]:
    """What those around the people are called, or were before an edit or a removal that the journal knows."""
    names: dict[int, tuple[set[str], set[str]]] = {}
    for part in parts(reach.of(RelativeTable)):
        for number, given, family in access.sql(f"SELECT id, given, family FROM relative WHERE id IN {among(part)}"):
            names[number] = {given}, {family, ""}
    for _, _, table, op, first, _, columns, before in _entries(access, [_RELATIVE]):
        image = {} if op == "I" else dict(zip(columns.split(","), json.loads(before), strict=True))
        if image and _about(reach, table, first, image):
            givens, families = names.setdefault(first, (set(), {""}))
            givens.add(image.get("given") or "")
            families.add(image.get("family") or "")
    return {display_name(given, family) for givens, families in names.values() for given in givens | {""}
            for family in families}  # fmt: skip


class _Marks:
    """What is looked for in texts: names of several words, addresses and numbers anywhere, a single word by itself."""

    def __init__(self, marks: set[str]) -> None:
        wanted = marks | {shorten(mark) for mark in marks}
        self._anywhere = {mark for mark in wanted if " " in mark or "@" in mark or any(map(str.isdigit, mark))}
        self._alone = wanted - self._anywhere

    def in_text(self, text: str) -> bool:
        """Whether a text names one of the people beyond doubt."""
        return any(mark in text for mark in self._anywhere)

    def taken_out(self, text: str) -> str:
        """JSON without the people: every string of it that names one of them is empty."""
        return json.dumps(self._emptied(json.loads(text)), ensure_ascii=False, separators=(",", ":"))

    def _emptied(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._emptied(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self._emptied(item) for item in value]
        return "" if isinstance(value, str) and self.in_text(value) else value

    def is_one(self, text: str) -> bool:
        """Whether a text is a single name one of the people bears; others may bear it too."""
        return text in self._alone


def _forms(of: dict[str, str]) -> set[str]:
    given, patronymic, family = of["given"], of["patronymic"], of["family"]
    shown = display_name(given, family, of["company"], email=of["email"], phone=of["phone"])
    whole = " ".join(part for part in (given, patronymic, family) if part)
    return {shown, whole, of["company"], of["email"], of["phone"]} - {""}


def _clear_journal(access: Access, reach: Reach) -> set[int]:
    """Drops or empties the entries about the people; returns the changes they belonged to."""
    touched: set[int] = set()
    dropped: list[int] = []
    tables = [_CUSTOMER, _RELATIVE, _ORDER, _ITEM, *_OWN, *_SPOKEN, *BLANKS]
    staying = {_ORDER, _ITEM, *BLANKS}  # their rows stay, emptied, and so do the entries
    for number, change, table, op, first, last, columns, before in _entries(access, tables):
        if op == "I":
            if first == last and table not in staying and first in reach.rows[table]:
                dropped.append(number)
                touched.add(change)
            continue
        image = dict(zip(columns.split(","), json.loads(before), strict=True))
        if not _about(reach, table, first, image):
            continue
        touched.add(change)
        if table in staying:
            emptied = json.dumps(_emptied(table, image), ensure_ascii=False, separators=(",", ":"))
            access.execute("UPDATE journal SET before = ? WHERE id = ?", (emptied, number))
        else:
            dropped.append(number)
    for part in parts(dropped):
        access.execute(f"DELETE FROM journal WHERE id IN {among(part)}")
    return touched


def _entries(access: Access, tables: list[str]) -> Iterator[tuple[Any, ...]]:
    marks, last = ", ".join("?" for _ in tables), 0
    while True:
        found = access.sql(
            "SELECT id, change_id, tbl, op, first_id, last_id, columns, before FROM journal"
            f" WHERE id > ? AND tbl IN ({marks}) ORDER BY id LIMIT {_PAGE}",
            (last, *tables),
        )
        yield from found
        if len(found) < _PAGE:
            return
        last = found[-1][0]


def _about(reach: Reach, table: str, row: int, image: dict[str, Any]) -> bool:
    """Whether an entry is about the people: by its row, or by whom the row belonged to when it was noted."""
    if row in reach.rows[table]:
        return True
    if table in _SPOKEN or table in BLANKS:
        return is_about(reach, image)
    whose = _OWN.get(table, ("customer_id", "other_id") if table != _CUSTOMER else ())
    if any(image.get(column) in reach.customers for column in whose):
        if table == _RELATIVE:
            reach.rows[table].add(row)
        return True
    return image.get("relative_id") in reach.rows[_RELATIVE] if image.get("relative_id") else False


def _emptied(table: str, image: dict[str, Any]) -> list[Any]:
    gone: tuple[str, ...] = ("customer_id", "relative_id")
    blanks: tuple[str, ...] = ORDER_BLANKS if table == _ORDER else ("title", "product")
    if table in BLANKS:
        blanks, gone = BLANKS[table]
    return [None if name in gone else "" if name in blanks else value for name, value in image.items()]


def _clear_titles(access: Access, marks: _Marks, touched: set[int], *, running: int) -> None:
    """Says “somebody who was erased” in the titles of changes where a name stands."""
    last = 0
    while True:
        found = access.sql(
            f"SELECT id, title FROM change_log WHERE id > ? AND id <> ? ORDER BY id LIMIT {_PAGE}", (last, running)
        )
        for number, title in found:
            if '"args":{"' not in title:
                continue
            read = json.loads(title)
            told = _told(read, marks, theirs=number in touched)
            if told != read:
                text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
                access.execute("UPDATE change_log SET title = ? WHERE id = ?", (text, number))
        if len(found) < _PAGE:
            return
        last = found[-1][0]


def _told(title: Any, marks: _Marks, *, theirs: bool) -> Any:
    """A title as JSON with every value that names one of the people replaced; `theirs` is about them for sure."""
    if isinstance(title, str):
        return _SOMEBODY if marks.in_text(title) or (theirs and marks.is_one(title)) else title
    if not isinstance(title, dict) or "args" not in title:
        return title
    return {**title, "args": {name: _told(value, marks, theirs=theirs) for name, value in title["args"].items()}}
