"""The columns of a file of complaints: those of the list, and what an import needs to know each by again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.list_columns import ListColumn
from desktop_app.domain.own_files import COMPLAINT_HEADINGS
from desktop_app.queries import Shop
from desktop_app.queries.complaint_columns import COMPLAINT_COLUMNS
from desktop_app.queries.complaint_list import ComplaintRow, complaint_rows
from desktop_app.queries.listing import among
from desktop_app.store.tables import CustomerTable as C


@dataclass(frozen=True, slots=True)
class ComplaintFileRow:
    """A complaint as the list has it, with its customer's e-mail address."""

    row: ComplaintRow
    email: str


def complaint_file_rows(shop: Shop, ids: Sequence[int]) -> list[ComplaintFileRow]:
    """These complaints in the ids' order; those that are gone are left out."""
    rows = complaint_rows(shop, ids)
    whose = {row.customer_id for row in rows if row.customer_id is not None}
    query = C.select(C.id, C.email).where(among(C.id, whose))
    emails = dict(shop.rows(query.tuples())) if whose else {}
    return [ComplaintFileRow(row, emails.get(row.customer_id, "")) for row in rows]


def _listed(column: ListColumn[ComplaintRow]) -> ListColumn[ComplaintFileRow]:
    return ListColumn(column.key, column.title, lambda each: column.value(each.row), column.kind)


_ = ListColumn[ComplaintFileRow]
COMPLAINT_FILE_COLUMNS = (
    *map(_listed, COMPLAINT_COLUMNS),
    _("received_at", COMPLAINT_HEADINGS["received_at"], lambda each: each.row.received_at),
    _("subject", COMPLAINT_HEADINGS["subject"], lambda each: each.row.subject),
    _("email", COMPLAINT_HEADINGS["email"], lambda each: each.email),
)
