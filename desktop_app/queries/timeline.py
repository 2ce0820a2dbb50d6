"""What happened with a customer in one list, newest first: orders, prints, notes, complaints, messages, changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.changes import ChangeId
from desktop_app.domain.complaints import STATE_NAMES, State, counts
from desktop_app.domain.consents import PURPOSE_NAMES, Consent
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.happenings import Happening, HappeningKind
from desktop_app.domain.kinds import KIND_NAMES, Kind
from desktop_app.domain.messages import MESSAGE_NAMES, MessageKind, MessageState
from desktop_app.domain.messages import STATE_NAMES as MESSAGE_STATES
from desktop_app.domain.notes import Note
from desktop_app.domain.orders import STATUS_LABELS, Status
from desktop_app.domain.people import DAY_NAMES, DayKind, DayState
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.consents import consents_of
from desktop_app.queries.notes import notes_of
from desktop_app.queries.orders import money
from desktop_app.store.messages import message_from_json
from desktop_app.store.outbox import seen_state

LIMIT = 200
_SAID = 200  # letters of a complaint that are shown
_NEAR = 100  # entries of the journal looked through: a change to a hundred thousand customers has as many
_WHO = "trim(coalesce(r.given, '') || ' ' || coalesce(r.family, ''))"
_EVENTS = f"""
SELECT * FROM (SELECT 'order' AS kind, placed_at AS at, id AS ref, number AS a, status AS b, '' AS c,
  currency AS d, total_minor AS minor, '' AS who
  FROM orders WHERE customer_id = ? ORDER BY placed_on DESC NULLS LAST, id DESC LIMIT ?) AS o
UNION ALL SELECT * FROM (SELECT 'print', p.at, p.id, i.kind, min(i.title), '', '', count(*), p.by
  FROM print_item i JOIN print_run p ON p.id = i.run_id WHERE i.customer_id = ?
  GROUP BY p.id, p.at, p.by, i.kind ORDER BY p.at DESC LIMIT ?) AS p
UNION ALL SELECT * FROM (SELECT 'congratulation', g.at, g.id, g.kind, g.title, g.state, {_WHO}, 0, g.by
  FROM congratulation g LEFT JOIN relative r ON r.id = g.relative_id WHERE g.customer_id = ?
  ORDER BY g.at DESC LIMIT ?) AS g
UNION ALL SELECT * FROM (SELECT 'complaint', k.received_at, k.id, k.kind, k.state, k.subject, k.text, k.rating, ''
  FROM complaint k WHERE k.customer_id = ? ORDER BY k.received_on DESC, k.id DESC LIMIT ?) AS k
UNION ALL SELECT * FROM (SELECT 'message', CASE WHEN m.told_at = '' THEN m.created_at ELSE m.told_at END, m.id, m.kind,
  {{state}}, m.subject, m.text, 0, m.by
  FROM message m WHERE m.customer_id = ? ORDER BY m.id DESC LIMIT ?) AS m
"""
# The figures of a customer change with every order, which stands in the list by itself; what only touches a
# customer (its note holds one column) is left out where that was a note, a consent or a greeting, for the same reason;
# but not where a record went, which was merged into this one.
# Nor do complaints, which stand in it themselves, change more of a customer than these two.
_FIGURES = "'orders,first_order_on,last_order_on,spent_minor,spent_currency', 'open_complaints', 'extra_care'"
_CHANGES = f"""
SELECT c.id, c.at, c.actor, c.title FROM change_log c WHERE c.undoes IS NULL AND c.undone_by IS NULL AND c.id IN (
  SELECT j.change_id FROM journal j WHERE j.tbl = 'customer' AND j.first_id = ? AND j.columns NOT IN ({_FIGURES})
  AND NOT (j.columns = 'given' AND EXISTS (SELECT 1 FROM journal k
    WHERE k.id BETWEEN j.id - {_NEAR} AND j.id + {_NEAR} AND k.change_id = j.change_id
    AND (k.op = 'I' AND k.tbl IN ('customer_note', 'congratulation') OR k.op <> 'D' AND k.tbl = 'consent'))
  AND NOT EXISTS (SELECT 1 FROM journal m WHERE m.id BETWEEN j.id - {_NEAR} AND j.id + {_NEAR}
    AND m.change_id = j.change_id AND m.tbl = 'customer' AND m.op = 'D'))
  UNION SELECT n.change_id FROM (SELECT change_id, op, last_id FROM journal WHERE tbl = 'customer' AND first_id < ?
    ORDER BY first_id DESC LIMIT {_NEAR}) AS n WHERE n.op = 'I' AND n.last_id >= ?)
