"""The columns a list of orders may have: for the window, the command line and files."""

from __future__ import annotations

from desktop_app.domain.list_columns import CellKind, ListColumn
from desktop_app.domain.order_money import PAYMENT_LABELS, payment
from desktop_app.domain.orders import STATUS_LABELS
from desktop_app.domain.promise import REASON_WORDS
from desktop_app.i18n import msg
from desktop_app.queries.orders import OrderRow

_ = ListColumn[OrderRow]
ORDER_COLUMNS: tuple[ListColumn[OrderRow], ...] = (
    _("number", msg("Order"), lambda row: row.number),
    _("customer", msg("Customer"), lambda row: row.customer),
    _("articles", msg("Articles"), lambda row: row.detail),
    _("placed", msg("Placed"), lambda row: row.placed_on, CellKind.DAY),
    _("promise", msg("Promised"), lambda row: row.ship_by, CellKind.DAY),
    _("deliver", msg("There by"), lambda row: row.deliver_by, CellKind.DAY),
    _("reasons", msg("What speaks against it"), lambda row: tuple(REASON_WORDS[reason] for reason in row.reasons)),
    _("total", msg("Total"), lambda row: row.total, CellKind.MONEY),
    _("status", msg("Status"), lambda row: STATUS_LABELS[row.status]),
    _("set_aside", msg("Set aside"), lambda row: row.set_aside),
    _("claimed_by", msg("Being packed by"), lambda row: row.claimed_by),
    _("gift", msg("Present"), lambda row: row.gift, CellKind.YES),
    _("paid", msg("Paid"), lambda row: row.paid, CellKind.YES),
    _("refunded", msg("Refunded"), lambda row: row.refunded, CellKind.MONEY),
    _("payment", msg("Payment"), lambda row: PAYMENT_LABELS[payment(row.paid, row.total, row.refunded)]),
    _("printed", msg("Papers printed"), lambda row: row.printed, CellKind.YES),
    _("first", msg("First order"), lambda row: row.first, CellKind.YES),
    _("lines", msg("Number of articles"), lambda row: row.lines, CellKind.NUMBER),
    _("town", msg("City"), lambda row: row.city),
    _("country", msg("Country"), lambda row: row.country),
    _("carrier", msg("Carrier"), lambda row: row.carrier),
    _("tracking", msg("Tracking number"), lambda row: row.tracking),
    _("source", msg("Source shop"), lambda row: row.source),
)
