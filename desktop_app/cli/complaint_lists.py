"""`cordial list complaints` and `cordial show complaint`: complaints as machines and people read them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import fields

from desktop_app.cli.chosen_columns import chosen_cells
from desktop_app.cli.narrowing import wanted_list
from desktop_app.cli.output import Context, Listed
from desktop_app.domain.complaints import STATE_NAMES, ComplaintId
from desktop_app.domain.listing import ComplaintFilter, ListKind
from desktop_app.domain.urgency import URGENCY_NAMES, Urgency
from desktop_app.queries import Shop
from desktop_app.queries.complaint_list import ComplaintRow, complaint_ids, complaint_rows
from desktop_app.queries.complaints import complaint


def listed_complaints(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    """The complaints the options ask for."""
    wanted = wanted_list(shop, ListKind.COMPLAINTS, words)
    rows = wanted.rows(shop, words.limit)
    cells = [_cells(context, row) for row in rows]
    return [complaint_object(row) for row in rows], chosen_cells(context, wanted, rows) or cells


def complaint_object(row: ComplaintRow) -> dict[str, object]:
    """A complaint of a list as machines read it."""
    return {"id": row.id, "title": row.title, "customer": row.customer, "customer_id": row.customer_id,
            "order": row.order, "received_on": row.received_on, "received_at": row.received_at, "kind": row.kind,
            "kind_name": row.kind_name, "source": row.source, "where": row.source_name, "severity": row.severity,
            "verdict": row.verdict, "rating": row.rating, "state": row.state, "answer_by": row.answer_by,
            "solve_by": row.solve_by, "due_by": row.due_by, "urgency": row.urgency, "promised_on": row.promised_on,
            "article": row.article, "packer": row.packer, "carrier": row.carrier, "supplier": row.supplier,
            "cause": row.cause, "pictures": row.pictures}  # fmt: skip


def complaints_about(shop: Shop, wanted: ComplaintFilter) -> list[dict[str, object]]:
    """The complaints of a customer or about an order in few words, the latest first."""
    rows = complaint_rows(shop, complaint_ids(shop, wanted))
    return [
        {"id": row.id, "received_on": row.received_on, "kind": row.kind, "rating": row.rating, "state": row.state,
         "title": row.title}
        for row in rows
    ]  # fmt: skip


def shown_complaint(shop: Shop, complaint_id: ComplaintId) -> Mapping[str, object]:
    """A complaint whole, with the names of what it speaks of and how near its deadline is."""
    found = complaint(shop, complaint_id)
    [row] = complaint_rows(shop, [complaint_id])
    told = {item.name: getattr(found, item.name) for item in fields(found)}
    return {
        **told,
        "open": found.open,
        "customer_name": row.customer,
        "order_number": row.order,
        "kind_name": row.kind_name,
        "cause_name": row.cause,
        "urgency": row.urgency,
    }


def _cells(context: Context, row: ComplaintRow) -> Sequence[str]:
    say = context.words.say
    due = row.due_by.isoformat(" ", "minutes") if row.due_by else ""
    standing = "" if row.urgency is Urgency.OK or not row.open else say(URGENCY_NAMES[row.urgency])
    stars = "★" * row.rating if row.rating else ""
    return (str(row.id), row.received_on.isoformat(), row.customer, row.order, say(row.kind_name) or stars,
            say(STATE_NAMES[row.state]), standing, due, row.title)  # fmt: skip
