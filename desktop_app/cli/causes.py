"""`cordial cause …`: what complaints come from, what was changed because of it, and whether that helped."""

from __future__ import annotations

import argparse
from dataclasses import replace

from desktop_app.actions.causes import (
    add_cause,
    add_remedy,
    edit_remedy,
    remove_cause,
    remove_remedy,
    rename_cause,
    set_cause,
)
from desktop_app.cli import values
from desktop_app.cli.complaints import complaint_number
from desktop_app.cli.output import Context
from desktop_app.domain.causes import Cause, RemedyFields, RemedyId
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaint_figures import Effect
from desktop_app.queries import Shop
from desktop_app.queries.causes import cause_known, causes, remedy
from desktop_app.queries.complaint_figures import effect
from desktop_app.queries.complaints import complaint


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes a cause, or lists them."""
    shop = context.open(write=words.deed != "list")
    try:
        if words.deed == "list":
            found = causes(shop)
            effects = {one.id: effect(shop, one) for row in found for one in row.remedies}
            lines = [line for row in found for line in _lines(context, row, effects)]
            objects = [_object(row, effects) for row in found]
            context.answer({"causes": objects}, "\n".join(lines) or context.words("Nothing to list."))
            return 0
        done = _change(shop, words, context.actor)
    finally:
        shop.close()
    context.answer({"change": done.id}, context.words.say(done.title))
    return 0


def _change(shop: Shop, words: argparse.Namespace, actor: str) -> Changes:
    if words.deed == "add":
        return add_cause(shop, words.name, actor=actor)[1]
    if words.deed == "set":
        ids = [complaint_number(text) for text in words.complaints]
        for one in ids:
            complaint(shop, one)  # a number that is none is said, not passed over
        return set_cause(shop, ids, words.name, actor=actor)
    if words.deed in ("correct", "forget"):
        kept = remedy(shop, RemedyId(values.number("id", words.id)))
        if words.deed == "forget":
            return remove_remedy(shop, kept.id, actor=actor)
        fields = kept.fields if words.text is None else replace(kept.fields, text=words.text)
        fields = replace(fields, changed_on=values.day("on", words.on)) if words.on else fields
        return edit_remedy(shop, kept.id, kept.version, fields, actor=actor)
    known = cause_known(shop, words.name)
    if words.deed == "rename":
        return rename_cause(shop, known.id, known.version, words.new, actor=actor)
    if words.deed == "remove":
        return remove_cause(shop, known.id, actor=actor)
    return add_remedy(shop, known.id, RemedyFields(words.text, values.day("on", words.on)), actor=actor)[1]


def _object(row: Cause, effects: dict[RemedyId, Effect]) -> dict[str, object]:
    changes = [
        {"id": one.id, "text": one.fields.text, "on": one.fields.changed_on, "by": one.by, "days": effects[one.id].days,
         "before": effects[one.id].before, "after": effects[one.id].after,
         "orders_before": effects[one.id].orders_before, "orders_after": effects[one.id].orders_after}
        for one in row.remedies
    ]  # fmt: skip
    return {"id": row.id, "title": row.name, "name": row.name, "complaints": row.complaints, "open": row.open,
            "last_on": row.last_on, "changes": changes}  # fmt: skip


def _lines(context: Context, row: Cause, effects: dict[RemedyId, Effect]) -> list[str]:
    words = context.words
    lines = [f"{row.name} · {words.n('{n} complaint', '{n} complaints', row.complaints)}"]
    for one in row.remedies:
        told = effects[one.id]
        said = words(
            "{days} days before: {before}, after: {after}", days=told.days, before=told.before, after=told.after
        )
        day = words.date(one.fields.changed_on) if one.fields.changed_on else ""
        lines += [f"{one.id:>5}  {day}  {one.fields.text}", f"       {said}"]
    return lines