ORDER BY c.id DESC LIMIT ?
"""


def timeline(shop: Shop, customer_id: CustomerId, *, limit: int = LIMIT) -> list[Happening]:
    """What happened with a customer, newest first, at most `limit`."""
    notes, consents = notes_of(shop, customer_id), consents_of(shop, customer_id)
    return timeline_with(shop, customer_id, notes=notes, consents=consents, each=limit)[:limit]


def timeline_with(
    shop: Shop, customer_id: CustomerId, *, notes: Sequence[Note], consents: Sequence[Consent], each: int = LIMIT
) -> list[Happening]:
    """The timeline where notes and consents are known, in two statements, three with complaints; `each` of a kind."""
    found = [
        *_events(shop, customer_id, each),
        *_changes(shop, customer_id, each),
        *map(_note, notes),
        *_consents(consents),
    ]
    found.sort(key=lambda one: one.at[:19], reverse=True)
    return found


def _events(shop: Shop, customer_id: CustomerId, limit: int) -> Iterator[Happening]:
    rows = shop.sql(_EVENTS.format(state=seen_state(shop, "m")), (customer_id, limit) * 5)
    names = kind_names(shop) if any(row[0] == "complaint" for row in rows) else {}
    for kind, at, ref, a, b, c, d, minor, who in rows:
        if kind == "order":
            title = msg("Order {number}: {status}", number=a, status=STATUS_LABELS[Status(b)])
            yield Happening(at or "", HappeningKind.ORDER, title, ref, amount=money(minor, d))
        elif kind == "print":
            title = msg("{paper} printed", paper=KIND_NAMES[Kind(a)])
            yield Happening(at, HappeningKind.PRINT, title, ref, who, b)
        elif kind == "complaint":
            yield _complaint(at, ref, names.get(a) or a, stars=minor, state=State(b), said=c or d)
        elif kind == "message":
            how = MESSAGE_STATES[MessageState(b)]
            title = msg("{message} · {state}", message=MESSAGE_NAMES[MessageKind(a)], state=how)
            yield Happening(at, HappeningKind.MESSAGE, title, ref, who, c or shorten(d, _SAID))
        else:
            yield Happening(at, HappeningKind.CONGRATULATION, _greeting(DayKind(a), b, DayState(c), d), ref, who)


def _complaint(at: str, ref: int, kind: Message | str, *, stars: int | None, state: State, said: str) -> Happening:
    if counts(stars):
        title = msg("Complaint: {kind} · {state}", kind=kind, state=STATE_NAMES[state])
    else:
        title = nmsg("Praise with {n} star", "Praise with {n} stars", n=stars or 0)
    return Happening(at, HappeningKind.COMPLAINT, title, ref, detail=shorten(said, _SAID))


def _greeting(kind: DayKind, title: str, state: DayState, who: str) -> Message:
    day: Message | str = title or DAY_NAMES[kind]
    if state is DayState.DONE:
        return msg("Congratulated {who}: {day}", who=who, day=day) if who else msg("Congratulated: {day}", day=day)
    if who:
        return msg("{who} is not congratulated this year: {day}", who=who, day=day)
    return msg("Not congratulated this year: {day}", day=day)


def _changes(shop: Shop, customer_id: CustomerId, limit: int) -> Iterator[Happening]:
    for number, at, actor, title in shop.sql(_CHANGES, (customer_id, customer_id, customer_id, limit)):
        yield Happening(at, HappeningKind.CHANGE, message_from_json(title), ChangeId(number), actor)


def _note(note: Note) -> Happening:
    return Happening(note.at, HappeningKind.NOTE, msg("Note"), note.id, note.by, note.text)


def _consents(consents: Iterable[Consent]) -> Iterator[Happening]:
    for consent in consents:
        fields = consent.fields
        what = PURPOSE_NAMES[fields.what]
        given = msg("Consent given: {what}", what=what)
        yield Happening(_day(fields.given_on), HappeningKind.CONSENT, given, consent.id, detail=fields.source)
        if fields.withdrawn_on is not None:
            withdrawn = msg("Consent withdrawn: {what}", what=what)
            yield Happening(_day(fields.withdrawn_on), HappeningKind.CONSENT, withdrawn, consent.id)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
