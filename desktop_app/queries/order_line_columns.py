"""The columns of a file of orders with a row for each article; the reader of Cordial's own files goes by them too."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.list_columns import Cell, CellKind, ListColumn
from desktop_app.domain.orders import STATUS_LABELS, Line
from desktop_app.domain.own_files import ORDER_HEADINGS
from desktop_app.queries.order_lines import OrderLineRow, WholeOrder

_Kind = CellKind


def _of_order(key: str, value: Callable[[WholeOrder], Cell], kind: CellKind = _Kind.TEXT) -> ListColumn[OrderLineRow]:
    return ListColumn(key, ORDER_HEADINGS[key], lambda row: value(row.order), kind)


def _of_line(key: str, value: Callable[[Line], Cell], kind: CellKind = _Kind.TEXT) -> ListColumn[OrderLineRow]:
    return ListColumn(key, ORDER_HEADINGS[key], lambda row: value(row.line) if row.line is not None else None, kind)


ORDER_LINE_COLUMNS: tuple[ListColumn[OrderLineRow], ...] = (
    _of_order("number", lambda order: order.number),
    _of_order("source", lambda order: order.source),
    _of_order("key", lambda order: order.key),
    _of_order("placed", lambda order: order.placed_at),
    _of_order("changed", lambda order: order.changed_at),
    _of_order("status", lambda order: STATUS_LABELS[order.status]),
    _of_order("paid", lambda order: order.paid, _Kind.YES),
    _of_order("customer", lambda order: order.customer, _Kind.NUMBER),
    _of_order("given", lambda order: order.given),
    _of_order("family", lambda order: order.family),
    _of_order("patronymic", lambda order: order.patronymic),
    _of_order("company", lambda order: order.company),
    _of_order("email", lambda order: order.email),
    _of_order("phone", lambda order: order.phone),
    _of_order("currency", lambda order: order.currency),
    _of_order("total", lambda order: order.total, _Kind.AMOUNT),
    _of_order("shipping", lambda order: order.shipping, _Kind.AMOUNT),
    _of_order("discount", lambda order: order.discount, _Kind.AMOUNT),
    _of_order("refunded", lambda order: order.refunded, _Kind.AMOUNT),
    _of_line("article", lambda line: line.name),
    _of_line("sku", lambda line: line.sku),
    _of_line("quantity", lambda line: line.quantity, _Kind.NUMBER),
    _of_line("unit_price", lambda line: line.unit_price, _Kind.AMOUNT),
    _of_line("line_total", lambda line: line.total, _Kind.AMOUNT),
    _of_line("line_discount", lambda line: line.discount, _Kind.AMOUNT),
    _of_line("returned", lambda line: line.returned or None, _Kind.NUMBER),
    _of_order("promise", lambda order: order.ship_by, _Kind.DAY),
    _of_order("deliver", lambda order: order.deliver_by, _Kind.DAY),
    _of_order("carrier", lambda order: order.carrier),
    _of_order("tracking", lambda order: order.tracking),
    _of_order("ship_name", lambda order: order.ship_to.name),
    _of_order("ship_street", lambda order: order.ship_to.street),
    _of_order("ship_city", lambda order: order.ship_to.city),
    _of_order("ship_region", lambda order: order.ship_to.region),
    _of_order("ship_postcode", lambda order: order.ship_to.postcode),
    _of_order("ship_country", lambda order: order.ship_to.country),
    _of_order("note", lambda order: order.note),
    _of_order("note_to", lambda order: order.note_to),
    _of_order("packer_note", lambda order: order.packer_note),
    _of_order("gift", lambda order: order.gift, _Kind.YES),
)
