"""`cordial erase`: takes people out of the shop for good, once their name was typed or --yes was said."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from desktop_app.actions.erasing import erase, erase_plan, tidy_shop
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.erasing import ErasePlan, asked_word, is_confirmed
from desktop_app.domain.erasing_words import goes, kept_in, outcome, stays
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import msg

if TYPE_CHECKING:
    from desktop_app.queries import Shop


def run(context: Context, words: argparse.Namespace) -> int:
    """Says what goes and what stays, asks, and erases; with --dry-run it only says."""
    if words.tidy == bool(words.ids):
        words.refuse("give customers, or --tidy alone")
    shop = context.open(write=not words.dry_run)
    try:
        if words.tidy:
            return _tidied(context, shop)
        plan = erase_plan(shop, [CustomerId(number_of("customer", text)) for text in words.ids])
        if words.dry_run:
            context.answer({"plan": plan}, "\n".join(_told(context, plan)))
            return 0
        if not words.yes:
            _ask(context, plan)
        done, changes = erase(shop, plan.customers, actor=context.actor)
    finally:
        shop.close()
    lines = [*map(context.words.say, outcome(done)), *_backups(context, plan)]
    context.answer({"erased": done, "change": changes.id}, "\n".join(lines))
    return 0


def _tidied(context: Context, shop: Shop) -> int:
    done = tidy_shop(shop)
    said = context.words("The database was rewritten.")
    if not done:
        said = context.words("The database is in use by another program, or the disk is full. Try again later.")
    context.answer({"tidy": done}, said)
    return 0 if done else 1


def _ask(context: Context, plan: ErasePlan) -> None:
    """Says what will happen and has the name typed; raises Invalid when it is not, or nobody is there to type it."""
    if len(plan.customers) > 1 or not sys.stdin.isatty():
        raise Invalid("yes", msg("Erasing cannot be undone. Say --yes if you mean it."))
    for line in _told(context, plan):
        context.complain(line)
    name = asked_word(plan)
    context.complain(context.words("This cannot be undone. Type “{name}” to erase them for good:", name=name))
    if not is_confirmed(plan, sys.stdin.readline()):
        raise Invalid("yes", msg("That is not “{name}”. Nobody was erased. Try again.", name=name))


def _told(context: Context, plan: ErasePlan) -> list[str]:
    say = context.words.say
    lines = [context.words("What goes:"), *(f"  {say(line)}" for line in goes(plan))]
    if stays(plan):
        lines += [context.words("What stays:"), *(f"  {say(line)}" for line in stays(plan))]
    return lines + _backups(context, plan)


def _backups(context: Context, plan: ErasePlan) -> list[str]:
    if not plan.backups:
        return []
    lines = [f"  {context.words.say(kept_in(one))}" for one in plan.backups]
    return [context.words("Backups that still hold them:"), *lines]
