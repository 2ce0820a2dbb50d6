"""The owner's packing checklist: its steps are added, reworded, removed and put in another order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.packing import Needs, PackingStep, PackingStepId, step_words
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.packing import checklist
from desktop_app.store.tables import PackingStepTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.PACKERS,)
_LONGEST = 120  # letters: it is read standing


def add_step(
    shop: Shop, texts: Mapping[Language, str], needs: Needs = Needs.EVERY, *, actor: str
) -> tuple[PackingStepId, Changes]:
    """Adds a step at the end, in one language or more; raises Invalid at `text` without any or with too long a one."""
    kept = _checked(texts)
    steps = checklist(shop)
    title = msg("Add packing step “{text}”", text=shorten(_said(kept)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        values = {"position": len(steps) + 1, "texts": _json(kept), "needs": needs.value}
        number = PackingStepId(change.insert(PackingStepTable, values))
        _number(change, [*(step.id for step in steps), number])
    return number, change.changes


def edit_step(shop: Shop, step: PackingStepId, texts: Mapping[Language, str], needs: Needs, *, actor: str) -> Changes:
    """Rewords a step, or keeps for which parcels it is; raises Invalid at `text`, NotFound."""
    kept, was = _checked(texts), _step(shop, step)
    title = msg("Edit packing step “{text}”", text=shorten(step_words(was, Language.EN)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.update(PackingStepTable, step, version=None, values={"texts": _json(kept), "needs": needs.value})
    return change.changes


def remove_step(shop: Shop, step: PackingStepId, *, actor: str) -> Changes:
    """Takes a step off the checklist; raises NotFound."""
    was = _step(shop, step)
    title = msg("Remove packing step “{text}”", text=shorten(step_words(was, Language.EN)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.delete(PackingStepTable, [step])
        _number(change, [one.id for one in checklist(shop)])
    return change.changes


def move_step(shop: Shop, step: PackingStepId, place: int, *, actor: str) -> Changes:
    """Puts a step at another place of the checklist, counted from 1; beyond its ends it is the first or the last."""
    was = _step(shop, step)
    title = msg("Move packing step “{text}”", text=shorten(step_words(was, Language.EN)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        others = [one.id for one in checklist(shop) if one.id != step]
        at = min(max(place, 1), len(others) + 1) - 1
        _number(change, [*others[:at], step, *others[at:]])
    return change.changes


def _checked(texts: Mapping[Language, str]) -> dict[Language, str]:
    kept = {language: tidy for language in Language if (tidy := clean(texts.get(language, "")))}
    longest = max(kept.values(), key=len, default="")
    if not kept:
        raise Invalid("text", msg("Say what is to be done, in one language at least."))
    if len(longest) > _LONGEST:
        raise Invalid(
            "text",
            msg("“{value}” is too long for a step: at most {limit} letters.", value=shorten(longest), limit=_LONGEST),
        )
    return kept


def _step(shop: Shop, wanted: PackingStepId) -> PackingStep:
    for step in checklist(shop):
        if step.id == wanted:
            return step
    raise NotFound(msg("This step is no longer on the checklist. Look at the list again."))


def _number(change: Change, steps: Sequence[PackingStepId]) -> None:
    change.update_many(PackingStepTable, steps, ("position",), ((place,) for place in range(1, len(steps) + 1)))


def _said(texts: Mapping[Language, str]) -> str:
    return next(iter(texts.values()))


def _json(texts: Mapping[Language, str]) -> str:
    return json.dumps({language.value: text for language, text in texts.items()}, ensure_ascii=False)
