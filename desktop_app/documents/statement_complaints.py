"""What a statement says of complaints, the vouchers given for them, and the messages that went out."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.documents import statement_rows as put
from desktop_app.documents.flowing import Row
from desktop_app.domain.complaints import STATE_NAMES, ComplaintWord, Way
from desktop_app.domain.messages import MEANS_NAMES, MESSAGE_NAMES
from desktop_app.domain.messages import STATE_NAMES as SENT
from desktop_app.domain.statements import StatedComplaint, Statement
from desktop_app.domain.vouchers import VOUCHER_STATES, Voucher
from desktop_app.i18n import Words


def complaints(made: Statement, words: Words) -> Iterator[Row]:
    """Each complaint with what was said, answered and promised; our own notes and pictures are named, too."""
    for one in made.complaints:
        yield from _complaint(one, words)


def vouchers(made: Statement, words: Words) -> Iterator[Row]:
    """Each voucher with what it gives and what became of it."""
    for one in made.vouchers:
        given = words.date(one.given_on, "medium")
        until = words("valid to {day}", day=words.date(one.fields.valid_to, "medium")) if one.fields.valid_to else ""
        yield from put.dated(given, put.joined([one.code, _worth(one, words)]),
                             [put.joined([words.say(VOUCHER_STATES[one.state]), until])])  # fmt: skip


def messages(made: Statement, words: Words) -> Iterator[Row]:
    """Each message with where it went and how far it is known to have come."""
    for one in made.messages:
        draft = one.draft
        what = put.joined([words.say(MESSAGE_NAMES[draft.kind]), draft.subject])
        where = put.joined([words.say(MEANS_NAMES[draft.means]), draft.address, words.say(SENT[one.state])])
        yield from put.dated(put.stamp(words, one.created_at), what, [where, draft.text])


def _complaint(one: StatedComplaint, words: Words) -> Iterator[Row]:
    found, of = one.complaint, one.complaint.fields
    stars = words.n("{n} star", "{n} stars", of.rating) if of.rating else ""
    order = words("Order {number}", number=one.order) if one.order else ""
    head = put.joined([words.say(one.kind), stars, of.article, order, words.say(STATE_NAMES[found.state])])
    promised = [words("Promised: {what}", what=what) for what in one.promised]
    names = [file.name or str(file.id) for file in found.files]
    pictures = words("Pictures: {names}", names=names) if names else ""
    came = put.stamp(words, of.received_at)
    yield from put.dated(came, head, [of.subject, *promised, pictures])
    if of.text:
        yield from put.dated(came, words("You: {text}", text=of.text))
    for word in found.words:
        yield from put.dated(put.stamp(words, word.at), _said(word, words))


def _said(word: ComplaintWord, words: Words) -> str:
    if word.way is Way.IN:
        return words("You: {text}", text=word.text)
    return words("We: {text}", text=word.text) if word.way is Way.OUT else words("Our note: {text}", text=word.text)


def _worth(one: Voucher, words: Words) -> str:
    of = one.fields
    if of.percent is not None:
        return f"{of.percent}\u00a0%"
    return words.money(of.worth.amount, of.worth.currency) if of.worth is not None else of.words
