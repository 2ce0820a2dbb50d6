"""What is odd about an order that can be read all the same; what makes no sense at all is a BadValue."""

from __future__ import annotations

from desktop_app.domain.importing import OrderRecord, Remark, Remarked
from desktop_app.domain.orders import Status
from desktop_app.exchange.values import BadValue, has_lost_zero, is_shortened
from desktop_app.i18n import msg

_MONEY_WENT_BACK = (Status.RETURNED, Status.CANCELLED)


def of_total(order: OrderRecord, cell: str, column: str) -> list[Remarked]:
    """A total below zero: money given back, as shops book a refund; on an order that stands it is a BadValue."""
    if order.total_minor is None or order.total_minor >= 0:
        return []
    if order.status not in _MONEY_WENT_BACK:
        raise BadValue(
            cell,
            column,
            msg(
                "The total is below zero, but the order is neither returned nor cancelled. "
                "Correct the one or the other in the file."
            ),
        )
    return [Remarked(Remark.BELOW_ZERO, cell, order.row, column)]


def of_pieces(cell: str, row: int, column: str) -> Remarked:
    """A line without pieces: the article was taken off its order."""
    return Remarked(Remark.NO_PIECES, cell.strip(), row, column)


def of_phone(cell: str, row: int, column: str) -> list[Remarked]:
    """A telephone number that a spreadsheet has shortened; one of digits only may be whole."""
    return [Remarked(Remark.SHORTENED_PHONE, cell, row, column)] if is_shortened(cell) else []


def of_postcode(order: OrderRecord, column: str) -> list[Remarked]:
    """A postcode without its leading zero."""
    to = order.ship_to
    if not has_lost_zero(to.postcode, to.country):
        return []
    return [Remarked(Remark.LOST_ZERO, to.postcode, order.row, column)]
