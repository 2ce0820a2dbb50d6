"""The columns of the short lists that are written whole: vouchers, messages, renewals, the print log…"""

from __future__ import annotations

from desktop_app.domain.carriers import Carrier, country_days_text
from desktop_app.domain.complaints import SOURCE_NAMES
from desktop_app.domain.importing import ImportRow
from desktop_app.domain.inbox_looks import InboxRow
from desktop_app.domain.list_columns import CellKind, ListColumn
from desktop_app.domain.messages import MEANS_NAMES, MESSAGE_NAMES, STATE_NAMES, KeptMessage
from desktop_app.domain.print_outcome import OUTCOME_LABELS
from desktop_app.domain.printing import KIND_NAMES, PrintRow
from desktop_app.domain.renewals import period
from desktop_app.domain.tags import Word
from desktop_app.domain.urgency import URGENCY_NAMES
from desktop_app.domain.vouchers import VOUCHER_STATES, VoucherRow
from desktop_app.i18n import msg
from desktop_app.queries.changes import ChangeRow
from desktop_app.queries.renewals import RenewalRow

_K = CellKind
_V = ListColumn[VoucherRow]
VOUCHER_COLUMNS = (
    _V("code", msg("Code"), lambda row: row.voucher.code),
    _V("percent", msg("Per cent"), lambda row: row.voucher.fields.percent, _K.NUMBER),
    _V("worth", msg("Worth"), lambda row: row.voucher.fields.worth, _K.MONEY),
    _V("words", msg("In words"), lambda row: row.voucher.fields.words),
    _V("state", msg("State"), lambda row: VOUCHER_STATES[row.voucher.state]),
    _V("customer", msg("Customer"), lambda row: row.name),
    _V("given", msg("Issued on"), lambda row: row.voucher.given_on, _K.DAY),
    _V("valid_to", msg("Valid to"), lambda row: row.voucher.fields.valid_to, _K.DAY),
    _V("used", msg("Used on"), lambda row: row.voucher.used_on, _K.DAY),
    _V("order", msg("Order"), lambda row: row.used_number),
    _V("complaint", msg("Complaint"), lambda row: row.voucher.complaint, _K.NUMBER),
)
_M = ListColumn[KeptMessage]
MESSAGE_COLUMNS = (
    _M("written", msg("Written"), lambda row: _moment(row.created_at)),
    _M("kind", msg("Kind"), lambda row: MESSAGE_NAMES[row.draft.kind]),
    _M("means", msg("Sent by"), lambda row: MEANS_NAMES[row.draft.means]),
    _M("name", msg("Recipient"), lambda row: row.draft.to_name),
    _M("address", msg("Address"), lambda row: row.draft.address),
    _M("subject", msg("Subject"), lambda row: row.draft.subject),
    _M("text", msg("Whole text"), lambda row: row.draft.text),
    _M("state", msg("State"), lambda row: STATE_NAMES[row.state]),
    _M("since", msg("Since"), lambda row: _moment(row.told_at)),
    _M("reason", msg("Reason"), lambda row: row.reason),
    _M("by", msg("By"), lambda row: row.by),
    _M("id", msg("Message number"), lambda row: row.id, _K.NUMBER),
)
_R = ListColumn[RenewalRow]
RENEWAL_COLUMNS = (
    _R("next", msg("Due next"), lambda row: row.renewal.next_on, _K.DAY),
    _R("customer", msg("Customer"), lambda row: row.customer),
    _R("what", msg("What is renewed"), lambda row: row.renewal.fields.what),
    _R("amount", msg("Amount"), lambda row: row.renewal.fields.amount, _K.MONEY),
    _R("every", msg("How often"), lambda row: period(row.renewal.fields.every_months)),
    _R("paid", msg("Paid on"), lambda row: row.renewal.paid_on, _K.DAY),
    _R("resting", msg("Resting"), lambda row: not row.renewal.fields.active, _K.YES),
    _R("note", msg("Note"), lambda row: row.renewal.fields.note),
)
_P = ListColumn[PrintRow]
PRINT_COLUMNS = (
    _P("at", msg("Printed at"), lambda row: _moment(row.at)),
    _P("kind", msg("Kind"), lambda row: KIND_NAMES[row.kind]),
    _P("cards", msg("Cards"), lambda row: row.cards, _K.NUMBER),
    _P("sheets", msg("Sheets"), lambda row: row.sheets, _K.NUMBER),
    _P("stock", msg("Paper"), lambda row: row.stock),
    _P("printer", msg("Printer"), lambda row: row.printer),
    _P("by", msg("By"), lambda row: row.by),
    _P("outcome", msg("What became of it"), lambda row: OUTCOME_LABELS[row.outcome.state] if row.outcome else None),
    _P("undone", msg("Taken back"), lambda row: row.undone, _K.YES),
)
_I = ListColumn[InboxRow]
INBOX_COLUMNS = (
    _I("name", msg("Name"), lambda row: row.inbox.fields.name),
    _I("source", msg("Where from"), lambda row: SOURCE_NAMES[row.inbox.fields.source]),
    _I("link", msg("Web address"), lambda row: row.inbox.fields.link),
    _I("every", msg("Hours between two looks"), lambda row: row.inbox.fields.every_hours, _K.NUMBER),
    _I("checked", msg("Looked at"), lambda row: _moment(row.inbox.checked_at)),
    _I("by", msg("By"), lambda row: row.inbox.checked_by),
    _I("standing", msg("State"), lambda row: URGENCY_NAMES[row.urgency]),
)
_C = ListColumn[Carrier]
CARRIER_COLUMNS = (
    _C("name", msg("Carrier"), lambda row: row.fields.name),
    _C("days", msg("Working days"), lambda row: row.fields.days, _K.NUMBER),
    _C("countries", msg("To other countries"), lambda row: country_days_text(row.fields.countries)),
    _C("link", msg("Web address"), lambda row: row.fields.link),
)
_W = ListColumn[Word]
WORD_COLUMNS = (
    _W("word", msg("Word"), lambda row: row.word),
    _W("customers", msg("Customers"), lambda row: row.customers, _K.NUMBER),
    _W("lead_days", msg("Days ahead"), lambda row: row.lead_days, _K.NUMBER),
)
_L = ListColumn[ImportRow]
IMPORT_COLUMNS = (
    _L("at", msg("Imported at"), lambda row: _moment(row.at)),
    _L("file", msg("File"), lambda row: row.file),
    _L("kind", msg("Kind"), lambda row: row.kind.value),
    _L("new", msg("New"), lambda row: row.new, _K.NUMBER),
    _L("changed", msg("Changed"), lambda row: row.changed, _K.NUMBER),
    _L("same", msg("As before"), lambda row: row.same, _K.NUMBER),
    _L("refused", msg("Refused"), lambda row: row.refused, _K.NUMBER),
    _L("undone", msg("Taken back"), lambda row: row.undone, _K.YES),
    _L("id", msg("Import number"), lambda row: row.id, _K.NUMBER),
)
_H = ListColumn[ChangeRow]
CHANGE_COLUMNS = (
    _H("at", msg("When"), lambda row: _moment(row.at)),
    _H("by", msg("By"), lambda row: row.actor),
    _H("what", msg("What was done"), lambda row: row.title),
    _H("undone", msg("Taken back"), lambda row: row.undone, _K.YES),
    _H("id", msg("Change number"), lambda row: row.id, _K.NUMBER),
)


def _moment(at: str) -> str:
    """A moment as its day and minute, which a spreadsheet sorts rightly."""
    return at[:16].replace("T", " ")
