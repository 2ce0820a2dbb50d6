"""`cordial message due|put|leave|write|edit|show`: what wants to go out, put into the outbox; `mail send` sends it."""

from __future__ import annotations

import argparse
import sys
import uuid
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.actions.outbox import Put, put
from desktop_app.actions.outbox_words import leave_out, reword
from desktop_app.cli.messages_list import message_object
from desktop_app.cli.output import Context, table
from desktop_app.cli.show import number_of
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.messages import MEANS_NAMES, MESSAGE_NAMES, Draft, Means, MessageId, MessageKind
from desktop_app.domain.renewals import RenewalId
from desktop_app.domain.text import shorten
from desktop_app.domain.ways import address_by, ways_to
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.drafts import order_drafts, renewal_drafts
from desktop_app.queries.due_messages import due_drafts
from desktop_app.queries.orders import order_by_number
from desktop_app.queries.outbox import message, message_rows
from desktop_app.queries.renewals import renewal


def run(context: Context, words: argparse.Namespace) -> int:
    """One deed with what is due or with a message of the outbox."""
    shop = context.open(write=words.deed not in ("due", "show"))
    try:
        return _DEEDS[words.deed](context, shop, words)
    finally:
        shop.close()


def _due(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    drafts, said = due_drafts(shop, person=words.by), context.words.say
    cells = [
        (draft.key, said(MESSAGE_NAMES[draft.kind]), said(MEANS_NAMES[draft.means]), draft.to_name, draft.subject)
        for draft in drafts
    ]
    context.answer({"due": [_draft(one) for one in drafts]}, table(cells) or context.words("Nothing wants to go out."))
    return 0


def _put(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    return _kept(context, shop, _chosen(shop, words))


def _leave(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    done = leave_out(shop, _chosen(shop, words), actor=context.actor)
    context.answer({"change": done.id}, context.words.say(done.title))
    return 0


def _write(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    if words.customer is not None:
        return _kept(context, shop, [_by_hand(shop, words)])
    if words.renewals is not None:
        ids = [renewal(shop, RenewalId(number_of("renewal", one))).id for one in words.renewals]
        drafts = renewal_drafts(shop, ids, person=words.by)
    elif words.kind is None:
        raise Invalid("kind", msg("Say by --kind what to write about these orders."))
    else:
        orders = [order_by_number(shop, number).id for number in words.orders]
        drafts = order_drafts(shop, orders, MessageKind(words.kind), person=words.by)
    return _kept(context, shop, [_reworded(shop, draft, words) for draft in drafts])


def _edit(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    number = MessageId(number_of("message", words.id))
    draft = _reworded(shop, message(shop, number).draft, words)
    done = reword(shop, number, draft, actor=context.actor)
    context.answer({"message": {"id": number}, "change": done.id}, context.words.say(done.title))
    return 0


def _show(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    kept = message(shop, MessageId(number_of("message", words.id)))
    draft, said = kept.draft, context.words.say
    head = [said(MESSAGE_NAMES[draft.kind]), said(MEANS_NAMES[draft.means]), draft.to_name, draft.address]
    why = said(kept.reason) if kept.reason else ""
    parts = ["  ".join(part for part in head if part), why, draft.subject, draft.text]
    context.answer({"message": message_object(kept)}, "\n\n".join(part for part in parts if part))
    return 0


def _chosen(shop: Shop, words: argparse.Namespace) -> list[Draft]:
    due = {draft.key: draft for draft in due_drafts(shop, person=words.by)}
    for key in words.keys:
        if key not in due:
            said = msg("“{key}” is not due. Look at the list: cordial message due.", key=shorten(key))
            raise NotFound(said)
    return [due[key] for key in dict.fromkeys(words.keys)] if words.keys else list(due.values())


def _kept(context: Context, shop: Shop, drafts: Sequence[Draft]) -> int:
    """Puts them into the outbox and says which cannot go, and why."""
    done = put(shop, drafts, actor=context.actor) if drafts else Put()
    troubled = message_rows(shop, [*done.held, *done.refused])
    for kept in troubled:
        name = shorten(kept.draft.to_name or kept.draft.address)
        context.complain(context.words("{name}: {reason}", name=name, reason=kept.reason or ""))
    said = nmsg("{n} message put into the outbox.", "{n} messages put into the outbox.", n=len(done.ids))
    data = {
        "messages": [{"id": one} for one in done.ids], "known": done.known, "held": done.held,
        "refused": done.refused, "change": done.changes.id,
    }  # fmt: skip
    there = nmsg("{n} was there already.", "{n} were there already.", n=len(done.known))
    context.answer(data, " ".join(context.words.say(one) for one in ((said, there) if done.known else (said,))))
    return 3 if troubled else 0


def _by_hand(shop: Shop, words: argparse.Namespace) -> Draft:
    one = customer(shop, CustomerId(number_of("customer", words.customer)))
    draft = Draft(
        key=f"free:{uuid.uuid4()}", kind=MessageKind.FREE, means=ways_to(one.fields)[0], address="", text="",
        to_name=one.name, customer=one.id,
    )  # fmt: skip
    if one.fields.language is not None:
        draft = replace(draft, language=one.fields.language)
    return _reworded(shop, replace(draft, address=address_by(one.fields, draft.means)), words)


def _reworded(shop: Shop, draft: Draft, words: argparse.Namespace) -> Draft:
    """The draft with what was said otherwise on the command line."""
    if words.means is not None and draft.means is not Means(words.means):
        means = Means(words.means)
        known = address_by(customer(shop, draft.customer).fields, means) if draft.customer is not None else ""
        draft = replace(draft, means=means, address=known)
    if words.address is not None:
        draft = replace(draft, address=words.address)
    if words.subject is not None:
        draft = replace(draft, subject=words.subject)
    if words.text is not None:
        draft = replace(draft, text=sys.stdin.read() if words.text == "-" else words.text)
    return draft


def _draft(draft: Draft) -> dict[str, object]:
    return {
        "id": draft.key, "title": draft.to_name, "kind": draft.kind, "means": draft.means, "address": draft.address,
        "customer": draft.customer, "order": draft.order, "subject": draft.subject, "text": draft.text,
        "language": draft.language,
    }  # fmt: skip


_DEEDS = {"due": _due, "put": _put, "leave": _leave, "write": _write, "edit": _edit, "show": _show}
