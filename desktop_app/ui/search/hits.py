"""What a search found as Qt shows it: headings of kinds, and under each its hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.people import RELATION_NAMES
from desktop_app.i18n import Words
from desktop_app.queries.search import Hit, HitKind
from desktop_app.ui.models.rows import Role

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HitsModel(QAbstractListModel):
    """Headings (text, not to be chosen) and hits (`Role.ROW` is the Hit, `Role.DETAIL` what is known beside it)."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._entries: list[str | Hit] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show other hits, those of one kind together, kinds in the order of their first hit."""
        groups = dict.fromkeys((hit.near, hit.kind) for hit in hits)
        entries: list[str | Hit] = []
        for near, kind in groups:
            entries.append(self._words("Did you mean") if near else self._heading(kind))
            entries.extend(hit for hit in hits if (hit.near, hit.kind) == (near, kind))
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    @property
    def headings(self) -> int:
        """How many of the entries are headings."""
        return sum(isinstance(entry, str) for entry in self._entries)

    def hit(self, place: int) -> Hit | None:
        """The hit at a place; None for a heading or nothing."""
        entry = self._entries[place] if 0 <= place < len(self._entries) else ""
        return entry if isinstance(entry, Hit) else None

    def next_hit(self, place: int, step: int) -> int:
        """The place of the next hit from a place in a direction; the place itself when there is none."""
        at = place + step
        while 0 <= at < len(self._entries):
            if isinstance(self._entries[at], Hit):
                return at
            at += step
        return place

    def detail(self, hit: Hit) -> str:
        """What is known beside a hit, in one line; of a person around a customer first what they are to them."""
        if hit.relation is None:
            return hit.detail
        relation = hit.relation_words or self._words.say(RELATION_NAMES[hit.relation])
        return " · ".join(part for part in (relation, hit.detail) if part)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = 0) -> Any:
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry if isinstance(entry, str) else entry.title
        if role == Role.ROW:
            return entry if isinstance(entry, Hit) else None
        if role == Role.DETAIL:
            return self.detail(entry) if isinstance(entry, Hit) else ""
        if isinstance(entry, Hit) and role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (entry.title, self.detail(entry)) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.hit(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def _heading(self, kind: HitKind) -> str:
        return {
            HitKind.CUSTOMER: self._words("Customers"),
            HitKind.PERSON: self._words("People around customers"),
            HitKind.ORDER: self._words("Orders"),
            HitKind.PRODUCT: self._words("Products"),
            HitKind.COMPLAINT: self._words("Complaints and reviews"),
        }[kind]
