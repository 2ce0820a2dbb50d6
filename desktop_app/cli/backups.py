"""`cordial backup`, `restore`, `check` and `migrate`."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.backups import backup, check, restore
from desktop_app.actions.servers import make_roles
from desktop_app.cli.output import Context
from desktop_app.i18n import Message


def run(context: Context, words: argparse.Namespace) -> int:
    """Keeps, brings back or checks the shop."""
    return {"backup": _backup, "restore": _restore, "check": _check, "migrate": _migrate}[words.command](context, words)


def _backup(context: Context, words: argparse.Namespace) -> int:
    shop = context.open(write=False)  # so that a nightly backup works while the window is open
    try:
        row = backup(shop, Path(words.to) if words.to else None)
    finally:
        shop.close()
    context.answer(
        {"file": str(row.file), "at": row.at}, context.words("Backed up and verified: {file}", file=row.file)
    )
    return 0


def _restore(context: Context, words: argparse.Namespace) -> int:
    kept = context.reach(lambda place: restore(place, Path(words.file)))
    text = context.words("Restored from {file}.", file=words.file)
    if kept:
        text += " " + context.words("What was there before is kept in {kept}.", kept=kept.file)
    context.answer({"restored": words.file, "kept": str(kept.file) if kept else None}, text)
    return 0


def _check(context: Context, _words: argparse.Namespace) -> int:
    shop = context.open(write=False)
    try:
        found = check(shop)
    finally:
        shop.close()
    context.answer(
        {"ok": not found.problems, "problems": found.problems, "counts": found.counts},
        _checked(context, found.problems),
    )
    return 1 if found.problems else 0


def _checked(context: Context, problems: tuple[Message, ...]) -> str:
    return "\n".join(map(context.words.say, problems)) or context.words("The shop is whole.")


def _migrate(context: Context, words: argparse.Namespace) -> int:
    shop = context.open()  # opening brings it to this version
    try:
        made = make_roles(shop) if words.roles else None
    finally:
        shop.close()
    said = [context.words("The shop is at this version.")]
    if made is not None:
        if made.new:
            said.append(context.words("Roles made: {names}.", names=", ".join(made.new)))
        if made.known:
            said.append(context.words("Roles that were there: {names}.", names=", ".join(made.known)))
        said.append(context.words("Their rights are set."))
    found = {"shop": context.location} | ({"made": made.new, "known": made.known} if made else {})
    context.answer(found, "\n".join(said))
    return 0
