"""`cordial checklist list|add|edit|remove|move`."""

from __future__ import annotations

import argparse

from desktop_app.actions.checklist import add_step, edit_step, move_step, remove_step
from desktop_app.cli.output import Context, table
from desktop_app.domain.errors import NotFound
from desktop_app.domain.packing import Needs, PackingStep, PackingStepId, step_words
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.packing import checklist

_EVERY = "every"


def run(context: Context, words: argparse.Namespace) -> int:
    """Shows or changes the owner's packing checklist."""
    shop = context.open(write=words.deed != "list")
    try:
        if words.deed == "list":
            return _list(context, checklist(shop))
        texts = {one: getattr(words, one.value) for one in Language if getattr(words, one.value, None) is not None}
        if words.deed == "add":
            needs = _needs(words.needs or _EVERY)
            step, done = add_step(shop, texts, needs, actor=context.actor)
        else:
            step = PackingStepId(words.id)
            if words.deed == "edit":
                was = _find(shop, step)
                needs = _needs(words.needs) if words.needs else was.needs
                done = edit_step(shop, step, {**dict(was.texts), **texts}, needs, actor=context.actor)
            elif words.deed == "move":
                done = move_step(shop, step, words.place, actor=context.actor)
            else:
                done = remove_step(shop, step, actor=context.actor)
    finally:
        shop.close()
    context.answer({"step": {"id": step}, "change": done.id}, context.words.say(done.title))
    return 0


def _list(context: Context, steps: tuple[PackingStep, ...]) -> int:
    data = [
        {"id": step.id, "place": place, "for": step.needs.value or _EVERY, **{one.value: t for one, t in step.texts}}
        for place, step in enumerate(steps, 1)
    ]
    cells = [(str(step.id), step.needs.value or _EVERY, step_words(step, context.words.language)) for step in steps]
    context.answer({"checklist": data}, table(cells))
    return 0


def _needs(name: str) -> Needs:
    return Needs("" if name == _EVERY else name)


def _find(shop: Shop, wanted: PackingStepId) -> PackingStep:
    for step in checklist(shop):
        if step.id == wanted:
            return step
    raise NotFound(msg("This step is no longer on the checklist. Look at the list again."))
