"""The columns a list of complaints may have: for the window, the command line and files that an import reads again."""

from __future__ import annotations

from desktop_app.domain.complaints import SEVERITY_NAMES, SOURCE_NAMES, STATE_NAMES, VERDICT_NAMES
from desktop_app.domain.list_columns import CellKind, ListColumn
from desktop_app.i18n import msg
from desktop_app.queries.complaint_list import ComplaintRow

_ = ListColumn[ComplaintRow]
COMPLAINT_COLUMNS: tuple[ListColumn[ComplaintRow], ...] = (
    _("id", msg("Complaint"), lambda row: row.id, CellKind.NUMBER),
    _("received", msg("Received"), lambda row: row.received_on, CellKind.DAY),
    _("customer", msg("Customer"), lambda row: row.customer),
    _("order", msg("Order"), lambda row: row.order),
    _("kind", msg("Kind"), lambda row: row.kind_name),
    _("said", msg("What was said"), lambda row: row.title),
    _("state", msg("State"), lambda row: STATE_NAMES[row.state]),
    _("due", msg("Due"), lambda row: row.due_by.date() if row.due_by else None, CellKind.DAY),
    _("severity", msg("Severity"), lambda row: SEVERITY_NAMES[row.severity]),
    _("verdict", msg("Justified"), lambda row: VERDICT_NAMES[row.verdict]),
    _("rating", msg("Stars"), lambda row: row.rating, CellKind.NUMBER),
    _("source", msg("Where from"), lambda row: SOURCE_NAMES[row.source]),
    _("where", msg("Marketplace or network"), lambda row: row.source_name),
    _("article", msg("Article"), lambda row: row.article),
    _("answer_by", msg("Answer by"), lambda row: row.answer_by.date() if row.answer_by else None, CellKind.DAY),
    _("solve_by", msg("Solve by"), lambda row: row.solve_by.date() if row.solve_by else None, CellKind.DAY),
    _("promised", msg("Promised by"), lambda row: row.promised_on, CellKind.DAY),
    _("solved", msg("Solved on"), lambda row: row.solved_on, CellKind.DAY),
    _("packer", msg("Packer"), lambda row: row.packer),
    _("carrier", msg("Carrier"), lambda row: row.carrier),
    _("supplier", msg("Supplier"), lambda row: row.supplier),
    _("cause", msg("Cause"), lambda row: row.cause),
    _("text", msg("Whole text"), lambda row: row.text),
    _("pictures", msg("Pictures"), lambda row: row.pictures or None, CellKind.NUMBER),
)
