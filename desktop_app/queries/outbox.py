"""The outbox as it is read: which messages a list shows, each with how far it is known to have come."""

from __future__ import annotations

import json
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.messages import Draft, KeptMessage, Means, MessageId, MessageKind, MessageState, OutboxFilter
from desktop_app.domain.orders import OrderId
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import in_parts
from desktop_app.store.outbox import reason_from, seen_state

_COLUMNS = (
    "m.id, m.key, m.kind, m.channel, m.address, m.text, m.subject, m.language, m.to_name, m.customer_id, m.order_id,"
    " m.complaint_id, {state}, m.reason, m.created_at, m.by, m.told_at, m.tries, m.message_id"
)
_COUNTS = "SELECT state, count(*) FROM message GROUP BY state"


def message(shop: Shop, message_id: MessageId) -> KeptMessage:
    """One message; raises NotFound."""
    found = message_rows(shop, [message_id])
    if not found:
        raise NotFound(msg("There is no message number {number}. Check the number.", number=message_id))
    return found[0]


def message_ids(shop: Shop, wanted: OutboxFilter = OutboxFilter(), *, limit: int | None = None) -> array[int]:
    """The ids of the messages a list shows, the newest first."""
    conditions, params = _conditions(shop, wanted)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    cut = f" LIMIT {int(limit)}" if limit is not None else ""
    by = "m.id" if limit is not None or conditions else "m.id + 0"  # all of them: off an index, past their texts
    found = shop.sql(f"SELECT m.id FROM message m{where} ORDER BY {by} DESC{cut}", params)
    return array("q", (number for (number,) in found))


def message_rows(shop: Shop, ids: Sequence[int]) -> list[KeptMessage]:
    """The messages of these ids, in the ids' order; those that are gone are left out."""
    found: dict[int, KeptMessage] = {}
    columns = _COLUMNS.format(state=seen_state(shop, "m"))
    for part in in_parts(list(ids)):
        listed = ",".join(str(int(number)) for number in part)
        for row in shop.sql(f"SELECT {columns} FROM message m WHERE m.id IN ({listed})"):
            found[row[0]] = _kept(*row)
    return [found[number] for number in ids if number in found]


def message_counts(shop: Shop) -> dict[MessageState, int]:
    """How many messages there are in each state, from an index alone; those with none are left out."""
    found = Counter({MessageState(state): int(count) for state, count in shop.sql(_COUNTS)})
    if found[MessageState.SENDING]:
        seen = f"SELECT {seen_state(shop, 'm')}, count(*) FROM message m WHERE m.state = 'sending' GROUP BY 1"
        del found[MessageState.SENDING]
        found.update({MessageState(state): int(count) for state, count in shop.sql(seen)})
    return {state: count for state, count in found.items() if count}


def known_keys(shop: Shop, keys: Iterable[str]) -> dict[str, MessageId]:
    """Which of these keys have a message already, and which one."""
    wanted = list(dict.fromkeys(keys))
    found: dict[str, int] = {}
    listed = "json_each(?)" if shop.sqlite else "json_array_elements_text(?)"
    value = "value" if shop.sqlite else 'value COLLATE "C"'
    for start in range(0, len(wanted), 5_000):
        part = json.dumps(wanted[start : start + 5_000])
        found.update(shop.sql(f"SELECT key, id FROM message WHERE key IN (SELECT {value} FROM {listed})", (part,)))
    return {key: MessageId(number) for key, number in found.items()}


def due_count(shop: Shop, ids: Sequence[int] | None = None) -> int:
    """How many e-mails wait to be sent now, of these or of all."""
    chosen = f" AND id IN ({','.join(str(int(number)) for number in ids) or 'NULL'})" if ids is not None else ""
    found = shop.sql(f"SELECT count(*) FROM message WHERE state = 'waiting' AND channel = 'email'{chosen}")
    return int(found[0][0])


def _conditions(shop: Shop, wanted: OutboxFilter) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    params: list[Any] = []
    if wanted.states:  # as kept, which an index knows; what a dead sender has in hand is seen as unknown
        kept = {*wanted.states, *((MessageState.SENDING,) if MessageState.UNKNOWN in wanted.states else ())}
        conditions.append(f"m.id IN (SELECT id FROM message WHERE state IN ({', '.join('?' for _ in kept)}))")
        params += sorted(one.value for one in kept)
    for expression, values in (
        (seen_state(shop, "m"), wanted.states), ("m.kind", wanted.kinds), ("m.channel", wanted.means),
    ):  # fmt: skip
        if values:
            conditions.append(f"{expression} IN ({', '.join('?' for _ in values)})")
            params += sorted(one.value for one in values)
    for column, number in (
        ("customer_id", wanted.customer), ("order_id", wanted.order), ("complaint_id", wanted.complaint),
    ):  # fmt: skip
        if number is not None:
            conditions.append(f"m.{column} = ?")
            params.append(number)
    if typed := wanted.text.strip():
        told, params_of_it = _said(shop, typed)
        conditions.append(told)
        params += params_of_it
    return conditions, params


def _said(shop: Shop, typed: str) -> tuple[str, list[str]]:
    """That a text stands in a message; a file knows no other case of letters beyond ASCII, so all are asked."""
    like = "LIKE" if shop.sqlite else "ILIKE"
    spelt = dict.fromkeys((typed, typed.lower(), typed.upper(), typed.capitalize())) if shop.sqlite else [typed]
    columns = ("m.to_name", "m.address", "m.subject", "m.text")
    parts = " OR ".join(f"{column} {like} ? ESCAPE '!'" for column in columns for _ in spelt)
    marks = ["%" + re.sub("([!%_])", r"!\1", text) + "%" for text in spelt]
    return f"({parts})", marks * len(columns)


def _kept(
    number: int, key: str, kind: str, means: str, address: str, text: str, subject: str, language: str, to_name: str,
    customer: int | None, order: int | None, complaint: int | None, state: str, reason: str, created_at: str, by: str,
    told_at: str, tries: int, message_id: str,
) -> KeptMessage:  # fmt: skip
    draft = Draft(
        key=key,
        kind=MessageKind(kind),
        means=Means(means),
        address=address,
        text=text,
        subject=subject,
        language=Language(language) if language else Language.EN,
        to_name=to_name,
        customer=CustomerId(customer) if customer is not None else None,
        order=OrderId(order) if order is not None else None,
        complaint=ComplaintId(complaint) if complaint is not None else None,
    )
    return KeptMessage(
        MessageId(number), draft, MessageState(state), reason_from(reason), created_at, by, told_at, tries, message_id
    )
