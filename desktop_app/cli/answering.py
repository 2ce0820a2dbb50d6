"""`cordial complaint answer`: an answer as it is proposed, put into the outbox, or noted as sent by hand."""

from __future__ import annotations

import argparse
from dataclasses import replace

from desktop_app.actions.answers import put_answer
from desktop_app.actions.outbox import mark_opened
from desktop_app.cli.complaints import complaint_number, read_text
from desktop_app.cli.output import Context
from desktop_app.domain.message_texts import key_named
from desktop_app.domain.messages import Draft, Means
from desktop_app.i18n import Language
from desktop_app.queries.drafts import complaint_proposal


def run(context: Context, words: argparse.Namespace) -> int:
    """Proposes an answer, and keeps it where that is asked for."""
    keeping = words.keep or words.opened
    shop = context.open(write=keeping)
    try:
        made = complaint_proposal(
            shop,
            complaint_number(words.id),
            text=key_named(words.key) if words.key else None,
            means=Means(words.means) if words.means else None,
            language=Language(words.language) if words.language else None,
            person=words.person,
        )
        draft = made.draft
        if words.say is not None:
            draft = replace(draft, text=read_text(words.say))
        if words.subject is not None:
            draft = replace(draft, subject=words.subject)
        number = None
        if keeping:
            [number] = put_answer(shop, draft, actor=context.actor).ids
            if words.opened:
                mark_opened(shop, number, actor=context.actor)
    finally:
        shop.close()
    told = {
        "complaint": draft.complaint, "message": number, "means": draft.means, "address": draft.address,
        "language": draft.language, "subject": draft.subject, "text": draft.text, "left_out": made.empty,
    }  # fmt: skip
    context.answer({"answer": told}, _text(draft) if number is None else _kept(context, draft, number, asked=words))
    return 0


def _text(draft: Draft) -> str:
    head = [draft.address] if draft.address else []
    if draft.means is Means.EMAIL:
        head.append(draft.subject)
    return "\n".join([*head, "", draft.text]) if head else draft.text


def _kept(context: Context, draft: Draft, number: int, *, asked: argparse.Namespace) -> str:
    words = context.words
    if asked.opened:
        return words("The thread of complaint {id} keeps this answer.", id=asked.id)
    if draft.means is Means.EMAIL:
        return words("Message {number} waits in the outbox. “cordial mail send” sends it.", number=number)
    return words("Message {number} waits in the outbox.", number=number)
